//! Rules as patterns: the same question that rustc asks of a `match`. Does every value meet a rule, and does every rule meet
//! a value?
//!
//! Every place that rules test has a few *cases*: each word that is named, any other word, absent. The cases of an optional
//! object or of a union hold the cases of what is below, so that what cannot happen together is never asked for.

use crate::model::reading::{Each, View, ViewKind};
use crate::model::rules::{Fact, Match, Rule, RuleFacts};
use crate::model::types::Type;
use crate::source::Span;
use crate::spec::Quantifier;

/// All cases of one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space {
    /// Its path.
    pub path: String,
    /// Its slot.
    pub slot: u16,
    /// Its type.
    pub ty: Type,
    /// The cases.
    pub cases: Vec<Case>,
}

/// One case of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What it is.
    pub kind: CaseKind,
    /// The places below that rules test, where this is the case.
    pub fields: Vec<Space>,
}

/// What a case is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseKind {
    /// Nothing, or null where rules do not tell the two apart.
    Absent,
    /// Null.
    Null,
    /// This word.
    Word(String),
    /// Any other word or number.
    Other,
    /// Something, whatever it is.
    Present,
    /// The member of a union at this position.
    Member(usize),
    /// Elements are counted, and the condition holds.
    Holds(Quantifier),
    /// Elements are counted, and the condition does not hold.
    HoldsNot,
}

/// A pattern over a [`Space`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// Every case.
    Any,
    /// One case, and patterns over its fields.
    Case(usize, Vec<Pattern>),
    /// One of these; none of nothing.
    Or(Vec<Pattern>),
}

/// A value, as far as rules can tell values apart: for each space the case and its fields, or `None` where it does not
/// matter.
pub type Witness = Vec<Option<(usize, Witnesses)>>;

/// The fields of a case in a [`Witness`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnesses(pub Witness);

/// One way in which a rule can hold: patterns without `Or`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The rule's position.
    pub rule: usize,
    /// The place of the facts that it comes from.
    pub span: Span,
    /// One pattern for each space.
    pub patterns: Vec<Pattern>,
}

/// The rules as a matrix of patterns.
#[derive(Debug)]
pub struct Matrix {
    /// What the rules test.
    pub spaces: Vec<Space>,
    /// The ways in which rules hold, in order.
    pub rows: Vec<Row>,
}

/// The most rows that a rule list may unfold to, and the most steps that a question may take.
const MAX_ROWS: usize = 4096;
const MAX_STEPS: usize = 200_000;

/// The question is too large to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

impl Matrix {
    /// The matrix of rules over one shape.
    pub fn of(view: &View, rules: &[Rule]) -> Result<Self, TooLarge> {
        let spaces = fields(view);
        let mut rows = Vec::new();
        for (rule, Rule { facts, span, .. }) in rules.iter().enumerate() {
            match facts {
                RuleFacts::Otherwise => {
                    rows.push(Row { rule, span: *span, patterns: vec![Pattern::Any; spaces.len()] })
                }
                RuleFacts::AnyOf(alternatives) => {
                    for (span, facts) in alternatives {
                        let never = || vec![Pattern::Or(Vec::new()); spaces.len()];
                        let patterns = all_of(view, facts).unwrap_or_else(never);
                        // Without a place to test, a rule that cannot hold has no pattern that says so.
                        let unfolded = match spaces.is_empty() && all_of(view, facts).is_none() {
                            true => Vec::new(),
                            false => unfold(&patterns).ok_or(TooLarge)?,
                        };
                        rows.extend(unfolded.into_iter().map(|patterns| Row { rule, span: *span, patterns }));
                    }
                }
            }
            if rows.len() > MAX_ROWS {
                return Err(TooLarge);
            }
        }
        Ok(Matrix { spaces, rows })
    }

    /// A value that meets `within` and none of the first `rows` rows.
    pub fn find(&self, rows: usize, within: &[Pattern]) -> Result<Option<Witness>, TooLarge> {
        let spaces: Vec<&Space> = self.spaces.iter().collect();
        let above: Vec<Vec<Pattern>> = self.rows[..rows].iter().map(|row| row.patterns.clone()).collect();
        let mut steps = 0;
        let mut found = None;
        for within in unfold(within).ok_or(TooLarge)? {
            if found.is_none() {
                found = search(&spaces, &above, within, &mut steps)?;
            }
        }
        Ok(found)
    }

