//! Checks one operation.

use super::aside::Asides;
use super::hint::Hints;
use super::job::{self, Handed, HandedList};
use super::names::{self, Names};
use super::reading::Reader;
use super::request::Sender;
use super::rules::{self, Limits, Place};
use super::scope::{ReplyScope, Scope, Used};
use super::token::{self, TokenParts, Tokens};
use super::types::Resolver;
use super::{docs, examples, input, pace, server};
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::reading::{Pages, Reading, View};
use crate::model::rules::{Also, AsideSource, ErrorShape};
use crate::model::types::{Type, Types};
use crate::model::{self, Input, InputKind, LinkKind, ReplyKind, Role, Setting};
use crate::record::Named;
use crate::source::{Source, Spanned};
use crate::spec::{self, AlsoWhen, OneMethod, OperationAuth};

/// What an operation sends. `None` stands where something is wrong.
struct Request {
    path: Option<model::Text>,
    link: Option<LinkKind>,
    values: Vec<model::Value>,
    query: Vec<model::Placed>,
    headers: Vec<model::Header>,
    body: Option<Option<model::Body>>,
    signer: Option<model::Signer>,
}

/// One operation and what it stands in.
pub(crate) struct Checker<'a> {
    pub(crate) spec: &'a spec::Vendor,
    pub(crate) source: &'a Source,
    pub(crate) settings: &'a [Setting],
    pub(crate) roles: &'a [Role],
    pub(crate) tokens: &'a Tokens<'a>,
    /// Which token it is, where it is one.
    pub(crate) token: Option<usize>,
    /// The webhook of which it is made, where it is one.
    pub(crate) webhook: Option<&'a spec::Webhook>,
    /// The vendor's operations, where it is a webhook: some hand out keys.
    pub(super) operations: &'a [model::Operation],
    /// What jobs take out of its replies.
    pub(super) handed: &'a [Handed],
    /// The lists in its replies of which jobs ask for each element.
    pub(super) listed: &'a [HandedList],
    pub(crate) name: &'a Spanned<String>,
    pub(crate) operation: &'a spec::Operation,
    pub(crate) rust: String,
}

