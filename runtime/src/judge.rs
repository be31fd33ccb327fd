//! Says what a reply means: error shapes first, then the proof, then the rules, then the defaults by HTTP status.

use std::borrow::Cow;
use std::time::Duration;

use http::StatusCode;

use crate::clock::Now;
use crate::error::DecodeError;
use crate::fit::Fit;
use crate::hints::{Hints, Taken};
use crate::operation::{Attempt, Judgement, Rule};
use crate::probe::{Node, Unreadable, probe};
use crate::reply::Reply;
use crate::slot::{Slot, Test, at as at_slot, with_slots};
use crate::state::Verdict;

/// All that a spec says about the replies of one operation.
#[derive(Debug)]
pub struct Reading {
    /// What is read of the body.
    pub node: Node,
    /// How many slots that, and what is besides, takes.
    pub slots: u16,
    /// What is looked at besides the body, and its slots.
    pub asides: &'static [(Aside, u16)],
    /// The shape of an answer.
    pub answer: Fit,
    /// The declared error shapes, in order.
    pub errors: &'static [ErrorShape],
    /// Whether a 2xx reply can be one of them.
    pub also: bool,
    /// The rules of `states`.
    pub rules: &'static [Rule],
    /// What single rules tell.
    pub overrides: &'static [Override],
    /// The rule that holds for an answer. `None` where the slots have not the declared types.
    pub decide: Decide,
    /// Whether that asks for the proof itself: some rules speak of replies without one.
    pub unsigned: bool,
    /// The rule that holds for a reply that is no answer, where any speaks of such.
    pub others: Option<Decide>,
    /// The slots of the vendor's own word, of which the first one counts where something stands.
    pub word: &'static [u16],
    /// The job's code: the first of these whose places are all there.
    pub code: &'static [Text],
    /// The job's message: the first of these whose places are all there.
    pub message: &'static [Text],
    /// What replies say about time and progress, where they do.
    pub hints: Option<&'static Hints>,
    /// Whether a 2xx reply is an answer whatever its body is: no JSON is asked for.
    pub any_body: bool,
}

/// The position of the rule that holds.
pub type Decide = fn(&[Slot<'_>], &Known) -> Option<u16>;

/// What is known of a reply besides what was read.
#[derive(Debug, Clone, Copy)]
pub struct Known {
    /// Whether its proof holds.
    pub proof: bool,
    /// Whether its body has the shape of an answer.
    pub answer: bool,
    /// Which declared error its body is.
    pub error: Declared,
}

/// Which declared error a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Declared {
    /// The body cannot be read.
    Unread,
    /// None.
    None,
    /// The one at this position.
    Error(usize),
}

/// Something besides the body that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// The HTTP status.
    Http,
    /// A header, by its name in lower case.
    Header(&'static str),
    /// Something that the call holds, by its position in [`Asked::given`].
    Given(usize),
    /// Milliseconds since the wait began.
    Age,
}

/// What one rule tells.
#[derive(Debug)]
pub struct Override {
    /// The rule's position.
    pub rule: u16,
    /// Its code: the first of these whose places are all there.
    pub code: &'static [Text],
    /// Its message: the first of these whose places are all there.
    pub message: &'static [Text],
}

/// What a reply answers.
pub struct Asked<'a> {
    /// The request that it answers.
    pub at: &'a Attempt<'a>,
    /// The inputs and settings that rules look at.
    pub given: &'a [Slot<'static>],
    /// Whether the reply's proof holds, where it must carry one. Asked only about a 2xx reply that is no error.
    pub verify: Option<Proof<'a>>,
}

