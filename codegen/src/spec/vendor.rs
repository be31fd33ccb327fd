//! The file as a whole, as written.

use serde_json::{Value, json};

use super::body::JsonBody;
use super::input::Given;
use super::job::Job;
use super::literal::{PerJob, Rate, Text, Time, TimeWord, unquoted_name};
use super::operation::{Operation, Token};
use super::profile::Profile;
use super::rule::{Facts, Rule};
use super::shape::Shape;
use super::template::{Choice, Template};
use super::value::ValueSpec;
use super::webhook::Webhook;
use crate::diagnostic::{Diagnostics, Problem};
use crate::record::{Definitions, Named, Read, record};
use crate::source::{Span, Spanned};
use crate::yaml::{Kind, Node};

record! {
    /// One vendor's asynchronous job API.
    Vendor = "a vendor spec" with form {
        /// The vendor's name, as it writes itself.
        vendor: Text,
        /// What the vendor does, and what to know first.
        about: Option<Text>,
        /// Where the facts come from.
        docs: Option<Text>,
        /// The date on which they were last compared: `2026-01-30`.
        checked: Option<Text>,
        /// What the vendor's documents leave open: better stated than guessed.
        unsure: Vec<Text>,
        /// Base URLs by name, or for each a map from roles to base URLs. A client picks one, or gives its own.
        servers: Named<ServerSpec>,
        /// Further hosts that belong to the vendor: `files.acme.example`, or `*.acme.example` for all below it.
        hosts: Vec<Text>,
        /// What a client is built with.
        settings: Named<Setting>,
        /// Named shapes.
        types: Named<Shape>,
        /// Values computed anew for every attempt.
        values: Named<ValueSpec>,
        /// Credentials that the vendor hands out for a while: fetched when they are needed, kept, and renewed.
        tokens: Named<Token>,
        /// Who we are, on every request.
        auth: Option<Auth>,
        /// Headers on every request.
        headers: Named<Template>,
        /// Query parameters of every operation whose path the spec says; an operation's own of the same name replaces one.
        query: Named<Template>,
        /// The types of reply headers that are lengths of time or moments; all others are text.
        reply_headers: Named<TimeWord>,
        /// How errors look: the first entry whose body fits.
        errors: Vec<ErrorSpec>,
        /// The vendor's limits. They bind every caller.
        limits: Option<LimitsSpec>,
        /// How we wait, unless a caller says otherwise.
        poll: Option<PollSpec>,
        /// Parts of operations that several of them share.
        profiles: Named<Profile>,
        /// The endpoints.
        operations: Named<Operation>,
        /// What belongs together: submitting, asking, fetching, cancelling.
        jobs: Named<Job>,
        /// What the vendor sends by itself.
        webhooks: Named<Webhook>,
    }
}

/// What a schema can say of a vendor beside its keys.
fn form() -> Value {
    json!({ "required": ["vendor", "operations"], "properties": { "operations": { "minProperties": 1 } } })
}

/// What a client is built with.
#[derive(Debug, Clone)]
pub struct Setting(pub Given);

impl Read for Setting {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        Given::of(node, problems).map(Setting)
    }

    fn schema(definitions: &mut Definitions) -> Value {
        Given::either_schema(definitions)
    }
}

record! {
    /// Where our credentials go.
    Auth = "`auth`" {
        /// `Authorization: Bearer …`.
        bearer: Option<Template>,
        /// `Authorization: Basic …`.
        basic: Option<BasicAuth>,
        /// Headers.
        headers: Named<Template>,
        /// Query parameters.
        query: Named<Template>,
        /// Members of every JSON body.
        json: Named<JsonBody>,
        /// Members of every form.
        form: Named<Template>,
        /// OAuth 1.0a: a signature in `Authorization`.
        oauth1: Option<OAuth1Spec>,
        /// AWS Signature Version 4: signatures in headers.
        aws_sigv4: Option<AwsSigV4Spec>,
    }
}

record! {
    /// What OAuth 1.0a signs with.
    OAuth1Spec = "`oauth1`" {
        /// Who calls.
        consumer_key: Template,
        /// The caller's secret.
        consumer_secret: Template,
        /// On whose behalf.
        token: Option<Template>,
        /// The secret of that token.
        token_secret: Option<Template>,
        /// What the header names first, where the vendor asks for it.
        realm: Option<Template>,
        /// `hmac_sha1` unless said, or `hmac_sha256`.
        digest: Option<Text>,
    }
}

record! {
    /// What AWS Signature Version 4 signs with.
    AwsSigV4Spec = "`aws_sigv4`" {
        /// The service's signing name.
        service: Template,
        /// The region.
        region: Template,
        /// The id of the access key.
        access_key: Template,
        /// The secret of the access key.
        secret_key: Template,
        /// The token of temporary credentials.
        session_token: Option<Template>,
        /// Whether the digest of the body is sent as `x-amz-content-sha256`; `s3` always does.
        content_sha256: Option<Spanned<bool>>,
    }
}

