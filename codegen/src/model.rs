//! The model: a spec resolved and checked, with nothing left that can fail. The renderer, the interpreter, the mock vendor
//! and the docs all read this.

pub mod job;
pub mod limits;
pub mod reading;
pub mod rules;
pub mod types;
pub mod verdict;

use std::time::Duration;

pub use job::{Fill, HandleField, HandleSource, Job, Next, Step};
pub use limits::{Limits, Per};
pub use reading::{Asked, Condition, Elements, Hint, Page, Progress, Reading, Taken, View, ViewKind};
pub use rules::{Aside, AsideSource, Fact, Match, Rule, RuleFacts, Subject, Verdict};
pub use types::{Enum, Field, Record, TimeKind, Type, Types, Union, Word};

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
    pub pages: Vec<(usize, Page)>,
    /// The vendor's limits.
    pub limits: Limits,
    /// How long the vendor remembers a job.
    pub kept: Option<Duration>,
    /// How to wait; there for every operation with rules.
    pub poll: Option<Poll>,
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

/// A text made of parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Part>);

/// A part of a [`Text`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Text as it is.
    Plain(String),
    /// A setting, by position.
    Setting(usize),
    /// An input, by position.
    Input(usize),
    /// A value, by position in the operation.
    Value(usize),
    /// A field of a token, by the position of the token and its own.
    Token(usize, usize),
    /// A part of the request that is being made.
    Request(Sent),
    /// What stands in a slot of the reply.
    Reply(u16),
    /// The reply's body as it came.
    ReplyBody,
    /// What stands in a pair of this name.
    Parsed(String),
}

/// A part of a request, exactly as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// The method, in capitals.
    Method,
    /// The host, with its port where it is not the scheme's own.
    Host,
    /// The path, percent-encoded.
    Path,
    /// The body.
    Body,
    /// The query, percent-encoded, without the `?`.
    Query,
    /// The path and, behind a `?`, the query where there is one.
    Target,
    /// A header, its name in lower case.
    Header(String),
}

/// How much of a request must be there before something of it can be made. Requests are made in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Stage {
    /// Nothing: inputs, settings and moments are there from the start.
    #[default]
    Start,
    /// The path.
    Path,
    /// The body.
    Body,
    /// The query, but for its last parameter where that reads it.
    Query,
    /// All of the query.
    Target,
    /// The headers that need no other header.
    Headers,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: [Stage; 6] = [Stage::Start, Stage::Path, Stage::Body, Stage::Query, Stage::Target, Stage::Headers];
}

impl Sent {
    /// When it is there.
    pub fn stage(&self) -> Stage {
        match self {
            Sent::Method | Sent::Host | Sent::Path => Stage::Path,
            Sent::Body => Stage::Body,
            Sent::Query | Sent::Target => Stage::Target,
            Sent::Header(_) => Stage::Headers,
        }
    }
}

impl Text {
    /// When it can be made, given the values that it may name.
    pub fn stage(&self, values: &[Value]) -> Stage {
        let part = |part: &Part| match part {
            Part::Request(sent) => sent.stage(),
            Part::Value(at) => values.get(*at).map_or(Stage::Start, |value| value.stage),
            Part::Plain(_)
            | Part::Setting(_)
            | Part::Input(_)
            | Part::Token(..)
            | Part::Reply(_)
            | Part::ReplyBody
            | Part::Parsed(_) => Stage::Start,
        };
        self.0.iter().map(part).max().unwrap_or_default()
    }
}

/// A named text: a query parameter or a member of a form.
#[derive(Debug, Clone)]
pub struct Placed {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: Text,
}

/// A header.
#[derive(Debug, Clone)]
pub struct Header {
    /// Its name, in lower case.
    pub name: String,
    /// Its value.
    pub value: HeaderValue,
}

/// The value of a header.
#[derive(Debug, Clone)]
pub enum HeaderValue {
    /// A text.
    Text(Text),
    /// `Basic …` of a user and a password.
    Basic(Text, Text),
}

/// What a request carries.
#[derive(Debug, Clone)]
pub enum Body {
    /// JSON.
    Json(Json),
    /// A form: `application/x-www-form-urlencoded`.
    Form(Vec<Placed>),
    /// Text as it is.
    Text(Text),
    /// An input that is bytes, by position.
    Bytes(usize),
}

