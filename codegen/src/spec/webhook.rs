//! Webhooks, as written: what the vendor sends by itself.

use serde_json::{Value, json};

use super::example::Example;
use super::input::Inputs;
use super::job::Origin;
use super::literal::{Text, Time, TimeWord};
use super::operation::Operation;
use super::pages::PagesSpec;
use super::proof::Proofs;
use super::rule::{Facts, Rule};
use super::shape::Shape;
use super::tells::Tells;
use super::template::{Piece, Template};
use super::value::ValueSpec;
use super::vendor::OperationAuth;
use crate::record::{Named, record};
use crate::source::Spanned;

record! {
    /// What the vendor sends by itself. `{event.…}` is a place of it.
    Webhook = "a webhook" with form {
        /// What it is for.
        about: Option<Text>,
        /// Where the vendor documents it.
        docs: Option<Text>,
        /// What the vendor's documents leave open.
        unsure: Vec<Text>,
        /// The type of the body.
        body: Shape,
        /// Which of the vendor's events these are: places of the body, or headers. Others are none of this kind.
        only_if: Option<Facts>,
        /// A text that is a list of pairs, as `t=1,v1=ab,v1=cd`: `{parts.t}` is what belongs to `t`.
        parts: Option<PartsSpec>,
        /// Values of this webhook.
        values: Named<ValueSpec>,
        /// The proof that it carries; of a list, the first one decides whose `when` holds.
        verify: Option<Proofs>,
        /// When it was sent, and how long it may be under way.
        fresh: Option<FreshSpec>,
        /// What it means: the first rule that holds decides.
        states: Vec<Rule>,
        /// What it says beside the state.
        tells: Option<Tells>,
        /// The job that it is about.
        job: Option<Text>,
        /// The fields of that job's handle.
        handle: Named<Origin>,
        /// Documented events and what they mean.
        examples: Vec<Example>,
    }
}

record! {
    /// A text that is a list of pairs.
    PartsSpec = "`parts`" {
        /// The text: a header, `{event.$header.x-signature}`.
        of: Template,
        /// What stands between two pairs; `,` unless said.
        between: Option<Text>,
        /// What stands between the name and the value of a pair; `=` unless said.
        pair: Option<Text>,
    }
}

record! {
    /// When an event was sent.
    FreshSpec = "`fresh`" {
        /// The moment: a place of the event, of its `parts`, or `{jwt.iat}`, a claim of the JWT that proves it.
        sent: Template,
        /// How it is written: `unix_seconds`, `unix_millis` or `timestamp`.
        unit as "as": TimeWord,
        /// How far the moment may be from now, in either direction.
        within: Time,
    }
}

/// What says which job it is needs to say which kind of job.
fn form() -> Value {
    json!({ "dependentRequired": { "job": ["handle"], "handle": ["job"], "parts": ["verify"], "fresh": ["verify"] } })
}

impl Webhook {
    /// The operation of which such an event would be a reply.
    pub(crate) fn operation(&self) -> Operation {
        let span = self.span;
        let path = Template { span, pieces: vec![Spanned::new(Piece::Text("/".to_owned()), span)] };
        Operation {
            span,
            about: self.about.clone(),
            docs: self.docs.clone(),
            unsure: self.unsure.clone(),
            profile: None,
            get: None,
            post: Some(path),
            put: None,
            patch: None,
            delete: None,
            server: None,
            input: Inputs::default(),
            exactly_one: Vec::new(),
            query: Named(Vec::new()),
            headers: Named(Vec::new()),
            json: None,
            form: None,
            multipart: None,
            text: None,
            bytes: None,
            graphql: None,
            auth: Some(OperationAuth::None(span)),
            safe_to_repeat: None,
            lasts: None,
            reply: Some(self.body.clone()),
            reply_headers: Named(Vec::new()),
            etag: None,
            values: self.values.clone(),
            verify: self.verify.clone(),
            states: self.states.clone(),
            tells: self.tells.clone(),
            pin: Named(Vec::new()),
            pages: PagesSpec::default(),
            errors: Some(Vec::new()),
            limits: None,
            poll: None,
            examples: self.examples.clone(),
        }
    }
}
