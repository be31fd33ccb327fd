//! Random models: what the generated code makes of a reply, by its probe, its compiled rules and its full decode, is what
//! the interpreter makes of it.

mod declared;
#[path = "../../../../codegen/tests/cover/facts.rs"]
mod facts;
#[path = "../../../../codegen/tests/cover/random.rs"]
#[allow(dead_code, reason = "shared with the build script, which writes whole specs")]
mod random;
#[path = "../../../../codegen/tests/cover/replies.rs"]
#[allow(dead_code, reason = "shared with the tests of the cover check, which use the rest")]
mod replies;
#[path = "../../../../codegen/tests/cover/shapes.rs"]
mod shapes;
#[path = "../../../tests/agree/random.rs"]
mod values;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use declared::{is_declared, is_plain};
use fastrand::Rng;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use random::{Flavour, Spec};
use replies::Reply;
use settled_codegen::eval::{self, Observed};
use settled_codegen::files::{Folder, read_spec};
use settled_codegen::model::{Operation, Vendor};
use settled_random_models::{Given, Model, SEED, SPECS, Told};
use settled_testkit::hostile;
use values::{Named, Wildness};

/// How many replies each model is asked about.
const REPLIES: usize = 200;

const STATUSES: [u16; 12] = [199, 200, 201, 202, 204, 304, 401, 404, 429, 500, 501, 503];

/// One model, as it is interpreted.
struct Interpreted<'m> {
    vendor: &'m Vendor,
    operation: &'m Operation,
    spec: Spec,
}

impl<'m> Interpreted<'m> {
    fn new(vendors: &'m BTreeMap<&str, Vendor>, model: &Model) -> Self {
        let vendor = &vendors[model.vendor];
        let operation = vendor.operations.iter().find(|one| one.name.value == model.operation).expect("the operation");
        let flavour = Flavour::ALL[usize::from(model.flavour)];
        let spec = Spec::random(&mut Rng::with_seed(model.seed), flavour, "0", true);
        Interpreted { vendor, operation, spec }
    }

    fn judge(&self, reply: &Reply) -> Told {
        let Reply { status, headers, body, given, age, .. } = reply;
        let observed = Observed { headers, given, age: *age, ..Observed::new(*status, body) };
        let judged = eval::judge(self.vendor, self.operation, &observed);
        let rule = judged.rule.and_then(|at| self.operation.reading.rules.get(at));
        Told {
            verdict: judged.verdict.as_str().to_owned(),
            rule: rule.map(|rule| rule.place.clone()),
            partial: judged.partial,
            revisable: judged.revisable,
            code: judged.code,
            message: judged.message,
        }
    }

    fn is_declared(&self, body: &str) -> bool {
        is_declared(body, &self.operation.reply, &self.vendor.types)
    }

    /// Replies that rules tell apart, replies of nearly the declared shapes, and replies with something wrong in them.
    fn replies(&self, rng: &mut Rng) -> Vec<Reply> {
        let mut all = replies::all(&self.spec);
        rng.shuffle(&mut all);
        all.truncate(REPLIES / 2);
        let made = all.len();
        while all.len() < REPLIES {
            let from = all[rng.usize(..made)].clone();
            let body = match rng.u8(..4) {
                0 => self.mutant(rng, &from.body),
                1 => edited(rng, &from.body),
                _ => self.random(rng),
            };
            let status = if rng.bool() { from.status } else { STATUSES[rng.usize(..STATUSES.len())] };
            let age = if rng.bool() { from.age } else { Duration::from_millis(rng.u64(29_999..=30_001)) };
            all.push(Reply { status, body, age, ..from });
        }
        all
    }

    fn random(&self, rng: &mut Rng) -> String {
        let wildness = Wildness([0, 2, 5, 15][rng.usize(..4)]);
        let named = Named::of(&self.operation.reading);
        let errors = &self.operation.reading.errors;
        let error = errors.first().and_then(|error| error.body.as_ref()).filter(|_| rng.u8(..4) == 0);
        let ty = error.map_or(&self.operation.reply, |body| &body.ty);
        values::value(rng, ty, &self.vendor.types, wildness, &named)
    }

