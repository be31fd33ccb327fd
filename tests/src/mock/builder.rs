//! A mock vendor in the making.

use std::collections::VecDeque;
use std::fmt;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use settled_codegen::files::{Folder, read_spec};
use settled_codegen::model::Vendor;
use tokio::sync::oneshot;

use super::account::Account;
use super::error::MockError;
use super::jwt::needs_keys;
use super::reply::{MockReply, Prepared};
use super::settings::settings;
use super::store::{For, Store};
use super::token::Tokens;
use super::{MockVendor, serve};

/// A [`MockVendor`] in the making.
#[must_use = "a builder does nothing until `start` is called"]
pub struct MockBuilder {
    vendor: Vendor,
    folder: Folder,
    settings: Vec<(String, String)>,
    replies: Vec<(Option<For>, MockReply)>,
    token_replies: Vec<(String, MockReply)>,
    token_life: Option<Duration>,
    delay: Duration,
}

impl MockBuilder {
    pub(super) fn new(spec: &Path) -> Result<Self, MockError> {
        let module = spec.file_stem().unwrap_or_default().to_string_lossy();
        let folder = Folder::of(spec);
        let vendor = read_spec(spec, &spec.to_string_lossy())
            .and_then(|source| settled_codegen::model(&source, &module, &folder))
            .map_err(|report| MockError::Spec(report.messages().join("\n\n")))?;
        let (settings, replies, token_replies) = (Vec::new(), Vec::new(), Vec::new());
        Ok(MockBuilder { vendor, folder, settings, replies, token_replies, token_life: None, delay: Duration::ZERO })
    }

    /// What requests must be made with: a setting of the spec. Those that have no default are needed, except where they
    /// stand in base URLs alone: a client of the mock vendor has other ones.
    pub fn setting(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.settings.push((name.into(), value.into()));
        self
    }

    /// Adds a reply. They are given out in order, one to each good request, and the last one repeats. Requests for
    /// tokens get none of them.
    pub fn reply(mut self, reply: impl Into<MockReply>) -> Self {
        self.replies.push((None, reply.into()));
        self
    }

    /// Adds a reply for calls of one operation with these inputs, by their names in the spec and as texts. They are given
    /// out before all others, in order, and the last one repeats: several jobs at a time each get their own.
    pub fn reply_to<'i>(
        mut self,
        operation: impl Into<String>,
        inputs: impl IntoIterator<Item = (&'i str, &'i str)>,
        reply: impl Into<MockReply>,
    ) -> Self {
        let inputs = inputs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        self.replies.push((Some(For { operation: operation.into(), inputs }), reply.into()));
        self
    }

    /// Adds replies, in their order.
    pub fn replies(mut self, replies: impl IntoIterator<Item = MockReply>) -> Self {
        self.replies.extend(replies.into_iter().map(|reply| (None, reply)));
        self
    }

    /// Adds a reply for requests for a token of the spec. They are given out first, in order and once each; from then
    /// on the mock vendor makes its own. What such a reply gives out is taken like any other.
    pub fn token_reply(mut self, token: impl Into<String>, reply: impl Into<MockReply>) -> Self {
        self.token_replies.push((token.into(), reply.into()));
        self
    }

    /// How long the vendor takes a token that it gave out, and how long it says so where its replies say it: in whole
    /// seconds, rounded up, except where they may say a fraction. Unless said, it is as long as the spec says, an hour
    /// where the replies say it, and for ever where a token lasts until it is refused.
    pub fn token_life(mut self, life: Duration) -> Self {
        self.token_life = Some(life);
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
    /// [`MockError::Setting`] and [`MockError::Reply`] for what was given wrong or is missing, [`MockError::Feature`]
    /// where the spec signs with private keys and the feature `jwt` is off, [`MockError::Io`] where no port or no
    /// thread is to be had.
    pub fn start(self) -> Result<MockVendor, MockError> {
        if needs_keys(&self.vendor) && !cfg!(feature = "jwt") {
            return Err(MockError::Feature("jwt"));
        }
        let settings = settings(&self.vendor, &self.settings)?;
        let store = Store::new(&self.vendor, self.replies, &self.folder)?;
        let token_replies = token_replies(&self.vendor, self.token_replies, &self.folder)?;
        let tokens = Tokens::new(&self.vendor, token_replies, self.token_life);
        let account = Arc::new(Account::new(self.vendor, settings, store, tokens, self.delay));
        let (stop, stopped) = oneshot::channel();
        let (ready, started) = mpsc::channel();
        let shared = Arc::clone(&account);
        let thread = thread::Builder::new()
            .name("mock-vendor".to_owned())
            .spawn(move || serve::host(&shared, stopped, &ready))
            .map_err(MockError::Io)?;
        let addr = started.recv().map_err(|error| MockError::Io(io::Error::other(error)))?.map_err(MockError::Io)?;
        Ok(MockVendor { addr, account, stop: Some(stop), thread: Some(thread) })
    }
}

/// The replies in store for each token of the vendor.
fn token_replies(
    vendor: &Vendor,
    given: Vec<(String, MockReply)>,
    folder: &Folder,
) -> Result<Vec<VecDeque<Prepared>>, MockError> {
    let mut all: Vec<_> = vendor.tokens.iter().map(|_| VecDeque::new()).collect();
    for (name, reply) in given {
        let at = vendor.tokens.iter().position(|token| token.operation.name.value == name);
        let at = at.ok_or_else(|| MockError::Reply(format!("`{name}` is no token of the spec")))?;
        all[at].push_back(reply.prepare(folder)?);
    }
    Ok(all)
}

impl fmt::Debug for MockBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MockBuilder").field("vendor", &self.vendor.name).finish_non_exhaustive()
    }
}
