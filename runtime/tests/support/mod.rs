//! What the engine's tests share: a virtual clock with its executor, a scripted transport, and one operation by hand.
#![allow(dead_code, unreachable_pub, reason = "each test program uses a part of it")]

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll as Polling, Wake, Waker};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode};
use settled::{
    Attempt, BoxFuture, Call, Client, ClientBuilder, Clock, DecodeError, FaultKind, InvalidInput, Judgement, Limits,
    Meta, Now, Operation, Outcome, Poll, Reply, Rule, SendLimits, State, Transport, TransportFault, Verdict,
};

pub const fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

pub const fn secs(secs: u64) -> Duration {
    Duration::from_secs(secs)
}

/// Time that stands still until everybody sleeps.
#[derive(Clone, Default)]
pub struct TestClock(Arc<Mutex<Time>>);

#[derive(Default)]
struct Time {
    mono: Duration,
    jumped: i64,
    sleepers: Vec<(Duration, Waker)>,
}

impl TestClock {
    pub fn mono(&self) -> Duration {
        self.0.lock().unwrap().mono
    }

    pub fn jump_wall(&self, secs: i64) {
        self.0.lock().unwrap().jumped += secs;
    }

    pub fn advance_to(&self, mono: Duration) {
        let mut time = self.0.lock().unwrap();
        time.mono = time.mono.max(mono);
        let (due, later) = std::mem::take(&mut time.sleepers).into_iter().partition(|(at, _)| *at <= mono);
        time.sleepers = later;
        let due: Vec<(Duration, Waker)> = due;
        drop(time);
        due.into_iter().for_each(|(_, waker)| waker.wake());
    }

    /// Drives a future to its end, letting time pass whenever nothing else can.
    pub fn run<F: Future>(&self, future: F) -> F::Output {
        let mut future = Box::pin(future);
        let flag = Arc::new(Flag(AtomicBool::new(true)));
        let waker = Waker::from(Arc::clone(&flag));
        let mut cx = Context::from_waker(&waker);
        for _ in 0..1_000_000 {
            if flag.0.swap(false, Ordering::SeqCst) {
                if let Polling::Ready(output) = future.as_mut().poll(&mut cx) {
                    return output;
                }
                continue;
            }
            let next = self.0.lock().unwrap().sleepers.iter().map(|(at, _)| *at).min();
            self.advance_to(next.expect("the future is stuck: it neither sleeps nor is woken"));
        }
        panic!("the future does not come to an end");
    }

    pub fn run_all<T>(&self, futures: Vec<BoxFuture<T>>) -> Vec<T> {
        self.run(All::new(futures))
    }
}

impl Clock for TestClock {
    fn now(&self) -> Now {
        let time = self.0.lock().unwrap();
        let wall = 1_700_000_000 + time.jumped;
        Now { mono: time.mono, wall: secs(u64::try_from(wall).unwrap()) + time.mono }
    }

    fn sleep_until(&self, mono: Duration) -> BoxFuture<()> {
        let clock = self.clone();
        Box::pin(std::future::poll_fn(move |cx| {
            let mut time = clock.0.lock().unwrap();
            if time.mono >= mono {
                return Polling::Ready(());
            }
            time.sleepers.push((mono, cx.waker().clone()));
            Polling::Pending
        }))
    }
}

struct Flag(AtomicBool);

impl Wake for Flag {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// Polls those that were woken, and only those: a wake-up that is lost stays lost.
struct All<T> {
    left: Vec<Option<(BoxFuture<T>, Arc<Woken>)>>,
    done: Vec<T>,
}

struct Woken {
    is: AtomicBool,
    outer: Mutex<Option<Waker>>,
}

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.is.store(true, Ordering::SeqCst);
        if let Some(outer) = &*self.outer.lock().unwrap() {
            outer.wake_by_ref();
        }
    }
}

impl<T> All<T> {
    fn new(futures: Vec<BoxFuture<T>>) -> Self {
        let woken = || Arc::new(Woken { is: AtomicBool::new(true), outer: Mutex::default() });
        All { left: futures.into_iter().map(|future| Some((future, woken()))).collect(), done: Vec::new() }
    }
}

impl<T> Unpin for All<T> {}

