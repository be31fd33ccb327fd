//! The model: a spec resolved and checked, with nothing left that can fail. The renderer, the interpreter, the mock vendor
//! and the docs all read this.

pub mod example;
pub mod job;
pub mod limits;
pub mod proof;
pub mod reading;
pub mod request;
pub mod rules;
pub mod types;
pub mod value;
pub mod verdict;

use std::time::Duration;

pub use example::{ExpectedBody, RequestExample};
pub use job::{Fill, HandleField, HandleSource, Job, Next, Step};
pub use limits::{Limits, Per};
pub use proof::{
    Digest, Ed25519, Expected, Fresh, Given, JwtProof, Key, KeyInput, Keys, Parts, Proof, SentBy, Verify, Way, Webhook,
};
pub use reading::{
    Apart, Asked, Condition, Elements, Hint, More, Page, Pages, Position, Progress, Reading, Taken, View, ViewKind,
};
pub use request::{
    Body, FilePart, FormPart, Header, HeaderValue, Json, JsonPart, Multipart, Part, Placed, Sent, Stage, Text,
};
pub use rules::{Aside, AsideSource, Fact, Match, Rule, RuleFacts, Subject, Verdict};
pub use types::{Enum, Field, Record, TimeKind, Type, Types, Union, Word};
pub use value::{
    AwsSigV4, Chance, Encoding, Function, Hash, Hmac, HmacHash, Jwt, JwtAlgorithm, KeyEncoding, Lot, Moment, OAuth1,
    RsaSignature, Signer, Value,
};

use crate::source::Spanned;
use crate::spec::OneMethod;

/// One vendor.
#[derive(Debug, Clone)]
pub struct Vendor {
    /// Its name, as it writes itself.
    pub name: String,
    /// Its Rust module.
    pub module: String,
    /// The spec's path, for places in docs.
    pub path: String,
    /// What it does.
    pub about: Docs,
    /// The date on which the facts were last compared.
    pub checked: Option<String>,
    /// The roles of servers: what an operation is asked of. The first is the one unless said.
    pub roles: Vec<Role>,
    /// Servers by name.
    pub servers: Vec<Server>,
    /// Further hosts that belong to the vendor.
    pub hosts: Vec<String>,
    /// What a client is built with.
    pub settings: Vec<Setting>,
    /// Credentials that the vendor hands out for a while, those first that others need.
    pub tokens: Vec<Token>,
    /// All named types of the vendor.
    pub types: Types,
    /// The endpoints.
    pub operations: Vec<Operation>,
    /// What belongs together.
    pub jobs: Vec<Job>,
    /// What it sends by itself.
    pub webhooks: Vec<Webhook>,
}

/// Documentation that an author may give to anything.
#[derive(Debug, Clone, Default)]
pub struct Docs {
    /// What it is for.
    pub about: Option<String>,
    /// Where it is documented.
    pub link: Option<String>,
    /// What the documents leave open.
    pub unsure: Vec<String>,
}

/// One of several hosts that a vendor has.
#[derive(Debug, Clone)]
pub struct Role {
    /// Its name in the spec.
    pub name: String,
    /// The method of the client's builder that gives a base URL of the caller's own.
    pub rust: String,
    /// The token and its field from which the base URL comes, where it does.
    pub token: Option<(usize, usize)>,
}

/// Where a vendor is reached.
#[derive(Debug, Clone)]
pub struct Server {
    /// Its name in the spec and in Rust.
    pub name: String,
    /// The base URLs, one for each role, without a slash at their ends. Settings may stand in them.
    pub urls: Vec<Text>,
}

/// Something that a client is built with.
#[derive(Debug, Clone)]
pub struct Setting {
    /// Its name in the spec.
    pub name: String,
    /// Its name in Rust.
    pub rust: String,
    /// What it is for.
    pub about: Option<String>,
    /// Its type.
    pub kind: SettingKind,
    /// Whether nothing but base URLs needs it.
    pub only_in_servers: bool,
    /// Whether it may be left out: what is nothing but it is then left out too.
    pub optional: bool,
}

/// The types of settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingKind {
    /// A text, and what it is unless said.
    Text(Option<String>),
    /// One label of a host name, and what it is unless said.
    HostLabel(Option<String>),
    /// One of these words, and what it is unless said.
    Words(Vec<String>, Option<String>),
    /// A whole base URL.
    Url,
    /// A secret: its position among the client's secrets.
    Secret(usize),
}

