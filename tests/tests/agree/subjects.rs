//! Every operation that is waited for, as two readers see it: the generated client and the model of its spec.

use std::collections::BTreeSet;
use std::path::Path;

use settled::{Polled, Reply};
use settled_codegen::diagnostic::Diagnostics;
use settled_codegen::eval::Observed;
use settled_codegen::files::{Folder, read_spec};
use settled_codegen::model::{Operation, ReplyKind, Vendor};
use settled_codegen::{samples, spec};
use settled_testkit::{Script, VirtualClock};
use settled_vendors::{
    adobe_pdf, amazon_sp, assemblyai, azure_document_intelligence, databricks, github, idwise, incode, onfido, plaid,
    replicate, salesforce_insurance, salesforce_insurance_oauth, shopify, smile_id, smile_id_v3, sumsub, twilio, x,
    zendesk,
};

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

    /// Whether its bodies are JSON, and not merely there.
    pub(crate) fn reads_bodies(&self) -> bool {
        self.operation().reply_kind == ReplyKind::Json
    }

    /// Replies that make each rule decide, and such as barely do not.
    pub(crate) fn samples(&self) -> Vec<samples::Reply> {
        let all = samples::samples(&self.vendor, self.operation()).into_iter();
        all.flat_map(|sample| sample.changes.into_iter().map(|change| change.reply).chain([sample.reply])).collect()
    }

    /// The verdicts for which nothing but a status and a body is needed.
    pub(crate) fn told_by_bodies(&self) -> BTreeSet<&'static str> {
        let all = samples::samples(&self.vendor, self.operation()).into_iter();
        let plain = all.filter(|sample| sample.reply.age.is_zero() && sample.reply.headers.is_empty());
        plain.map(|sample| sample.judged.verdict.as_str()).collect()
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

/// An operation, with the call that the generated client has for it.
macro_rules! subject {
    ($client:ident, $module:ident.$operation:ident($($input:ident = $value:expr),*)) => {{
        let client = $client.clone();
        subject(stringify!($module), stringify!($operation), move |reply| {
            told(client.$operation()$(.$input($value))*.judge(reply))
        })
    }};
}

/// Every operation of every vendor that has states.
pub(crate) fn all() -> Vec<Subject> {
    let mut all = shipped();
    all.extend(ours());
    let waited = |vendor: &str| load(vendor).1.operations.iter().filter(|operation| operation.can_wait()).count();
    let there: usize = vendors().iter().map(|vendor| waited(vendor)).sum();
    let names: BTreeSet<_> = all.iter().map(|subject| &subject.name).collect();
    assert_eq!(names.len(), there, "an operation of the specs is not compared");
    all
}

/// Those that among them have every construct of rules and replies.
pub(crate) fn of_all_kinds() -> Vec<Subject> {
    const SHIPPED: [&str; 4] = ["smile_id", "idwise", "incode", "salesforce_insurance"];
    let of = |subject: &Subject, vendors: &[&str]| vendors.contains(&subject.vendor.module.as_str());
    let kinds: Vec<_> = all().into_iter().filter(|one| of(one, &SHIPPED) || of(one, &OURS)).collect();
    assert_eq!(kinds.len(), 14);
    kinds
}

fn ours() -> Vec<Subject> {
    let awkward = client!(awkward, key = "k");
    let thorough = client!(thorough, tenant = SMILE[0], key = SMILE[1]);
    vec![
        subject!(awkward, awkward.report(r = "r")),
        subject!(awkward, awkward.moments(since = "2024-01-02T03:04:05Z")).given(&[("since", "2024-01-02T03:04:05Z")]),
        subject!(thorough, thorough.numbers(id = "x", limit = 3, deep = true)).given(&[
            ("id", "x"),
            ("limit", "3"),
            ("deep", "true"),
            ("tenant", SMILE[0]),
        ]),
        subject!(thorough, thorough.numbers(id = "7")).given(&[("id", "7"), ("tenant", SMILE[0])]),
        subject!(thorough, thorough.texts()).given(&[("tenant", SMILE[0])]),
        subject!(thorough, thorough.lists(mine = "x")).given(&[("mine", "x"), ("tenant", SMILE[0])]),
        subject!(thorough, thorough.proven()).given(&[("tenant", SMILE[0])]),
    ]
}

