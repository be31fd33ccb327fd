//! Works out what is read of a reply: follows each path that a spec names through the declared types, and gives every place
//! a slot.

use crate::model::reading::{Asked, Elements, Position, View, ViewKind};
use crate::model::types::{Type, Types};
use crate::source::Span;
use crate::yaml::MAX_DEPTH;

/// Why a path does not lead anywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NoPath {
    /// There is no such member.
    Unknown { part: String, within: String, left: usize, known: Vec<String> },
    /// It runs through a list.
    ThroughList { at: String },
    /// It is a rule's, and leads to the last element of a list.
    LastInRule { left: usize },
    /// It runs through something that has no members.
    ThroughScalar { at: String, ty: String },
}

/// Splits a path at its dots. `None` where it is not well formed.
pub(crate) fn steps(path: &str) -> Option<Vec<String>> {
    let mut steps = Vec::new();
    let mut rest = path;
    loop {
        let (step, after) = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"')?,
            None => rest.split_at(rest.find('.').unwrap_or(rest.len())),
        };
        if step.is_empty() {
            return None;
        }
        steps.push(step.to_owned());
        // Types that hold lists of themselves have paths of any length.
        if steps.len() > MAX_DEPTH {
            return None;
        }
        match after.strip_prefix('.') {
            Some(after) => rest = after,
            None if after.is_empty() => return Some(steps),
            None => return None,
        }
    }
}

/// Where the step with `left` more behind it starts in a path, in bytes.
pub(crate) fn start_of(path: &str, left: usize) -> Option<usize> {
    let (mut starts, mut quoted) = (vec![0], false);
    for (at, c) in path.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '.' if !quoted => starts.push(at + 1),
            _ => {}
        }
    }
    let start = *starts.get(starts.len().checked_sub(left + 1)?)?;
    Some(start + usize::from(path[start..].starts_with('"')))
}

/// A whole path from its steps.
pub(crate) fn join_all(steps: &[String]) -> String {
    steps.iter().fold(String::new(), |path, step| join(&path, step))
}

/// A path from its steps.
fn join(base: &str, step: &str) -> String {
    let step = match step.contains('.') {
        true => format!("\"{step}\""),
        false => step.to_owned(),
    };
    match base.is_empty() {
        true => step,
        false => format!("{base}.{step}"),
    }
}

/// What the places of slots start with: of the body, of counts, of what is outside.
const HERE: char = '/';
const TALLY: char = '#';
const ASIDE: char = '@';