    fn mutant(&self, rng: &mut Rng, body: &str) -> String {
        match serde_json::from_str::<serde::de::IgnoredAny>(body).is_ok() {
            true => {
                let mutants: Vec<_> =
                    hostile::around(body).into_iter().filter_map(|(_, body)| String::from_utf8(body).ok()).collect();
                rng.choice(mutants).unwrap_or_default()
            }
            false => body.to_owned(),
        }
    }
}

/// A text with a character lost, doubled, or come from elsewhere.
fn edited(rng: &mut Rng, text: &str) -> String {
    let from: Vec<char> = "{}[],:\"\\u0d19-+.eE \n\0\u{1f}\u{feff}é😀".chars().collect();
    let mut text: Vec<char> = text.chars().collect();
    for _ in 0..rng.usize(1..=2) {
        let at = rng.usize(..=text.len());
        match rng.u8(..4) {
            0 if at < text.len() => drop(text.remove(at)),
            1 if at < text.len() => text.insert(at, text[at]),
            2 if at < text.len() => text[at] = from[rng.usize(..from.len())],
            _ => text.insert(at, from[rng.usize(..from.len())]),
        }
    }
    text.into_iter().collect()
}

/// A reply as the client's transport would hand it over.
fn arrived(reply: &Reply) -> settled::Reply {
    let header = |(name, value): &(String, String)| {
        let name = HeaderName::from_bytes(name.as_bytes()).expect("a header's name");
        (name, HeaderValue::from_str(value).expect("a header's value"))
    };
    let headers: HeaderMap = reply.headers.iter().map(header).collect();
    settled::Reply::new(StatusCode::from_u16(reply.status).expect("a status"), headers, reply.body.clone())
}

fn vendors(models: &[Model]) -> BTreeMap<&'static str, Vendor> {
    let load = |module: &'static str| {
        let path = Path::new(SPECS).join(format!("{module}.yaml"));
        let source = read_spec(&path, &path.display().to_string()).expect("a spec that can be read");
        let vendor = settled_codegen::model(&source, module, &Folder::of(&path)).expect("a spec without mistakes");
        (module, vendor)
    };
    let mut modules: Vec<&str> = models.iter().map(|model| model.vendor).collect();
    modules.dedup();
    modules.into_iter().map(load).collect()
}

#[test]
fn every_reader_says_the_same() {
    let models = settled_random_models::all();
    let vendors = vendors(&models);
    let seed: u64 = SEED.parse().expect("a whole number");
    let (mut compared, mut differences) = (0, Vec::new());
    let mut verdicts: BTreeMap<String, usize> = BTreeMap::new();
    let (mut by_rule, mut decoded) = (0, 0);
    for model in &models {
        let interpreted = Interpreted::new(&vendors, model);
        let mut rng = Rng::with_seed(seed ^ model.seed);
        for reply in interpreted.replies(&mut rng) {
            let subject = (model.asked)(&Given(reply.given.first().map(|(_, value)| value.clone())));
            let (client, told) = (subject.judge(&arrived(&reply), reply.age), interpreted.judge(&reply));
            let decode = subject.decode(reply.body.as_bytes());
            compared += 1;
            by_rule += usize::from(client.rule.is_some());
            decoded += usize::from(decode.is_ok());
            *verdicts.entry(client.verdict.clone()).or_default() += 1;
            let mut differ = |what: String| {
                let operation = interpreted.spec.operation(model.operation);
                differences.push(format!("{}.{}: {what}\n{reply:?}\n{operation}", model.vendor, model.operation));
            };
            if client != told {
                differ(format!("the client says {client:?}, the model {told:?}"));
            }
            if decode.is_ok() != interpreted.is_declared(&reply.body) {
                differ(format!("the client decodes {decode:?}, and the types say otherwise"));
            }
            if decode.is_ok() && client.verdict == "unreadable" && is_plain(&reply.body) {
                differ("a reply that decodes is unreadable".to_owned());
            }
        }
    }
    println!("compared {compared} replies of {} models (seed {seed}): {} differences", models.len(), differences.len());
    println!("{by_rule} decided by a rule, {decoded} decoded, {verdicts:?}");
    assert!(models.len() == 500 && compared == 500 * REPLIES, "{} models, {compared} replies", models.len());
    assert!(differences.is_empty(), "{}", differences[..differences.len().min(5)].join("\n\n"));
    assert!(by_rule > compared / 4 && decoded > compared / 4, "too few replies mean anything");
}