/// A credential that the vendor hands out for a while.
#[derive(Debug, Clone)]
pub struct Token {
    /// The operation that asks for it. It has no states.
    pub operation: Operation,
    /// The places of its reply that requests are made with.
    pub fields: Vec<TokenField>,
    /// How long it lasts.
    pub lasts: Lasts,
    /// The settings that its reply replaces, by their positions among the secrets, and the slots.
    pub replaces: Vec<(usize, u16)>,
}

/// A place of a token's reply.
#[derive(Debug, Clone)]
pub struct TokenField {
    /// Its path.
    pub path: String,
    /// Its slot.
    pub slot: u16,
    /// Whether it is a base URL.
    pub is_base: bool,
}

/// How long a token lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasts {
    /// So long from when it was asked for.
    For(Duration),
    /// So long, or until the moment, as stands in a slot.
    Reply(u16, TimeKind),
    /// Until the `exp` of the JWT in a slot.
    Jwt(u16),
    /// Until the vendor refuses it.
    UntilRefused,
}

impl Vendor {
    /// All that has rules: operations, and webhooks as the operations of which they would be replies.
    pub fn judged(&self) -> impl Iterator<Item = &Operation> {
        self.operations.iter().chain(self.webhooks.iter().map(|webhook| &webhook.operation))
    }

    /// The names of all that a request of this operation is made from: inputs, values, settings, places of tokens.
    pub fn given_to<'m>(&'m self, operation: &'m Operation) -> impl Iterator<Item = String> + 'm {
        let inputs = operation.inputs.iter().map(|input| input.name.clone());
        let values = operation.values.iter().map(|value| value.name.clone());
        let settings = self.settings.iter().map(|setting| setting.name.clone());
        let tokens = self.tokens.iter().flat_map(|token| {
            let name = &token.operation.name.value;
            token.fields.iter().map(move |field| format!("{name}.{}", field.path))
        });
        inputs.chain(values).chain(settings).chain(tokens)
    }

    /// How many secrets a client has, the fields of tokens not counted.
    pub fn secrets(&self) -> usize {
        self.settings.iter().filter(|setting| matches!(setting.kind, SettingKind::Secret(_))).count()
    }

    /// The position of a token's field among all secrets.
    pub fn token_secret(&self, token: usize, field: usize) -> usize {
        self.secrets() + self.tokens[..token].iter().map(|token| token.fields.len()).sum::<usize>() + field
    }
}

/// One endpoint.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Its name in the spec.
    pub name: Spanned<String>,
    /// Its method on the client.
    pub call: String,
    /// The name of its builder.
    pub rust: String,
    /// What it is for.
    pub about: Docs,
    /// The request method.
    pub method: OneMethod,
    /// The role of the server that is asked.
    pub role: usize,
    /// The tokens that its requests are made with, those first that others need.
    pub tokens: Vec<usize>,
    /// The path; or, where `link` says so, the one input that is the whole URL.
    pub path: Text,
    /// Whether it asks a URL that the vendor handed over, and where that may lead.
    pub link: Option<LinkKind>,
    /// What a caller gives.
    pub inputs: Vec<Input>,
    /// The inputs of which exactly one is given, by their positions; empty where there is no such choice.
    pub exactly_one: Vec<usize>,
    /// Computed values, in an order in which each stands behind what it needs.
    pub values: Vec<Value>,
    /// Query parameters.
    pub query: Vec<Placed>,
    /// Headers, all of them: the vendor's, those of `auth`, and its own.
    pub headers: Vec<Header>,
    /// The body.
    pub body: Option<Body>,
    /// What signs the request as a whole.
    pub signer: Option<Signer>,
    /// Whether asking again changes nothing.
    pub safe_to_repeat: bool,
    /// Whether a wait asks only for what has changed.
    pub etag: bool,
    /// The full reply; any JSON where it is none.
    pub reply: Type,
    /// What a reply's body is.
    pub reply_kind: ReplyKind,
    /// What is read of a reply, and what it means. Without rules, an operation can be sent and not waited for.
    pub reading: Reading,
    /// The proof that a reply carries.
    pub verify: Option<Verify>,
    /// Inputs that later requests take from the reply: the input's position and the slot.
    pub pins: Vec<(usize, u16)>,
    /// The inputs by which the next page is asked for: the input's position, and what is taken out of the reply.
    pub pages: Pages,
    /// The vendor's limits.
    pub limits: Limits,
    /// How long the vendor remembers a job.
    pub kept: Option<Duration>,
    /// How to wait; there for every operation with rules.
    pub poll: Option<Poll>,
    /// Examples of what is sent.
    pub requests: Vec<RequestExample>,
}

