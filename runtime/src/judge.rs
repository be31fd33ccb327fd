//! Says what a reply means: error shapes first, then the proof, then the rules, then the defaults by HTTP status.

use std::borrow::Cow;

use http::StatusCode;

use crate::fit::Fit;
use crate::operation::{Judgement, Rule};
use crate::probe::{Node, Unreadable, probe};
use crate::reply::Reply;
use crate::slot::{Slot, Test, at, with_slots};
use crate::state::Verdict;

/// All that a spec says about the replies of one operation.
#[derive(Debug)]
pub struct Reading {
    /// What is read of the body.
    pub node: Node,
    /// How many slots that takes.
    pub slots: u16,
    /// The shape of an answer.
    pub answer: Fit,
    /// The declared error shapes, in order.
    pub errors: &'static [ErrorShape],
    /// The rules of `states`.
    pub rules: &'static [Rule],
    /// The rule that holds for an answer. `None` where the slots have not the declared types.
    pub decide: fn(&[Slot<'_>]) -> Option<u16>,
    /// The slots of the vendor's own word, of which the first one counts where something stands.
    pub word: &'static [u16],
    /// The job's code: the first of these whose places are all there.
    pub code: &'static [Text],
    /// The job's message: the first of these whose places are all there.
    pub message: &'static [Text],
}

/// How an error looks.
#[derive(Debug)]
pub struct ErrorShape {
    /// A place without which the body cannot have this shape: most replies are none of the declared errors.
    pub needs: u16,
    /// The shape of its body.
    pub body: Fit,
    /// When a 2xx reply is one too.
    pub also: Also,
    /// The verdict of its rules, where one holds.
    pub decide: fn(&[Slot<'_>]) -> Option<Verdict>,
    /// The vendor's code: the first of these whose places are all there.
    pub code: &'static [Text],
    /// The vendor's message: the first of these whose places are all there.
    pub message: &'static [Text],
}

/// When a 2xx reply that has an error's shape is that error.
#[derive(Debug, Clone, Copy)]
pub enum Also {
    /// Never.
    Never,
    /// Always: fitting is enough.
    Fits,
    /// Where these facts hold.
    When(Test),
}

/// A text made of what was read; empty means that the spec tells none.
pub type Text = &'static [Piece];

/// A part of a [`Text`].
#[derive(Debug, Clone, Copy)]
pub enum Piece {
    /// Text of the spec.
    Plain(&'static str),
    /// What stands in a slot. Where nothing does, the whole text is left out.
    Slot(u16),
}

/// Whether the proof of what was read holds.
pub type Proof<'p> = &'p dyn Fn(&[Slot<'_>]) -> bool;

/// Judges `reply`. `verify` is asked only about a 2xx reply that is no error, and says whether its proof holds.
pub fn judge<'r>(reading: &'static Reading, reply: &'r Reply, verify: Option<Proof<'_>>) -> Judgement<'r> {
    with_slots(usize::from(reading.slots), |slots| {
        let body = probe(&reading.node, reply.body(), slots);
        if body.is_ok()
            && let Some(error) = error(reading, reply.status(), slots)
        {
            return error;
        }
        match reply.status().is_success() {
            true => answer(reading, reply, body, slots, verify),
            false => {
                let mut judgement = Judgement::new(by_status(reply.status()));
                judgement.reason = redirect(reply);
                judgement
            }
        }
    })
}

/// What is read of a reply's body; nothing where it is not JSON.
pub fn slots<'r>(reading: &'static Reading, reply: &'r Reply) -> Vec<Slot<'r>> {
    let mut slots = vec![Slot::Absent; usize::from(reading.slots)];
    match probe(&reading.node, reply.body(), &mut slots) {
        Ok(()) => slots,
        Err(_) => Vec::new(),
    }
}

/// What the error shapes say: the first one whose rules decide, else the first one that fits, by the HTTP status.
fn error<'r>(reading: &'static Reading, status: StatusCode, slots: &[Slot<'r>]) -> Option<Judgement<'r>> {
    let mut first = None;
    for error in reading.errors.iter().filter(|error| error.applies(status, slots)) {
        if let Some(verdict) = (error.decide)(slots) {
            return Some(error.judgement(verdict, slots));
        }
        first = first.or(Some(error));
    }
    first.map(|error| error.judgement(by_status(status), slots))
}

fn answer<'r>(
    reading: &'static Reading,
    reply: &'r Reply,
    body: Result<(), Unreadable>,
    slots: &[Slot<'r>],
    verify: Option<Proof<'_>>,
) -> Judgement<'r> {
    let read = body.map_err(|unreadable| unreadable.reason(reply.body()));
    if let Err(reason) = read.and_then(|()| reading.answer.check(slots).map_err(|place| place.reason(slots))) {
        let mut judgement = Judgement::new(Verdict::Unreadable);
        judgement.reason = Some(reason);
        return judgement;
    }
    if verify.is_some_and(|verify| !verify(slots)) {
        let mut judgement = Judgement::new(Verdict::Unverified);
        judgement.reason = Some("the reply's proof is missing or wrong".to_owned());
        return judgement;
    }
    if reading.rules.is_empty() {
        // An operation that nobody waits for has no states; its reply is what it is.
        return Judgement::new(Verdict::Unknown);
    }
    let Some((index, rule)) = (reading.decide)(slots).and_then(|at| Some((at, reading.rules.get(usize::from(at))?)))
    else {
        let mut judgement = Judgement::new(Verdict::Unreadable);
        judgement.reason = Some("a field that the rules read has not its declared type".to_owned());
        return judgement;
    };
    Judgement {
        rule: Some(index),
        partial: rule.partial,
        revisable: rule.revisable,
        word: reading.word.iter().find_map(|slot| text(at(slots, *slot))),
        code: first_told(reading.code, slots),
        message: first_told(reading.message, slots),
        ..Judgement::new(rule.verdict)
    }
}

/// What a status means where nothing that the spec says decides.
fn by_status(status: StatusCode) -> Verdict {
    match status.as_u16() {
        304 => Verdict::Unchanged,
        401 => Verdict::CredentialExpired,
        408 | 425 | 500..=599 => Verdict::Transient,
        429 => Verdict::Throttled,
        _ => Verdict::RequestError,
    }
}

/// Where a redirect points to, which is not followed.
fn redirect(reply: &Reply) -> Option<String> {
    if !reply.status().is_redirection() {
        return None;
    }
    let to = reply.header("location")?.parse::<http::Uri>().ok()?;
    Some(format!("a redirect to `{}`, which is not followed", to.host()?))
}

impl ErrorShape {
    fn applies(&self, status: StatusCode, slots: &[Slot<'_>]) -> bool {
        let may_apply = !status.is_success() || !matches!(self.also, Also::Never);
        may_apply
            && !matches!(at(slots, self.needs), Slot::Absent)
            && self.body.holds(slots)
            && match (status.is_success(), self.also) {
                (true, Also::When(holds)) => holds(slots),
                _ => true,
            }
    }

    fn judgement<'r>(&self, verdict: Verdict, slots: &[Slot<'r>]) -> Judgement<'r> {
        let mut judgement = Judgement::new(verdict);
        judgement.vendor_error = true;
        judgement.code = first_told(self.code, slots);
        judgement.message = first_told(self.message, slots);
        judgement
    }
}

#[inline]
fn first_told<'r>(texts: &[Text], slots: &[Slot<'r>]) -> Option<Cow<'r, str>> {
    match texts {
        [] => None,
        texts => texts.iter().find_map(|text| told(text, slots)),
    }
}

fn told<'r>(told: Text, slots: &[Slot<'r>]) -> Option<Cow<'r, str>> {
    match told {
        [] => None,
        [Piece::Slot(slot)] => text(at(slots, *slot)),
        pieces => together(pieces, slots),
    }
}

/// Text made of several pieces.
fn together<'r>(pieces: Text, slots: &[Slot<'r>]) -> Option<Cow<'r, str>> {
    let mut whole = String::new();
    for piece in pieces {
        whole.push_str(match piece {
            Piece::Plain(text) => text,
            Piece::Slot(slot) => at(slots, *slot).printed()?,
        });
    }
    Some(Cow::Owned(whole))
}

fn text<'r>(slot: &Slot<'r>) -> Option<Cow<'r, str>> {
    match slot {
        Slot::Text(text) | Slot::Number(text) => Some(text.clone()),
        other => other.printed().map(|text| Cow::Owned(text.to_owned())),
    }
}