/// How an error looks.
#[derive(Debug)]
pub struct ErrorShape {
    /// A place without which the body cannot have this shape: most replies are none of the declared errors.
    pub needs: u16,
    /// The shape of its body. Without one, every reply outside 2xx is meant.
    pub body: Option<Fit>,
    /// When a 2xx reply is one too.
    pub also: Also,
    /// Its rules.
    pub rules: &'static [Rule],
    /// What single rules tell.
    pub overrides: &'static [Override],
    /// The rule that holds, where one does.
    pub decide: Decide,
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
pub(crate) type Proof<'p> = &'p dyn Fn(&[Slot<'_>]) -> bool;

/// Judges `reply`: declared errors first, then the proof, then the rules, then the defaults by HTTP status.
pub fn judge<'r>(reading: &'static Reading, reply: &'r Reply, asked: &Asked<'_>) -> Judgement<'r> {
    with_slots(usize::from(reading.slots), |slots| {
        if !reading.asides.is_empty() {
            reading.look_besides(reply, asked, slots);
        }
        let body = probe(&reading.node, reply.body(), slots);
        if body.is_err() {
            // What was read before the body broke off is not to be told.
            slots.fill(Slot::Absent);
            reading.look_besides(reply, asked, slots);
        }
        let body = if reading.any_body && reply.status().is_success() { Ok(()) } else { body };
        let judgement = Judge { reading, reply, slots, body: &body }.judge(asked);
        match reading.hints {
            None => judgement,
            Some(hints) => hints.add(judgement, slots, reply, asked.at.now.wall),
        }
    })
}

/// What is read of a reply by itself: its body, where that is JSON, and what is besides.
pub fn slots<'r>(reading: &'static Reading, reply: &'r Reply) -> Vec<Slot<'r>> {
    slots_with(reading, reply, &[])
}

/// The same beside settings that are looked at.
pub fn slots_with<'r>(reading: &'static Reading, reply: &'r Reply, given: &[Slot<'static>]) -> Vec<Slot<'r>> {
    let nothing = Attempt::new(Now { mono: Duration::ZERO, wall: Duration::ZERO });
    let asked = Asked { at: &nothing, given, verify: None };
    let mut slots = vec![Slot::Absent; usize::from(reading.slots)];
    if probe(&reading.node, reply.body(), &mut slots).is_err() {
        // A reply without a body has its headers all the same.
        slots.fill(Slot::Absent);
    }
    reading.look_besides(reply, &asked, &mut slots);
    slots
}

/// A text that a reply hands over, by the name of what it is for.
pub fn take(reading: &'static Reading, reply: &Reply, taken: &Taken, name: &str) -> Result<String, DecodeError> {
    let text = take_if_there(reading, reply, taken);
    text.ok_or_else(|| DecodeError::new(format!("the reply does not say `{name}`")))
}

/// A text that a reply hands over, where it does.
pub fn take_if_there(reading: &'static Reading, reply: &Reply, taken: &Taken) -> Option<String> {
    taken.of(&slots(reading, reply)).filter(|text| !text.is_empty()).map(Cow::into_owned)
}

/// A text that a reply hands over to ask for the next page. A header that says `null` says that there is none.
pub fn take_page(reading: &'static Reading, reply: &Reply, taken: &Taken) -> Option<String> {
    take_if_there(reading, reply, taken).filter(|text| text != "null")
}

/// A reply, read.
struct Judge<'s, 'r> {
    reading: &'static Reading,
    reply: &'r Reply,
    slots: &'s [Slot<'r>],
    body: &'s Result<(), Unreadable>,
}