    /// A value that no rule meets.
    pub fn uncovered(&self) -> Result<Option<Witness>, TooLarge> {
        self.find(self.rows.len(), &vec![Pattern::Any; self.spaces.len()])
    }

    /// Whether a row meets a value that no row above it meets.
    pub fn is_live(&self, row: usize) -> Result<bool, TooLarge> {
        Ok(self.find(row, &self.rows[row].patterns)?.is_some())
    }

    /// Whether every value meets a rule.
    pub fn covers_all(&self) -> Result<bool, TooLarge> {
        Ok(self.uncovered()?.is_none())
    }

    /// A value in words: `{ job_complete: true, result: absent }`.
    pub fn describe(&self, witness: &Witness) -> String {
        let mut parts = Vec::new();
        describe(&self.spaces, witness, &mut parts);
        match parts.is_empty() {
            true => "any reply".to_owned(),
            false => format!("{{ {} }}", parts.join(", ")),
        }
    }
}

fn describe(spaces: &[Space], witness: &Witness, parts: &mut Vec<String>) {
    for (space, value) in spaces.iter().zip(witness) {
        let Some((case, Witnesses(below))) = value else { continue };
        let Some(case) = space.cases.get(*case) else { continue };
        let path = match space.path.is_empty() {
            true => "the body",
            false => &space.path,
        };
        let said = match &case.kind {
            CaseKind::Absent => Some("absent".to_owned()),
            CaseKind::Null => Some("null".to_owned()),
            CaseKind::Word(word) => Some(word.clone()),
            CaseKind::Other => Some("any other".to_owned()),
            CaseKind::Present if case.fields.is_empty() => Some("present".to_owned()),
            CaseKind::Member(at) if case.fields.is_empty() => Some(format!("its member {}", at + 1)),
            CaseKind::Holds(_) => Some("the condition holds".to_owned()),
            CaseKind::HoldsNot => Some("the condition does not hold".to_owned()),
            CaseKind::Present | CaseKind::Member(_) => None,
        };
        parts.extend(said.map(|said| format!("{path}: {said}")));
        describe(&case.fields, below, parts);
    }
}

/// Leaves out the spaces, on every level, that no row looks at.
pub(crate) fn prune(spaces: Vec<Space>, rows: &mut [Vec<Pattern>]) -> Vec<Space> {
    let looked_at: Vec<bool> =
        (0..spaces.len()).map(|at| rows.iter().any(|row| row.get(at) != Some(&Pattern::Any))).collect();
    for row in rows.iter_mut() {
        let mut at = 0..;
        row.retain(|_| at.next().is_some_and(|at| looked_at[at]));
    }
    let mut kept: Vec<_> =
        spaces.into_iter().zip(looked_at).filter(|(_, kept)| *kept).map(|(space, _)| space).collect();
    for (at, space) in kept.iter_mut().enumerate() {
        for (number, case) in space.cases.iter_mut().enumerate() {
            let mut of_case: Vec<(usize, Vec<Pattern>)> = rows
                .iter()
                .enumerate()
                .filter_map(|(row, patterns)| match &patterns[at] {
                    Pattern::Case(taken, fields) if *taken == number => Some((row, fields.clone())),
                    _ => None,
                })
                .collect();
            let mut below: Vec<_> = of_case.iter_mut().map(|(_, fields)| std::mem::take(fields)).collect();
            case.fields = prune(std::mem::take(&mut case.fields), &mut below);
            for ((row, _), fields) in of_case.into_iter().zip(below) {
                rows[row][at] = Pattern::Case(number, fields);
            }
        }
    }
    kept
}

/// The spaces of a place: those below it, where it is always there, or else its own.
pub fn fields(view: &View) -> Vec<Space> {
    match is_flat(view) {
        true => below(view),
        false => vec![space(view)],
    }
}

/// Whether a place adds no case of its own.
fn is_flat(view: &View) -> bool {
    !view.optional && !matches!(view.kind, ViewKind::Scalar(_) | ViewKind::Union(_))
}