impl HeaderValue {
    /// When it can be made, given the values that it may name.
    pub fn stage(&self, values: &[Value]) -> Stage {
        match self {
            HeaderValue::Text(text) => text.stage(values),
            HeaderValue::Basic(user, password) => user.stage(values).max(password.stage(values)),
        }
    }
}

/// JSON in the making.
#[derive(Debug, Clone)]
pub enum Json {
    /// An object.
    Object(Vec<(String, Json)>),
    /// A list.
    List(Vec<Json>),
    /// A literal, as JSON.
    Literal(String),
    /// A text.
    Text(Text),
    /// A number that is computed as text: a moment.
    Number(Text),
    /// An input with its type; absent where the caller left it out.
    Input(usize),
}

/// A computed value.
#[derive(Debug, Clone)]
pub struct Value {
    /// Its name in the spec.
    pub name: String,
    /// Its name in Rust.
    pub rust: String,
    /// What it is made by.
    pub function: Function,
    /// When it can be computed.
    pub stage: Stage,
}

/// What a value is made by.
#[derive(Debug, Clone)]
pub enum Function {
    /// The present moment, and what is added to it.
    Now(Moment, Duration),
    /// Bytes that nobody can guess, and how they are written.
    Random(Chance, Lot),
    /// A digest.
    Digest(Text, Hash, Encoding),
    /// A keyed digest.
    Hmac(Hmac),
    /// Base64 of a text.
    Base64(Text),
    /// Several texts as one.
    Join(Vec<Text>, String),
    /// JSON as text.
    JsonText(Json),
    /// SHA-256 of the public half of a private key.
    Fingerprint(Text, Encoding),
    /// A signed JWT.
    Jwt(Jwt),
}

/// A signed JWT.
#[derive(Debug, Clone)]
pub struct Jwt {
    /// How it is signed.
    pub algorithm: JwtAlgorithm,
    /// The key.
    pub key: Text,
    /// What its header says besides the algorithm.
    pub header: Vec<(String, Text)>,
    /// Its claims.
    pub claims: Json,
}

/// How a JWT is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "they are the names of RFC 7518")]
pub enum JwtAlgorithm {
    Hs256,
    Hs384,
    Hs512,
    Rs256,
    Rs384,
    Rs512,
    Es256,
    Es384,
}

impl JwtAlgorithm {
    /// The algorithms and their names.
    pub const ALL: [(&'static str, JwtAlgorithm); 8] = [
        ("HS256", JwtAlgorithm::Hs256),
        ("HS384", JwtAlgorithm::Hs384),
        ("HS512", JwtAlgorithm::Hs512),
        ("RS256", JwtAlgorithm::Rs256),
        ("RS384", JwtAlgorithm::Rs384),
        ("RS512", JwtAlgorithm::Rs512),
        ("ES256", JwtAlgorithm::Es256),
        ("ES384", JwtAlgorithm::Es384),
    ];
}

/// A signer that sorts and escapes as no template can say.
#[derive(Debug, Clone)]
pub enum Signer {
    /// OAuth 1.0a.
    OAuth1(OAuth1),
    /// AWS Signature Version 4.
    AwsSigV4(AwsSigV4),
}

/// What OAuth 1.0a signs with.
#[derive(Debug, Clone)]
pub struct OAuth1 {
    /// Who calls.
    pub consumer_key: Text,
    /// The caller's secret.
    pub consumer_secret: Text,
    /// On whose behalf: the token and its secret.
    pub token: Option<(Text, Text)>,
    /// What the header names first.
    pub realm: Option<Text>,
    /// Whether it signs with SHA-256 and not with SHA-1.
    pub is_sha256: bool,
    /// The number of its nonce among the operation's random values.
    pub nonce: u8,
}

/// What AWS Signature Version 4 signs with.
#[derive(Debug, Clone)]
pub struct AwsSigV4 {
    /// The service's signing name.
    pub service: Text,
    /// The region.
    pub region: Text,
    /// The id of the access key.
    pub access_key: Text,
    /// The secret of the access key.
    pub secret_key: Text,
    /// The token of temporary credentials.
    pub session_token: Option<Text>,
    /// Whether the digest of the body is sent.
    pub content_sha256: bool,
}

/// What a random value looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chance {
    /// A version 4 UUID.
    Uuid,
    /// So many bytes.
    Bytes(u8, Encoding),
}

