//! What is sent: texts made of parts, headers, bodies.

use super::Value;

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
    /// Calls `with` on all its parts, and on those of the values that it names.
    pub fn collect(&self, values: &[Value], with: &mut dyn FnMut(&Part)) {
        for part in &self.0 {
            with(part);
            if let Part::Value(at) = part
                && let Some(value) = values.get(*at)
            {
                value.function.texts().into_iter().for_each(|text| text.collect(values, with));
            }
        }
    }

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
    /// A form of several parts: `multipart/form-data`.
    Multipart(Multipart),
    /// Text as it is.
    Text(Text),
    /// An input that is bytes, by position.
    Bytes(usize),
}

/// A form of several parts.
#[derive(Debug, Clone)]
pub struct Multipart {
    /// Which of the attempt's random values stands between two parts.
    pub boundary: u8,
    /// Its parts: texts, then JSON, then files. Vendors that take a body in piece by piece know all about a file before it
    /// comes.
    pub parts: Vec<FormPart>,
}

/// A part of a [`Multipart`].
#[derive(Debug, Clone)]
pub enum FormPart {
    /// A text.
    Text(Placed),
    /// JSON.
    Json(JsonPart),
    /// A file.
    File(FilePart),
}

/// JSON in a form.
#[derive(Debug, Clone)]
pub struct JsonPart {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: Text,
    /// The JSON.
    pub json: Json,
}

/// A file in a form.
#[derive(Debug, Clone)]
pub struct FilePart {
    /// Its name.
    pub name: String,
    /// The name that the file goes by.
    pub filename: Text,
    /// Its media type.
    pub media_type: Text,
    /// The input that it is, by position.
    pub input: usize,
}

impl FormPart {
    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            FormPart::Text(placed) => &placed.name,
            FormPart::Json(part) => &part.name,
            FormPart::File(part) => &part.name,
        }
    }

    /// The texts that it is made of, but those of its JSON.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let (first, second) = match self {
            FormPart::Text(placed) => (&placed.value, None),
            FormPart::Json(part) => (&part.media_type, None),
            FormPart::File(part) => (&part.filename, Some(&part.media_type)),
        };
        std::iter::once(first).chain(second)
    }

    /// The JSON that it is.
    pub fn json(&self) -> Option<&Json> {
        match self {
            FormPart::Json(part) => Some(&part.json),
            FormPart::Text(_) | FormPart::File(_) => None,
        }
    }
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
