//! Tokens: which of their fields requests are made with, what they need themselves, and how long they last.

use super::operation::Checker;
use super::reading::Reader;
use super::scope::ReplyScope;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::View;
use crate::model::types::Type;
use crate::model::{Lasts, Operation, SettingKind, Token, TokenField};
use crate::record::Named;
use crate::source::{Span, Spanned};
use crate::spec::{self, Auth, JsonBody, LastsSpec, OperationAuth, Piece, ServerSpec, Template, ValueSpec};

/// The tokens of a spec, and the fields of each that something names.
#[derive(Debug)]
pub(crate) struct Tokens<'a> {
    pub(crate) named: &'a Named<spec::Token>,
    fields: Vec<Vec<Spanned<String>>>,
}

impl<'a> Tokens<'a> {
    /// All of a spec.
    pub(crate) fn of(spec: &'a spec::Vendor) -> Self {
        let mut tokens = Tokens { named: &spec.tokens, fields: vec![Vec::new(); spec.tokens.0.len()] };
        let mut all = Templates::default();
        all.vendor(spec);
        for piece in all.0.iter().flat_map(|template| &template.pieces) {
            if let Piece::Name(name) = &piece.value
                && let Some((token, path)) = tokens.split(name)
                && !tokens.fields[token].iter().any(|field| field.value == path)
            {
                let path = path.to_owned();
                tokens.fields[token].push(Spanned::new(path, piece.span));
            }
        }
        tokens
    }

    /// The token and the path in `login.access_token`.
    fn split<'n>(&self, name: &'n str) -> Option<(usize, &'n str)> {
        let (token, path) = name.split_once('.')?;
        Some((self.named.names().position(|named| named == token)?, path))
    }

    /// The token and the field that a name stands for.
    pub(crate) fn field(&self, name: &str) -> Option<(usize, usize)> {
        let (token, path) = self.split(name)?;
        Some((token, self.fields[token].iter().position(|field| field.value == path)?))
    }

    /// The names of the tokens.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.named.names()
    }

    /// The fields of a token, as they are first named.
    pub(crate) fn fields(&self, token: usize) -> &[Spanned<String>] {
        &self.fields[token]
    }
}

/// Every template in which a token may stand.
#[derive(Default)]
struct Templates<'a>(Vec<&'a Template>);

impl<'a> Templates<'a> {
    fn vendor(&mut self, spec: &'a spec::Vendor) {
        for (_, server) in spec.servers.iter() {
            match server {
                ServerSpec::One(url) => self.0.push(url),
                ServerSpec::Roles(_, urls) => self.named(urls),
            }
        }
        self.values(&spec.values);
        self.named(&spec.headers);
        spec.auth.iter().for_each(|auth| self.auth(auth));
        spec.tokens.iter().for_each(|(_, token)| self.operation(&token.0));
        spec.operations.iter().for_each(|(_, operation)| self.operation(operation));
    }

    fn operation(&mut self, operation: &'a spec::Operation) {
        let spec::Operation {
            get,
            post,
            put,
            patch,
            delete,
            query,
            headers,
            json,
            form,
            multipart,
            text,
            bytes,
            graphql,
            auth,
            ..
        } = operation;
        self.0.extend([get, post, put, patch, delete, text, bytes].into_iter().flatten());
        self.named(query);
        self.named(headers);
        form.iter().for_each(|form| self.named(form));
        multipart.iter().flat_map(Named::iter).for_each(|(_, part)| self.part(part));
        json.iter().for_each(|json| self.json(json));
        graphql.iter().flat_map(|request| &request.variables).for_each(|json| self.json(json));
        if let Some(OperationAuth::Own(auth)) = auth {
            self.auth(auth);
        }
        self.values(&operation.values);
    }

    fn auth(&mut self, auth: &'a Auth) {
        self.0.extend(&auth.bearer);
        self.0.extend(auth.basic.iter().flat_map(|basic| [&basic.user, &basic.password]));
        self.named(&auth.headers);
        self.named(&auth.query);
        self.named(&auth.form);
        auth.json.iter().for_each(|(_, json)| self.json(json));
        if let Some(spec::OAuth1Spec { consumer_key, consumer_secret, token, token_secret, realm, .. }) = &auth.oauth1 {
            self.0.extend([consumer_key, consumer_secret]);
            self.0.extend([token, token_secret, realm].into_iter().flatten());
        }
        if let Some(spec::AwsSigV4Spec { service, region, access_key, secret_key, session_token, .. }) = &auth.aws_sigv4
        {
            self.0.extend([service, region, access_key, secret_key]);
            self.0.extend(session_token);
        }
    }

