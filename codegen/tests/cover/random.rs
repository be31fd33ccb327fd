//! Random operations: a reply's shape, and rules for it.

use std::collections::BTreeMap;
use std::fmt::Write;

use fastrand::Rng;

use crate::facts::{Author, Literals, map};
use crate::shapes::{self, Field, Limits, Shape, lists_of};

/// What rules look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flavour {
    /// Scalars of the body, inputs, and the time.
    Scalars,
    /// The elements of one list, too.
    List,
    /// The elements of two lists.
    Lists,
    /// The status, a header, and a declared error, too.
    Outside,
    /// Parts, lengths, counts and comparisons, too, and single elements of lists.
    Loose,
}

impl Flavour {
    #[allow(dead_code, reason = "the tests of the cover check ask for each by its name")]
    pub(crate) const ALL: [Self; 5] =
        [Flavour::Scalars, Flavour::List, Flavour::Lists, Flavour::Outside, Flavour::Loose];
}

/// The one input of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Input {
    Limit,
    Deep,
    Word,
}

/// When a 2xx reply is a declared error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Also {
    Never,
    Fits,
    On,
}

/// A random operation.
#[derive(Debug)]
pub(crate) struct Spec {
    pub(crate) flavour: Flavour,
    pub(crate) fields: Vec<Field>,
    /// The declared error's fields.
    pub(crate) error: Option<(Vec<Field>, Also)>,
    pub(crate) input: Option<Input>,
    pub(crate) http: bool,
    pub(crate) header: bool,
    pub(crate) within: bool,
    types: Vec<String>,
    body: String,
}

/// The verdicts of rules: those that never settle, in the order that they are used in.
const ASKING: [&str; 4] = ["pending", "running", "needs_input", "unknown"];

const ALL: [&str; 13] = [
    "pending",
    "running",
    "needs_input",
    "succeeded",
    "succeeded",
    "rejected",
    "failed",
    "failed",
    "cancelled",
    "expired",
    "transient",
    "throttled",
    "request_error",
];

impl Spec {
    /// A random operation. With `settles`, its rules say all that rules can say, and the last takes what is left.
    pub(crate) fn random(rng: &mut Rng, flavour: Flavour, tag: &str, settles: bool) -> Self {
        let limits = match flavour {
            Flavour::Scalars => Limits { fields: 3, lists: 0 },
            Flavour::List => Limits { fields: 2, lists: 1 },
            Flavour::Outside => Limits { fields: 2, lists: 0 },
            Flavour::Lists | Flavour::Loose => Limits { fields: 3, lists: 2 },
        };
        let input = match rng.u8(..8) {
            0 => Some(Input::Limit),
            1 => Some(Input::Deep),
            2 => Some(Input::Word),
            _ => None,
        };
        let within = rng.u8(..8) == 0;
        let most = match flavour {
            Flavour::Outside => 12,
            _ if input.is_some() || within => 80,
            _ => 400,
        };
        let lists = match flavour {
            Flavour::List | Flavour::Lists => limits.lists,
            _ => 0,
        };
        let fields = loop {
            let fields = shapes::reply(rng, limits);
            if lists_of(&fields) >= lists && shapes::count(&fields) <= most {
                break fields;
            }
        };
        let outside = flavour == Flavour::Outside;
        let error = (outside && rng.u8(..3) > 0).then(|| error(rng));
        let (http, header) = (outside && rng.u8(..3) > 0, outside && rng.u8(..3) == 0);
        let mut spec =
            Spec { flavour, fields, error, input, http, header, within, types: Vec::new(), body: String::new() };
        spec.write(rng, tag, settles);
        spec
    }

    fn write(&mut self, rng: &mut Rng, tag: &str, settles: bool) {
        let reply = shapes::record(&self.fields, tag, &mut self.types);
        let (declared, name) = match self.input {
            Some(Input::Limit) => ("\"limit?\": int", "limit"),
            Some(Input::Deep) => ("deep: { type: bool, default: false }", "deep"),
            Some(Input::Word) => ("\"word?\": string", "word"),
            None => ("", ""),
        };
        let mut text = String::new();
        if self.input.is_some() {
            let _ = write!(text, "    input: {{ {declared} }}\n    query: {{ {name}: \"{{{name}}}\" }}\n");
        }
        let _ = writeln!(text, "    reply: {reply}");
        if let Some((fields, also)) = &self.error {
            let record = shapes::record(fields, tag, &mut self.types);
            let also = match also {
                Also::Never => "",
                Also::Fits => ", also_when: fits",
                Also::On => ", also_when: { e0: on }",
            };
            let told = if settles { ", code: \"{reply.e0}\", message: \"{reply.e1}\"" } else { "" };
            let rules = match settles && rng.u8(..3) == 0 {
                true => ", rules: [ { transient: { e0: off } } ]",
                false => "",
            };
            // An error without a body is every reply outside 2xx.
            let plain = match settles && rng.u8(..3) == 0 {
                true => {
                    ", { rules: [ throttled: { $http: { at_least: 500 }, $header.x-kind: { not: on } } ], code: busy }"
                }
                false => "",
            };
            let _ = writeln!(text, "    errors: [ {{ body: {record}{also}{told}{rules} }}{plain} ]");
        }
        text.push_str("    states:\n");
        let loose = self.flavour == Flavour::Loose;
        let mut author = Author::new(rng, &self.fields, loose, self.input == Some(Input::Word));
        let count = author.rng.usize(1..=4);
        let verdicts: Vec<&str> = match settles {
            true => (0..=count).map(|_| author.pick(&ALL)).collect(),
            false => ASKING[..count].to_vec(),
        };
        for verdict in verdicts {
            self.rule(&mut author, verdict, settles, &mut text);
        }
        if settles || author.rng.bool() {
            text.push_str("      - unknown: otherwise\n");
        }
        text.push_str("    poll: { every: 5s, deadline: 1h }\n");
        if let (true, Some(place)) = (settles, author.any_place()) {
            let _ = writeln!(text, "    tells: {{ message: \"{{reply.{place}}}\" }}");
        }
        self.body = text;
    }

