//! What a settled state outside 2xx rests on.

use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::Reading;
use crate::model::rules::{Aside, AsideSource, Fact, RuleFacts, State, Subject, Verdict};

/// Whether every settled state outside 2xx rests on what it must.
pub(super) fn evidence(reading: &Reading, problems: &mut Diagnostics) -> bool {
    let mut rests = true;
    let mut push = |span, problem| {
        rests = false;
        problems.push(span, problem);
    };
    for rule in reading.rules.iter().filter(|rule| rule.verdict.is_settled()) {
        let RuleFacts::AnyOf(alternatives) = &rule.facts else { continue };
        for (span, facts) in alternatives {
            let source = |fact: &Fact| match fact.subject {
                Subject::Aside(at) => reading.asides.get(at).map(|aside| &aside.source),
                Subject::Body | Subject::Error => None,
            };
            let far = facts.iter().any(|fact| match source(fact) {
                Some(AsideSource::Http | AsideSource::Header(_)) => true,
                Some(_) => false,
                None => fact.subject == Subject::Error,
            });
            if !far {
                continue;
            }
            let statuses = || {
                let of_status = facts.iter().filter(|fact| source(fact) == Some(&AsideSource::Http));
                let of_status: Vec<_> = of_status.collect();
                (100..=599).filter(move |status| of_status.iter().all(|fact| fact.matcher.holds_number(*status)))
            };
            let success = |status: &i64| (200..300).contains(status);
            let verdict = rule.verdict.as_str();
            if rule.verdict == Verdict::State(State::Rejected) && !facts.iter().any(said_in_body) {
                push(*span, Problem::RejectedByNobody {});
            } else if statuses().any(|status| status >= 500) && !facts.iter().any(|fact| said(fact, &reading.asides)) {
                push(*span, Problem::StatusSettles { verdict });
            }
            if reading.signed && !rule.unsigned && !statuses().any(|status| success(&status)) {
                push(*span, Problem::NeedsUnsigned { verdict });
            }
        }
    }
    rests
}

/// Whether a fact rests on something that stands in a body: what is absent from a page was not said there.
fn said_in_body(fact: &Fact) -> bool {
    match fact.subject {
        Subject::Body => !fact.matcher.holds_absent(),
        Subject::Error => !fact.path.is_empty() && !fact.matcher.holds_absent(),
        Subject::Aside(_) => false,
    }
}

/// Whether a fact rests on something besides the status that the reply has: a place of a body, a header, or that the body is
/// JSON and is, or is not, a declared error.
pub(super) fn said(fact: &Fact, asides: &[Aside]) -> bool {
    match fact.subject {
        Subject::Body => !fact.matcher.holds_absent(),
        Subject::Error => fact.path.is_empty() || !fact.matcher.holds_absent(),
        Subject::Aside(at) => {
            let is_header = matches!(asides.get(at).map(|aside| &aside.source), Some(AsideSource::Header(_)));
            is_header && !fact.matcher.holds_absent()
        }
    }
}
