//! What a mock vendor knows of its caller, and how it answers.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::header::{ETAG, IF_NONE_MATCH};
use http::request::Parts;
use http::{HeaderMap, StatusCode};
use settled_codegen::model::{InputKind, Operation, Vendor};
use settled_codegen::spec::OneMethod;

use super::binding::{Binding, Found};
use super::check::{Check, Deviation};
use super::link::{Handed, handed};
use super::parts;
use super::path::openness;
use super::request::{Given, MockRequest};
use super::sign::signed;
use super::state::{Pace, State, pace};
use super::store::Store;
use super::token::Tokens;
use super::wire::Wire;

/// One vendor with one caller.
pub(super) struct Account {
    vendor: Vendor,
    settings: Vec<String>,
    delay: Duration,
    state: Mutex<State>,
}

/// A reply on its way.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Answer {
    pub(super) fn text(status: StatusCode, text: impl Into<Bytes>) -> Self {
        let headers = crate::reply::of_type(status.as_u16(), "text/plain; charset=utf-8", "").headers().clone();
        Answer { status, headers, body: text.into() }
    }
}

/// A call under way. Dropped without an end, the caller has gone away.
pub(super) struct Visit<'a> {
    account: &'a Account,
    request: usize,
    /// The operation that was asked, where it was one and no token.
    operation: Option<&'a Operation>,
    pace: Option<Pace>,
    arrived: Instant,
    ended: Option<Instant>,
}

impl Account {
    pub(super) fn new(vendor: Vendor, settings: Vec<String>, store: Store, tokens: Tokens, delay: Duration) -> Self {
        Account { vendor, settings, delay, state: Mutex::new(State::new(store, tokens)) }
    }

    pub(super) fn vendor(&self) -> &Vendor {
        &self.vendor
    }

    pub(super) fn delay(&self) -> Duration {
        self.delay
    }