impl Checker<'_> {
    /// The operation, which of the vendor's settings and values it uses, and what it is as a token.
    pub(crate) fn check(
        self,
        resolver: &mut Resolver<'_>,
        problems: &mut Diagnostics,
        unused: &mut Diagnostics,
    ) -> Option<(model::Operation, Used, Option<TokenParts>)> {
        let (operation, span) = (self.operation, self.name.span);
        // A vendor that scans has an operation `scan` and a type `Scan`.
        let base = names::require(names::ty(self.name), self.name, span, problems)?;
        let builder = format!("{base}Call");
        token::refuse_misplaced(operation, self.token.is_some(), problems);
        if self.token.is_none() && self.webhook.is_none() {
            resolver.names.take_type(&builder, &format!("the operation `{}`", self.name.value), span, problems);
        }
        let method = operation.method(span, problems);
        let role = server::role(operation.server.as_ref(), self.roles, problems);
        let inputs = self.inputs(resolver, problems);
        let exactly_one = self.exactly_one(&inputs, problems);
        if !exactly_one.is_empty() {
            resolver.names.take_type(
                &format!("{base}By"),
                &format!("the choice of `{}`", self.name.value),
                span,
                problems,
            );
        }
        let reply = self.reply(resolver, problems);
        let errors = self.error_types(resolver, problems);
        let reading = reply
            .as_ref()
            .and_then(|reply| self.reading(reply, &errors, &resolver.types, &inputs, &exactly_one, problems));

        let (request, mut used) = self.request(method, &inputs, problems);

        let (reply, (mut reading, mut reader, mut asides)) = (reply?, reading?);
        let verify = self.verify(&mut reading, &mut reader, &mut asides, &reply, &inputs, &mut used, problems);
        reading.signed = verify.is_some();
        let mut scope = ReplyScope { asides: Some(&mut asides), ..ReplyScope::of(&mut reader, &mut reading.answer) };
        let pins = match self.token {
            Some(_) => Vec::new(),
            None => self.pins(&mut scope, &inputs, problems),
        };
        let page_inputs = self.page_inputs(&mut scope, &inputs, problems);
        let pages = Pages { inputs: page_inputs, more: self.more_pages(&reply, &inputs, &resolver.types, problems) };
        reading.asides = asides.finish(&mut reader);
        for aside in &reading.asides {
            match aside.source {
                AsideSource::Setting(at) => used.settings.push(at),
                AsideSource::Input(at) => used.inputs.push(at),
                AsideSource::Http | AsideSource::Header(_) | AsideSource::Age => {}
            }
        }
        let token = match self.token {
            Some(at) => Some(self.token(at, &mut reader, &mut reading.answer, &reply, problems)?),
            None => None,
        };
        reading.slots = reader.slots();
        self.refuse_unused(&inputs, &used, unused);

        let (method, _) = method?;
        // One token too many does no harm.
        let safe = self.token.is_some() || matches!(method, OneMethod::Get | OneMethod::Put | OneMethod::Delete);
        let safe_to_repeat = operation.safe_to_repeat.as_ref().map_or(safe, |safe| safe.value);
        let min_interval = pace::min_interval(self.spec, operation);
        if let (false, Some(poll)) = (safe_to_repeat, &operation.poll) {
            let method = operation.safe_to_repeat.as_ref().map(|said| said.span);
            let problem = Problem::NotSafeToPoll { operation: self.name.value.clone(), said: method };
            problems.push(spec::first_line(poll.span), problem);
        }
        let can_wait = safe_to_repeat && (!operation.states.is_empty() || problems.is_lost("states"));
        let limits = pace::limits(self.spec, operation, can_wait, problems);
        let poll = match operation.states.is_empty() || !safe_to_repeat {
            true => None,
            false => Some(pace::poll(self.spec, operation, span, min_interval.as_ref(), problems)?),
        };
        let operation = model::Operation {
            name: self.name.clone(),
            call: self.rust.clone(),
            rust: builder,
            about: docs(&operation.about, &operation.docs, &operation.unsure),
            method,
            role,
            tokens: Vec::new(),
            path: request.path?,
            link: request.link,
            inputs,
            exactly_one,
            values: request.values,
            query: request.query,
            headers: request.headers,
            body: request.body?,
            signer: request.signer,
            safe_to_repeat,
            etag: operation.etag.as_ref().is_some_and(|etag| etag.value),
            reply,
            reply_kind: self.reply_kind(),
            reading,
            verify,
            pins,
            pages,
            limits,
            kept: pace::kept(self.spec, operation),
            requests: examples::requests(&operation.examples, self.webhook.is_none(), problems),
            poll,
        };
        Some((operation, used, token))
    }

    /// What is sent, and what of the vendor's names that uses.
    fn request(
        &self,
        method: Option<(OneMethod, &spec::Template)>,
        inputs: &[Input],
        problems: &mut Diagnostics,
    ) -> (Request, Used) {
        let operation = self.operation;
        // A token is no credential for itself.
        let vendor = self.spec.auth.as_ref().filter(|_| self.token.is_none());
        let auth = match (&operation.auth, vendor) {
            (Some(OperationAuth::Own(auth)), _) => Some(&**auth),
            (None, Some(auth)) => Some(auth),
            (Some(OperationAuth::None(_)), _) | (None, None) => None,
        };
        let mut sender = Sender::new(self.scope(inputs), problems);
        let linked = method.and_then(|(_, path)| sender.link(path));
        let link = linked.as_ref().map(|(_, kind)| *kind);
        let path = match linked {
            Some((path, _)) => Some(path),
            None => method.and_then(|(_, path)| sender.path(path)),
        };
        // What goes to any host goes without whatever tells who we are.
        let is_anywhere = link == Some(LinkKind::Any);
        if is_anywhere && auth.is_some() {
            sender.problems.push(self.name.span, Problem::CredentialsAnywhere {});
        }
        let auth = auth.filter(|_| !is_anywhere);
        let body = operation.body(sender.problems);
        let body = sender.body(body, auth, self.name.span);
        let (mut headers, mut query) = (Vec::new(), Vec::new());
        if !is_anywhere && self.webhook.is_none() {
            sender.headers(&self.spec.headers, &mut headers);
        }
        // A link has its query already, and a token is another thing than an operation.
        if link.is_none() && self.token.is_none() && self.webhook.is_none() {
            let replaced = |name: &str| operation.query.get(name).is_some();
            let shared = self.spec.query.iter().filter(|(name, _)| !replaced(name)).cloned().collect();
            sender.query(&Named(shared), &mut query);
        }
        if let Some(auth) = auth {
            sender.auth(auth, &mut headers, &mut query);
        }
        sender.headers(&operation.headers, &mut headers);
        sender.cut(body.as_ref().and_then(Option::as_ref), &operation.headers, &mut headers);
        let signer = auth.map(|auth| sender.signer(auth, &headers));
        sender.query(&operation.query, &mut query);
        for (at, placed) in query.iter().enumerate() {
            if query[..at].iter().any(|earlier: &model::Placed| earlier.name == placed.name) {
                let named = operation.query.iter().find(|(name, _)| name.value == placed.name);
                let at = named.map_or(self.name.span, |(name, _)| name.span);
                sender.problems.push(at, Problem::QueryTwice { name: placed.name.clone() });
            }
        }
        sender.refuse_shared(&headers, self.name.span);
        if is_anywhere {
            sender.refuse_secrets(&query, &headers, body.as_ref().and_then(Option::as_ref), self.name.span);
        }
        sender.refuse_unsent(&headers, !matches!(body, Some(None)));
        let (values, used) = (std::mem::take(&mut sender.values), std::mem::take(&mut sender.scope.used));
        (Request { path, link, values, query, headers, body, signer: signer.flatten() }, used)
    }

    pub(super) fn scope<'s>(&'s self, inputs: &'s [Input]) -> Scope<'s> {
        let values = [&self.operation.values, &self.spec.values];
        Scope { settings: self.settings, inputs, values, tokens: self.tokens, used: Used::default() }
    }

    fn inputs(&self, resolver: &mut Resolver<'_>, problems: &mut Diagnostics) -> Vec<Input> {
        let mut names = Names::default();
        for taken in ["wait", "send", "send_streaming", "poll_once", "judge", "until", "by", "settings", "from_options"]
        {
            names.reserve(taken, "the operation's builder");
        }
        if !self.operation.pages.inputs.0.is_empty() {
            names.reserve("pages", "the operation's builder");
        }
        let mut inputs = Vec::new();
        for input in &self.operation.input.0 {
            let span = input.name.span;
            let Some(rust) = names::require(names::field(&input.name), &input.name, span, problems) else { continue };
            names.take(&rust, &format!("`{}`", input.name.value), span, problems);
            let given = spec::Given {
                span,
                shape: input.shape.clone(),
                default: input.default.clone(),
                about: input.about.clone(),
            };
            let in_place = format!("{} {}", self.name.value, input.name.value);
            let Some(kind) = input::kind(&given, &in_place, resolver, problems) else {
                problems.lose(&input.name);
                continue;
            };
            let taken = self.settings.iter().any(|setting| setting.name == input.name.value);
            if taken {
                problems.push(span, Problem::NameTaken { name: input.name.value.clone(), by: "a setting" });
            }
            let about = input.about.as_ref().map(|about| about.value.clone());
            inputs.push(Input { name: input.name.value.clone(), rust, about, kind, optional: input.optional });
        }
        inputs
    }

    fn exactly_one(&self, inputs: &[Input], problems: &mut Diagnostics) -> Vec<usize> {
        let mut chosen = Vec::new();
        let mut variants = Names::default();
        for name in &self.operation.exactly_one {
            if let Some(rust) = names::variant(name) {
                variants.take(&rust, &format!("`{}`", name.value), name.span, problems);
            }
            match inputs.iter().position(|input| input.name == name.value) {
                Some(at) if !matches!(inputs[at].kind, InputKind::Text(_)) => {
                    let given = self.operation.input.0.iter().find(|input| input.name.value == name.value);
                    if let Some(spec::Input { shape, .. }) = given {
                        let found = format!("{} in a choice", shape.written());
                        problems.push(shape.span, Problem::InputType { found, expected: "`string`" });
                    }
                }
                Some(at) if inputs[at].optional => chosen.push(at),
                Some(_) => {
                    let declared = self.operation.input.0.iter().find(|input| input.name.value == name.value);
                    let declared = declared.map_or(name.span, |input| input.name.span);
                    problems.push(name.span, Problem::ChoiceNotOptional { name: name.value.clone(), declared });
                }
                None => unknown_input(name, inputs, problems),
            }
        }
        if let ([name], [_]) = (self.operation.exactly_one.as_slice(), chosen.as_slice()) {
            let (expected, found) = ("two or more inputs to choose from", "this is the only one");
            problems.push(name.span, Problem::NotExactlyOne { expected, found });
        }
        chosen
    }

    fn reply(&self, resolver: &mut Resolver<'_>, problems: &mut Diagnostics) -> Option<Type> {
        match &self.operation.reply {
            Some(_) if self.reply_kind() != ReplyKind::Json => Some(Type::Json),
            Some(shape) if self.token.is_some() => resolver.resolve_hidden(shape, problems),
            Some(shape) => {
                let what = if self.webhook.is_some() { "event" } else { "reply" };
                resolver.resolve(shape, &format!("{} {what}", self.name.value), problems)
            }
            None if problems.is_lost("reply") => None,
            None => Some(Type::Json),
        }
    }

    /// Whether the reply is JSON, or one of the words for what is not.
    fn reply_kind(&self) -> ReplyKind {
        let named = match self.operation.reply.as_ref().map(|shape| &shape.kind) {
            Some(spec::ShapeKind::Named(word)) => word.as_str(),
            _ => "",
        };
        ReplyKind::ALL.iter().find(|(name, _)| *name == named).map_or(ReplyKind::Json, |(_, kind)| *kind)
    }

    /// The declared errors and the types of their bodies. `None` where a body's type is wrong.
    fn error_types<'s>(
        &'s self,
        resolver: &mut Resolver<'_>,
        problems: &mut Diagnostics,
    ) -> Vec<(&'s spec::ErrorSpec, Option<Type>)> {
        let errors = self.operation.errors.as_ref().unwrap_or(&self.spec.errors);
        let mut typed = Vec::new();
        for error in errors {
            match &error.body {
                None => typed.push((error, None)),
                Some(body) => {
                    typed.extend(resolver.resolve_hidden(body, problems).map(|ty| (error, Some(ty))));
                }
            }
        }
        typed
    }

    fn reading<'t>(
        &'t self,
        reply: &Type,
        errors: &[(&spec::ErrorSpec, Option<Type>)],
        types: &'t Types,
        inputs: &'t [Input],
        choice: &'t [usize],
        problems: &mut Diagnostics,
    ) -> Option<(Reading, Reader<'t>, Asides<'t>)> {
        let declared = self.operation.reply.as_ref().map_or(self.name.span, |shape| shape.span);
        let word = if self.webhook.is_some() { "event" } else { "reply" };
        let mut reader = Reader::new(types).called(word);
        let mut answer = reader.root(reply, declared);
        let mut bodies = Vec::new();
        for (error, ty) in errors {
            if let (Some(shape), Some(ty)) = (&error.body, ty) {
                let mut view = reader.root(ty, shape.span);
                reader.read_required(&mut view);
                bodies.push(view);
            }
        }
        let declared = self.operation.input.0.iter().map(|input| input.name.span).collect();
        let mut asides = Asides::new(inputs, choice, self.settings, types, declared);
        let min_interval = pace::min_interval(self.spec, self.operation);
        let limits = Limits { verify: self.operation.verify.is_some(), min_interval: min_interval.as_ref() };
        let (source, of) = (self.source, word);
        let mut states = rules::Resolver {
            source,
            reader: &mut reader,
            view: Some(&mut answer),
            errors: Some(&mut bodies),
            asides: &mut asides,
            of,
            problems,
        };
        let rules = states.all(&self.operation.states, Place::States, &limits);
        let mut shapes = Vec::new();
        let mut bodies = bodies.into_iter();
        for (error, ty) in errors {
            let body = if ty.is_some() { bodies.next() } else { None };
            shapes.push(self.error(error, body, &mut reader, &mut asides, &limits, problems));
        }
        let (code, message) = match &self.operation.tells {
            None => (Vec::new(), Vec::new()),
            Some(tells) => {
                let (view, asides) = (Some(&mut answer), Some(&mut asides));
                let mut scope = ReplyScope { reader: &mut reader, view, errors: None, asides, shown: true };
                (scope.told(&tells.code, problems), scope.told(&tells.message, problems))
            }
        };
        let hints = self.hints(reply, &mut reader, &mut answer, &mut asides, problems);
        let (handed, listed) = {
            let (reader, view) = (&mut reader, Some(&mut answer));
            let mut scope = ReplyScope { reader, view, errors: None, asides: Some(&mut asides), shown: false };
            (job::resolve(self.handed, &mut scope, problems), job::resolve_lists(self.listed, &mut scope, problems))
        };
        let word = self.word(&mut reader, &mut answer, problems);
        // Every one is looked at, so that all mistakes are told.
        let (errors, proof, signed) = (shapes.into_iter().collect::<Option<_>>()?, None, false);
        let Hints { ask_again_after, resets_at, progress } = hints;
        let reading = Reading {
            answer,
            errors,
            rules,
            asides: Vec::new(),
            is_event: self.webhook.is_some(),
            signed,
            slots: 0,
            word,
            code,
            message,
            ask_again_after,
            resets_at,
            progress,
            handed: handed?,
            listed: listed?,
            proof,
            apart: None,
        };
        Some((reading, reader, asides))
    }

    fn error<'a>(
        &self,
        error: &spec::ErrorSpec,
        body: Option<View>,
        reader: &mut Reader<'_>,
        asides: &mut Asides<'a>,
        limits: &Limits<'_>,
        problems: &mut Diagnostics,
    ) -> Option<ErrorShape> {
        let mut body = body;
        let (source, of) = (self.source, "reply");
        let mut rules = rules::Resolver { source, reader, view: body.as_mut(), errors: None, asides, of, problems };
        let resolved = rules.all(&error.rules, Place::Errors, limits);
        let also = match &error.also_when {
            None => Also::Never,
            Some(AlsoWhen::Fits(_)) => Also::Fits,
            Some(AlsoWhen::Facts(facts)) => Also::When(rules.facts(facts)?),
        };
        if let (Some(also), None) = (&error.also_when, &error.body) {
            let span = match also {
                AlsoWhen::Fits(span) => *span,
                AlsoWhen::Facts(facts) => facts.span,
            };
            rules.problems.push(span, Problem::MissingKey { key: "body", record: "an error that can be a 2xx reply" });
            return None;
        }
        let mut scope = ReplyScope { reader, view: body.as_mut(), errors: None, asides: Some(asides), shown: true };
        let code = scope.told(&error.code, problems);
        let message = scope.told(&error.message, problems);
        Some(ErrorShape { body, also, code, message, rules: resolved })
    }

    fn refuse_unused(&self, inputs: &[Input], used: &Used, problems: &mut Diagnostics) {
        for (at, input) in self.operation.input.0.iter().enumerate() {
            let is_used = used.inputs.contains(&at) || self.is_passed_on(&input.name);
            if inputs.len() == self.operation.input.0.len() && !is_used {
                problems.push(input.name.span, Problem::Unused { what: "input", name: input.name.value.clone() });
            }
        }
        for (name, _) in self.operation.values.iter() {
            if !used.values.contains(&name.value) {
                problems.push(name.span, Problem::Unused { what: "value", name: name.value.clone() });
            }
        }
    }
}

impl Checker<'_> {
    /// Whether an operation that decides by `then` takes an input of this name over.
    fn is_passed_on(&self, name: &str) -> bool {
        let next = self.operation.states.iter().filter_map(|rule| rule.then.as_ref());
        next.filter(|next| next.0.with.get(name).is_none()).any(|next| {
            let target = self.spec.operations.get(&next.0.operation);
            target.is_some_and(|target| target.input.0.iter().any(|input| input.name.value == name))
        })
    }
}

pub(super) fn unknown_input(name: &Spanned<String>, inputs: &[Input], problems: &mut Diagnostics) {
    if problems.is_lost(name) {
        return;
    }
    let known = || inputs.iter().map(|input| input.name.as_str());
    let (similar, known) = (similar(name, known()), known().map(str::to_owned).collect());
    let what = "an input of this operation";
    problems.push(name.span, Problem::NotOneOf { word: name.value.clone(), what, known, similar });
}