    fn values(&mut self, values: &'a Named<ValueSpec>) {
        for (_, value) in values.iter() {
            let ValueSpec { md5, sha1, sha256, sha512, .. } = value;
            let ValueSpec { hmac_sha1, hmac_sha256, hmac_sha512, rsa_sha256, base64, key, .. } = value;
            self.0.extend([md5, sha1, sha256, sha512].into_iter().flatten());
            self.0.extend([hmac_sha1, hmac_sha256, hmac_sha512, rsa_sha256, base64, key].into_iter().flatten());
            self.0.extend(value.join.iter().chain(&value.lines).flatten());
            self.0.extend(&value.public_key_sha256);
            self.named(&value.header);
            value.json_text.iter().chain(&value.claims).for_each(|json| self.json(json));
        }
    }

    fn named(&mut self, named: &'a Named<Template>) {
        self.0.extend(named.iter().map(|(_, template)| template));
    }

    fn part(&mut self, part: &'a spec::FormPart) {
        match part {
            spec::FormPart::Text(template) => self.0.push(template),
            spec::FormPart::Typed(typed) => {
                self.0.extend([&typed.bytes, &typed.filename, &typed.media_type].into_iter().flatten());
                typed.json.iter().for_each(|json| self.json(json));
            }
        }
    }

    fn json(&mut self, json: &'a JsonBody) {
        match json {
            JsonBody::Object(members) => members.iter().for_each(|(_, json)| self.json(json)),
            JsonBody::List(items) => items.iter().for_each(|json| self.json(json)),
            JsonBody::Text(template) => self.0.push(template),
            JsonBody::Literal(_) => {}
        }
    }
}

/// The fields of a token that something names, how long it lasts, and the secrets that its reply replaces.
pub(super) type TokenParts = (Vec<TokenField>, Lasts, Vec<(usize, u16)>);

impl Checker<'_> {
    /// The slots of the fields that requests are made with, and how long the token lasts.
    pub(super) fn token(
        &self,
        at: usize,
        reader: &mut Reader<'_>,
        answer: &mut View,
        reply: &Type,
        problems: &mut Diagnostics,
    ) -> Option<TokenParts> {
        let types = reader.types();
        let mut fields = Vec::new();
        for field in self.tokens.fields(at) {
            let name = format!("reply.{}", field.value);
            let place = ReplyScope::of(reader, answer).place(&name, field.span, problems);
            fields.extend(place.map(|(_, slot)| TokenField { path: field.value.clone(), slot, is_base: false }));
        }
        let Some(lasts) = &self.operation.lasts else {
            if !problems.is_lost("lasts") {
                problems.push(self.name.span, Problem::MissingKey { key: "lasts", record: "a token" });
            }
            return None;
        };
        let mut place = |template: &Template, problems: &mut Diagnostics| {
            let Some(Spanned { value: Piece::Name(name), span }) = template.sole_name() else {
                problems.push(template.span, Problem::NotOneName { found: template.written() });
                return None;
            };
            let (path, slot) = ReplyScope::of(reader, answer).place(name, *span, problems)?;
            let ty = reader.types().at(reply, &path)?;
            Some((slot, ty, *span, path.join(".")))
        };
        let misfit = |path, ty: &Type, span, expected, problems: &mut Diagnostics| {
            problems.push(span, Problem::LifeMisfit { path, ty: types.in_words(ty), expected });
        };
        let lasts = match lasts {
            LastsSpec::For(time) => Lasts::For(time.value),
            LastsSpec::UntilRefused(_) => Lasts::UntilRefused,
            LastsSpec::Reply(template) => {
                let (slot, ty, span, path) = place(template, problems)?;
                match ty.time() {
                    Some(kind) => Lasts::Reply(slot, kind),
                    None => {
                        misfit(path, &ty, span, "a number of seconds, or a moment", problems);
                        return None;
                    }
                }
            }
            LastsSpec::Jwt(jwt) => {
                let (slot, ty, span, path) = place(&jwt.jwt_exp, problems)?;
                if !is_text(&ty) {
                    misfit(path, &ty, span, "a text that is a JWT", problems);
                    return None;
                }
                Lasts::Jwt(slot)
            }
        };
        let replaces = self.replaces(reader, answer, problems);
        (fields.len() == self.tokens.fields(at).len()).then_some((fields, lasts, replaces))
    }

    /// The secrets among the settings that the reply replaces.
    fn replaces(&self, reader: &mut Reader<'_>, answer: &mut View, problems: &mut Diagnostics) -> Vec<(usize, u16)> {
        let mut all = Vec::new();
        for (name, choice) in self.operation.pin.iter() {
            let secret = self.settings.iter().find(|setting| setting.name == name.value).map(|setting| &setting.kind);
            let Some(SettingKind::Secret(at)) = secret else {
                problems.push(name.span, Problem::ReplacesNoSecret { name: name.value.clone() });
                continue;
            };
            for template in &choice.0 {
                match template.sole_name() {
                    Some(Spanned { value: Piece::Name(place), span }) => {
                        let mut scope = ReplyScope::of(reader, answer);
                        all.extend(scope.place(place, *span, problems).map(|(_, slot)| (*at, slot)));
                    }
                    _ => problems.push(template.span, Problem::NotOneName { found: template.written() }),
                }
            }
        }
        all
    }
}

