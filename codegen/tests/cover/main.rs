//! The cover check against brute force: random shapes, random rules, every reply of the shape judged by the
//! interpreter, which shares no code with the patterns.

mod facts;
mod large;
mod random;
mod replies;
mod shapes;
mod witness;

use fastrand::Rng;
use random::{Also, Flavour, Spec};
use replies::Reply;
use settled_codegen::check::{Files, check};
use settled_codegen::cover::{Matrix, Scope, TooLarge};
use settled_codegen::diagnostic::Diagnostics;
use settled_codegen::eval::{Observed, judge};
use settled_codegen::model::{Operation, Vendor};
use settled_codegen::source::Source;
use settled_codegen::spec;
use witness::Demands;

struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _: &str) -> Result<String, String> {
        Err("there is none".to_owned())
    }
}

fn observed(reply: &Reply) -> Observed<'_> {
    let Reply { status, headers, body, given, age, .. } = reply;
    Observed { headers, given, age: *age, ..Observed::new(*status, body) }
}

/// The model, without the verdict on its cover: `None` where the spec itself is wrong.
fn model(text: &str) -> Option<(Vendor, Vec<String>)> {
    let source = Source::new("acme.yaml", text);
    let mut problems = Diagnostics::default();
    let spec = spec::read(&source, &mut problems)?;
    let vendor = check(&spec, "acme", &source, &NoFiles, &mut problems)?;
    let found = problems.into_result(&source, Some(())).err();
    let found = found.into_iter().flat_map(|report| report.diagnostics);
    let names = found.map(|one| format!("{:?}", one.problem).split([' ', '{']).next().unwrap_or_default().to_owned());
    let names: Vec<String> = names.collect();
    let of_cover = ["RuleUnreachable", "NotCovered", "WordForgotten"];
    names.iter().all(|name| of_cover.contains(&name.as_str())).then_some((vendor, names))
}

/// What was found, so that a test of nothing is seen.
#[derive(Debug, Default)]
struct Tally {
    covered: usize,
    open: usize,
    dead: usize,
    /// Rules that are said to be live, and that no reply met.
    idle: usize,
    /// Witnesses of which no reply is a case.
    unmet: usize,
    too_large: usize,
    replies: usize,
}

/// One random operation, its model, and which rule each of its replies meets.
struct Case<'c> {
    text: &'c str,
    spec: &'c Spec,
    vendor: &'c Vendor,
    replies: Vec<Reply>,
    fired: Vec<Option<usize>>,
}

impl<'c> Case<'c> {
    fn new(text: &'c str, spec: &'c Spec, vendor: &'c Vendor) -> Self {
        let replies = replies::all(spec);
        let judge = |reply: &Reply| {
            let judged = judge(vendor, &vendor.operations[0], &observed(reply));
            assert!(!reply.answer || judged.reason.is_none(), "{reply:?} has the declared shape\n{text}");
            judged.rule
        };
        let fired = replies.iter().map(judge).collect();
        Case { text, spec, vendor, replies, fired }
    }

