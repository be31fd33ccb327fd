//! What a mock vendor knows of its caller: the settings, what came, and what is still to be answered.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, StatusCode};
use percent_encoding::percent_decode_str;
use settled_codegen::model::{InputKind, Operation, Part, Vendor};
use settled_codegen::spec::OneMethod;

use super::binding::Binding;
use super::check::{Check, Deviation};
use super::reply::Prepared;
use super::request::{Given, MockRequest};
use super::sign::signed;

/// One vendor with one caller.
pub(super) struct Account {
    vendor: Vendor,
    settings: Vec<String>,
    replies: Vec<Prepared>,
    delay: Duration,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// The next reply to give out.
    next: usize,
    requests: Vec<MockRequest>,
    complaints: Vec<String>,
    /// Calls under way whose operation has a least interval.
    under_way: usize,
    /// When the last of those ended.
    ended: Option<Instant>,
}

/// A reply on its way.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

/// A call under way. Dropped without an end, the caller has gone away.
pub(super) struct Visit<'a> {
    account: &'a Account,
    request: usize,
    paced: bool,
    arrived: Instant,
    ended: Option<Instant>,
}

impl Account {
    pub(super) fn new(vendor: Vendor, settings: Vec<String>, replies: Vec<Prepared>, delay: Duration) -> Self {
        Account { vendor, settings, replies, delay, state: Mutex::default() }
    }

    pub(super) fn vendor(&self) -> &Vendor {
        &self.vendor
    }

    pub(super) fn delay(&self) -> Duration {
        self.delay
    }

    pub(super) fn requests(&self) -> Vec<MockRequest> {
        self.lock().requests.clone()
    }

    pub(super) fn complaints(&self) -> Vec<String> {
        self.lock().complaints.clone()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a request in, and says how it is answered.
    pub(super) fn admit(&self, head: &Parts, body: &Bytes, arrived: Instant) -> (Visit<'_>, Answer) {
        let mut request = MockRequest {
            operation: None,
            method: head.method.clone(),
            path: head.uri.path().to_owned(),
            headers: head.headers.clone(),
            inputs: Vec::new(),
            body: body.clone(),
            arrived,
            answered: None,
            status: None,
        };
        let mut state = self.lock();
        let Some(mut binding) = self.find(head) else {
            let text = format!("no operation of the spec is a {} of this path", head.method);
            let deviation = Deviation { status: StatusCode::NOT_FOUND, text };
            let answer = state.complain("unknown path", &[deviation]);
            return (self.visit(&mut state, request, &answer, false), answer);
        };
        let operation = binding.operation;
        let query = query(head.uri.query().unwrap_or_default());
        binding.read(&query, &head.headers, serde_json::from_slice(body).ok().as_ref());
        request.operation = Some(operation.name.value.clone());
        request.inputs = inputs(&binding);
        let mut deviations = Check::new(&binding).run(&query, &head.headers, body);
        deviations.extend(state.haste(operation, arrived));
        let answer = match deviations.is_empty() {
            true => self.answer(&mut state, &binding),
            false => state.complain(&operation.name, &deviations),
        };
        (self.visit(&mut state, request, &answer, !operation.min_interval.is_zero()), answer)
    }

    fn visit(&self, state: &mut State, mut request: MockRequest, answer: &Answer, paced: bool) -> Visit<'_> {
        state.under_way += usize::from(paced);
        request.status = Some(answer.status.as_u16());
        let arrived = request.arrived;
        state.requests.push(request);
        Visit { account: self, request: state.requests.len() - 1, paced, arrived, ended: None }
    }