impl<'r> Judge<'_, 'r> {
    #[inline(always)]
    fn judge(&self, asked: &Asked<'_>) -> Judgement<'r> {
        let (reading, slots) = (self.reading, self.slots);
        let is_error = reading.also && reading.errors.iter().any(|error| error.applies(self));
        // Where no JSON is asked for, nothing of a body can be missing.
        let has_shape = reading.any_body || reading.answer.holds(slots);
        let is_answer = !is_error && self.body.is_ok() && has_shape;
        if !is_answer || !self.reply.status().is_success() {
            return self.other(asked.verify.is_some());
        }
        let proof = asked.verify.is_none_or(|verify| verify(slots));
        if reading.rules.is_empty() && proof {
            // An operation that nobody waits for has no states; its reply is what it is.
            return Judgement::new(Verdict::Unknown);
        }
        let known = Known { proof, answer: true, error: Declared::None };
        let decided = if proof || reading.unsigned { (reading.decide)(slots, &known) } else { None };
        match decided.and_then(|at| self.ruled(at, None)) {
            Some(judgement) => Judgement { answer: proof, ..judgement },
            None if !proof => because(Verdict::Unverified, "the reply's proof is missing or wrong".to_owned()),
            None => because(Verdict::Unreadable, "a field that the rules read has not its declared type".to_owned()),
        }
    }

    /// Why the body is no answer.
    fn misfit(&self) -> Option<Misfit> {
        match self.body {
            Err(unreadable) => Some(Misfit::Body(*unreadable)),
            Ok(()) => self.reading.answer.check(self.slots).err().map(Misfit::Place),
        }
    }

    /// What a reply means that is no answer.
    #[cold]
    #[inline(never)]
    fn other(&self, is_proved: bool) -> Judgement<'r> {
        let misfit = self.misfit();
        let (reading, slots, status) = (self.reading, self.slots, self.reply.status());
        let applying = || reading.errors.iter().enumerate().filter(|(_, error)| error.applies(self));
        if let Some(judgement) = applying().find_map(|(_, error)| error.ruled(slots)) {
            return judgement;
        }
        let with_body = applying().find(|(_, error)| error.body.is_some());
        if let Some(decide) = reading.others {
            let error = match (self.body, with_body) {
                (Err(_), _) => Declared::Unread,
                (Ok(()), None) => Declared::None,
                (Ok(()), Some((at, _))) => Declared::Error(at),
            };
            let known = Known { proof: false, answer: misfit.is_none(), error };
            let ruled = decide(slots, &known).and_then(|at| self.ruled(at, with_body.map(|(_, error)| error)));
            if let Some(judgement) = ruled {
                // A 2xx reply that a rule knows without its body says by its headers what is asked next.
                let answer = status.is_success() && with_body.is_none() && !is_proved;
                return Judgement { answer, ..judgement };
            }
        }
        match (with_body.or_else(|| applying().next()), misfit) {
            (Some((_, error)), _) => {
                let vendor_error = error.body.is_some() || status.is_success();
                Judgement { vendor_error, ..error.judgement(by_status(status), None, slots) }
            }
            (None, _) if !status.is_success() => {
                Judgement { reason: redirect(self.reply), ..Judgement::new(by_status(status)) }
            }
            (None, Some(misfit)) => because(Verdict::Unreadable, misfit.reason(self)),
            (None, None) => Judgement::new(Verdict::Unreadable),
        }
    }

    /// What the rule at a position says.
    #[inline(always)]
    fn ruled(&self, at: u16, error: Option<&'static ErrorShape>) -> Option<Judgement<'r>> {
        let (reading, slots) = (self.reading, self.slots);
        let rule = reading.rules.get(usize::from(at))?;
        let mut judgement = Judgement {
            rule: Some(at),
            partial: rule.partial,
            revisable: rule.revisable,
            word: reading.word.iter().find_map(|slot| text(at_slot(slots, *slot))),
            code: first_told(reading.code, slots),
            message: first_told(reading.message, slots),
            ..Judgement::new(rule.verdict)
        };
        if let Some(own) = reading.overrides.iter().find(|own| own.rule == at) {
            judgement.code = first_told(own.code, slots).or(judgement.code);
            judgement.message = first_told(own.message, slots).or(judgement.message);
        }
        if let Some(error) = error {
            judgement.vendor_error = true;
            judgement.code = judgement.code.or_else(|| first_told(error.code, slots));
            judgement.message = judgement.message.or_else(|| first_told(error.message, slots));
        }
        Some(judgement)
    }
}

