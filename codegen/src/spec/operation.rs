//! Operations, as written.

use serde_json::{Value, json};

use super::job::Origin;
use super::literal::{Text, Time, TimeWord, unquoted_name};
use super::proof::Proofs;
use super::rule::{Facts, Rule};
use super::shape::{Shape, optional_name};
use super::template::{Choice, Template};
use super::value::ValueSpec;
use super::vendor::{ErrorSpec, LimitsSpec, OperationAuth, PollSpec};
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::Verdict;
use crate::record::{Definitions, Named, Read, entries, exactly_one, record};
use crate::source::{Span, Spanned};
use crate::yaml::{Key, Kind, Node};

record! {
    /// One endpoint of the vendor.
    Operation = "an operation" with form {
        /// What it is for.
        about: Option<Text>,
        /// Where the vendor documents it.
        docs: Option<Text>,
        /// What the vendor's documents leave open.
        unsure: Vec<Text>,
        /// A profile, whose keys count where they do not stand here: one of `profiles`, or the file `profiles/<name>.yaml`
        /// beside the spec.
        profile as "use": Option<Text>,
        /// The path of a GET.
        get: Option<Template>,
        /// The path of a POST.
        post: Option<Template>,
        /// The path of a PUT.
        put: Option<Template>,
        /// The path of a PATCH.
        patch: Option<Template>,
        /// The path of a DELETE.
        delete: Option<Template>,
        /// Which of the vendor's servers it is asked of, by role; `api` unless said.
        server: Option<Text>,
        /// What the caller gives. `name?` may be left out.
        input: Inputs,
        /// Of these inputs exactly one is given, the first of them taking precedence.
        exactly_one: Vec<Text>,
        /// Query parameters.
        query: Named<Template>,
        /// Headers, besides the vendor's.
        headers: Named<Template>,
        /// A JSON body.
        json: Option<JsonBody>,
        /// A form as body. A list stands for as many members of the same name.
        form: Option<Named<Template>>,
        /// A `multipart/form-data` body: texts, JSON and files. A list stands for as many texts of the same name.
        multipart: Option<Named<FormPart>>,
        /// A text as body.
        text: Option<Template>,
        /// An input of the type `bytes` as body: a file.
        bytes: Option<Template>,
        /// A GraphQL request as JSON body.
        graphql: Option<GraphQl>,
        /// Overrides the vendor's `auth`: `none`, or placements.
        auth: Option<OperationAuth>,
        /// Whether asking again changes nothing. True for GET, PUT and DELETE, false for POST and PATCH, unless said.
        safe_to_repeat: Option<Spanned<bool>>,
        /// For tokens alone: how long it lasts.
        lasts: Option<LastsSpec>,
        /// The type of the reply.
        reply: Option<Shape>,
        /// The types of reply headers that are lengths of time or moments; all others are text.
        reply_headers: Named<TimeWord>,
        /// Whether a wait asks only for what has changed: it sends the last reply's `ETag` as `If-None-Match`, and 304 says
        /// that nothing has.
        etag: Option<Spanned<bool>>,
        /// Values of this operation.
        values: Named<ValueSpec>,
        /// The proof that a reply carries.
        verify: Option<Proofs>,
        /// What a reply means: the first rule that holds decides.
        states: Vec<Rule>,
        /// What a reply says beside the state.
        tells: Option<Tells>,
        /// Inputs that later requests of the same wait take from the reply.
        pin: Named<Choice>,
        /// The inputs by which the next page is asked for, taken from the reply; where one of them is absent, this page is
        /// the last. Where another one comes only with some facts, `while` says them.
        pages: PagesSpec,
        /// How errors of this operation look; replaces the vendor's list.
        errors: Option<Vec<ErrorSpec>>,
        /// The vendor's limits for this operation.
        limits: Option<LimitsSpec>,
        /// How to wait for this operation.
        poll: Option<PollSpec>,
        /// Documented replies and what they mean.
        examples: Vec<Example>,
    }
}

/// How long a token lasts.
#[derive(Debug, Clone)]
pub enum LastsSpec {
    /// So long from when it was asked for.
    For(Time),
    /// So many seconds as the reply says.
    Reply(Template),
    /// Until the `exp` of a JWT in the reply.
    Jwt(JwtLasts),
    /// Until the vendor refuses it.
    UntilRefused(Span),
}

