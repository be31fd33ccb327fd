//! botocore's waiters as clients of ours, and what botocore's own code says of replies to them.

#![forbid(unsafe_code)]

mod suite;

use settled::{Error, Outcome, Polled, Reply, Verdict, Wait};
use settled_testkit::{Script, VirtualClock, run};

pub use suite::{Run, Suite, Vector};

/// The clients: one module for each service.
#[allow(missing_docs, reason = "what the waiters are for is not always said")]
pub mod clients {
    include!(concat!(env!("OUT_DIR"), "/vendors.rs"));
}

/// The folder of the specs that the clients are made of.
pub const SPECS: &str = concat!(env!("OUT_DIR"), "/specs");

/// One waiter, imported.
#[derive(Debug)]
pub struct Waiter {
    /// What botocore calls it: `service/version/Name`.
    pub id: &'static str,
    /// The module of its client, which is also the name of its spec.
    pub module: &'static str,
    /// The name of its operation.
    pub operation: &'static str,
    /// For each rule, the acceptor that it comes from.
    pub acceptors: &'static [Option<usize>],
    /// Acceptors that can never decide, in words.
    pub dead: &'static [&'static str],
    /// What the client makes of a reply.
    pub judge: fn(&Reply) -> Result<Told, Error>,
    /// Waits with the client.
    pub wait: fn(Script, VirtualClock) -> Result<Outcome, Error>,
}

/// What a reply was judged to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The verdict.
    pub verdict: Verdict,
    /// Where the rule that decided stands.
    pub place: Option<&'static str>,
}

macro_rules! client {
    ($module:ident, $script:expr, $clock:expr) => {
        clients::$module::Client::builder().base_url("https://aws.test").transport($script).clock($clock).build()
    };
}

macro_rules! waiters {
    ($(($id:literal, $module:ident, $operation:ident, $acceptors:expr, $dead:expr),)*) => {
        /// All waiters that were imported.
        pub static WAITERS: &[Waiter] = &[$(Waiter {
            id: $id,
            module: stringify!($module),
            operation: stringify!($operation),
            acceptors: $acceptors,
            dead: $dead,
            judge: |reply| {
                let clock = VirtualClock::new();
                judged(client!($module, Script::exact(clock.clone(), []), clock)?.$operation().judge(reply))
            },
            wait: |script, clock| waited(client!($module, script, clock.clone())?.$operation().wait(), &clock),
        }),*];
    };
}

include!(concat!(env!("OUT_DIR"), "/waiters.rs"));

fn judged<R>(polled: Result<Polled<R>, Error>) -> Result<Told, Error> {
    let polled = polled?;
    Ok(Told { verdict: polled.verdict(), place: polled.rule().map(|rule| rule.place) })
}

fn waited<R: Send + 'static>(wait: Wait<R>, clock: &VirtualClock) -> Result<Outcome, Error> {
    run(clock, wait.into_future()).map(|settled| settled.outcome())
}
