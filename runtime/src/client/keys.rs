//! The public keys that a vendor hands out, kept for the events that are proved with them.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::Value;

use super::Client;
use super::credentials::Shared;
use super::single::Single;
use crate::call::Once;
use crate::clock::BoxFuture;
use crate::error::{Error, ErrorKind};
use crate::operation::Operation;
use crate::sign::public::Jwk;
use crate::webhook::{Asked, Found};

/// An operation is asked for keys at most so often within so long. Anybody can send events that name keys which do not
/// exist: none of that may become requests to the vendor without end.
const MOST: usize = 5;
const WITHIN: Duration = Duration::from_secs(60);
/// Keys are believed for so long; a vendor may take one back.
const LIFE: Duration = Duration::from_secs(24 * 60 * 60);
/// So many replies are kept where an operation is asked for single keys.
const KEPT: usize = 32;

/// The keys of a client, by the operations that hand them out.
#[derive(Default)]
pub(crate) struct KeyRing(Mutex<HashMap<&'static str, Arc<Ring>>>);

/// The keys that one operation hands out.
#[derive(Default)]
struct Ring {
    /// When it was asked, of late.
    starts: Mutex<VecDeque<Duration>>,
    sets: Mutex<Vec<(Name, Arc<Set>)>>,
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    at: &'static [&'static str],
    of: Vec<(&'static str, String)>,
}

/// The keys of one reply.
struct Set {
    kept: Mutex<Option<Kept>>,
    asking: Single<Kept, Failure>,
    /// Whether its first request was counted when it was made.
    is_counted: AtomicBool,
}

#[derive(Clone)]
struct Kept {
    keys: Arc<[Jwk]>,
    since: Duration,
}

/// Why there are no keys. Several events may learn of the same failure.
#[derive(Clone)]
enum Failure {
    /// It was asked too often of late.
    TooOften,
    /// The vendor knows no such key.
    NoSuchKey,
    Failed(Arc<Error>),
}

impl KeyRing {
    /// Whether the vendor's keys prove something, by what they `say` of it. Where those that are kept do not know, the
    /// vendor is asked.
    pub(crate) async fn prove(
        &self,
        client: &Client,
        asked: Asked,
        say: impl Fn(&[Jwk]) -> Found,
    ) -> Result<bool, Error> {
        let Asked { operation, at, of } = asked;
        let (name, operation) = (Name { at, of }, Arc::<dyn Operation<Reply = ()>>::from(operation));
        let ring = Arc::clone(lock(&self.0).entry(operation.meta().operation).or_default());
        let Some(set) = ring.set(&name, client) else { return Err(Failure::TooOften.into_error()) };
        let kept = set.current(client);
        match kept.as_ref().map(|kept| say(&kept.keys)) {
            Some(Found::Proved) => return Ok(true),
            Some(Found::Forged) => return Ok(false),
            Some(Found::Unknown) | None => {}
        }
        let before = kept.as_ref().map(|kept| kept.since);
        let is_newer = |kept: &Kept| before.is_none_or(|before| kept.since > before) && kept.is_fresh(client);
        let fetch = || ring.ask(&set, client, &operation, &name);
        match set.asking.get(is_newer, fetch).await {
            Ok((_, kept)) => {
                let found = say(&kept.keys);
                set.keep(kept);
                Ok(found == Found::Proved)
            }
            Err(failure) => {
                ring.forget(&set);
                match failure {
                    Failure::NoSuchKey => Ok(false),
                    // The vendor has just said which keys there are, and this is of none of them.
                    Failure::TooOften if set.current(client).is_some_and(|kept| kept.age(client) < WITHIN) => Ok(false),
                    failure => Err(failure.into_error()),
                }
            }
        }
    }
}

impl Ring {
    /// The keys of this name. `None` where they would have to be asked for, and cannot be.
    fn set(&self, name: &Name, client: &Client) -> Option<Arc<Set>> {
        let mut sets = lock(&self.sets);
        if let Some((_, set)) = sets.iter().find(|(known, _)| known == name) {
            return Some(Arc::clone(set));
        }
        // Counted here, so that names which do not exist are not kept either.
        if !self.count(client) {
            return None;
        }
        if sets.len() >= KEPT {
            sets.remove(0);
        }
        let set = Set { kept: Mutex::default(), asking: Single::new(None), is_counted: AtomicBool::new(true) };
        let set = Arc::new(set);
        sets.push((name.clone(), Arc::clone(&set)));
        Some(set)
    }

    /// Keys that never came need no place.
    fn forget(&self, set: &Arc<Set>) {
        if lock(&set.kept).is_none() {
            lock(&self.sets).retain(|(_, other)| !Arc::ptr_eq(other, set));
        }
    }

    /// Counts a request, if one may be made.
    fn count(&self, client: &Client) -> bool {
        let (mut starts, now) = (lock(&self.starts), client.now().mono);
        while starts.front().is_some_and(|start| now.saturating_sub(*start) >= WITHIN) {
            starts.pop_front();
        }
        let may = starts.len() < MOST;
        if may {
            starts.push_back(now);
        }
        may
    }

    fn ask(
        &self,
        set: &Set,
        client: &Client,
        operation: &Arc<dyn Operation<Reply = ()>>,
        name: &Name,
    ) -> BoxFuture<Result<Kept, Failure>> {
        if !set.is_counted.swap(false, Ordering::Relaxed) && !self.count(client) {
            return Box::pin(std::future::ready(Err(Failure::TooOften)));
        }
        let (client, operation, name) = (client.clone(), Arc::clone(operation), name.clone());
        Box::pin(async move { fetched(&client, &*operation, &name).await })
    }
}

/// Asks the vendor.
async fn fetched(client: &Client, operation: &dyn Operation<Reply = ()>, name: &Name) -> Result<Kept, Failure> {
    let failed = |error: Error| {
        // A key that the event has made up is one that the vendor refuses.
        let is_refused = matches!(error.kind(), ErrorKind::Vendor | ErrorKind::Request | ErrorKind::Input);
        match is_refused && !error.is_refused() && !name.of.is_empty() {
            true => Failure::NoSuchKey,
            false => Failure::Failed(Arc::new(error)),
        }
    };
    let (reply, ..) = Once::new(client, operation).send_answer().await.map_err(failed)?;
    let body: Value = serde_json::from_slice(reply.body()).unwrap_or_default();
    let step = |found: Value, step: &&str| match found {
        Value::Object(mut members) => members.remove(*step),
        Value::Array(mut all) => step.parse().ok().filter(|at| *at < all.len()).map(|at| all.swap_remove(at)),
        _ => None,
    };
    let keys: Option<Arc<[Jwk]>> = match name.at.iter().try_fold(body, step) {
        Some(Value::Array(all)) => Some(all.iter().filter_map(Jwk::of).collect()),
        Some(one @ Value::Object(_)) => Some(Jwk::of(&one).into_iter().collect()),
        _ => None,
    };
    let keys = keys.ok_or_else(|| {
        let meta = operation.meta();
        let text = "the reply has no keys at the place that `keys` of the spec names".to_owned();
        let error = Error::new(ErrorKind::Decode, text);
        Failure::Failed(Arc::new(error.with(|inner| inner.operation = Some((meta.vendor, meta.operation)))))
    })?;
    Ok(Kept { keys, since: client.now().mono })
}

impl Kept {
    fn age(&self, client: &Client) -> Duration {
        client.now().mono.saturating_sub(self.since)
    }

    fn is_fresh(&self, client: &Client) -> bool {
        self.age(client) < LIFE
    }
}

impl Set {
    fn current(&self, client: &Client) -> Option<Kept> {
        lock(&self.kept).clone().filter(|kept| kept.is_fresh(client))
    }

    fn keep(&self, new: Kept) {
        let mut kept = lock(&self.kept);
        if kept.as_ref().is_none_or(|kept| kept.since <= new.since) {
            *kept = Some(new);
        }
    }
}

impl Failure {
    fn into_error(self) -> Error {
        let (text, source): (_, Option<Box<dyn std::error::Error + Send + Sync>>) = match self {
            Failure::Failed(error) => {
                let text = "the keys of the event's proof did not come from the vendor; see the source for why";
                (text, Some(Box::new(Shared(error))))
            }
            Failure::TooOften | Failure::NoSuchKey => (
                "the keys of the event's proof are not known, and the vendor was asked for keys often enough of late",
                None,
            ),
        };
        let text = format!("{text}; answer by 503, so that the event comes again");
        Error::new(ErrorKind::Credential, text).with(|inner| inner.source = source)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
