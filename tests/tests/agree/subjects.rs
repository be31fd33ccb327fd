//! Every operation that is waited for, as two readers see it: the generated client and the model of its spec.

use std::path::Path;

use settled::{Polled, Reply};
use settled_codegen::diagnostic::Diagnostics;
use settled_codegen::eval::Observed;
use settled_codegen::files::{Folder, read_spec};
use settled_codegen::model::{Operation, Vendor};
use settled_codegen::spec;
use settled_testkit::{Script, VirtualClock};
use settled_vendors::{idwise, incode, salesforce_insurance, smile_id};

settled::vendor!("tests/agree/awkward.yaml");
settled::vendor!("tests/agree/thorough.yaml");

/// With this key, partner and moment, Smile ID's own clients compute this signature.
pub(crate) const SMILE: [&str; 4] =
    ["2", "s3cr3t", "2024-01-02T03:04:05.678Z", "56Kp6tofv2YQ+clMKwhwdhihb7ktQPAg+iD8lG09Epo="];

/// What a reply was judged to be, by either reader.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) verdict: String,
    /// Where the rule that decided stands.
    pub(crate) rule: Option<String>,
    pub(crate) partial: bool,
    pub(crate) revisable: bool,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
}

/// All that the generated client makes of a reply.
pub(crate) struct Seen {
    pub(crate) told: Told,
    pub(crate) reason: Option<String>,
    /// Why the full reply does not decode, in every way in which the error can be shown.
    pub(crate) undecoded: Option<String>,
}

/// One operation.
pub(crate) struct Subject {
    pub(crate) name: String,
    vendor: Vendor,
    at: usize,
    /// Replies of its spec's examples: statuses and bodies.
    pub(crate) examples: Vec<(u16, String)>,
    /// The inputs and settings that the client's call has.
    given: Vec<(String, String)>,
    client: Box<dyn Fn(&Reply) -> Seen>,
}

impl Subject {
    /// The same with inputs and settings that rules look at.
    fn given(mut self, given: &[(&str, &str)]) -> Self {
        self.given = given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self
    }

    pub(crate) fn operation(&self) -> &Operation {
        &self.vendor.operations[self.at]
    }

    pub(crate) fn vendor(&self) -> &Vendor {
        &self.vendor
    }

    /// What the generated client makes of a reply.
    pub(crate) fn client(&self, reply: &Reply) -> Seen {
        (self.client)(reply)
    }

    /// The interpreted model's judgement.
    pub(crate) fn model(&self, status: u16, headers: &[(String, String)], body: &str) -> Told {
        let operation = self.operation();
        let observed =
            Observed { headers, given: &self.given, verified: is_signed(body), ..Observed::new(status, body) };
        let judged = settled_codegen::eval::judge(&self.vendor, operation, &observed);
        let rule = judged.rule.and_then(|at| operation.reading.rules.get(at));
        Told {
            verdict: judged.verdict.as_str().to_owned(),
            rule: rule.map(|rule| rule.place.clone()),
            partial: judged.partial,
            revisable: judged.revisable,
            code: judged.code,
            message: judged.message,
        }
    }
}

/// A reply of Smile ID with the signature that is right for the test's key.
pub(crate) fn signed(body: &str) -> Option<String> {
    let mut reply: serde_json::Value = serde_json::from_str(body).ok()?;
    let members = reply.as_object_mut().filter(|members| members.contains_key("signature"))?;
    members.insert("timestamp".to_owned(), SMILE[2].into());
    members.insert("signature".to_owned(), SMILE[3].into());
    Some(reply.to_string())
}

/// Whether a Smile ID reply carries the one signature and timestamp that are right.
fn is_signed(body: &str) -> bool {
    let Ok(reply) = serde_json::from_str::<std::collections::BTreeMap<String, &serde_json::value::RawValue>>(body)
    else {
        return false;
    };
    let text = |name: &str| serde_json::from_str::<String>(reply.get(name)?.get()).ok();
    text("timestamp").as_deref() == Some(SMILE[2]) && text("signature").as_deref() == Some(SMILE[3])
}

fn told<R: Send + 'static>(polled: Result<Polled<R>, settled::Error>) -> Seen {
    let polled = polled.expect("secrets are values, so a reply can always be judged");
    let reason = polled.reason().map(str::to_owned);
    let told = Told {
        verdict: polled.verdict().as_str().to_owned(),
        rule: polled.rule().map(|rule| rule.place.to_owned()),
        partial: polled.is_partial(),
        revisable: polled.is_revisable(),
        code: polled.code().map(str::to_owned),
        message: polled.message().map(str::to_owned),
    };
    let undecoded = polled.decode().err().map(|error| {
        let sources = std::iter::successors(std::error::Error::source(&error), |error| error.source());
        let sources: Vec<String> = sources.map(|source| format!("{source} {source:?}")).collect();
        format!("{error} {error:?} {sources:?}")
    });
    Seen { told, reason, undecoded }
}