record! {
    /// The end of a JWT.
    JwtLasts = "`lasts`" {
        /// The JWT, a place of the reply.
        jwt_exp: Template,
    }
}

impl Read for LastsSpec {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) if unquoted_name(node).is_none() => JwtLasts::read(node, problems).map(LastsSpec::Jwt),
            Kind::Scalar(word, _) if word == "until_refused" => Some(LastsSpec::UntilRefused(node.span)),
            Kind::Scalar(text, _) if !text.contains('{') => Time::read(node, problems).map(LastsSpec::For),
            _ => Template::read(node, problems).map(LastsSpec::Reply),
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "anyOf": [{ "type": "string" }, JwtLasts::schema(definitions)] })
    }
}

/// A token: an operation whose reply is a credential for a while.
#[derive(Debug, Clone)]
pub struct Token(pub Operation);

impl Read for Token {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        Operation::read(node, problems).map(Token)
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "allOf": [Operation::schema(definitions), { "required": ["lasts", "reply"] }] })
    }
}

/// The keys of the bodies.
const BODIES: &[&str] = &["json", "form", "multipart", "text", "bytes", "graphql"];

record! {
    /// A GraphQL request.
    GraphQl = "`graphql`" {
        /// The query, word for word: its braces are not ours.
        query: Text,
        /// Its variables.
        variables: Option<JsonBody>,
    }
}

/// A part of a `multipart/form-data` body.
#[derive(Debug, Clone)]
pub enum FormPart {
    /// A text.
    Text(Template),
    /// Something else.
    Typed(TypedPart),
}

record! {
    /// A part of a `multipart/form-data` body that is no text.
    TypedPart = "a part of a `multipart` body" with part_form {
        /// A file: an input of the type `bytes`.
        bytes: Option<Template>,
        /// JSON.
        json: Option<JsonBody>,
        /// The name that a file goes by; that of the part unless said.
        filename: Option<Template>,
        /// Its media type; `application/octet-stream` for a file and `application/json` for JSON unless said.
        media_type as "type": Option<Template>,
    }
}

/// What a schema can say of a part beside its keys.
fn part_form() -> Value {
    json!({ "oneOf": exactly_one(&["bytes", "json"]), "dependentRequired": { "filename": ["bytes"] } })
}

impl Read for FormPart {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) if unquoted_name(node).is_none() => TypedPart::read(node, problems).map(FormPart::Typed),
            _ => Template::read(node, problems).map(FormPart::Text),
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "anyOf": [{ "type": ["string", "number", "boolean"] }, TypedPart::schema(definitions)] })
    }
}

/// The keys of the methods.
const METHODS: &[&str] = &["get", "post", "put", "patch", "delete"];

/// What a schema can say of an operation beside its keys.
fn form() -> Value {
    let mut bodies = exactly_one(BODIES);
    let none = json!({ "not": { "anyOf": bodies } });
    if let Value::Array(bodies) = &mut bodies {
        bodies.push(none);
    }
    json!({
        "anyOf": [{ "oneOf": exactly_one(METHODS) }, { "required": ["use"] }],
        "allOf": [{ "oneOf": bodies }],
        "properties": { "exactly_one": { "minItems": 2 } },
    })
}

/// The one method that an operation has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OneMethod {
    /// GET.
    Get,
    /// POST.
    Post,
    /// PUT.
    Put,
    /// PATCH.
    Patch,
    /// DELETE.
    Delete,
}