    /// What has happened so far.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
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
        let wire = Wire { head, body };
        let mut state = self.state();
        let settings = state.tokens.settings(&self.vendor, &self.settings);
        let (found, role) = self.find(&wire, &settings, &state.handed);
        let held = found.into_iter().map(|binding| self.held(binding, role, &state.tokens, arrived));
        // Operations of one path are told apart by what else they send: the first that fits, or fits best.
        let Some((binding, mut deviations, is_stale)) = held.min_by_key(|(_, deviations, _)| deviations.len()) else {
            let text = format!("no operation of the spec is a {} of this path", head.method);
            let answer = state.complain("unknown path", &[Deviation::new(StatusCode::NOT_FOUND, text)]);
            return (self.visit(&mut state, request, &answer, None), answer);
        };
        let operation = binding.operation;
        request.operation = Some(operation.name.value.clone());
        request.inputs = inputs(&binding);
        deviations.extend(state.repeated(&binding));
        // Tokens are none of these: no limit counts them.
        let counted = self.vendor.operations.iter().find(|one| std::ptr::eq(*one, operation));
        let pace = counted.and_then(pace);
        deviations.extend(counted.into_iter().flat_map(|operation| state.crowd.enter(operation, arrived)));
        deviations.extend(pace.as_ref().and_then(|pace| state.haste(pace, operation, arrived)));
        let answer = match binding.token {
            _ if !deviations.is_empty() => state.complain(&operation.name, &deviations),
            _ if is_stale => Answer::text(StatusCode::UNAUTHORIZED, "a token is no longer taken"),
            Some(token) => {
                // A client that was given a base URL for each role gets one of a role, too.
                let own = || self.vendor.roles.iter().find(|role| role.token.is_some_and(|(of, _)| of == token));
                let base = wire.base(role.and_then(|_| own()));
                self.answer_token(&mut state, token, &base, arrived)
            }
            None => self.answer(&mut state, &binding),
        };
        state.handed.extend(handed(&answer.headers, &answer.body));
        (self.visit(&mut state, request, &answer, counted), answer)
    }

    fn visit<'a>(
        &'a self,
        state: &mut State,
        mut request: MockRequest,
        answer: &Answer,
        operation: Option<&'a Operation>,
    ) -> Visit<'a> {
        let pace = operation.and_then(pace);
        if let Some(pace) = &pace {
            state.paces.entry(pace.clone()).or_default().under_way += 1;
        }
        request.status = Some(answer.status.as_u16());
        let arrived = request.arrived;
        state.requests.push(request);
        Visit { account: self, request: state.requests.len() - 1, operation, pace, arrived, ended: None }
    }

    /// The operations with this method and path, and the role whose own base URL was asked; where several fit, those
    /// that belong there, and then those whose path says most.
    fn find<'a>(
        &'a self,
        wire: &'a Wire<'a>,
        settings: &'a [String],
        handed: &[Handed],
    ) -> (Vec<Binding<'a>>, Option<usize>) {
        let Some((role, path)) = wire.place(&self.vendor.roles) else { return (Vec::new(), None) };
        let tokens = self.vendor.tokens.iter().enumerate().map(|(at, token)| (&token.operation, Some(at)));
        let all = self.vendor.operations.iter().map(|operation| (operation, None)).chain(tokens);
        let fits = all.filter(|(operation, _)| method(operation.method) == wire.head.method.as_str());
        let bound = fits.filter_map(|(operation, token)| {
            let binding = Binding::new(&self.vendor, operation, token, settings, wire);
            if operation.link.is_some() { binding.of_link(handed) } else { binding.of_path(&path) }
        });
        let key = |binding: &Binding<'_>| (self.misdirected(binding, role).is_some(), openness(binding.operation));
        let mut bound: Vec<_> = bound.collect();
        let best = bound.iter().map(key).min();
        bound.retain(|binding| Some(key(binding)) == best);
        (bound, role)
    }

    /// A request as one of this operation, with what is wrong with it, and whether its token is no longer taken.
    fn held<'a>(
        &self,
        mut binding: Binding<'a>,
        role: Option<usize>,
        tokens: &Tokens,
        arrived: Instant,
    ) -> (Binding<'a>, Vec<Deviation>, bool) {
        binding.read();
        let (mut deviations, is_stale) = held(&mut binding, tokens, arrived);
        deviations.extend(self.misdirected(&binding, role));
        (binding, deviations, is_stale)
    }

    /// What is wrong with the base URL that was asked.
    fn misdirected(&self, binding: &Binding<'_>, role: Option<usize>) -> Option<Deviation> {
        let name = |role: usize| self.vendor.roles.get(role).map_or("", |role| role.name.as_str());
        let (asked, own) = (role.filter(|_| binding.operation.link.is_none())?, binding.operation.role);
        let text = || format!("asked of the base URL of `{}`, and not of `{}`", name(asked), name(own));
        (asked != own).then(|| Deviation::new(StatusCode::MISDIRECTED_REQUEST, text()))
    }

    /// The next reply in store, signed if need be.
    fn answer(&self, state: &mut State, binding: &Binding<'_>) -> Answer {
        let given = inputs(binding);
        let input = |name: &str| given.iter().find(|given| given.name == name).map(|given| given.value.clone());
        let Some(reply) = state.store.next(&binding.operation.name.value, input) else {
            return Answer::text(StatusCode::NOT_FOUND, "");
        };
        let (headers, body) = match signed(binding, &reply.signing, &reply.headers, &reply.body) {
            Ok(Some((headers, body))) => (headers, body.into()),
            Ok(None) => (reply.headers.clone(), reply.body.clone()),
            Err(text) => {
                let deviation = Deviation::new(StatusCode::INTERNAL_SERVER_ERROR, text);
                return state.complain(&binding.operation.name, &[deviation]);
            }
        };
        let tag = headers.get(ETAG).filter(|_| binding.operation.etag);
        if tag.is_some_and(|tag| binding.wire.head.headers.get(IF_NONE_MATCH) == Some(tag)) {
            return Answer { status: StatusCode::NOT_MODIFIED, headers, body: Bytes::new() };
        }
        Answer { status: reply.status, headers, body }
    }

    /// The next reply in store for a token, or a token of our own.
    fn answer_token(&self, state: &mut State, token: usize, base: &str, now: Instant) -> Answer {
        let answer = match state.tokens.reply(token) {
            Some(reply) => Answer { status: reply.status, headers: reply.headers, body: reply.body },
            None => match state.tokens.body(&self.vendor, token, base) {
                Some(body) => {
                    let headers = crate::reply::json("").headers().clone();
                    Answer { status: StatusCode::OK, headers, body: body.into() }
                }
                None => {
                    let text = "no reply of its shape can be made; give one by `.token_reply(…)`";
                    let deviation = Deviation::new(StatusCode::INTERNAL_SERVER_ERROR, text);
                    return state.complain(&self.vendor.tokens[token].operation.name, &[deviation]);
                }
            },
        };
        if answer.status.is_success() {
            state.tokens.give(&self.vendor, token, &answer.body, now);
        }
        answer
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
        let mut state = self.account.state();
        if let Some(request) = state.requests.get_mut(self.request) {
            request.answered = self.ended;
        }
        if let Some(operation) = self.operation {
            state.crowd.leave(operation);
        }
        if let Some(paced) = self.pace.as_ref().and_then(|pace| state.paces.get_mut(pace)) {
            paced.under_way = paced.under_way.saturating_sub(1);
            // When a caller went away is not known here, only that it was after its request.
            paced.ended = paced.ended.max(Some(self.ended.unwrap_or(self.arrived)));
        }
    }
}

