//! The model: a spec resolved and checked, with nothing left that can fail. The renderer, the interpreter, the mock vendor
//! and the docs all read this.

pub mod reading;
pub mod rules;
pub mod types;
pub mod verdict;

use std::time::Duration;

pub use reading::{Asked, Condition, Elements, Reading, View, ViewKind};
pub use rules::{Aside, AsideSource, Fact, Match, Rule, RuleFacts, Subject, Verdict};
pub use types::{Enum, Field, Record, Type, Types, Union, Word};

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
    /// Base URLs by name.
    pub servers: Vec<Server>,
    /// What a client is built with.
    pub settings: Vec<Setting>,
    /// All named types of the vendor.
    pub types: Types,
    /// The endpoints.
    pub operations: Vec<Operation>,
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

/// A base URL.
#[derive(Debug, Clone)]
pub struct Server {
    /// Its name in the spec and in Rust.
    pub name: String,
    /// The URL, without a slash at its end.
    pub url: String,
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
}

/// The types of settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingKind {
    /// A text, and what it is unless said.
    Text(Option<String>),
    /// A secret: its position among the client's secrets.
    Secret(usize),
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
    /// The path.
    pub path: Text,
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
    /// The JSON body.
    pub json: Option<Json>,
    /// Whether asking again changes nothing.
    pub safe_to_repeat: bool,
    /// The full reply.
    pub reply: Type,
    /// What is read of a reply, and what it means. Without rules, an operation can be sent and not waited for.
    pub reading: Reading,
    /// The proof that a reply carries.
    pub verify: Option<Verify>,
    /// Inputs that later requests take from the reply: the input's position and the slot.
    pub pins: Vec<(usize, u16)>,
    /// The vendor's least time between calls.
    pub min_interval: Duration,
    /// How to wait; there for every operation with rules.
    pub poll: Option<Poll>,
}

impl Operation {
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

/// The types of inputs.
#[derive(Debug, Clone, PartialEq)]
pub enum InputKind {
    /// A text, and what it is unless said.
    Text(Option<String>),
    /// A boolean, and what it is unless said.
    Bool(Option<bool>),
    /// A whole number, and what it is unless said.
    Int(Option<i64>),
    /// A secret.
    Secret,
}

impl InputKind {
    /// Whether there is a value where the caller says nothing.
    pub fn has_default(&self) -> bool {
        match self {
            InputKind::Text(default) => default.is_some(),
            InputKind::Bool(default) => default.is_some(),
            InputKind::Int(default) => default.is_some(),
            InputKind::Secret => false,
        }
    }
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
    /// What stands in a slot of the reply.
    Reply(u16),
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
}

/// What a value is made by.
#[derive(Debug, Clone)]
pub enum Function {
    /// The present moment.
    Now(Moment),
    /// A digest.
    Digest(Text, Width, Encoding),
    /// A keyed digest: the text, then the key.
    Hmac(Text, Text, Width, Encoding),
    /// Base64 of a text.
    Base64(Text),
    /// JSON as text.
    JsonText(Json),
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
}

impl Moment {
    /// The formats and their names.
    pub const ALL: [(&'static str, Moment); 5] = [
        ("rfc3339", Moment::Rfc3339),
        ("rfc3339_millis", Moment::Rfc3339Millis),
        ("unix_seconds", Moment::UnixSeconds),
        ("unix_millis", Moment::UnixMillis),
        ("http_date", Moment::HttpDate),
    ];
}

/// How many bits a digest has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// 256.
    Bits256,
    /// 512.
    Bits512,
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

/// The proof that a reply carries: a keyed digest.
#[derive(Debug, Clone)]
pub struct Verify {
    /// The slot in which the reply gives it.
    pub given: u16,
    /// The text under the digest.
    pub text: Text,
    /// The key.
    pub key: Text,
    /// Its width.
    pub width: Width,
    /// How it is written.
    pub encoding: Encoding,
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
