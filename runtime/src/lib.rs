//! Wait until a vendor's asynchronous job is *settled*.
//!
//! Many vendors do their work in seconds to days: an identity check, a batch job, a rendered document. Their APIs have a
//! status endpoint each, with headers, signatures, odd fields, terminal states and rate limits of its own. A YAML *spec* says
//! all of that once; settled turns it into a typed client whose `wait()` asks, politely, until no further polling is needed.
//!
#![cfg_attr(feature = "macros", doc = "```no_run")]
#![cfg_attr(not(feature = "macros"), doc = "```ignore")]
//! # use settled::Outcome;
//! settled::vendor!("doc/acme.yaml");
//!
//! # async fn example(key: settled::Secret) -> Result<(), settled::Error> {
//! let acme = acme::Client::builder().production().api_key(key).build()?;
//! let done = acme.report().report_id("r-7").wait().await?;
//! match done.outcome() {
//!     Outcome::Succeeded => println!("{:?} pages", done.reply()?.pages),
//!     Outcome::Rejected | Outcome::Failed | Outcome::Cancelled | Outcome::Expired => println!("{}", done.outcome()),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! - Ready-made clients are in the crate `settled-vendors`; your own come from [`vendor!`] or from `settled-codegen`'s
//!   `Builder` in a build script.
//! - [`Wait`] has the options of a wait, [`Waiting`] its progress, [`Settled`] its end, [`Error`] what ended it otherwise.
//! - [`Job`] is one that was submitted, with the handle by which it is found again; [`Done`] leads to its result, which may be
//!   a [`Download`] or come in [`Pages`].
//! - [`Link`] is a URL that a reply handed over: where it may lead, and what goes along.
//! - [`wait`] is the state machine below: no IO, no clock of its own, for drivers of your own.
//! - [`Transport`] and [`Clock`] are the seams to the network and to time.
//!
//! # Features
//!
//! | feature | default | what it brings |
//! |---|---|---|
//! | `reqwest` | yes | the default transport, on reqwest and tokio |
//! | `rustls` | yes | TLS by rustls |
//! | `rustls-no-provider` | | TLS by rustls with a crypto provider that the application installs |
//! | `native-tls` | | TLS by the platform's library |
//! | `gzip` | | accepts gzip-compressed replies |
//! | `jwt` | | signed JWTs, by aws-lc-rs, which `rustls` brings along |
//! | `aws-sigv4` | | AWS Signature Version 4, by AWS's crate of that name |
//! | `macros` | | [`vendor!`] |
//!
//! Without features, the crate is the core and its drivers: no tokio, no reqwest; a client is then built with a
//! [`Transport`] and a [`Clock`] of your own.

#![cfg_attr(not(feature = "macros"), allow(rustdoc::broken_intra_doc_links))]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod attempt;
mod batch;
mod call;
mod chance;
mod client;
mod clock;
mod compose;
mod decode;
mod error;
mod features;
mod fit;
mod gate;
mod hints;
mod job;
mod judge;
mod link;
mod moment;
mod operation;
mod policy;
mod private;
mod probe;
mod push;
mod raw;
mod reply;
mod results;
mod sample;
mod scan;
mod secret;
mod settled;
#[allow(unreachable_pub, reason = "generated code reaches it")]
mod sign;
mod slot;
mod state;
mod token;
mod transport;
mod update;
mod value;
pub mod wait;
mod waiting;
mod webhook;
mod word;

pub use self::batch::{Ended, HasBatch, WaitAll, WaitingAll};
pub use self::call::{Call, Download, Pages, Polled};
pub use self::chance::Chance;
pub use self::client::{Client, ClientBuilder};
#[cfg(feature = "reqwest")]
pub use self::clock::TokioClock;
pub use self::clock::{BoxFuture, Clock, Now};
pub use self::error::{DecodeError, Error, ErrorKind, InvalidInput};
pub use self::job::{Done, HasCancel, HasResult, HasResults, Job, JobSpec, JobWait, JobWaiting};
pub use self::link::{BadLink, BadLinkKind, Hosts, Link, Untrusted};
pub use self::operation::{Attempt, Judgement, Meta, Operation, Rule};
pub use self::policy::{Limits, Per, Poll, Rate};
pub use self::push::Push;
pub use self::reply::Reply;
pub use self::results::{Element, Fetched, Results};
pub use self::secret::{Credential, ProviderError, Secret, Sensitive};
pub use self::settled::Settled;
pub use self::state::{Outcome, State, Verdict};
#[cfg(feature = "reqwest")]
pub use self::transport::ReqwestTransport;
pub use self::transport::{FaultKind, Opened, Pieces, SendLimits, Transport, TransportFault};
pub use self::update::Update;
pub use self::waiting::{Reached, Reaching, Until, Wait, Waiting};
pub use self::webhook::{Event, Webhook};
pub use self::word::Unlisted;

pub use bytes::Bytes;

/// JSON of any shape, where a spec says `json`.
pub type Json = serde_json::Value;

#[doc(hidden)]
pub mod __private {
    pub use crate::private::v1;
    #[cfg(feature = "macros")]
    pub use settled_macros::vendor;
}

/// Makes a client of a spec: `settled::vendor!("specs/acme.yaml");` declares `pub mod acme`.
///
/// The path is relative to the package's Cargo.toml, and where no such file is, to the calling file. What is wrong with
/// the spec is shown at compile time, all of it, at its place in the YAML. Changing the spec, or one of the files that it
/// names, builds again.
///
/// `settled::vendor!("specs/acme.yaml", tests);` adds to `cargo test` a test for every rule: a reply that makes the rule
/// decide, and for each of its facts the same with one change, after which it does not.
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! vendor {
    ($path:literal) => {
        $crate::__private::vendor! { $crate, $path }
    };
    ($path:literal, tests) => {
        $crate::__private::vendor! { $crate tests, $path }
    };
}