/// Gives out slots: one for each place of the body, however many shapes read it.
#[derive(Debug)]
pub(crate) struct Reader<'t> {
    types: &'t Types,
    places: Vec<String>,
    /// Whether what is read now is read for a rule.
    pub(crate) testing: bool,
    /// What templates call what is read: `reply` or `event`.
    pub(crate) word: &'static str,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(types: &'t Types) -> Self {
        Reader { types, places: Vec::new(), testing: false, word: "reply" }
    }

    /// The same for something else than a reply.
    pub(crate) fn called(self, word: &'static str) -> Self {
        Reader { word, ..self }
    }

    pub(crate) fn types(&self) -> &'t Types {
        self.types
    }

    /// How many slots were given out.
    pub(crate) fn slots(&self) -> u16 {
        u16::try_from(self.places.len()).unwrap_or(u16::MAX)
    }

    fn slot(&mut self, place: &str) -> u16 {
        let at = self.places.iter().position(|given| given == place).unwrap_or_else(|| {
            self.places.push(place.to_owned());
            self.places.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    /// A slot of its own, for a count at a place.
    pub(crate) fn tally(&mut self, path: &str) -> u16 {
        let place = format!("{TALLY}{path}#{}", self.places.len());
        self.slot(&place)
    }

    /// The slot of what is outside the body, by its position.
    pub(crate) fn aside(&mut self, at: usize) -> u16 {
        self.slot(&format!("{ASIDE}{at}"))
    }

    /// The place outside the body that each slot is of, where it is of one.
    fn asides(&self) -> impl Iterator<Item = (usize, u16)> {
        self.places
            .iter()
            .enumerate()
            .filter_map(|(slot, place)| Some((place.strip_prefix(ASIDE)?.parse().ok()?, u16::try_from(slot).ok()?)))
    }

    /// The view of a whole body.
    pub(crate) fn root(&mut self, ty: &Type, declared: Span) -> View {
        self.view(String::new(), ty, false, declared)
    }

    fn view(&mut self, path: String, ty: &Type, optional: bool, declared: Span) -> View {
        if let Some(seen) = ty.seen() {
            return self.view(path, &seen, optional, declared);
        }
        let slot = self.slot(&format!("{HERE}{path}"));
        let kind = match ty {
            Type::Sensitive(inner) => {
                let mut view = self.view(path, inner, optional, declared);
                hide(&mut view);
                return view;
            }
            Type::Record(_) => ViewKind::Object(Vec::new()),
            Type::List(_) => ViewKind::List(Vec::new(), Elements::default()),
            Type::Map(_) => ViewKind::Map(Vec::new(), Elements::default()),
            Type::JsonText(inner) if matches!(**inner, Type::Record(_)) => {
                ViewKind::Inner(Box::new(self.view(path.clone(), inner, false, declared)))
            }
            Type::Union(at) => {
                let members = &self.types.unions[*at].members;
                ViewKind::Union(members.iter().map(|(_, ty)| self.view(path.clone(), ty, false, declared)).collect())
            }
            _ => ViewKind::Scalar(Asked { words: words(ty, self.types), ..Asked::default() }),
        };
        let hidden = *ty == Type::Secret;
        View { path, slot, optional, ty: ty.clone(), declared, tested: false, null: false, hidden, kind }
    }

    /// The view of a place below another; what is below a hidden place is hidden.
    fn below(&mut self, path: String, ty: &Type, optional: bool, declared: Span, hidden: bool) -> View {
        let mut view = self.view(path, ty, optional, declared);
        if hidden {
            hide(&mut view);
        }
        view
    }

    /// Calls `with` on every place that `steps` lead to (a union may have several), and whether it may be absent. Places
    /// that were not read so far are from now on.
    pub(crate) fn at(
        &mut self,
        view: &mut View,
        steps: &[String],
        absent: bool,
        with: &mut dyn FnMut(&mut Self, &mut View, bool),
    ) -> Result<(), NoPath> {
        let absent = absent || view.optional;
        view.tested |= self.testing;
        let Some((step, rest)) = steps.split_first() else {
            with(self, view, absent);
            return Ok(());
        };
        let path = join(&view.path, step);
        let hidden = view.hidden;
        match &mut view.kind {
            ViewKind::Inner(inner) => self.at(inner, steps, absent, with),
            ViewKind::Union(members) => {
                let mut found = Vec::new();
                // A member that has no such path makes the place absent, which the others must know.
                let absent = absent || members.iter().any(|member| !self.leads(member, steps));
                for member in members {
                    found.push(self.at(member, steps, absent, with));
                }
                match found.iter().any(Result::is_ok) {
                    true => Ok(()),
                    false => found.into_iter().next().unwrap_or(Ok(())),
                }
            }
            ViewKind::Object(fields) => {
                let Type::Record(record) = view.ty else { return Ok(()) };
                let record = &self.types.records[record];
                let (ty, optional, declared) = match record.fields.iter().find(|field| field.name == *step) {
                    Some(field) => (&field.ty, field.optional, field.span),
                    None => match &record.rest {
                        Some(rest) => (rest, true, view.declared),
                        None => {
                            let known = record.fields.iter().map(|field| field.name.clone()).collect();
                            let within = match (record.named, view.path.as_str()) {
                                (true, _) => format!("`{}`", record.rust),
                                (false, "") => "the body".to_owned(),
                                (false, path) => format!("`{path}`"),
                            };
                            return Err(NoPath::Unknown { part: step.clone(), within, left: rest.len(), known });
                        }
                    },
                };
                let child = child(fields, step, || self.below(path, ty, optional, declared, hidden));
                self.at(child, rest, absent, with)
            }
            ViewKind::Map(values, _) => {
                let Type::Map(ty) = &view.ty else { return Ok(()) };
                let (ty, declared) = (ty.clone(), view.declared);
                let child = child(values, step, || self.below(path, &ty, true, declared, hidden));
                self.at(child, rest, absent, with)
            }
            ViewKind::List(items, _) => {
                let Type::List(ty) = &view.ty else { return Ok(()) };
                let Some(position) = Position::parse(step) else {
                    return Err(NoPath::ThroughList { at: view.path.clone() });
                };
                if self.testing && position == Position::Last {
                    return Err(NoPath::LastInRule { left: rest.len() });
                }
                let (ty, declared) = (ty.clone(), view.declared);
                let child = child(items, &position, || self.below(path, &ty, true, declared, hidden));
                self.at(child, rest, absent, with)
            }
            ViewKind::Scalar(_) => {
                Err(NoPath::ThroughScalar { at: view.path.clone(), ty: self.types.in_words(&view.ty) })
            }
        }
    }

    /// Reads every required member, so that only a body with all of them has this shape.
    pub(crate) fn read_required(&mut self, view: &mut View) {
        match (&mut view.kind, &view.ty) {
            (ViewKind::Object(_), Type::Record(at)) => {
                let types = self.types;
                for field in types.records[*at].fields.iter().filter(|field| !field.optional) {
                    // The name is a field's own, so the path leads there.
                    let _ = self.at(view, std::slice::from_ref(&field.name), false, &mut |reader, child, _| {
                        reader.read_required(child)
                    });
                }
            }
            (ViewKind::Inner(inner), _) => self.read_required(inner),
            (ViewKind::Union(members), _) => members.iter_mut().for_each(|member| self.read_required(member)),
            _ => {}
        }
    }

    /// Whether `steps` lead anywhere from here.
    fn leads(&self, view: &View, steps: &[String]) -> bool {
        let mut scout = Reader::new(self.types);
        scout.at(&mut view.clone(), steps, false, &mut |_, _, _| {}).is_ok()
    }

    /// Calls `with` on the elements at `view`, which have slots of their own. `None` where there are no elements.
    pub(crate) fn elements<T>(
        &mut self,
        view: &mut View,
        with: impl FnOnce(&mut Reader<'t>, &mut View) -> T,
    ) -> Option<T> {
        let (declared, hidden) = (view.declared, view.hidden);
        let (Type::List(ty) | Type::Map(ty)) = &view.ty else { return None };
        let (ViewKind::List(_, elements) | ViewKind::Map(_, elements)) = &mut view.kind else { return None };
        let mut inner = Reader {
            types: self.types,
            places: std::mem::take(&mut elements.places),
            testing: self.testing,
            word: self.word,
        };
        let element =
            elements.view.get_or_insert_with(|| Box::new(inner.below(String::new(), ty, false, declared, hidden)));
        let made = with(&mut inner, element);
        elements.given = inner.asides().map(|(at, slot)| (self.aside(at), slot)).collect();
        elements.slots = inner.slots();
        elements.places = inner.places;
        Some(made)
    }
}

/// Hides a place, and the shapes that stand at it.
fn hide(view: &mut View) {
    view.hidden = true;
    match &mut view.kind {
        ViewKind::Inner(inner) => hide(inner),
        ViewKind::Union(members) => members.iter_mut().for_each(hide),
        _ => {}
    }
}

/// The words that a place always knows.
pub(crate) fn words(ty: &Type, types: &Types) -> Vec<String> {
    match ty {
        Type::Enum(at) => types.enums[*at].words.iter().map(|word| word.text.clone()).collect(),
        Type::Bool | Type::LenientBool => vec!["true".to_owned(), "false".to_owned()],
        _ => Vec::new(),
    }
}

/// The child of this name, made where there is none.
fn child<'v, K: PartialEq + ToOwned + ?Sized>(
    children: &'v mut Vec<(K::Owned, View)>,
    key: &K,
    make: impl FnOnce() -> View,
) -> &'v mut View
where
    K::Owned: std::borrow::Borrow<K>,
{
    use std::borrow::Borrow;
    let at = children.iter().position(|(given, _)| Borrow::<K>::borrow(given) == key).unwrap_or_else(|| {
        children.push((key.to_owned(), make()));
        children.len() - 1
    });
    &mut children[at].1
}

/// What is asked of the elements of a list or map.
pub(crate) fn elements_of(view: &mut View) -> Option<&mut Elements> {
    match &mut view.kind {
        ViewKind::List(_, elements) | ViewKind::Map(_, elements) => Some(elements),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_split_at_dots_and_quotes_keep_them() {
        let split = |path: &str| steps(path).map(|steps| steps.join("|"));
        assert_eq!(split("a").as_deref(), Some("a"));
        assert_eq!(split("data.jobs.0.state").as_deref(), Some("data|jobs|0|state"));
        assert_eq!(split("\"odata.type\".x").as_deref(), Some("odata.type|x"));
        for wrong in ["", ".", "a.", ".a", "a..b", "\"a", "\"a\"b", "\"\""] {
            assert_eq!(steps(wrong), None, "{wrong}");
        }
    }
}