/// The spaces of all tested places below.
fn below(view: &View) -> Vec<Space> {
    match &view.kind {
        ViewKind::Scalar(_) | ViewKind::Union(_) => Vec::new(),
        ViewKind::Inner(inner) => below(inner),
        ViewKind::Object(children) => tested(children).flat_map(|(_, child)| fields(child)).collect(),
        ViewKind::Map(children, each) => {
            let counts = each.iter().flat_map(|each| count_spaces(view, each));
            tested(children).flat_map(|(_, child)| fields(child)).chain(counts).collect()
        }
        ViewKind::List(children, each) => {
            let counts = each.iter().flat_map(|each| count_spaces(view, each));
            tested(children).flat_map(|(_, child)| fields(child)).chain(counts).collect()
        }
    }
}

fn tested<K>(children: &[(K, View)]) -> impl Iterator<Item = &(K, View)> {
    children.iter().filter(|(_, child)| child.tested)
}

/// For each quantifier that rules use, whether it holds. They are taken as independent: more is asked for than can happen,
/// never less.
fn count_spaces<'v>(view: &'v View, each: &'v Each) -> impl Iterator<Item = Space> + 'v {
    each.quantifiers.iter().map(|quantifier| {
        let case = |kind| Case { kind, fields: Vec::new() };
        let cases = vec![case(CaseKind::Holds(*quantifier)), case(CaseKind::HoldsNot)];
        Space { path: view.path.clone(), slot: each.tally, ty: Type::Bool, cases }
    })
}

fn space(view: &View) -> Space {
    let mut cases = Vec::new();
    let mut case = |kind, fields| cases.push(Case { kind, fields });
    if view.optional {
        case(CaseKind::Absent, Vec::new());
    }
    if view.optional && view.null {
        case(CaseKind::Null, Vec::new());
    }
    match &view.kind {
        ViewKind::Scalar(words) => {
            words.iter().for_each(|word| case(CaseKind::Word(word.clone()), Vec::new()));
            match view.ty {
                Type::Bool | Type::LenientBool => {}
                Type::Json | Type::Float => case(CaseKind::Present, Vec::new()),
                _ => case(CaseKind::Other, Vec::new()),
            }
        }
        ViewKind::Union(members) => {
            for (at, member) in members.iter().enumerate() {
                let fields = match member.kind {
                    ViewKind::Scalar(_) | ViewKind::Union(_) if member.tested => vec![space(member)],
                    _ => below(member),
                };
                case(CaseKind::Member(at), fields);
            }
        }
        _ => case(CaseKind::Present, below(view)),
    }
    Space { path: view.path.clone(), slot: view.slot, ty: view.ty.clone(), cases }
}

/// The patterns under which all facts hold. `None` where they cannot.
pub fn all_of(view: &View, facts: &[Fact]) -> Option<Vec<Pattern>> {
    let mut all = vec![Pattern::Any; fields(view).len()];
    for fact in facts {
        let one = patterns(view, &fact.path, &fact.matcher)?;
        all = all.into_iter().zip(one).map(|(a, b)| both(a, b)).collect();
    }
    Some(all)
}

/// The patterns over `fields(view)` under which a matcher holds at `steps`.
fn patterns(view: &View, steps: &[String], matcher: &Match) -> Option<Vec<Pattern>> {
    match is_flat(view) {
        true => patterns_below(view, steps, matcher),
        false => Some(vec![pattern(view, steps, matcher)]),
    }
}

fn patterns_below(view: &View, steps: &[String], matcher: &Match) -> Option<Vec<Pattern>> {
    let any = || vec![Pattern::Any; below(view).len()];
    let Some((step, rest)) = steps.split_first() else {
        return match &view.kind {
            ViewKind::Inner(inner) => patterns_below(inner, steps, matcher),
            ViewKind::List(_, each) | ViewKind::Map(_, each) => counted(view, each, matcher),
            _ => holds_present(matcher).then(any),
        };
    };
    let mut all = Vec::new();
    let mut found = false;
    let mut add = |is_it: bool, child: &View| -> Option<()> {
        match is_it {
            true => {
                found = true;
                all.extend(patterns(child, rest, matcher)?);
            }
            false => all.extend(vec![Pattern::Any; fields(child).len()]),
        }
        Some(())
    };
    match &view.kind {
        ViewKind::Inner(inner) => return patterns_below(inner, steps, matcher),
        ViewKind::Object(children) | ViewKind::Map(children, _) => {
            tested(children).try_for_each(|(name, child)| add(name == step, child))?;
        }
        ViewKind::List(children, _) => {
            tested(children).try_for_each(|(at, child)| add(at.to_string() == *step, child))?;
        }
        ViewKind::Scalar(_) | ViewKind::Union(_) => {}
    }
    match found {
        true => {
            all.resize(below(view).len(), Pattern::Any);
            Some(all)
        }
        false => matcher.holds_absent().then(any),
    }
}