impl Operation {
    /// The name of its choice of inputs: `ReportBy` beside the builder `ReportCall`.
    pub fn choice(&self) -> String {
        format!("{}By", self.rust.strip_suffix("Call").unwrap_or(&self.rust))
    }

    /// Whether a caller can wait for it.
    pub fn can_wait(&self) -> bool {
        self.safe_to_repeat && self.poll.is_some()
    }
}

/// Something that a caller gives.
#[derive(Debug, Clone)]
pub struct Input {
    /// Its name in the spec.
    pub name: String,
    /// Its name in Rust.
    pub rust: String,
    /// What it is for.
    pub about: Option<String>,
    /// Its type.
    pub kind: InputKind,
    /// Whether it may be left out.
    pub optional: bool,
}

impl SettingKind {
    /// What it is unless said.
    pub fn default(&self) -> Option<&str> {
        match self {
            SettingKind::Text(default) | SettingKind::HostLabel(default) | SettingKind::Words(_, default) => {
                default.as_deref()
            }
            SettingKind::Url | SettingKind::Secret(_) => None,
        }
    }
}

/// The types of inputs.
#[derive(Debug, Clone, PartialEq)]
pub enum InputKind {
    /// A text, and what it is unless said.
    Text(Option<String>),
    /// A text whose slashes are kept in a path.
    PathTail,
    /// A URL that the vendor handed over.
    Url(LinkKind),
    /// A word of an open enum, by its position, and what it is unless said.
    Words(usize, Option<String>),
    /// A boolean, and what it is unless said.
    Bool(Option<bool>),
    /// A whole number, and what it is unless said.
    Int(Option<i64>),
    /// A number, and what it is unless said.
    Float(Option<f64>),
    /// A secret.
    Secret,
    /// Any JSON.
    Json,
    /// Bytes: a file.
    Bytes,
    /// Several of a kind.
    List(Box<InputKind>),
}

impl InputKind {
    /// Whether there is a value where the caller says nothing.
    pub fn has_default(&self) -> bool {
        self.default().is_some()
    }

    /// What it is unless said, as text.
    pub fn default(&self) -> Option<String> {
        match self {
            InputKind::Text(default) | InputKind::Words(_, default) => default.clone(),
            InputKind::Bool(default) => default.map(|value| value.to_string()),
            InputKind::Int(default) => default.map(|value| value.to_string()),
            InputKind::Float(default) => default.map(|value| value.to_string()),
            InputKind::PathTail
            | InputKind::Url(_)
            | InputKind::Secret
            | InputKind::Json
            | InputKind::Bytes
            | InputKind::List(_) => None,
        }
    }

    /// Whether it is one text, number or boolean, which can stand inside a longer text.
    pub fn is_scalar(&self) -> bool {
        !matches!(self, InputKind::Json | InputKind::Bytes | InputKind::List(_))
    }
}

/// What a reply's body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplyKind {
    /// JSON of the reply's type.
    Json,
    /// Nothing that is read.
    Nothing,
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

impl ReplyKind {
    /// Whether it may be of any media type. Where nothing is read, errors still are, and those are JSON.
    pub fn is_any(self) -> bool {
        matches!(self, ReplyKind::Text | ReplyKind::Bytes)
    }

    /// The kinds that are no JSON, and their names.
    pub const ALL: [(&'static str, ReplyKind); 3] =
        [("nothing", ReplyKind::Nothing), ("text", ReplyKind::Text), ("bytes", ReplyKind::Bytes)];
}

/// Where a URL may lead that the vendor handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// To the vendor's own hosts: credentials go along.
    Vendor,
    /// To any public host: no credential goes along.
    Any,
}

/// How to wait.
#[derive(Debug, Clone, PartialEq)]
pub struct Poll {
    /// Before the first request.
    pub first: Option<Duration>,
    /// From the end of one request to the next.
    pub every: Option<Duration>,
    /// What `every` is multiplied with.
    pub grow: Option<f64>,
    /// Where growing stops.
    pub at_most: Option<Duration>,
    /// The share added at random.
    pub jitter: Option<f64>,
    /// When the wait stops.
    pub deadline: Duration,
    /// The most requests.
    pub tries: Option<u32>,
    /// Faults borne in a row.
    pub faults: Option<u32>,
    /// How long an unknown word is waited out.
    pub unknown_for: Option<Duration>,
    /// The time for one request.
    pub request: Option<Duration>,
}
