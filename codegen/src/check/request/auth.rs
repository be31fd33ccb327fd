//! Resolves where the credentials of an operation go, and what signs it.

use super::{Sender, add};
use crate::check::aside::is_token;
use crate::check::value::one_of;
use crate::diagnostic::Problem;
use crate::model::{AwsSigV4, Header, HeaderValue, OAuth1, Part, Placed, Signer, Text};
use crate::source::{Span, Spanned};
use crate::spec::{self, Piece, Template};

impl Sender<'_, '_> {
    /// A bearer token; one that is exactly a setting that may be left out leaves the header out.
    fn bearer(&mut self, template: &Template) -> Option<Text> {
        let is_optional =
            |name: &str| self.scope.settings.iter().any(|setting| setting.name == name && setting.optional);
        match template.sole_name() {
            Some(Spanned { value: Piece::Name(name), .. }) if is_optional(name) => self.omittable_once(template),
            _ => self.text(template),
        }
    }

    /// The headers and query parameters that our credentials go to.
    pub(crate) fn auth(&mut self, auth: &spec::Auth, headers: &mut Vec<Header>, query: &mut Vec<Placed>) {
        if let Some(bearer) = &auth.bearer
            && let Some(mut text) = self.bearer(bearer)
        {
            text.0.insert(0, Part::Plain("Bearer ".to_owned()));
            self.credential("authorization", bearer.span, HeaderValue::Text(text), headers);
        }
        if let Some(basic) = &auth.basic
            && let (Some(user), Some(password)) = (self.text(&basic.user), self.text(&basic.password))
        {
            self.credential("authorization", basic.user.span, HeaderValue::Basic(user, password), headers);
        }
        for (name, value) in auth.headers.iter() {
            if !is_token(name) {
                self.problems.push(name.span, Problem::BadHeaderName { name: name.value.clone() });
            } else if let Some(value) = self.omittable_once(value) {
                self.credential(&name.to_ascii_lowercase(), name.span, HeaderValue::Text(value), headers);
            }
        }
        self.query(&auth.query, query);
    }

    /// What signs the request as a whole.
    pub(crate) fn signer(&mut self, auth: &spec::Auth, headers: &[Header]) -> Option<Signer> {
        if let (Some(_), Some(second)) = (&auth.oauth1, &auth.aws_sigv4) {
            let (expected, found) = ("at most one of `oauth1`, `aws_sigv4`", "a second signer");
            self.problems.push(spec::first_line(second.span), Problem::NotExactlyOne { expected, found });
            return None;
        }
        let span = auth.oauth1.as_ref().map(|one| one.span).or(auth.aws_sigv4.as_ref().map(|one| one.span))?;
        if headers.iter().any(|header| header.name == "authorization") {
            let problem = Problem::HeaderTwice { name: "authorization".to_owned(), first: None };
            self.problems.push(spec::first_line(span), problem);
        }
        match (&auth.oauth1, &auth.aws_sigv4) {
            (Some(oauth1), _) => self.oauth1(oauth1).map(Signer::OAuth1),
            (None, Some(aws)) => self.aws_sigv4(aws).map(Signer::AwsSigV4),
            (None, None) => None,
        }
    }

    fn oauth1(&mut self, spec: &spec::OAuth1Spec) -> Option<OAuth1> {
        let mut optional = |text: &Option<Template>| match text {
            Some(text) => self.text(text).map(Some),
            None => Some(None),
        };
        let (token, token_secret, realm) = (optional(&spec.token), optional(&spec.token_secret), optional(&spec.realm));
        let (consumer_key, consumer_secret) = (self.text(&spec.consumer_key), self.text(&spec.consumer_secret));
        let digests = [("hmac_sha1", false), ("hmac_sha256", true)];
        let is_sha256 = match &spec.digest {
            Some(digest) => one_of(digest, &digests, "a digest of OAuth 1.0a", self.problems)?,
            None => false,
        };
        let token = match (token?, token_secret?) {
            (Some(token), Some(secret)) => Some((token, secret)),
            (None, None) => None,
            (token, _) => {
                let key = if token.is_some() { "token_secret" } else { "token" };
                let record = "a signature on somebody's behalf";
                self.problems.push(spec::first_line(spec.span), Problem::MissingKey { key, record });
                return None;
            }
        };
        let nonce = self.random;
        self.random = self.random.saturating_add(1);
        let (consumer_key, consumer_secret, realm) = (consumer_key?, consumer_secret?, realm?);
        Some(OAuth1 { consumer_key, consumer_secret, token, realm, is_sha256, nonce })
    }

    fn aws_sigv4(&mut self, spec: &spec::AwsSigV4Spec) -> Option<AwsSigV4> {
        let (service, region) = (self.text(&spec.service), self.text(&spec.region));
        let (access_key, secret_key) = (self.text(&spec.access_key), self.text(&spec.secret_key));
        let session_token = match &spec.session_token {
            Some(text) => Some(self.omittable_once(text)?),
            None => None,
        };
        let content_sha256 = spec.content_sha256.as_ref().is_some_and(|sent| sent.value);
        Some(AwsSigV4 {
            service: service?,
            region: region?,
            access_key: access_key?,
            secret_key: secret_key?,
            session_token,
            content_sha256,
        })
    }

    fn credential(&mut self, name: &str, span: Span, value: HeaderValue, headers: &mut Vec<Header>) {
        if self.credentials.iter().any(|taken| taken == name) {
            self.problems.push(span, Problem::HeaderTwice { name: name.to_owned(), first: None });
        }
        self.credentials.push(name.to_owned());
        add(headers, name, value);
    }
}