/// A matcher on a list itself: a condition on its elements, or that it is there.
fn counted(view: &View, each: &[Each], matcher: &Match) -> Option<Vec<Pattern>> {
    let spaces = below(view);
    let one = |quantifier: Quantifier, text: &str, holds: bool| {
        let tally = each.iter().find(|each| each.condition.text == text)?.tally;
        let patterns = spaces.iter().map(|space| match &space.cases.first()?.kind {
            CaseKind::Holds(of) if *of == quantifier && space.slot == tally => {
                Some(Pattern::Case(usize::from(!holds), Vec::new()))
            }
            _ => Some(Pattern::Any),
        });
        patterns.collect::<Option<Vec<_>>>()
    };
    match matcher {
        Match::Elements(quantifier, text) => one(*quantifier, text, true),
        Match::Not(inner) => match &**inner {
            Match::Elements(quantifier, text) => one(*quantifier, text, false),
            _ => holds_present(matcher).then(|| vec![Pattern::Any; spaces.len()]),
        },
        _ => holds_present(matcher).then(|| vec![Pattern::Any; spaces.len()]),
    }
}

/// Whether a matcher holds for something that is there and is no scalar.
fn holds_present(matcher: &Match) -> bool {
    match matcher {
        Match::Present => true,
        Match::Not(inner) => !holds_present(inner),
        Match::OneOf(all) => all.iter().any(|(_, one)| holds_present(one)),
        Match::Word(_) | Match::Absent | Match::Null | Match::Elements(..) => false,
    }
}

fn pattern(view: &View, steps: &[String], matcher: &Match) -> Pattern {
    let space = space(view);
    let mut accepted = Vec::new();
    for (at, case) in space.cases.iter().enumerate() {
        let whole = || Pattern::Case(at, vec![Pattern::Any; case.fields.len()]);
        let accept = match (&case.kind, steps.is_empty()) {
            (CaseKind::Absent, _) => (matcher.holds_absent() || (!view.null && matcher.holds_null())).then(whole),
            (CaseKind::Null, true) => matcher.holds_null().then(whole),
            // What is below a null is absent.
            (CaseKind::Null, false) => matcher.holds_absent().then(whole),
            (CaseKind::Word(word), _) => matcher.holds_word(Some(word)).then(whole),
            (CaseKind::Other, _) => matcher.holds_word(None).then(whole),
            (CaseKind::Present, _) => match view.kind {
                ViewKind::Scalar(_) => matcher.holds_word(None).then(whole),
                _ => patterns_below(view, steps, matcher).map(|fields| Pattern::Case(at, fields)),
            },
            (CaseKind::Member(member), _) => {
                member_pattern(view, *member, steps, matcher).map(|fields| Pattern::Case(at, fields))
            }
            (CaseKind::Holds(_) | CaseKind::HoldsNot, _) => None,
        };
        accepted.extend(accept);
    }
    match accepted.len() == space.cases.len() && accepted.iter().all(is_whole) {
        true => Pattern::Any,
        false => Pattern::Or(accepted),
    }
}

fn is_whole(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::Case(_, fields) if fields.iter().all(|field| *field == Pattern::Any))
}

fn member_pattern(view: &View, member: usize, steps: &[String], matcher: &Match) -> Option<Vec<Pattern>> {
    let ViewKind::Union(members) = &view.kind else { return None };
    let member = members.get(member)?;
    match member.kind {
        ViewKind::Scalar(_) | ViewKind::Union(_) if member.tested => {
            let inner = match steps.is_empty() || matches!(member.kind, ViewKind::Union(_)) {
                true => pattern(member, steps, matcher),
                false if matcher.holds_absent() => Pattern::Any,
                false => return None,
            };
            Some(vec![inner])
        }
        ViewKind::Scalar(_) => match steps.is_empty() {
            true => holds_present(matcher).then(Vec::new),
            false => matcher.holds_absent().then(Vec::new),
        },
        _ => patterns_below(member, steps, matcher),
    }
}