    /// The operation with this method and path; where several fit, the one whose path says most.
    fn find(&self, head: &Parts) -> Option<Binding<'_>> {
        let path: Option<Vec<String>> = head
            .uri
            .path()
            .split('/')
            .map(|segment| percent_decode_str(segment).decode_utf8().ok().map(Into::into))
            .collect();
        let path = path?;
        let fits = |operation: &&Operation| method(operation.method) == head.method.as_str();
        let bind = |operation| Binding::new(&self.vendor, operation, &self.settings).of_path(&path);
        let open = |binding: &Binding<'_>| {
            binding.operation.path.0.iter().filter(|part| matches!(part, Part::Input(_))).count()
        };
        self.vendor.operations.iter().filter(fits).filter_map(bind).min_by_key(open)
    }

    /// The next reply in store, signed if need be.
    fn answer(&self, state: &mut State, binding: &Binding<'_>) -> Answer {
        let reply = self.replies.get(state.next).or(self.replies.last());
        state.next += 1;
        // `start` refuses an empty store.
        let Some(reply) = reply else {
            return Answer { status: StatusCode::NOT_FOUND, headers: HeaderMap::new(), body: Bytes::new() };
        };
        let body = match signed(binding, &reply.signing, &reply.body) {
            Ok(Some(body)) => body.into(),
            Ok(None) => reply.body.clone(),
            Err(text) => {
                let deviation = Deviation { status: StatusCode::INTERNAL_SERVER_ERROR, text };
                return state.complain(&binding.operation.name, &[deviation]);
            }
        };
        Answer { status: reply.status, headers: reply.headers.clone(), body }
    }
}

impl State {
    /// What is wrong with the moment at which a request came.
    fn haste(&self, operation: &Operation, arrived: Instant) -> Option<Deviation> {
        let least = operation.min_interval;
        if least.is_zero() {
            return None;
        }
        let text = match self.ended.map(|ended| arrived.saturating_duration_since(ended)) {
            _ if self.under_way > 0 => "came while another call was under way".to_owned(),
            Some(gap) if gap < least => format!("came {gap:?} after the end of the call before, and not {least:?}"),
            _ => return None,
        };
        Some(Deviation { status: StatusCode::TOO_MANY_REQUESTS, text })
    }

    /// Writes deviations down, and answers with them.
    fn complain(&mut self, about: &str, deviations: &[Deviation]) -> Answer {
        let texts: Vec<_> = deviations.iter().map(|deviation| format!("{about}: {}", deviation.text)).collect();
        let has = |status: &StatusCode| deviations.iter().any(|deviation| deviation.status == *status);
        // What the client can do something about comes last.
        let by_weight = [StatusCode::TOO_MANY_REQUESTS, StatusCode::BAD_REQUEST];
        let others = deviations.iter().map(|deviation| deviation.status).find(|status| !by_weight.contains(status));
        let status = others.or(by_weight.into_iter().find(has)).unwrap_or(StatusCode::BAD_REQUEST);
        let body = texts.join("\n").into();
        self.complaints.extend(texts);
        let headers = crate::reply::of_type(status.as_u16(), "text/plain; charset=utf-8", "").headers().clone();
        Answer { status, headers, body }
    }
}

impl Visit<'_> {
    /// The reply is handed to the socket now.
    pub(super) fn end(mut self) {
        self.ended = Some(Instant::now());
    }
}

impl Drop for Visit<'_> {
    fn drop(&mut self) {
        let mut state = self.account.lock();
        if let Some(request) = state.requests.get_mut(self.request) {
            request.answered = self.ended;
        }
        if self.paced {
            state.under_way = state.under_way.saturating_sub(1);
            // When a caller went away is not known here, only that it was after its request.
            state.ended = state.ended.max(Some(self.ended.unwrap_or(self.arrived)));
        }
    }
}

fn inputs(binding: &Binding<'_>) -> Vec<Given> {
    let inputs = binding.operation.inputs.iter().zip(&binding.inputs);
    let given = inputs.filter_map(|(input, value)| {
        let is_secret = input.kind == InputKind::Secret;
        Some(Given { name: input.name.clone(), value: value.clone()?, is_secret })
    });
    given.collect()
}

fn method(method: OneMethod) -> &'static str {
    match method {
        OneMethod::Get => "GET",
        OneMethod::Post => "POST",
        OneMethod::Put => "PUT",
        OneMethod::Patch => "PATCH",
        OneMethod::Delete => "DELETE",
    }
}

/// A query, decoded.
fn query(text: &str) -> Vec<(String, String)> {
    let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (decode(name), decode(value)))
        .collect()
}
