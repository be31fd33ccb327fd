//! Whole waits: as many requests as botocore sends, as long pauses, the same end.

use std::collections::BTreeMap;
use std::time::Duration;

use settled::{Error, ErrorKind, Outcome};
use settled_conformance::{Run, Suite, Vector, WAITERS, Waiter};
use settled_testkit::{Answer, Script, VirtualClock};

/// What a wait came to.
#[derive(Debug, PartialEq, Eq)]
struct Ended {
    outcome: Result<Outcome, ErrorKind>,
    polls: u64,
    slept: Duration,
}

fn wait(waiter: &Waiter, replies: impl IntoIterator<Item = Answer>) -> Ended {
    let clock = VirtualClock::new();
    // One that is asked for more than a run has would be seen in the number of requests.
    let script = Script::repeating(clock.clone(), replies);
    let outcome = (waiter.wait)(script.clone(), clock.clone()).map_err(|error: Error| error.kind());
    let polls = script.requests().len() as u64;
    Ended { outcome, polls, slept: script.gaps().iter().sum() }
}

fn theirs(run: &Run) -> Ended {
    let outcome = match run.outcome.as_str() {
        "ok" => Ok(Outcome::Succeeded),
        text if text.starts_with("Waiter encountered a terminal failure state") => Ok(Outcome::Failed),
        text if text.starts_with("An error occurred") => Err(ErrorKind::Vendor),
        text if text.starts_with("Max attempts exceeded") => Err(ErrorKind::Tries),
        other => panic!("`{other}` is no end of a wait that is known"),
    };
    Ended { outcome, polls: run.polls, slept: Duration::from_secs(run.slept) }
}

#[test]
fn waits_take_the_same_course_as_botocores() {
    let suite = Suite::read();
    let waiters: BTreeMap<&str, &Waiter> = WAITERS.iter().map(|waiter| (waiter.id, waiter)).collect();
    // A reply of each class for each waiter, the first in the suite.
    let mut replies: BTreeMap<(&str, &str), &Vector> = BTreeMap::new();
    for vector in &suite.vectors {
        replies.entry((&vector.waiter, &vector.class)).or_insert(vector);
    }
    let mut different = Vec::new();
    for run in &suite.runs {
        let answers = run.script.iter().map(|class| {
            let key = (run.waiter.as_str(), class.trim_end_matches('*'));
            Answer::Reply(replies.get(&key).unwrap_or_else(|| panic!("there is no reply that is {key:?}")).reply())
        });
        let (ours, theirs) = (wait(waiters[run.waiter.as_str()], answers), theirs(run));
        if ours != theirs {
            different.push(format!("{run:?}\n    ours {ours:?}"));
        }
    }
    let compared = suite.runs.len();
    assert!(
        different.is_empty(),
        "{} of {compared} differ:\n{}",
        different.len(),
        different[..different.len().min(20)].join("\n")
    );
    println!("compared {compared} runs");
    assert!(compared > 0, "the suite holds no runs");
    if Suite::is_checked_in() {
        assert_eq!(compared, 2_472);
    }
}
