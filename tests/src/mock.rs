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
mod check;
mod compute;
mod error;
mod reply;
mod request;
mod serve;
mod sign;

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use settled_codegen::files::{Folder, read_spec};
use settled_codegen::model::{SettingKind, Vendor};
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::sync::oneshot;

use self::account::Account;
pub use self::error::MockError;
pub use self::reply::MockReply;
pub use self::request::MockRequest;

/// A vendor that was built from its spec, on a loopback socket.
///
/// It runs on a thread of its own, in real time, so it can be used from any executor and from none; it stops, with all
/// its connections, when it is dropped.
///
/// Each request has to be what the spec says: method and path, headers with those of `auth`, query, JSON members and no
/// others, signatures and digests, exactly one of the inputs that exclude each other, and the least time since the end
/// of the call before. A request that is not gets a plain-text reply that says why, under 404, 429, 401 (where
/// a credential has part in it) or 400, and is written down as a complaint; the replies in store are for good requests
/// only. Complaints name places, never values.
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
        let path = spec.as_ref();
        let module = path.file_stem().unwrap_or_default().to_string_lossy();
        let folder = Folder::of(path);
        let vendor = read_spec(path, &path.to_string_lossy())
            .and_then(|source| settled_codegen::model(&source, &module, &folder))
            .map_err(|report| MockError::Spec(report.messages().join("\n\n")))?;
        Ok(MockBuilder { vendor, folder, settings: Vec::new(), replies: Vec::new(), delay: Duration::ZERO })
    }

    /// What a client takes as its base URL: `http://127.0.0.1:34567`, without a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// Every request so far, in the order in which they came.
    pub fn requests(&self) -> Vec<MockRequest> {
        self.account.requests()
    }

    /// What was wrong with requests so far.
    pub fn complaints(&self) -> Vec<String> {
        self.account.complaints()
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

/// A [`MockVendor`] in the making.
#[must_use = "a builder does nothing until `start` is called"]
pub struct MockBuilder {
    vendor: Vendor,
    folder: Folder,
    settings: Vec<(String, String)>,
    replies: Vec<MockReply>,
    delay: Duration,
}

impl MockBuilder {
    /// What requests must be made with: a setting of the spec. Those that have no default are needed.
    pub fn setting(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.settings.push((name.into(), value.into()));
        self
    }

    /// Adds a reply. They are given out in order, one to each good request, and the last one repeats.
    pub fn reply(mut self, reply: impl Into<MockReply>) -> Self {
        self.replies.push(reply.into());
        self
    }

    /// Adds replies, in their order.
    pub fn replies(mut self, replies: impl IntoIterator<Item = MockReply>) -> Self {
        self.replies.extend(replies);
        self
    }

    /// How long each reply takes. None unless said.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Starts the vendor.
    ///
    /// # Errors
    ///
    /// [`MockError::Setting`] and [`MockError::Reply`] for what was given wrong or is missing, [`MockError::Io`] where
    /// no port or no thread is to be had.
    pub fn start(self) -> Result<MockVendor, MockError> {
        let settings = settings(&self.vendor, &self.settings)?;
        if self.replies.is_empty() {
            return Err(MockError::Reply("there is none; call `.reply(…)`".to_owned()));
        }
        let replies = self.replies.into_iter().map(|reply| reply.prepare(&self.folder)).collect::<Result<_, _>>()?;
        let account = Arc::new(Account::new(self.vendor, settings, replies, self.delay));
        let (stop, stopped) = oneshot::channel();
        let (ready, started) = mpsc::channel();
        let shared = Arc::clone(&account);
        let thread = thread::Builder::new()
            .name("mock-vendor".to_owned())
            .spawn(move || host(&shared, stopped, &ready))
            .map_err(MockError::Io)?;
        let addr = started.recv().map_err(|error| MockError::Io(io::Error::other(error)))?.map_err(MockError::Io)?;
        Ok(MockVendor { addr, account, stop: Some(stop), thread: Some(thread) })
    }
}

impl fmt::Debug for MockBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MockBuilder").field("vendor", &self.vendor.name).finish_non_exhaustive()
    }
}

/// The value of each setting, in the order of the spec.
fn settings(vendor: &Vendor, given: &[(String, String)]) -> Result<Vec<String>, MockError> {
    let is_known = |name: &str| vendor.settings.iter().any(|setting| setting.name == name);
    if let Some((name, _)) = given.iter().find(|(name, _)| !is_known(name)) {
        return Err(MockError::Setting(format!("`{name}` is no setting of the spec")));
    }
    let value = |setting: &settled_codegen::model::Setting| {
        let given = given.iter().rev().find(|(name, _)| *name == setting.name).map(|(_, value)| value.clone());
        let default = match &setting.kind {
            SettingKind::Text(default) => default.clone(),
            SettingKind::Secret(_) => None,
        };
        let missing = || MockError::Setting(format!("`{0}` is missing; call `.setting(\"{0}\", …)`", setting.name));
        given.or(default).ok_or_else(missing)
    };
    vendor.settings.iter().map(value).collect()
}

/// The vendor's thread. Its end drops the runtime, and so every connection.
fn host(account: &Arc<Account>, stopped: oneshot::Receiver<()>, ready: &mpsc::Sender<io::Result<SocketAddr>>) {
    let served = Builder::new_current_thread().enable_all().build().and_then(|runtime| {
        runtime.block_on(async {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
            let _ = ready.send(Ok(listener.local_addr()?));
            tokio::select! {
                () = serve::accept(&listener, account) => {}
                _ = stopped => {}
            }
            Ok(())
        })
    });
    if let Err(error) = served {
        let _ = ready.send(Err(error));
    }
}
