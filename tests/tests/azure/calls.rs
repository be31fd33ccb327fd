//! How each family of operations is called, and how it ended.

use std::future::{Future, IntoFuture};
use std::time::Duration;

use settled::{Error, ErrorKind, HasResult, JobSpec, JobWait, Outcome, Settled, Wait};

use super::arm::{self, Client, CustomizeMode};

/// What a scenario is about: how its operation is called.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Call {
    /// Sent, and followed to its end by the rules of the operation itself.
    Put,
    Patch,
    Delete,
    Customize,
    /// Jobs.
    Creation,
    Change,
    Action,
    FollowedAction,
    ToldAction,
    List,
    Paged,
    Word,
    /// Sent.
    PostForPage,
}

/// How it ended, and the product that came out.
#[derive(Debug, PartialEq)]
pub(crate) enum End {
    Settled(Outcome, Seen),
    /// The kind of the error, the HTTP status of the last reply, and the vendor's message.
    Error(ErrorKind, Option<u16>, Option<String>),
}

/// What is looked at of what came out: the id, the name or the like, and the state that it tells.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Seen(pub(crate) String, pub(crate) String, pub(crate) String);

impl Call {
    /// Calls the operation at this path.
    ///
    /// A submission that brought a 5xx is sent again, where `again` says so: by whoever has looked at the vendor.
    pub(crate) async fn run(self, client: &Client, path: &str, again: bool) -> End {
        let ended = match self {
            Call::Put => followed(client.put().resource(path).wait()).await,
            Call::Patch => followed(client.patch().resource(path).wait()).await,
            Call::Delete => followed(client.delete().resource(path).wait()).await,
            Call::Customize => {
                let mode = if path == "raw" { CustomizeMode::Raw } else { CustomizeMode::Model };
                followed(client.customize().mode(mode).wait()).await
            }
            Call::Creation => {
                let submit = || client.creation().submit().resource(path).send();
                finished(sent(again, submit).await.map(|job| job.wait()), again, product).await
            }
            Call::Change => {
                let submit = || client.change().submit().resource(path).send();
                finished(sent(again, submit).await.map(|job| job.wait()), again, product).await
            }
            Call::Action => {
                let submit = || client.action().submit().resource(path).send();
                match sent(again, submit).await {
                    Ok(job) => paced!(job.wait()).await.map(|done| of_body(done.into_settled())),
                    Err(error) => Err(error),
                }
            }
            Call::FollowedAction => {
                let submit = || client.followed_action().submit().resource(path).send();
                finished(sent(again, submit).await.map(|job| job.wait()), again, product).await
            }
            Call::ToldAction => {
                let submit = || client.told_action().submit().resource(path).send();
                match sent(again, submit).await {
                    Ok(job) => paced!(job.wait()).await.map(|done| of_body(done.into_settled())),
                    Err(error) => Err(error),
                }
            }
            Call::List => {
                let submit = || client.list().submit().resource(path).send();
                let seen = |list: Vec<arm::Product>| product(list.into_iter().next().expect("a product"));
                finished(sent(again, submit).await.map(|job| job.wait()), again, seen).await
            }
            Call::Paged => paged(client, path).await,
            Call::Word => match client.word().submit().resource(path).send().await {
                Ok(job) => paced!(job.wait()).await.map(|done| of_body(done.into_settled())),
                Err(error) => Err(error),
            },
            Call::PostForPage => client.post_for_page().resource(path).send().await.map(|page| {
                let id = page.values[0].id.clone().unwrap_or_default();
                End::Settled(Outcome::Succeeded, Seen(id, String::new(), String::new()))
            }),
        };
        ended.unwrap_or_else(|error| {
            let status = error.http_status().map(|status| status.as_u16());
            End::Error(error.kind(), status, error.vendor_message().map(str::to_owned))
        })
    }
}

/// The wait at a pace for tests.
macro_rules! paced {
    ($wait:expr) => {
        $wait.every(Duration::from_millis(2)).jitter(0.0).deadline(Duration::from_secs(60)).faults(2)
    };
}
use paced;

async fn followed<R: Send + 'static>(wait: Wait<R>) -> Result<End, Error> {
    paced!(wait).await.map(of_body)
}

/// What the reply that decided says.
fn of_body<R>(settled: Settled<R>) -> End {
    let body = settled.decision().map_or(settled.body(), settled::Reply::body);
    let json: serde_json::Value = serde_json::from_slice(body).unwrap_or_default();
    let text = |at: &str| json.pointer(at).and_then(serde_json::Value::as_str).map(str::to_owned);
    let any = |places: &[&str]| places.iter().find_map(|at| text(at)).unwrap_or_default();
    let seen = Seen(
        any(&["/id", ""]),
        any(&["/name", "/subresource", "/received"]),
        any(&["/properties/provisioningState", "/provisioningState", "/status"]),
    );
    if settled.outcome() == Outcome::Failed
        && let (Some(code), Some(message)) = (settled.code(), settled.message())
    {
        return End::Settled(Outcome::Failed, Seen(code.to_owned(), message.to_owned(), seen.2));
    }
    End::Settled(settled.outcome(), seen)
}

fn product(product: arm::Product) -> Seen {
    let state = product.properties.and_then(|properties| properties.provisioning_state);
    let state = state.map(|state| state.as_str().to_owned()).unwrap_or_default();
    Seen(product.id.unwrap_or_default(), product.name.or(product.subresource).unwrap_or_default(), state)
}