/// How long a random value lives, and which of its kind it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lot {
    /// Whether all attempts of one call have the same.
    pub per_call: bool,
    /// A number that no other random value of the operation has.
    pub number: u8,
}

/// A keyed digest.
#[derive(Debug, Clone)]
pub struct Hmac {
    /// What is under it.
    pub text: Text,
    /// The key.
    pub key: Text,
    /// How the key is written.
    pub key_as: KeyEncoding,
    /// The hash.
    pub hash: Hash,
    /// How the digest is written.
    pub encoding: Encoding,
}

/// How a key is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyEncoding {
    /// Its text, as UTF-8, is the key.
    Text,
    /// Hexadecimal.
    Hex,
    /// Base64 with padding.
    Base64,
}

impl KeyEncoding {
    /// The encodings and their names.
    pub const ALL: [(&'static str, KeyEncoding); 3] =
        [("text", KeyEncoding::Text), ("hex", KeyEncoding::Hex), ("base64", KeyEncoding::Base64)];
}

/// Formats of the present moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// `2024-01-02T03:04:05Z`.
    Rfc3339,
    /// `2024-01-02T03:04:05.678Z`.
    Rfc3339Millis,
    /// Seconds since 1970.
    UnixSeconds,
    /// Milliseconds since 1970.
    UnixMillis,
    /// `Tue, 02 Jan 2024 03:04:05 GMT`.
    HttpDate,
    /// `20240102T030405Z`.
    IsoBasic,
    /// `2024-01-02`, the day in UTC.
    Date,
}

impl Moment {
    /// The formats and their names.
    pub const ALL: [(&'static str, Moment); 7] = [
        ("rfc3339", Moment::Rfc3339),
        ("rfc3339_millis", Moment::Rfc3339Millis),
        ("unix_seconds", Moment::UnixSeconds),
        ("unix_millis", Moment::UnixMillis),
        ("http_date", Moment::HttpDate),
        ("iso_basic", Moment::IsoBasic),
        ("date", Moment::Date),
    ];
}

impl Moment {
    /// Whether it is written as a number.
    pub fn is_number(self) -> bool {
        matches!(self, Moment::UnixSeconds | Moment::UnixMillis)
    }
}

/// The hash of a digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hash {
    /// SHA-1, for keyed digests alone.
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-512.
    Sha512,
}

/// How bytes are written as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Hexadecimal.
    Hex,
    /// Base64, the standard alphabet with padding.
    Base64,
    /// Base64, the URL alphabet without padding.
    Base64Url,
}

impl Encoding {
    /// The encodings and their names.
    pub const ALL: [(&'static str, Encoding); 3] =
        [("hex", Encoding::Hex), ("base64", Encoding::Base64), ("base64url", Encoding::Base64Url)];
}

/// The proof that a reply or an event carries.
#[derive(Debug, Clone)]
pub struct Verify {
    /// Where it stands.
    pub given: Given,
    /// What stands before the digest: `sha256=`.
    pub prefix: String,
    /// The keyed digest that it must be.
    pub expected: Hmac,
    /// The text that is a list of pairs, where an event has one.
    pub parts: Option<Parts>,
    /// When an event was sent, and how long it may be under way.
    pub fresh: Option<Fresh>,
}

/// Where a proof stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// In a slot.
    Slot(u16),
    /// In the pairs of this name, one of which is enough.
    Parts(String),
}

/// A text that is a list of pairs.
#[derive(Debug, Clone)]
pub struct Parts {
    /// Its slot.
    pub slot: u16,
    /// What stands between two pairs.
    pub between: String,
    /// What stands between the name and the value of a pair.
    pub pair: String,
}

/// When an event was sent.
#[derive(Debug, Clone)]
pub struct Fresh {
    /// What says it: a slot or a pair.
    pub sent: Part,
    /// How it is written.
    pub unit: TimeKind,
    /// How far it may be from now.
    pub within: Duration,
}

/// Something that the vendor sends by itself.
#[derive(Debug, Clone)]
pub struct Webhook {
    /// The operation of which it would be a reply. It is never asked.
    pub operation: Operation,
    /// The job that it is about, by position, and for each field of its handle, which of the texts taken out of the event
    /// it is.
    pub job: Option<(usize, Vec<Option<usize>>)>,
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