fn both(a: Pattern, b: Pattern) -> Pattern {
    match (a, b) {
        (Pattern::Any, other) | (other, Pattern::Any) => other,
        (Pattern::Or(all), other) | (other, Pattern::Or(all)) => Pattern::Or(
            all.into_iter().map(|one| both(one, other.clone())).filter(|one| *one != Pattern::Or(Vec::new())).collect(),
        ),
        (Pattern::Case(a, left), Pattern::Case(b, right)) if a == b => {
            let fields: Vec<_> = left.into_iter().zip(right).map(|(a, b)| both(a, b)).collect();
            match fields.contains(&Pattern::Or(Vec::new())) {
                true => Pattern::Or(Vec::new()),
                false => Pattern::Case(a, fields),
            }
        }
        _ => Pattern::Or(Vec::new()),
    }
}

/// All patterns without `Or` that make up these. `None` where there are too many.
pub(crate) fn unfold(patterns: &[Pattern]) -> Option<Vec<Vec<Pattern>>> {
    let mut rows = vec![Vec::new()];
    for pattern in patterns {
        let choices = unfold_one(pattern)?;
        let mut longer = Vec::new();
        for row in &rows {
            for choice in &choices {
                let mut row: Vec<Pattern> = row.clone();
                row.push(choice.clone());
                longer.push(row);
            }
        }
        if longer.len() > MAX_ROWS {
            return None;
        }
        rows = longer;
    }
    Some(rows)
}

fn unfold_one(pattern: &Pattern) -> Option<Vec<Pattern>> {
    Some(match pattern {
        Pattern::Any => vec![Pattern::Any],
        Pattern::Case(case, fields) => unfold(fields)?.into_iter().map(|fields| Pattern::Case(*case, fields)).collect(),
        Pattern::Or(all) => {
            let mut unfolded = Vec::new();
            for one in all {
                unfolded.extend(unfold_one(one)?);
            }
            unfolded
        }
    })
}

/// The heart of it: a value that meets `within` and none of `above`, place by place.
fn search(
    spaces: &[&Space],
    above: &[Vec<Pattern>],
    within: Vec<Pattern>,
    steps: &mut usize,
) -> Result<Option<Witness>, TooLarge> {
    *steps += 1;
    if *steps > MAX_STEPS {
        return Err(TooLarge);
    }
    let (Some((space, rest)), Some((first, within_rest))) = (spaces.split_first(), within.split_first()) else {
        return Ok(above.is_empty().then(Vec::new));
    };
    // A place that nobody tests here can be anything.
    if *first == Pattern::Any && above.iter().all(|row| row.first() == Some(&Pattern::Any)) {
        let above: Vec<_> = above.iter().map(|row| row[1..].to_vec()).collect();
        let found = search(rest, &above, within_rest.to_vec(), steps)?;
        return Ok(found.map(|mut witness| {
            witness.insert(0, None);
            witness
        }));
    }
    for (at, case) in space.cases.iter().enumerate() {
        let Some(within) = specialise(&within, at, case.fields.len()) else { continue };
        let above: Vec<_> = above.iter().filter_map(|row| specialise(row, at, case.fields.len())).collect();
        let spaces: Vec<&Space> = case.fields.iter().chain(rest.iter().copied()).collect();
        if let Some(mut witness) = search(&spaces, &above, within, steps)? {
            let rest = witness.split_off(case.fields.len());
            let mut whole = vec![Some((at, Witnesses(witness)))];
            whole.extend(rest);
            return Ok(Some(whole));
        }
    }
    Ok(None)
}

/// A row, given that its first place is this case: the case's fields take the place's place.
fn specialise(row: &[Pattern], case: usize, fields: usize) -> Option<Vec<Pattern>> {
    let (first, rest) = row.split_first()?;
    let mut special = match first {
        Pattern::Any => vec![Pattern::Any; fields],
        Pattern::Case(at, inner) if *at == case => inner.clone(),
        _ => return None,
    };
    special.extend_from_slice(rest);
    Some(special)
}
