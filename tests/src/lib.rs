//! Tests for code that waits: everything that a wait meets, under control.
//!
//! | module | what it is | for |
//! |---|---|---|
//! | [`clock`] | [`VirtualClock`], time that moves only when a test moves it; [`run`] | waits of hours at once |
//! | [`script`] | [`Script`], an in-memory transport that answers from a list | what is asked, when, how often |
//! | [`reply`] | replies to answer with: JSON, HTML, redirects, a gzip bomb | [`script`] and [`bad_server`] |
//! | [`bad_server`] | [`BadServer`], a real socket that misbehaves as told | transports |
//! | [`mock`] | [`MockVendor`], a vendor built from its spec that holds each request against it | generated clients |
//! | [`hostile`] | bodies and `Retry-After` values that are wrong in every known way | whatever reads replies |
//!
//! A whole test, without a network and without waiting:
//!
//! ```
//! use std::time::Duration;
//! use settled::{Clock, SendLimits, Transport};
//! use settled_testkit::{Answer, Script, VirtualClock, reply, run};
//!
//! let clock = VirtualClock::new();
//! let script = Script::exact(clock.clone(), [
//!     Answer::Reply(reply::json(r#"{"status":"running"}"#)).after(Duration::from_secs(1)),
//!     Answer::Reply(reply::json(r#"{"status":"done"}"#)),
//! ]);
//! let limits = SendLimits { total: Duration::from_secs(30), body: 1 << 20 };
//!
//! let last = run(&clock, async {
//!     loop {
//!         let request = http::Request::get("https://api.acme.test/jobs/7").body(bytes::Bytes::new()).unwrap();
//!         let reply = script.send(request, limits).await.unwrap();
//!         if reply.body().as_ref() == br#"{"status":"done"}"# {
//!             break reply;
//!         }
//!         clock.sleep_until(clock.now().mono + Duration::from_secs(3600)).await;
//!     }
//! });
//!
//! assert_eq!(last.status(), 200);
//! assert_eq!(script.gaps(), [Duration::from_secs(3600)]);
//! assert_eq!(clock.elapsed(), Duration::from_secs(3601));
//! ```

#![forbid(unsafe_code)]

pub mod bad_server;
pub mod clock;
pub mod hostile;
pub mod mock;
pub mod reply;
pub mod script;

pub use self::bad_server::{BadServer, Behaviour, ClosedPort, Received};
pub use self::clock::{VirtualClock, run};
pub use self::mock::{MockBuilder, MockError, MockReply, MockRequest, MockVendor};
pub use self::script::{Answer, Ending, Script, Sent};