    fn operation(&self) -> &'c Operation {
        &self.vendor.operations[0]
    }

    /// Whether what is said must be so from both sides.
    fn is_exact(&self) -> bool {
        self.spec.flavour != Flavour::Loose
    }

    /// The same for replies that are no answers. Where facts say which 2xx replies are declared errors, they are not told apart
    /// by them.
    fn is_exact_outside(&self) -> bool {
        let error = self.spec.error.as_ref().map(|(_, also)| *also);
        self.is_exact() && error != Some(Also::On)
    }

    fn compare(&self, found: &[String], tally: &mut Tally) -> Result<(), TooLarge> {
        let reading = &self.operation().reading;
        let answers = Matrix::of(&Scope::answers(reading), &reading.rules)?;
        let others = Matrix::of(&Scope::others(reading), &reading.rules)?;
        let text = self.text;
        for at in 0..reading.rules.len() {
            let mut live = false;
            for matrix in [&answers, &others] {
                for row in (0..matrix.rows.len()).filter(|row| matrix.rows[*row].rule == at) {
                    live |= matrix.is_live(row)?;
                }
            }
            let fires = self.fired.contains(&Some(at));
            assert!(live || !fires, "rule {} is said to be dead, and fires\n{text}", at + 1);
            assert!(
                live == fires || !self.is_exact_outside(),
                "rule {} is said to be live, and never fires\n{text}",
                at + 1
            );
            tally.idle += usize::from(live && !fires);
            tally.dead += usize::from(!live);
            let told = found.iter().any(|name| name == "RuleUnreachable");
            assert!(live || told, "rule {} is dead, and nothing is said\n{text}", at + 1);
        }
        self.compare_cover(&answers, found, tally)
    }

    fn compare_cover(&self, answers: &Matrix, found: &[String], tally: &mut Tally) -> Result<(), TooLarge> {
        let text = self.text;
        let uncovered = answers.uncovered()?;
        let mut undecided = self.replies.iter().zip(&self.fired).filter(|(reply, rule)| reply.answer && rule.is_none());
        let undecided = undecided.next().map(|(reply, _)| reply);
        assert!(undecided.is_none() || uncovered.is_some(), "covered, but {undecided:?} meets no rule\n{text}");
        assert_eq!(uncovered.is_some(), found.iter().any(|name| name == "NotCovered"), "{found:?}\n{text}");
        let Some(witness) = uncovered else {
            tally.covered += 1;
            return Ok(());
        };
        tally.open += 1;
        let told = answers.describe(&witness);
        let demands = Demands::of(self.vendor, self.operation(), &answers.spaces, &witness);
        let all = self.replies.iter().zip(&self.fired).filter(|(reply, _)| reply.answer);
        let met: Vec<_> = all.filter(|(reply, _)| demands.are_met(reply)).collect();
        tally.unmet += usize::from(met.is_empty());
        assert!(!met.is_empty() || !self.is_exact(), "no reply is {told}\n{text}");
        assert!(met.iter().all(|(_, rule)| rule.is_none()), "{told}, but {met:?}\n{text}");
        Ok(())
    }
}

/// A number that the caller of the tests may set.
fn set(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().expect("a whole number"))
}

/// How many of the usual operations are compared.
fn percent() -> u64 {
    set("SETTLED_PERCENT", 100)
}

/// Whether so many of each were found as a test needs to say anything. Few operations are not held to it.
fn many(found: &[usize], least: usize) -> bool {
    percent() < 100 || found.iter().all(|found| *found > least)
}

/// Compares so many random operations, from `SETTLED_SEED`; `SETTLED_PERCENT` of them, where that is set.
fn compare(flavour: Flavour, cases: u64) -> Tally {
    let seed = set("SETTLED_SEED", 0xc0ffee);
    let cases = cases * percent() / 100;
    let mut rng = Rng::with_seed(seed ^ flavour as u64);
    let mut tally = Tally::default();
    let mut done = 0;
    while done < cases {
        let spec = Spec::random(&mut rng, flavour, "", false);
        let text = random::vendor("Acme", &[("status".to_owned(), &spec)]);
        let Some((vendor, found)) = model(&text) else { continue };

        let case = Case::new(&text, &spec, &vendor);
        done += 1;
        tally.replies += case.replies.len();
        if case.compare(&found, &mut tally).is_err() {
            tally.too_large += 1;
        }
    }
    println!("{flavour:?}, seed {seed}: {tally:?}");
    tally
}

#[test]
fn scalars_are_as_enumeration_finds() {
    let Tally { covered, open, dead, too_large, .. } = compare(Flavour::Scalars, 1_000);
    assert!(many(&[covered, open, dead], 100) && too_large == 0);
}

#[test]
fn conditions_on_one_list_are_as_enumeration_finds() {
    let Tally { covered, open, dead, too_large, .. } = compare(Flavour::List, 500);
    assert!(many(&[covered, open, dead], 50) && too_large == 0);
}

#[test]
fn conditions_on_two_lists_are_as_enumeration_finds() {
    let Tally { covered, open, dead, too_large, .. } = compare(Flavour::Lists, 200);
    assert!(many(&[covered, open, dead], 20) && too_large == 0);
}

#[test]
fn what_is_outside_the_body_is_as_enumeration_finds() {
    let Tally { covered, open, dead, too_large, .. } = compare(Flavour::Outside, 300);
    assert!(many(&[covered, open, dead], 30) && too_large == 0);
}

#[test]
fn nothing_is_claimed_wrongly_of_what_is_not_told_apart_exactly() {
    let Tally { covered, open, dead, .. } = compare(Flavour::Loose, 300);
    assert!(many(&[covered, open, dead], 30));
}
