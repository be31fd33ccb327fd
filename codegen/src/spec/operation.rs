//! Operations, as written.

use serde_json::{Value, json};

use super::body::{BODIES, BodySpec, FormPart, GraphQl, JsonBody};
use super::example::Example;
use super::input::Inputs;
use super::literal::{Text, Time, TimeWord, unquoted_name};
use super::pages::PagesSpec;
use super::proof::Proofs;
use super::rule::Rule;
use super::shape::Shape;
use super::tells::Tells;
use super::template::{Choice, Template};
use super::value::ValueSpec;
use super::vendor::{ErrorSpec, LimitsSpec, OperationAuth, PollSpec};
use crate::diagnostic::{Diagnostics, Problem};
use crate::record::{Definitions, Named, Read, exactly_one, record};
use crate::source::{Span, Spanned};
use crate::yaml::{Kind, Node};

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
