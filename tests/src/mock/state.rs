//! What has happened so far at a mock vendor.

use std::collections::{HashMap, HashSet};
use std::time::Instant;

use http::StatusCode;
use settled_codegen::model::{Function, Operation, Per, Signer};

use super::account::Answer;
use super::binding::Binding;
use super::check::Deviation;
use super::check::oauth1::nonce;
use super::crowd::Crowd;
use super::link::Handed;
use super::request::MockRequest;
use super::store::Store;
use super::token::Tokens;

/// All that changes while a vendor runs.
pub(super) struct State {
    pub(super) store: Store,
    pub(super) requests: Vec<MockRequest>,
    pub(super) complaints: Vec<String>,
    pub(super) tokens: Tokens,
    /// The URLs that were handed over.
    pub(super) handed: Vec<Handed>,
    /// The random values that came so far.
    random: HashSet<String>,
    /// The calls that keep a distance to each other.
    pub(super) paces: HashMap<Pace, Paced>,
    /// How many calls there are.
    pub(super) crowd: Crowd,
}

/// Whose calls keep a distance to each other: those of an operation with an interval of its own, or all the others.
pub(super) type Pace = Option<String>;

/// Calls that keep a distance to each other.
#[derive(Default)]
pub(super) struct Paced {
    pub(super) under_way: usize,
    /// When the last of them ended.
    pub(super) ended: Option<Instant>,
}

/// Which calls those of an operation keep a distance to. Which of them are about one job is not known here.
pub(super) fn pace(operation: &Operation) -> Option<Pace> {
    match operation.limits.per {
        _ if operation.limits.min_interval.is_zero() => None,
        Per::Client => Some(None),
        Per::Operation => Some(Some(operation.name.value.clone())),
        Per::Job => None,
    }
}

impl State {
    pub(super) fn new(store: Store, tokens: Tokens) -> Self {
        let (requests, complaints, handed, random) = (Vec::new(), Vec::new(), Vec::new(), HashSet::new());
        State { store, requests, complaints, tokens, handed, random, paces: HashMap::new(), crowd: Crowd::default() }
    }

    /// What is wrong with the moment at which a request came.
    pub(super) fn haste(&self, pace: &Pace, operation: &Operation, arrived: Instant) -> Option<Deviation> {
        let least = operation.limits.min_interval;
        let paced = self.paces.get(pace)?;
        let text = match paced.ended.map(|ended| arrived.saturating_duration_since(ended)) {
            _ if paced.under_way > 0 => "came while another call was under way".to_owned(),
            Some(gap) if gap < least => format!("came {gap:?} after the end of the call before, and not {least:?}"),
            _ => return None,
        };
        Some(Deviation::new(StatusCode::TOO_MANY_REQUESTS, text))
    }

    /// Random values that came before. Those of one call may come again with its next try, which looks like any
    /// request.
    pub(super) fn repeated(&mut self, binding: &Binding<'_>) -> Vec<Deviation> {
        let mut deviations = Vec::new();
        for (value, found) in binding.operation.values.iter().zip(&binding.values) {
            if let (Function::Random(_, lot), Some(found)) = (&value.function, found)
                && !lot.per_call
                && !self.random.insert(found.clone())
            {
                let text = format!("`{}` repeats a random value that came before", value.name);
                deviations.push(Deviation::new(StatusCode::BAD_REQUEST, text));
            }
        }
        if let Some(Signer::OAuth1(_)) = &binding.operation.signer
            && let Some(nonce) = nonce(binding.wire)
            && !self.random.insert(nonce)
        {
            let text = "`oauth_nonce` in header `authorization` came before";
            deviations.push(Deviation::new(StatusCode::BAD_REQUEST, text));
        }
        deviations
    }

    /// Writes deviations down, and answers with them.
    pub(super) fn complain(&mut self, about: &str, deviations: &[Deviation]) -> Answer {
        let texts: Vec<_> = deviations.iter().map(|deviation| format!("{about}: {}", deviation.text)).collect();
        let has = |status: &StatusCode| deviations.iter().any(|deviation| deviation.status == *status);
        // What the client can do something about comes last.
        let by_weight = [StatusCode::TOO_MANY_REQUESTS, StatusCode::BAD_REQUEST];
        let others = deviations.iter().map(|deviation| deviation.status).find(|status| !by_weight.contains(status));
        let status = others.or(by_weight.into_iter().find(has)).unwrap_or(StatusCode::BAD_REQUEST);
        let answer = Answer::text(status, texts.join("\n"));
        self.complaints.extend(texts);
        answer
    }
}