    fn rule(&self, author: &mut Author<'_>, verdict: &str, settles: bool, text: &mut String) {
        let facts = match author.rng.u8(..4) {
            0 => format!("[ {}, {} ]", self.facts(author), self.facts(author)),
            _ => self.facts(author),
        };
        let _ = writeln!(text, "      - {verdict}: {facts}");
        if self.within && author.rng.bool() {
            let _ = writeln!(text, "        within: {}", author.pick(&["30s", "60s"]));
        }
        let settled = ["succeeded", "rejected", "failed", "cancelled", "expired"].contains(&verdict);
        if !settles {
            return;
        }
        for modifier in ["partial: true", "revisable: true", "confirm: 2"] {
            if settled && author.rng.u8(..4) == 0 {
                let _ = writeln!(text, "        {modifier}");
            }
        }
        for modifier in ["code", "message"] {
            if author.rng.u8(..4) == 0 {
                let place = match author.rng.u8(..4) {
                    0 => Some("$http".to_owned()),
                    1 if self.header => Some("$header.x-kind".to_owned()),
                    2 if self.error.is_some() => Some("$error.e1".to_owned()),
                    _ => author.any_place(),
                };
                if let Some(place) = place {
                    let _ = writeln!(text, "        {modifier}: \"told {{reply.{place}}}\"");
                }
            }
        }
    }

    /// Facts of the body, of what is outside it, or of both.
    fn facts(&self, author: &mut Author<'_>) -> String {
        let given = self.input.filter(|_| author.rng.u8(..3) == 0).map(|input| match input {
            Input::Limit => ("$input.limit", Literals::of(&Shape::Int), true),
            Input::Deep => ("$input.deep", Literals::of(&Shape::Bool), false),
            Input::Word => ("$input.word", Some(Literals::TEXT), true),
        });
        let mut outside: Vec<(&str, Option<Literals>, bool)> = given.into_iter().collect();
        if author.rng.bool() {
            outside.extend(self.http.then_some(("$http", Some(Literals::STATUS), false)));
            outside.extend(self.header.then_some(("$header.x-kind", Some(Literals::TEXT), true)));
            outside.extend(self.error.is_some().then_some(("$error", None, true)));
        }
        let chosen =
            author.rng.choice(outside).map(|(subject, literals, absent)| match (subject, literals, &self.error) {
                ("$error", _, Some((fields, _))) if author.rng.bool() => {
                    let (path, matcher) = author.fact(fields, "", false);
                    (format!("$error.{path}"), matcher)
                }
                (subject, Some(literals), _) => {
                    // Neither headers nor inputs are ever null.
                    let matcher = author.scalar(literals, absent).replace("null", "absent");
                    (subject.to_owned(), matcher)
                }
                (subject, None, _) => (subject.to_owned(), author.pick(&["present", "absent"]).to_owned()),
            });
        match chosen {
            Some((subject, matcher)) if author.rng.bool() => map(&BTreeMap::from([(subject, matcher)])),
            chosen => author.facts(&self.fields, chosen),
        }
    }

    /// The operation as it stands in a spec.
    pub(crate) fn operation(&self, name: &str) -> String {
        format!("  {name}:\n    get: /{name}\n{}", self.body)
    }
}

/// The fields of a declared error, and when it is one under 2xx.
fn error(rng: &mut Rng) -> (Vec<Field>, Also) {
    let shapes = [Shape::Text, Shape::Enum, Shape::Bool, Shape::Begun];
    let field = |name: &str, optional, shape| Field { name: name.to_owned(), optional, shape };
    let fields = vec![
        field("e0", false, shapes[rng.usize(..2)].clone()),
        field("e1", true, shapes[rng.usize(..shapes.len())].clone()),
    ];
    let also = [Also::Never, Also::Fits, Also::On][rng.usize(..3)];
    (fields, also)
}

/// A vendor with operations.
pub(crate) fn vendor(name: &str, operations: &[(String, &Spec)]) -> String {
    let types: Vec<&str> = operations.iter().flat_map(|(_, spec)| spec.types.iter().map(String::as_str)).collect();
    let types = if types.is_empty() { String::new() } else { format!("types:\n{}\n", types.join("\n")) };
    let operations: String = operations.iter().map(|(name, spec)| spec.operation(name)).collect();
    format!("vendor: {name}\nservers: {{ live: https://api.acme.test }}\n{types}operations:\n{operations}")
}
