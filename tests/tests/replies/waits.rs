//! Whole waits on virtual time, for every operation.

use std::pin::Pin;
use std::time::Duration;

use settled::{Error, Outcome, Reply, Update, Wait};
use settled_testkit::{Answer, Script, VirtualClock, run};
use settled_vendors::{idwise, incode, salesforce_insurance, smile_id};

use crate::subjects::{self, SMILE, Subject, awkward};

type Ended = (Result<Outcome, Error>, Vec<Update>);
type Start = Box<dyn Fn(VirtualClock, Script) -> Pin<Box<dyn Future<Output = Ended>>>>;

/// One operation that is waited for.
pub(crate) struct Waited {
    pub(crate) name: String,
    subject: Subject,
    /// A reply that tells `running`, and one that tells `succeeded`.
    pub(crate) running: String,
    pub(crate) succeeded: String,
    start: Start,
}

impl Waited {
    /// The faults in a row that these waits bear.
    pub(crate) const FAULTS: u32 = 2;
    /// Their pace.
    pub(crate) const EVERY: Duration = Duration::from_secs(4);

    /// What the client says of a body.
    pub(crate) fn judge(&self, body: &[u8]) -> String {
        self.subject.client(&Reply::ok(body.to_vec())).told.verdict
    }

    /// A whole wait that meets these answers, the last one for ever.
    pub(crate) fn play(
        &self,
        answers: impl IntoIterator<Item = Answer>,
    ) -> (Result<Outcome, Error>, Vec<Update>, Script) {
        let clock = VirtualClock::new();
        let mut answers: Vec<Answer> = answers.into_iter().collect();
        let last = answers.pop().expect("an answer");
        let script = Script::repeating(clock.clone(), answers.into_iter().chain([last]));
        let (end, updates) = run(&clock, (self.start)(clock.clone(), script.clone()));
        (end, updates, script)
    }
}

/// Runs a wait to its end, and keeps what it told on the way.
fn follow<R: Send + 'static>(wait: Wait<R>) -> Pin<Box<dyn Future<Output = Ended>>> {
    let mut waiting = wait.every(Waited::EVERY).jitter(0.0).faults(Waited::FAULTS).start();
    Box::pin(async move {
        let mut updates = Vec::new();
        while let Some(update) = waiting.next().await {
            updates.push(update);
        }
        (waiting.await.map(|settled| settled.outcome()), updates)
    })
}

macro_rules! start {
    ($module:ident { $($setting:ident = $value:expr),* }, |$client:ident| $call:expr) => {
        Box::new(|clock: VirtualClock, script: Script| {
            let builder = $module::Client::builder().base_url("https://api.acme.test").transport(script).clock(clock);
            let $client = builder$(.$setting($value))*.build().expect("a client");
            follow($call.wait())
        })
    };
}

/// Waits for operations whose replies are of all kinds.
pub(crate) fn all() -> Vec<Waited> {
    let starts: Vec<Start> = vec![
        start!(idwise { api_key = "k", api_secret = "s" }, |client| client.journey_summary().journey_id("j")),
        start!(incode { api_key = "k" }, |client| client.onboarding_status().session_token("t")),
        start!(salesforce_insurance { access_token = "t" }, |client| {
            client.policy_job().procedure("Type_SubType").job_id("j")
        }),
        start!(salesforce_insurance { access_token = "t" }, |client| client.policy_job_invoke().job_id("j")),
        start!(smile_id { partner_id = SMILE[0], api_key = SMILE[1] }, |client| {
            client.job_status().user_id("u").job_id("j")
        }),
        start!(awkward { key = "k" }, |client| client.report().r("r")),
    ];
    // What `thorough` and the moments ask of replies is asked of them one by one; the others here have no reply that goes on
    // running.
    let one_by_one = ["awkward.moments", "idwise.journey_result", "incode.score"];
    let is_for_waits =
        |subject: &Subject| !subject.name.starts_with("thorough.") && !one_by_one.contains(&&*subject.name);
    let subjects: Vec<_> = subjects::of_all_kinds().into_iter().filter(is_for_waits).collect();
    assert_eq!(subjects.len(), starts.len());
    subjects.into_iter().zip(starts).map(|(subject, start)| waited(subject, start)).collect()
}

fn waited(subject: Subject, start: Start) -> Waited {
    // No example of Salesforce's tells `running` by both routes, so its own word for it is put in.
    let bodies = subject.examples.iter().map(|(_, body)| subjects::signed(body).unwrap_or_else(|| body.clone()));
    let bodies: Vec<String> = bodies.flat_map(|body| [body.replace("WaitingToProcess", "InProgress"), body]).collect();
    let told = |verdict: &str| {
        let is_told = |body: &&String| subject.client(&Reply::ok((*body).clone())).told.verdict == verdict;
        bodies.iter().find(is_told).unwrap_or_else(|| panic!("{}: no example is `{verdict}`", subject.name)).clone()
    };
    let (running, succeeded) = (told("running"), told("succeeded"));
    Waited { name: subject.name.clone(), subject, running, succeeded, start }
}