fn is_text(ty: &Type) -> bool {
    match ty {
        Type::String | Type::Secret => true,
        Type::Sensitive(inner) => is_text(inner),
        _ => false,
    }
}

/// Puts each token behind those that it needs. `uses` are the tokens that each one's own request names. `None` where one
/// needs itself; that is pushed.
pub(super) fn order(
    names: &Named<spec::Token>,
    uses: &[Vec<usize>],
    problems: &mut Diagnostics,
) -> Option<Vec<Vec<usize>>> {
    let mut closed = Vec::new();
    for (at, (name, _)) in names.iter().enumerate() {
        let mut all = Vec::new();
        if !gather(at, uses, &mut Vec::new(), &mut all) {
            problems.push(name.span, Problem::TokenCycle { name: name.value.clone() });
            return None;
        }
        all.retain(|other| *other != at);
        closed.push(all);
    }
    Some(closed)
}

/// Appends a token behind all that it needs. `false` where it comes round to itself.
fn gather(at: usize, uses: &[Vec<usize>], open: &mut Vec<usize>, all: &mut Vec<usize>) -> bool {
    if open.contains(&at) {
        return false;
    }
    open.push(at);
    let fits = uses[at].iter().all(|used| gather(*used, uses, open, all));
    open.pop();
    if fits && !all.contains(&at) {
        all.push(at);
    }
    fits
}

/// All tokens that an operation needs which names these, those first that others need.
pub(super) fn needs(direct: &[usize], closed: &[Vec<usize>]) -> Vec<usize> {
    let mut all: Vec<usize> = Vec::new();
    for at in direct {
        for need in closed[*at].iter().chain([at]) {
            if !all.contains(need) {
                all.push(*need);
            }
        }
    }
    all
}

/// A token of its parts.
pub(super) fn token(operation: Operation, (fields, lasts, replaces): TokenParts) -> Token {
    Token { operation, fields, lasts, replaces }
}

/// Reports the tokens that nothing names.
pub(super) fn refuse_unused(tokens: &Tokens<'_>, problems: &mut Diagnostics) {
    for (at, (name, _)) in tokens.named.iter().enumerate() {
        if tokens.fields(at).is_empty() {
            problems.push(name.span, Problem::Unused { what: "token", name: name.value.clone() });
        }
    }
}

/// Refuses keys of operations that say nothing for a token, and the other way round.
pub(super) fn refuse_misplaced(operation: &spec::Operation, is_token: bool, problems: &mut Diagnostics) {
    let lasts = operation.lasts.as_ref().map(|lasts| match lasts {
        LastsSpec::For(time) => time.span,
        LastsSpec::Reply(template) => template.span,
        LastsSpec::Jwt(jwt) => jwt.span,
        LastsSpec::UntilRefused(span) => *span,
    });
    if let (false, Some(span)) = (is_token, lasts) {
        problems.push(span, Problem::OnlyForTokens { key: "lasts" });
    }
    if !is_token {
        return;
    }
    let first = |span: Span| spec::first_line(span);
    let given = [
        ("states", operation.states.first().map(|rule| first(rule.span))),
        ("input", operation.input.0.first().map(|input| input.name.span)),
        ("tells", operation.tells.as_ref().map(|tells| first(tells.span))),
        ("poll", operation.poll.as_ref().map(|poll| first(poll.span))),
        ("examples", operation.examples.iter().find_map(|example| example.state.as_ref()).map(|state| state.span)),
        ("verify", operation.verify.as_ref().map(|verify| first(verify.span))),
    ];
    for (key, span) in given {
        if let Some(span) = span {
            problems.push(span, Problem::NotForTokens { key });
        }
    }
}