/// The body of a request, as written.
#[derive(Debug, Clone, Copy)]
pub enum BodySpec<'a> {
    /// JSON.
    Json(&'a JsonBody),
    /// A form.
    Form(&'a Named<Template>),
    /// A form of several parts.
    Multipart(&'a Named<FormPart>),
    /// Text.
    Text(&'a Template),
    /// Bytes.
    Bytes(&'a Template),
    /// A GraphQL request.
    GraphQl(&'a GraphQl),
}

impl Operation {
    /// The one body that it may have. A second one is pushed.
    pub(crate) fn body(&self, problems: &mut Diagnostics) -> Option<BodySpec<'_>> {
        let all = [
            self.json.as_ref().map(BodySpec::Json),
            self.form.as_ref().map(BodySpec::Form),
            self.multipart.as_ref().map(BodySpec::Multipart),
            self.text.as_ref().map(BodySpec::Text),
            self.bytes.as_ref().map(BodySpec::Bytes),
            self.graphql.as_ref().map(BodySpec::GraphQl),
        ];
        let mut given = all.into_iter().flatten();
        let first = given.next();
        if given.next().is_some() {
            let expected = "at most one of `json`, `form`, `multipart`, `text`, `bytes`, `graphql`";
            let problem = Problem::NotExactlyOne { expected, found: "this operation has several" };
            problems.push(super::first_line(self.span), problem);
        }
        first
    }

    /// The method and its path. What is wrong is pushed at `name`.
    pub(crate) fn method(&self, name: Span, problems: &mut Diagnostics) -> Option<(OneMethod, &Template)> {
        let all = [
            (OneMethod::Get, &self.get),
            (OneMethod::Post, &self.post),
            (OneMethod::Put, &self.put),
            (OneMethod::Patch, &self.patch),
            (OneMethod::Delete, &self.delete),
        ];
        let mut given = all.into_iter().filter_map(|(method, path)| Some((method, path.as_ref()?)));
        let expected = "exactly one of `get`, `post`, `put`, `patch`, `delete`";
        match (given.next(), given.next()) {
            (Some(one), None) => Some(one),
            (_, Some((_, second))) => {
                problems.push(second.span, Problem::NotExactlyOne { expected, found: "this is another one" });
                None
            }
            (None, None) => {
                let lost = ["<<", "get", "post", "put", "patch", "delete"].iter().any(|key| problems.is_lost(key));
                if !lost {
                    problems.push(name, Problem::NotExactlyOne { expected, found: "there is none" });
                }
                None
            }
        }
    }
}

record! {
    /// What a reply says beside the state.
    Tells = "`tells`" {
        /// The vendor's message; of a list, the first that is there.
        message: Choice,
        /// The vendor's code; of a list, the first that is there.
        code: Choice,
        /// The vendor's own word for the state; of a list, the first that is there.
        word: Choice,
        /// Not to be asked again before so long: a number of seconds, or of the unit that its type says.
        ask_again_after: Option<Template>,
        /// How far the job is: a number from 0 to 100, or a part of a whole.
        progress: Option<Progress>,
    }
}

/// How far a job is.
#[derive(Debug, Clone)]
pub enum Progress {
    /// A number from 0 to 100.
    Percent(Template),
    /// So many of so many.
    Part(PartOf),
    /// A number in a text.
    In(Like),
}

record! {
    /// A part of a whole.
    PartOf = "`progress`" {
        /// How many are done.
        done: Template,
        /// How many there are.
        of: Template,
    }
}

record! {
    /// A text taken apart: what stands where its pattern has a name.
    Like = "a text taken apart" {
        /// The text.
        text as "in": Template,
        /// Where the text is a `Link` header, the relation of the link that is meant: `next`.
        rel: Option<Text>,
        /// The pattern: text, and one name in braces.
        like: Template,
    }
}

/// How the next page is asked for.
#[derive(Debug, Clone)]
pub struct PagesSpec {
    /// The inputs that ask for it.
    pub inputs: Named<PageSpec>,
    /// Facts of a page behind which there is another one.
    pub more: Option<Facts>,
}

/// What stands beside the inputs by which pages are asked for.
const WHILE: &str = "while";

impl Default for PagesSpec {
    fn default() -> Self {
        PagesSpec { inputs: Named(Vec::new()), more: None }
    }
}

impl Read for PagesSpec {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let (mut inputs, mut more) = (Vec::new(), None);
        for (key, value) in entries(node, "a map of inputs", problems)? {
            if key.text == WHILE {
                more = Some(Facts::read(value, problems)?);
                continue;
            }
            match PageSpec::read(value, problems) {
                Some(page) => inputs.push((Spanned::new(key.text.clone(), key.span), page)),
                None => problems.lose(&key.text),
            }
        }
        Some(PagesSpec { inputs: Named(inputs), more })
    }

    fn absent() -> Option<Self> {
        Some(PagesSpec::default())
    }

    fn schema(definitions: &mut Definitions) -> Value {
        let (more, page) = (Facts::schema(definitions), PageSpec::schema(definitions));
        let counts = json!({ "type": "object", "required": ["plus"] });
        json!({
            "type": "object",
            "properties": { WHILE: more },
            "additionalProperties": page,
            "if": { "required": [WHILE] },
            "then": { "minProperties": 2 },
            "else": { "additionalProperties": { "if": counts, "then": { "required": [WHILE] } } },
        })
    }
}

/// What an input is for the next page.
#[derive(Debug, Clone)]
pub enum PageSpec {
    /// What the reply tells.
    From(Origin),
    /// The next number.
    Count(CountSpec),
}

record! {
    /// A number that goes up from page to page.
    CountSpec = "a count of pages" {
        /// What is added to it.
        plus: Spanned<u32>,
        /// A place that is there as long as there may be another page: `{reply.items.0.id}`. May be left out beside a
        /// `while` of all `pages`.
        more as "while": Option<Template>,
    }
}

impl Read for PageSpec {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Map(entries) if entries.iter().any(|(key, _)| key.text == "plus" || key.text == "while") => {
                CountSpec::read(node, problems).map(PageSpec::Count)
            }
            _ => Origin::read(node, problems).map(PageSpec::From),
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "anyOf": [Origin::schema(definitions), CountSpec::schema(definitions)] })
    }
}