fn shipped() -> Vec<Subject> {
    let adobe = client!(adobe_pdf, client_id = "c", client_secret = "s");
    let amazon = client!(
        amazon_sp,
        auth_url = "https://login.acme.test",
        client_id = "c",
        client_secret = "s",
        refresh_token = "r",
        user_agent = "u"
    );
    let assembly = client!(assemblyai, api_key = "k");
    let azure = client!(azure_document_intelligence, key = "k");
    let databricks = client!(databricks, client_id = "c", client_secret = "s");
    let github = client!(github, token = "t");
    let idwise = client!(idwise, api_key = "k", api_secret = "s");
    let incode = client!(incode, api_key = "k");
    let onfido = client!(onfido, api_token = "t");
    let plaid = client!(plaid, client_id = "c", secret = "s");
    let replicate = client!(replicate, api_token = "t");
    let policies = client!(salesforce_insurance, access_token = "t");
    let oauth = client!(
        salesforce_insurance_oauth,
        login_url = "https://login.acme.test",
        client_id = "c",
        client_secret = "s"
    );
    let shopify = client!(shopify, access_token = "t");
    let smile = client!(smile_id, partner_id = SMILE[0], api_key = SMILE[1]);
    let smile_v3 = client!(smile_id_v3, partner_id = "2", api_key = SMILE[1]);
    let sumsub = client!(sumsub, app_token = "t", secret_key = "s");
    let twilio = client!(twilio, key_sid = "k", key_secret = "s");
    let x = client!(x, consumer_key = "c", consumer_secret = "s", token = "t", token_secret = "u");
    let zendesk = client!(zendesk, email = "a@acme.test", api_token = "t");
    vec![
        subject!(adobe, adobe_pdf.job_state(status_url = "/operation/createpdf/1/status")),
        subject!(amazon, amazon_sp.get_report(report_id = "r")),
        subject!(assembly, assemblyai.get_transcript(transcript_id = "t")),
        subject!(assembly, assemblyai.redacted_audio(transcript_id = "t")),
        subject!(azure, azure_document_intelligence.get_analysis(model_id = "m", result_id = "r")),
        subject!(azure, azure_document_intelligence.get_batch(model_id = "m", result_id = "r")),
        subject!(databricks, databricks.get_run(run_id = 1)),
        subject!(github, github.get_upload(owner = "o", repo = "r", sarif_id = "s")),
        subject!(github, github.get_run(owner = "o", repo = "r", run_id = 1)),
        subject!(github, github.run_logs(owner = "o", repo = "r", run_id = 1)),
        subject!(idwise, idwise.journey_summary(journey_id = "j")),
        subject!(idwise, idwise.journey_result(result_url = "/journey/v2/j")),
        subject!(incode, incode.onboarding_status(session_token = "t")),
        subject!(incode, incode.score(session_token = "t")),
        subject!(onfido, onfido.get_workflow_run(workflow_run_id = "w")),
        subject!(onfido, onfido.get_check(check_id = "c")),
        subject!(plaid, plaid.asset_report(asset_report_token = "a")),
        subject!(replicate, replicate.get_prediction(prediction_id = "p")),
        subject!(policies, salesforce_insurance.policy_job(procedure = "Type_SubType", job_id = "j")),
        subject!(policies, salesforce_insurance.policy_job_invoke(job_id = "j")),
        subject!(oauth, salesforce_insurance_oauth.policy_job(procedure = "Type_SubType", job_id = "j")),
        subject!(oauth, salesforce_insurance_oauth.policy_job_invoke(job_id = "j")),
        subject!(shopify, shopify.get_operation(operation_id = "o")),
        subject!(smile, smile_id.job_status(user_id = "u", job_id = "j")),
        subject!(smile_v3, smile_id_v3.verification_status(job_id = "j")),
        subject!(sumsub, sumsub.get_review(applicant_id = "a")),
        subject!(twilio, twilio.get_composition(composition_sid = "c")),
        subject!(twilio, twilio.get_media(composition_sid = "c")),
        subject!(x, x.get_status(media_id = "m")),
        subject!(zendesk, zendesk.get_job(job_id = "j")),
        subject!(zendesk, zendesk.get_deletion(job_id = "j")),
    ]
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
    let folder = Folder::of(&path);
    let source = spec::with_profiles(&read_spec(&path, &shown).expect("a spec that can be read"), &folder);
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