/// Where a vendor is reached.
#[derive(Debug, Clone)]
pub enum ServerSpec {
    /// At one base URL.
    One(Template),
    /// At several, one for each role.
    Roles(Span, Named<Template>),
}

impl Read for ServerSpec {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) if unquoted_name(node).is_none() => {
                Named::read(node, problems).map(|roles| ServerSpec::Roles(node.span, roles))
            }
            _ => Template::read(node, problems).map(ServerSpec::One),
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        let one = Template::schema(definitions);
        json!({ "anyOf": [one, { "type": "object", "additionalProperties": one, "minProperties": 1 }] })
    }
}

record! {
    /// A user and a password.
    BasicAuth = "`basic`" {
        /// The user.
        user: Template,
        /// The password; may be empty.
        password: Template,
    }
}

/// The `auth` of one operation.
#[derive(Debug, Clone)]
pub enum OperationAuth {
    /// None.
    None(Span),
    /// Placements of its own.
    Own(Box<Auth>),
}

impl Read for OperationAuth {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Scalar(word, _) if word == "none" => Some(OperationAuth::None(node.span)),
            Kind::Map(_) => Auth::read(node, problems).map(Box::new).map(OperationAuth::Own),
            _ => {
                let expected = "`none`, or placements such as `headers`".to_owned();
                problems.push(node.span, Problem::WrongKind { expected, found: node.describe() });
                None
            }
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "anyOf": [{ "const": "none" }, Auth::schema(definitions)] })
    }
}

record! {
    /// How an error looks.
    ErrorSpec = "an error" with error_form {
        /// The shape of its body. Without one, the entry is about every reply outside 2xx.
        body: Option<Shape>,
        /// When a 2xx reply of this shape is an error too: facts, or `fits`.
        also_when: Option<AlsoWhen>,
        /// The vendor's message.
        message: Choice,
        /// The vendor's code.
        code: Choice,
        /// What the error means, where the HTTP status alone does not tell.
        rules: Vec<Rule>,
    }
}

/// A 2xx reply is an error by its shape.
fn error_form() -> Value {
    json!({ "dependentRequired": { "also_when": ["body"] } })
}

/// When a 2xx reply is an error too.
#[derive(Debug, Clone)]
pub enum AlsoWhen {
    /// Always when it has the error's shape.
    Fits(Span),
    /// When these facts hold.
    Facts(Facts),
}

impl Read for AlsoWhen {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Scalar(word, _) if word == "fits" => Some(AlsoWhen::Fits(node.span)),
            Kind::Map(_) => Facts::read(node, problems).map(AlsoWhen::Facts),
            _ => {
                let expected = "facts, or `fits`".to_owned();
                problems.push(node.span, Problem::WrongKind { expected, found: node.describe() });
                None
            }
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "anyOf": [{ "const": "fits" }, Facts::schema(definitions)] })
    }
}

record! {
    /// The vendor's limits, for a client and all its clones: at the top for all operations together, in an operation for
    /// that one alone.
    LimitsSpec = "`limits`" with limits_form {
        /// The least time from the end of one call to the start of the next.
        min_interval: Option<Time>,
        /// That `min_interval` lies between the requests about one job, and not between all calls.
        per: Option<Spanned<PerJob>>,
        /// The most calls that are started within a time: `60 per 1m`.
        rates: Option<Vec<Spanned<Rate>>>,
        /// The most calls that are under way at once.
        concurrent: Option<Spanned<u32>>,
        /// When a throttled account may ask again: a place of the reply, whose type says how it is written.
        resets_at: Option<Template>,
        /// How long the vendor remembers a job.
        kept: Option<Time>,
    }
}

/// `per` speaks of the interval beside it.
fn limits_form() -> Value {
    json!({ "dependentRequired": { "per": ["min_interval"] } })
}

record! {
    /// How we wait.
    PollSpec = "`poll`" {
        /// Before the first request.
        first: Option<Time>,
        /// From the end of one request to the next.
        every: Option<Time>,
        /// What `every` is multiplied with after each request.
        grow: Option<Spanned<f64>>,
        /// Where growing stops.
        at_most: Option<Time>,
        /// Up to this share of the interval is added at random.
        jitter: Option<Spanned<f64>>,
        /// When the wait stops.
        deadline: Option<Time>,
        /// The most requests that are sent.
        tries: Option<Spanned<u32>>,
        /// How many faults in a row are borne.
        faults: Option<Spanned<u32>>,
        /// How long a word that the spec does not know is waited out.
        unknown_for: Option<Time>,
        /// The time for one request.
        request: Option<Time>,
    }
}