/// What is wrong with a request, and whether it was made with a token that is no longer taken. A token that is nowhere
/// in it and only has part in a signature is the one with which the signature is right.
fn held(binding: &mut Binding<'_>, tokens: &Tokens, now: Instant) -> (Vec<Deviation>, bool) {
    /// The most tokens that are tried.
    const MOST: usize = 64;
    let used = parts::tokens(binding.operation);
    let mut choices = vec![Vec::new()];
    let mut strangers = Vec::new();
    for token in used {
        let candidates = tokens.candidates(token, &binding.tokens[token]);
        if candidates.is_empty() {
            let is_carried = binding.tokens[token].found.iter().any(Option::is_some);
            strangers.extend(is_carried.then_some(token));
            continue;
        }
        let with = |choice: &Vec<_>| {
            let choice = choice.clone();
            candidates.iter().map(move |number| [choice.as_slice(), &[(token, *number)]].concat()).collect::<Vec<_>>()
        };
        choices = choices.iter().flat_map(with).take(MOST).collect();
    }
    let mut first = None;
    for choice in &choices {
        for (token, number) in choice {
            binding.tokens[*token].held = Some(tokens.fields(*token, *number));
        }
        let mut deviations = Check::new(binding).run();
        for token in &strangers {
            let text =
                format!("the token `{}` was never given out", binding.vendor.tokens[*token].operation.name.value);
            deviations.push(Deviation::new(StatusCode::UNAUTHORIZED, text));
        }
        let is_stale = choice.iter().any(|(token, number)| tokens.is_stale(*token, *number, now));
        if deviations.is_empty() {
            return (deviations, is_stale);
        }
        first.get_or_insert((deviations, is_stale));
    }
    first.unwrap_or_default()
}

fn inputs(binding: &Binding<'_>) -> Vec<Given> {
    let inputs = binding.operation.inputs.iter().zip(&binding.inputs);
    let given = inputs.filter_map(|(input, found)| {
        let value = match found.as_ref()? {
            Found::Text(text) => text.clone(),
            Found::List(items) => serde_json::Value::from(items.as_slice()).to_string(),
            Found::Json(json) => json.to_string(),
            Found::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        };
        Some(Given { name: input.name.clone(), value, is_secret: input.kind == InputKind::Secret })
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
