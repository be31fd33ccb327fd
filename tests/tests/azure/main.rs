//! Microsoft's own scenarios of long-running operations, played by Microsoft's own server, against a generated client.
//!
//! Needs node and npm; the server is installed from the npm registry, see `conformance/azure/README.md`.

mod calls;
mod cookies;
mod scenarios;
mod server;

use std::collections::BTreeSet;
use std::io::Write as _;
use std::sync::Arc;

use settled::ReqwestTransport;

use self::cookies::Cookies;
use self::server::Server;

settled::vendor!("tests/azure/arm.yaml");

/// What the routes of custom headers want to see on every request.
const REQUEST_ID: &str = "9C4D50EE-2D56-4CD3-8152-34347DC9F2B0";

/// The server knew as many when this was written.
const FLOOR: usize = 90;

/// On standard output, whether the test passes or not.
fn say(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "azure: {text}");
}

#[tokio::test]
async fn every_scenario_of_microsofts_server_ends_as_it_should() {
    let server = match Server::start() {
        Ok(server) => server,
        Err(why) if std::env::var("CI").is_ok_and(|ci| ci == "true") => panic!("{why}"),
        Err(why) => return say(&format!("skipped, not one scenario was played: {why}")),
    };
    let family = family(&server).await;
    let connections = Arc::new(ReqwestTransport::new().expect("a transport"));
    let (mut played, mut wrong, mut report) = (BTreeSet::new(), Vec::new(), server.report().await);
    for scenario in scenarios::all() {
        let cookies = Cookies::new(Arc::clone(&connections));
        let builder = arm::Client::builder().base_url(server.url()).client_request_id(REQUEST_ID);
        let client = builder.transport(cookies.clone()).build().expect("a client");
        let end = scenario.call.run(&client, scenario.path, scenario.again).await;
        let asked = cookies.asked();
        if end != scenario.end {
            wrong.push(format!("{:?}: {end:?}, expected {:?}; asked {asked:#?}", scenario.names, scenario.end));
        } else if asked.len() != scenario.requests {
            wrong.push(format!("{:?}: {} requests expected; asked {asked:#?}", scenario.names, scenario.requests));
        }
        let before = std::mem::replace(&mut report, server.report().await);
        for name in scenario.names {
            assert!(played.insert((*name).to_owned()), "`{name}` is there twice");
            if report.get(*name) <= before.get(*name) {
                wrong.push(format!("`{name}`: the server has not seen it"));
            }
        }
    }
    let seen = family.iter().filter(|name| report.get(*name).is_some_and(|count| *count > 0)).count();
    say(&format!("{seen} of {} scenarios", family.len()));
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(played, family, "the scenarios played, and those that the server knows");
    assert_eq!(seen, family.len());
    assert!(family.len() >= FLOOR, "the server knows only {}", family.len());
}

/// The server's scenarios of long-running operations: what the routes for them register, and what says so by its name in
/// the reports of the other routes.
async fn family(server: &Server) -> BTreeSet<String> {
    let report = server.report().await;
    let registered = server.registered();
    let unknown: Vec<_> = registered.iter().filter(|name| !report.contains_key(*name)).collect();
    assert!(unknown.is_empty(), "registered, and not in a report: {unknown:?}");
    registered.into_iter().chain(report.into_keys().filter(|name| name.contains("LRO"))).collect()
}