impl Read for Progress {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let has =
            |key: &str| matches!(&node.kind, Kind::Map(entries) if entries.iter().any(|(given, _)| given.text == key));
        match &node.kind {
            Kind::Map(_) if has("in") || has("like") => Like::read(node, problems).map(Progress::In),
            Kind::Map(_) if unquoted_name(node).is_none() => PartOf::read(node, problems).map(Progress::Part),
            _ => Template::read(node, problems).map(Progress::Percent),
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "anyOf": [Template::schema(definitions), PartOf::schema(definitions), Like::schema(definitions)] })
    }
}

record! {
    /// A documented reply and what it means. It is proved at build time.
    Example = "an example" with example_form {
        /// Where the reply comes from, or what is special about it.
        about: Option<Text>,
        /// A file with the body, relative to the spec's folder.
        file: Option<Text>,
        /// The body: text as it is, or a map or list as JSON.
        body: Option<Body>,
        /// The HTTP status; 200 unless said.
        http: Option<Spanned<u32>>,
        /// The headers that rules read.
        headers: Named<Text>,
        /// The inputs and settings that rules read. For a request, all that it is made from: inputs, settings, `values`, and
        /// places of tokens.
        given: Named<Body>,
        /// The time since the wait began; none unless said.
        age: Option<Time>,
        /// Whether the proof holds; true unless said.
        verified: Option<Spanned<bool>>,
        /// What the reply means: a state or another verdict.
        state: Option<Text>,
        /// What is sent, where the example is none of a reply.
        request: Option<RequestSpec>,
        /// Whether it is partial; not compared unless said.
        partial: Option<Spanned<bool>>,
        /// Whether it is revisable; not compared unless said.
        revisable: Option<Spanned<bool>>,
        /// The message that is told; not compared unless said.
        message: Option<Text>,
        /// The code that is told; not compared unless said.
        code: Option<Text>,
    }
}

record! {
    /// What is sent: as much of it as is compared.
    RequestSpec = "a request" {
        /// The whole URL, or what stands behind the host.
        url: Option<Text>,
        /// Query parameters.
        query: Named<Text>,
        /// Headers.
        headers: Named<Text>,
        /// The body: text as it is, or a map or list as JSON.
        body: Option<Body>,
    }
}

/// What a schema can say of an example beside its keys. A reply without a body is one outside 200.
fn example_form() -> Value {
    let states = Verdict::ALL.map(|(word, _)| word);
    let mut bodies = exactly_one(&["file", "body"]);
    let none = json!({
        "required": ["http"],
        "properties": { "http": { "not": { "const": 200 } } },
        "not": { "anyOf": bodies },
    });
    if let Value::Array(bodies) = &mut bodies {
        bodies.push(none);
    }
    let http = json!({ "minimum": 100, "maximum": 599 });
    let reply = json!({ "required": ["state"], "not": { "required": ["request"] }, "oneOf": bodies });
    let request = json!({ "required": ["request"], "not": { "required": ["state"] } });
    json!({ "oneOf": [reply, request], "properties": { "state": { "enum": states }, "http": http } })
}