/// Why a body is no answer.
#[derive(Clone, Copy)]
enum Misfit {
    Body(Unreadable),
    Place(&'static Fit),
}

impl Misfit {
    fn reason(self, judge: &Judge<'_, '_>) -> String {
        match self {
            Misfit::Body(unreadable) => unreadable.reason(judge.reply.body()),
            Misfit::Place(place) => place.reason(judge.slots),
        }
    }
}

impl Reading {
    /// Fills the slots of what is besides the body.
    fn look_besides<'r>(&self, reply: &'r Reply, asked: &Asked<'_>, slots: &mut [Slot<'r>]) {
        for (aside, slot) in self.asides {
            let Some(place) = slots.get_mut(usize::from(*slot)) else { continue };
            *place = match aside {
                Aside::Http => Slot::Number(Cow::Owned(reply.status().as_str().to_owned())),
                // Several links may stand in several lines.
                Aside::Header("link") => match reply.joined("link") {
                    Some(links) => Slot::Text(Cow::Owned(links)),
                    None => Slot::Absent,
                },
                Aside::Header(name) => {
                    reply.header(*name).map_or(Slot::Absent, |value| Slot::Text(Cow::Borrowed(value)))
                }
                Aside::Given(at) => asked.given.get(*at).cloned().unwrap_or_default(),
                Aside::Age => Slot::Number(Cow::Owned(asked.at.age.as_millis().to_string())),
            };
        }
    }
}

fn because(verdict: Verdict, reason: String) -> Judgement<'static> {
    Judgement { reason: Some(reason), ..Judgement::new(verdict) }
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
    let to = reply.header(http::header::LOCATION)?.parse::<http::Uri>().ok()?;
    Some(format!("a redirect to `{}`, which is not followed", to.host()?))
}

impl ErrorShape {
    #[inline(always)]
    fn applies(&self, judge: &Judge<'_, '_>) -> bool {
        let (success, slots) = (judge.reply.status().is_success(), judge.slots);
        let may_apply = !success || !matches!(self.also, Also::Never);
        may_apply
            && match &self.body {
                None => true,
                Some(body) => {
                    judge.body.is_ok() && !matches!(at_slot(slots, self.needs), Slot::Absent) && body.holds(slots)
                }
            }
            && match (success, self.also) {
                (true, Also::When(holds)) => holds(slots),
                _ => true,
            }
    }

    /// What its rules say, where one holds.
    fn ruled<'r>(&self, slots: &[Slot<'r>]) -> Option<Judgement<'r>> {
        let known = Known { proof: false, answer: false, error: Declared::None };
        let at = (self.decide)(slots, &known)?;
        let rule = self.rules.get(usize::from(at))?;
        Some(self.judgement(rule.verdict, self.overrides.iter().find(|own| own.rule == at), slots))
    }

    fn judgement<'r>(&self, verdict: Verdict, own: Option<&Override>, slots: &[Slot<'r>]) -> Judgement<'r> {
        let told = |own: Option<&'static [Text]>, of: &'static [Text]| {
            own.and_then(|own| first_told(own, slots)).or_else(|| first_told(of, slots))
        };
        Judgement {
            vendor_error: true,
            code: told(own.map(|own| own.code), self.code),
            message: told(own.map(|own| own.message), self.message),
            ..Judgement::new(verdict)
        }
    }
}

#[inline]
pub(crate) fn first_told<'r>(texts: &[Text], slots: &[Slot<'r>]) -> Option<Cow<'r, str>> {
    match texts {
        [] => None,
        texts => texts.iter().find_map(|text| told(text, slots)),
    }
}

pub(crate) fn told<'r>(told: Text, slots: &[Slot<'r>]) -> Option<Cow<'r, str>> {
    match told {
        [] => None,
        [Piece::Slot(slot)] => text(at_slot(slots, *slot)),
        pieces => together(pieces, slots),
    }
}

/// Text made of several pieces.
fn together<'r>(pieces: Text, slots: &[Slot<'r>]) -> Option<Cow<'r, str>> {
    let mut whole = String::new();
    for piece in pieces {
        whole.push_str(match piece {
            Piece::Plain(text) => text,
            Piece::Slot(slot) => at_slot(slots, *slot).printed()?,
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
