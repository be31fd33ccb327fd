//! Five hundred random specs as generated clients.

#![forbid(unsafe_code)]

use std::time::Duration;

use settled::{Attempt, Meta, Now, Operation, Reply};

/// The seed that the specs were made from. `SETTLED_SEED` sets another.
pub const SEED: &str = env!("SETTLED_SEED");

/// The folder of the specs.
pub const SPECS: &str = concat!(env!("OUT_DIR"), "/specs");

macro_rules! client {
    () => {{
        let clock = settled_testkit::VirtualClock::new();
        let silent = settled_testkit::Script::exact(clock.clone(), []);
        Client::builder().base_url("https://api.acme.test").transport(silent).clock(clock).build().expect("a client")
    }};
}

include!(concat!(env!("OUT_DIR"), "/models.rs"));

/// One generated operation.
#[derive(Debug, Clone, Copy)]
pub struct Model {
    /// The module of its vendor, which is also the name of its spec.
    pub vendor: &'static str,
    /// The operation's name.
    pub operation: &'static str,
    /// The seed that it was made from.
    pub seed: u64,
    /// What its rules look at.
    pub flavour: u8,
    /// The operation with its input.
    pub asked: fn(&Given) -> Subject,
}

/// The one input of a call, where it is given.
#[derive(Debug, Clone, Default)]
pub struct Given(pub Option<String>);

impl Given {
    fn text(&self) -> Option<&str> {
        self.0.as_deref()
    }

    fn int(&self) -> Option<i64> {
        self.0.as_ref().map(|text| text.parse().expect("a whole number"))
    }

    fn bool(&self) -> Option<bool> {
        self.0.as_ref().map(|text| text == "true")
    }
}

/// What the generated code makes of a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The verdict.
    pub verdict: String,
    /// Where the rule that decided stands.
    pub rule: Option<String>,
    /// Settled, but some items failed.
    pub partial: bool,
    /// Settled, but the vendor may still change its mind.
    pub revisable: bool,
    /// The code.
    pub code: Option<String>,
    /// The message.
    pub message: Option<String>,
}

/// A generated operation, ready to judge.
pub struct Subject {
    operation: Box<dyn Asked>,
}

impl std::fmt::Debug for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.operation.meta().operation)
    }
}

/// An operation of whatever reply.
trait Asked {
    fn meta(&self) -> &'static Meta;
    fn judge(&self, reply: &Reply, attempt: &Attempt<'_>) -> Told;
    fn decode(&self, body: &[u8]) -> Result<(), String>;
}

impl<O: Operation> Asked for O {
    fn meta(&self) -> &'static Meta {
        Operation::meta(self)
    }

    fn judge(&self, reply: &Reply, attempt: &Attempt<'_>) -> Told {
        let judged = Operation::judge(self, reply, attempt);
        let rule = judged.rule.and_then(|at| Operation::meta(self).rules.get(usize::from(at)));
        Told {
            verdict: judged.verdict.as_str().to_owned(),
            rule: rule.map(|rule| rule.place.to_owned()),
            partial: judged.partial,
            revisable: judged.revisable,
            code: judged.code.map(Into::into),
            message: judged.message.map(Into::into),
        }
    }

    fn decode(&self, body: &[u8]) -> Result<(), String> {
        Operation::decode(self, body).map(drop).map_err(|error| error.to_string())
    }
}

fn subject(operation: impl Operation) -> Subject {
    Subject { operation: Box::new(operation) }
}

impl Subject {
    /// What a reply is judged to be, so long after the wait began.
    pub fn judge(&self, reply: &Reply, age: Duration) -> Told {
        let now = Now { mono: Duration::ZERO, wall: Duration::ZERO };
        let bases = ["https://api.acme.test".to_owned()];
        let attempt = Attempt::new(now).with_bases(&bases).with_age(age);
        self.operation.judge(reply, &attempt)
    }

    /// Decodes the whole body.
    ///
    /// # Errors
    ///
    /// What is not as declared.
    pub fn decode(&self, body: &[u8]) -> Result<(), String> {
        self.operation.decode(body)
    }
}