/// The body of an example.
#[derive(Debug, Clone)]
pub struct Body {
    /// Where it stands.
    pub span: Span,
    /// Its text.
    pub text: String,
    /// Whether it was written as a map or a list.
    pub is_json: bool,
}

impl Read for Body {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let (text, is_json) = match &node.kind {
            Kind::Scalar(text, _) => (text.clone(), false),
            _ => (serde_json::to_string(&JsonBody::read(node, problems)?.plain()).unwrap_or_default(), true),
        };
        Some(Body { span: node.span, text, is_json })
    }

    fn schema(_: &mut Definitions) -> Value {
        json!({})
    }
}

/// What callers give to an operation.
#[derive(Debug, Clone, Default)]
pub struct Inputs(pub Vec<Input>);

/// One input.
#[derive(Debug, Clone)]
pub struct Input {
    /// Its name.
    pub name: Text,
    /// Whether it may be left out.
    pub optional: bool,
    /// Its type.
    pub shape: Shape,
    /// What it is where the caller leaves it out.
    pub default: Option<Text>,
    /// What it is for.
    pub about: Option<Text>,
}

record! {
    /// An input or setting with more than a type.
    Given = "an input" {
        /// Its type.
        shape as "type": Shape,
        /// What it is where it is left out.
        default: Option<Text>,
        /// What it is for.
        about: Option<Text>,
    }
}

impl Read for Inputs {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let mut inputs = Vec::new();
        for (key, node) in entries(node, "a map of inputs", problems)? {
            let (name, optional) = optional_name(key);
            let Some(Given { shape, default, about, .. }) = Given::of(node, problems) else {
                problems.lose(&name);
                continue;
            };
            inputs.push(Input { name, optional, shape, default, about });
        }
        Some(Inputs(inputs))
    }

    fn absent() -> Option<Self> {
        Some(Inputs::default())
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "type": "object", "additionalProperties": Given::either_schema(definitions) })
    }
}

impl Given {
    /// A type alone, or the record. Objects are named types here, so that a field called `type` is never mistaken for it.
    pub(super) fn of(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) => Given::read(node, problems),
            _ => Some(Given { span: node.span, shape: Shape::read(node, problems)?, default: None, about: None }),
        }
    }

    pub(super) fn either_schema(definitions: &mut Definitions) -> Value {
        let record = Given::schema(definitions);
        json!({ "anyOf": [{ "type": "string" }, { "type": "array" }, record] })
    }
}

/// JSON with templates in it.
#[derive(Debug, Clone)]
pub enum JsonBody {
    /// An object.
    Object(Vec<(Text, JsonBody)>),
    /// A list.
    List(Vec<JsonBody>),
    /// A number, boolean or null.
    Literal(Spanned<Value>),
    /// Text.
    Text(Template),
}

impl JsonBody {
    /// The value, its templates taken as text.
    fn plain(&self) -> Value {
        match self {
            JsonBody::Object(members) => {
                Value::Object(members.iter().map(|(name, value)| (name.value.clone(), value.plain())).collect())
            }
            JsonBody::List(items) => Value::Array(items.iter().map(JsonBody::plain).collect()),
            JsonBody::Literal(value) => value.value.clone(),
            JsonBody::Text(template) => template.written().into(),
        }
    }
}

impl Read for JsonBody {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::Scalar(text, plain) => match serde_json::from_str::<Value>(text) {
                Ok(value) if *plain && !value.is_array() && !value.is_object() && !value.is_string() => {
                    Some(JsonBody::Literal(Spanned::new(value, node.span)))
                }
                _ => Template::read(node, problems).map(JsonBody::Text),
            },
            Kind::List(items) => {
                Some(JsonBody::List(items.iter().filter_map(|item| JsonBody::read(item, problems)).collect()))
            }
            Kind::Map(entries) => {
                if let Some(name) = unquoted_name(node) {
                    problems.push(node.span, Problem::UnquotedTemplate { name: name.to_owned() });
                    return None;
                }
                let member = |(key, node): &(Key, Node)| {
                    Some((Spanned::new(key.text.clone(), key.span), JsonBody::read(node, problems)?))
                };
                // Every member is read, so that all mistakes are told.
                let members: Vec<_> = entries.iter().map(member).collect();
                members.into_iter().collect::<Option<_>>().map(JsonBody::Object)
            }
        }
    }

    fn schema(_: &mut Definitions) -> Value {
        json!({})
    }
}