macro_rules! client {
    ($module:ident $(, $setting:ident = $value:expr)*) => {{
        let clock = VirtualClock::new();
        let silent = Script::exact(clock.clone(), []);
        let builder = $module::Client::builder().base_url("https://api.acme.test").transport(silent).clock(clock);
        builder$(.$setting($value))*.build().expect("a client")
    }};
}

/// Every operation of every vendor that has states.
pub(crate) fn all() -> Vec<Subject> {
    let smile = client!(smile_id, partner_id = SMILE[0], api_key = SMILE[1]);
    let idwise = client!(idwise, api_key = "k", api_secret = "s");
    let incode = client!(incode, api_key = "k");
    let policies = client!(salesforce_insurance, access_token = "t");
    let invoked = policies.clone();
    let awkward = client!(awkward, key = "k");
    let numbers = client!(thorough, tenant = SMILE[0], key = SMILE[1]);
    let (plainly, texts, lists, proven) = (numbers.clone(), numbers.clone(), numbers.clone(), numbers.clone());
    let all = vec![
        subject("smile_id", "job_status", move |reply| told(smile.job_status().user_id("u").job_id("j").judge(reply))),
        subject("idwise", "journey_summary", move |reply| told(idwise.journey_summary().journey_id("j").judge(reply))),
        subject("incode", "onboarding_status", move |reply| {
            told(incode.onboarding_status().session_token("t").judge(reply))
        }),
        subject("salesforce_insurance", "policy_job", move |reply| {
            told(policies.policy_job().procedure("Type_SubType").job_id("j").judge(reply))
        }),
        subject("salesforce_insurance", "policy_job_invoke", move |reply| {
            told(invoked.policy_job_invoke().job_id("j").judge(reply))
        }),
        subject("awkward", "report", move |reply| told(awkward.report().r("r").judge(reply))),
        subject("thorough", "numbers", move |reply| told(numbers.numbers().id("x").limit(3).deep(true).judge(reply)))
            .given(&[("id", "x"), ("limit", "3"), ("deep", "true"), ("tenant", SMILE[0])]),
        subject("thorough", "numbers", move |reply| told(plainly.numbers().id("7").judge(reply)))
            .given(&[("id", "7"), ("tenant", SMILE[0])]),
        subject("thorough", "texts", move |reply| told(texts.texts().judge(reply))).given(&[("tenant", SMILE[0])]),
        subject("thorough", "lists", move |reply| told(lists.lists().mine("x").judge(reply)))
            .given(&[("mine", "x"), ("tenant", SMILE[0])]),
        subject("thorough", "proven", move |reply| told(proven.proven().judge(reply))).given(&[("tenant", SMILE[0])]),
    ];
    let waited = |vendor: &str| load(vendor).1.operations.iter().filter(|operation| operation.can_wait()).count();
    let there: usize = vendors().iter().map(|vendor| waited(vendor)).sum();
    let names: std::collections::BTreeSet<_> = all.iter().map(|subject| &subject.name).collect();
    assert_eq!(names.len(), there, "an operation of the specs is not compared");
    all
}

/// Specs that are made to be misread.
const OURS: [&str; 2] = ["awkward", "thorough"];

/// The modules of all shipped specs, and of those.
fn vendors() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let files = std::fs::read_dir(folder).expect("the specs").map(|entry| entry.expect("an entry").path());
    let specs = files.filter(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    let shipped = specs.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    shipped.chain(OURS.map(str::to_owned)).collect()
}

fn load(vendor: &str) -> (spec::Vendor, Vendor, Folder) {
    let file = format!("{vendor}.yaml");
    let folder = if OURS.contains(&vendor) { "tests/agree" } else { "../specs" };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(&file);
    // As the generated code names it: by the path that its front end was given.
    let shown = if OURS.contains(&vendor) { format!("{folder}/{file}") } else { file };
    let source = read_spec(&path, &shown).expect("a spec that can be read");
    let folder = Folder::of(&path);
    let model = settled_codegen::model(&source, vendor, &folder).expect("a spec without mistakes");
    let spec = spec::read(&source, &mut Diagnostics::default()).expect("a spec without mistakes");
    (spec, model, folder)
}

fn subject(vendor: &str, operation: &str, client: impl Fn(&Reply) -> Seen + 'static) -> Subject {
    use settled_codegen::check::Files;
    let (spec, model, folder) = load(vendor);
    let at = model.operations.iter().position(|one| one.name.value == operation).expect("the operation");
    let spec = spec.operations.get(operation).expect("the operation");
    let examples = spec.examples.iter().map(|example| {
        let status = example.http.as_ref().map_or(200, |http| http.value as u16);
        let body = match (&example.file, &example.body) {
            (Some(file), _) => folder.read(&file.value).expect("the fixture"),
            (None, Some(body)) => body.text.clone(),
            (None, None) => String::new(),
        };
        (status, body)
    });
    let examples = examples.collect();
    Subject {
        name: format!("{vendor}.{operation}"),
        vendor: model,
        at,
        examples,
        given: Vec::new(),
        client: Box::new(client),
    }
}
