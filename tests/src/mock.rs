//! A vendor on 127.0.0.1 that holds every request against its spec.
//!
//! It reads the same YAML as the generated client and shares no code with it: what a client sends is taken apart again,
//! each value that the spec computes is computed once more, and whatever is not as the spec says becomes a complaint.
//!
//! ```
//! use settled_testkit::{MockReply, MockVendor};
//!
//! # let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/../specs/incode.yaml");
//! let incode = MockVendor::builder(spec)?
//!     .setting("api_key", "k-1")
//!     .reply(MockReply::status(503))
//!     .reply(MockReply::json(r#"{"onboardingStatus":"MANUAL_REVIEW_APPROVED"}"#))
//!     .start()?;
//! let base_url = incode.url();
//! assert!(base_url.starts_with("http://127.0.0.1:"));
//! // … a client with that base URL waits here …
//! assert_eq!(incode.complaints(), Vec::<String>::new());
//! # Ok::<(), settled_testkit::MockError>(())
//! ```

mod account;
mod binding;
mod builder;
mod check;
mod compute;
mod crowd;
mod error;
mod form_data;
mod jwt;
mod keys;
mod link;
mod looks;
mod parts;
mod path;
mod reply;
mod request;
mod sample;
mod serve;
mod settings;
mod sign;
mod slot;
mod state;
mod store;
mod token;
mod wire;

use std::fmt;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;

use tokio::sync::oneshot;

use self::account::Account;
pub use self::builder::MockBuilder;
pub use self::error::MockError;
pub use self::reply::MockReply;
pub use self::request::MockRequest;

/// A vendor that was built from its spec, on a loopback socket.
///
/// It runs on a thread of its own, in real time, so it can be used from any executor and from none; it stops, with all
/// its connections, when it is dropped.
///
/// Each request has to be what the spec says: method and path, headers with those of `auth`, query, members of JSON and
/// of forms and no others, signatures and digests over what was sent, moments and random values of the right form,
/// exactly one of the inputs that exclude each other, and the vendor's limits: the least time since the end of the call before, the most calls within a time and at
/// once (those of one job are not told apart). A request
/// that is not gets a plain-text reply that says why, under 404, 421, 429, 401 (where a credential has part in it) or
/// 400, and is written down as a complaint; the replies in store are for good requests only. Complaints name places,
/// never values.
///
/// Where an operation has `etag: true`, and the reply in store has the `etag` that the request names by `If-None-Match`, the
/// answer is 304.
///
/// Tokens of the spec are given out by the mock vendor itself, a new one for each good request, and are taken until
/// they end or are [revoked](Self::revoke_tokens); see [`MockBuilder::token_reply`] for others.
pub struct MockVendor {
    addr: SocketAddr,
    account: Arc<Account>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl MockVendor {
    /// Reads and checks the spec of the vendor.
    ///
    /// # Errors
    ///
    /// [`MockError::Spec`] with all that is wrong with it.
    pub fn builder(spec: impl AsRef<Path>) -> Result<MockBuilder, MockError> {
        MockBuilder::new(spec.as_ref())
    }

    /// What a client takes as its base URL, for every role of servers that the spec has: `http://127.0.0.1:34567`,
    /// without a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// The base URL of one role of the vendor's servers: it notices when it is asked for an operation of another role.
    ///
    /// # Panics
    ///
    /// Where the spec has no such role.
    pub fn url_of(&self, role: &str) -> String {
        let known = self.account.vendor().roles.iter().find(|known| known.name == role);
        format!("{}{}", self.url(), wire::prefix(known.unwrap_or_else(|| panic!("`{role}` is no role of the spec"))))
    }

    /// Every request so far, in the order in which they came.
    pub fn requests(&self) -> Vec<MockRequest> {
        self.account.state().requests.clone()
    }

    /// What was wrong with requests so far.
    pub fn complaints(&self) -> Vec<String> {
        self.account.state().complaints.clone()
    }

    /// No longer takes any token that was given out so far: a request with one is answered with HTTP 401, which is no
    /// complaint.
    pub fn revoke_tokens(&self) {
        self.account.state().tokens.revoke();
    }

    /// How often a token was given out.
    ///
    /// # Panics
    ///
    /// Where the spec has no such token.
    pub fn tokens_given(&self, token: &str) -> usize {
        let at = self.account.vendor().tokens.iter().position(|known| known.operation.name.value == token);
        self.account.state().tokens.given(at.unwrap_or_else(|| panic!("`{token}` is no token of the spec")))
    }
}

impl Drop for MockVendor {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic there has been printed already; a second one in a drop would abort.
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for MockVendor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MockVendor")
            .field("vendor", &self.account.vendor().name)
            .field("addr", &self.addr)
            .field("complaints", &self.complaints())
            .finish_non_exhaustive()
    }
}