impl<T> Future for All<T> {
    type Output = Vec<T>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Polling<Vec<T>> {
        let this = &mut *self;
        for slot in &mut this.left {
            let Some((future, woken)) = slot else { continue };
            *woken.outer.lock().unwrap() = Some(cx.waker().clone());
            let waker = Waker::from(Arc::clone(woken));
            if woken.is.swap(false, Ordering::SeqCst)
                && let Polling::Ready(output) = future.as_mut().poll(&mut Context::from_waker(&waker))
            {
                this.done.push(output);
                *slot = None;
            }
        }
        let is_done = this.left.iter().all(Option::is_none);
        if is_done { Polling::Ready(std::mem::take(&mut this.done)) } else { Polling::Pending }
    }
}

#[derive(Clone)]
pub enum Answer {
    Reply(Reply),
    Fault(FaultKind),
    Never,
}

pub fn status(word: &str) -> Answer {
    Answer::Reply(Reply::ok(format!(r#"{{"status":"{word}","result":7}}"#)))
}

pub fn http(status: u16, headers: &[(&str, &str)], body: &str) -> Answer {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.append(HeaderName::try_from(*name).unwrap(), HeaderValue::try_from(*value).unwrap());
    }
    Answer::Reply(Reply::new(StatusCode::from_u16(status).unwrap(), map, body.to_owned()))
}

/// One request as the vendor would have seen it.
#[derive(Clone, Debug)]
pub struct Sent {
    pub at: Duration,
    pub ended: Option<Duration>,
    pub uri: String,
    pub key: Option<String>,
    pub if_none_match: Option<String>,
    pub limits: SendLimits,
}

/// A transport that gives its answers in turn, and the last one for ever.
#[derive(Clone)]
pub struct Script {
    clock: TestClock,
    took: Duration,
    answers: Arc<Mutex<VecDeque<Answer>>>,
    pub sent: Arc<Mutex<Vec<Sent>>>,
}

impl Script {
    pub fn new(clock: &TestClock, took: Duration, answers: impl IntoIterator<Item = Answer>) -> Self {
        let answers = Arc::new(Mutex::new(answers.into_iter().collect()));
        Script { clock: clock.clone(), took, answers, sent: Arc::default() }
    }

    pub fn sent(&self) -> Vec<Sent> {
        self.sent.lock().unwrap().clone()
    }

    pub fn count(&self) -> usize {
        self.sent.lock().unwrap().len()
    }
}

/// Notes when a request ends, also where it is dropped.
struct Mark(Script, usize);

impl Drop for Mark {
    fn drop(&mut self) {
        let now = self.0.clock.mono();
        self.0.sent.lock().unwrap()[self.1].ended = Some(now);
    }
}

impl Transport for Script {
    fn send(&self, request: Request<Bytes>, limits: SendLimits) -> BoxFuture<Result<Reply, TransportFault>> {
        let mut answers = self.answers.lock().unwrap();
        let answer = if answers.len() > 1 { answers.pop_front().unwrap() } else { answers[0].clone() };
        let at = self.clock.mono();
        let header = |name: &str| request.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let (key, if_none_match) = (header("x-key"), header("if-none-match"));
        let mut sent = self.sent.lock().unwrap();
        sent.push(Sent { at, ended: None, uri: request.uri().to_string(), key, if_none_match, limits });
        let mark = Mark(self.clone(), sent.len() - 1);
        let wait = self.clock.sleep_until(at + self.took);
        Box::pin(async move {
            let _mark = mark;
            wait.await;
            match answer {
                Answer::Reply(reply) => Ok(reply),
                Answer::Fault(kind) => Err(TransportFault::new(kind)),
                Answer::Never => std::future::pending().await,
            }
        })
    }
}

pub const NO_LIMITS: Limits = Limits::new(Duration::ZERO);

/// Asked every second for ten minutes, without growth or jitter.
pub fn each_second() -> Poll {
    let mut poll = Poll::new(secs(600));
    (poll.every, poll.at_most) = (secs(1), secs(1));
    poll
}

pub fn meta(poll: Poll, limits: Limits, safe_to_repeat: bool) -> &'static Meta {
    meta_of("job_status", poll, limits, safe_to_repeat)
}

pub fn meta_of(operation: &'static str, poll: Poll, limits: Limits, safe_to_repeat: bool) -> &'static Meta {
    const RULES: &[Rule] = &[Rule {
        verdict: Verdict::State(State::Succeeded),
        partial: false,
        revisable: true,
        every: None,
        within: None,
        confirm: 1,
        then: None,
        facts: "status is done",
        place: "specs/acme.yaml:7:9",
    }];
    Box::leak(Box::new(Meta {
        vendor: "acme",
        operation,
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/jobs/{job_id}",
        limits,
        poll,
        safe_to_repeat,
        etag: true,
        rules: RULES,
    }))
}

/// The status of one job, as a generated operation would say it.
pub struct Job {
    pub meta: &'static Meta,
    pub id: String,
}

impl Operation for Job {
    type Reply = u64;

    fn meta(&self) -> &'static Meta {
        self.meta
    }

    fn request(&self, attempt: &Attempt<'_>) -> Result<Request<Bytes>, InvalidInput> {
        if self.id.contains('/') {
            return Err(InvalidInput::new("job_id", "must not hold a slash"));
        }
        let mut request =
            Request::get(format!("{}/jobs/{}?t={}", attempt.base(0), self.id, attempt.now.wall.as_secs()));
        if let Some(key) = attempt.secrets.first() {
            request = request.header("x-key", key.expose());
        }
        Ok(request.body(Bytes::new()).unwrap())
    }

    fn judge<'r>(&self, reply: &'r Reply, _attempt: &Attempt<'_>) -> Judgement<'r> {
        let verdict = match reply.status().as_u16() {
            200 => return judge_body(reply.body()),
            304 => Verdict::Unchanged,
            // A state that is told outside answers.
            418 => Verdict::State(State::Running),
            401 => Verdict::CredentialExpired,
            429 => Verdict::Throttled,
            500.. => Verdict::Transient,
            _ => Verdict::RequestError,
        };
        Judgement::new(verdict)
    }

    fn decode(&self, body: &[u8]) -> Result<u64, DecodeError> {
        let json: serde_json::Value = serde_json::from_slice(body).map_err(|_| DecodeError::new("not JSON"))?;
        json["result"].as_u64().ok_or_else(|| DecodeError::new("`result` is no number"))
    }

    fn pin(&mut self, reply: &Reply) {
        let json: serde_json::Value = serde_json::from_slice(reply.body()).unwrap();
        if let Some(id) = json["id"].as_str() {
            id.clone_into(&mut self.id);
        }
    }
}

fn judge_body(body: &[u8]) -> Judgement<'static> {
    let Ok(json) = serde_json::from_slice::<serde_json::Value>(body) else {
        let mut judgement = Judgement::new(Verdict::Unreadable);
        judgement.reason = Some("not JSON".to_owned());
        return judgement;
    };
    if let Some(code) = json["error"].as_str() {
        let mut judgement = Judgement::new(Verdict::RequestError);
        judgement.vendor_error = true;
        judgement.code = Some(code.to_owned().into());
        judgement.message = Some("canary-message".into());
        return judgement;
    }
    let word = json["status"].as_str().unwrap_or_default().to_owned();
    let mut judgement = Judgement::new(match word.as_str() {
        "queued" => Verdict::State(State::Pending),
        "working" => Verdict::State(State::Running),
        "done" => Verdict::State(State::Succeeded),
        "declined" => Verdict::State(Outcome::Rejected.state()),
        "broken" => Verdict::State(State::Failed),
        "called_off" => Verdict::State(State::Cancelled),
        "too_late" => Verdict::State(State::Expired),
        "forged" => Verdict::Unverified,
        _ => Verdict::Unknown,
    });
    judgement.answer = true;
    judgement.rule = (word == "done").then_some(0);
    judgement.revisable = word == "done";
    judgement.word = Some(word.into());
    judgement.ask_again_after = json["again"].as_u64().map(secs);
    judgement
}

pub fn client(clock: &TestClock, script: &Script) -> Client {
    builder(clock, script).build("acme", &[]).unwrap()
}

pub fn builder(clock: &TestClock, script: &Script) -> ClientBuilder {
    ClientBuilder::new().base_url("https://acme.example").clock(clock.clone()).transport(script.clone())
}

pub fn job(client: &Client, meta: &'static Meta) -> Call<u64> {
    Call::new(client.clone(), Job { meta, id: "j-1".to_owned() })
}
