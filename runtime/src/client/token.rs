//! Where tokens come from: a request to the vendor, sent by itself and not by the calls that need it.

use std::sync::Arc;

use super::Client;
use super::credentials::Failure;
use crate::call::Once;
use crate::clock::BoxFuture;
use crate::error::Error;
use crate::link::Link;
use crate::operation::Operation;
use crate::secret::Secret;
use crate::token::{Held, Token};

/// A token of a vendor, as its spec says it.
#[derive(Clone)]
pub struct Source {
    operation: Arc<dyn Operation<Reply = Token>>,
    /// How many fields it has.
    pub(super) fields: usize,
    /// The tokens that its own request needs, those first that others need.
    pub(super) needs: &'static [usize],
    /// The fields that are base URLs.
    bases: &'static [usize],
    /// The positions of the secrets that its reply replaces.
    replaces: &'static [usize],
}

impl Source {
    /// A token that this operation asks for.
    pub fn new(
        operation: impl Operation<Reply = Token>,
        fields: usize,
        needs: &'static [usize],
        bases: &'static [usize],
        replaces: &'static [usize],
    ) -> Self {
        Source { operation: Arc::new(operation), fields, needs, bases, replaces }
    }

    /// The positions of the secrets that its reply replaces.
    pub(super) fn replaces(&self) -> &[usize] {
        self.replaces
    }

    /// Its name in the spec.
    pub(super) fn name(&self) -> &'static str {
        self.operation.meta().operation
    }
}

/// Fetches a token, by a client that knows nothing but `secrets`: neither the limits of other calls nor the other tokens.
pub(super) fn fetch(client: &Client, source: &Source, secrets: Arc<[Secret]>) -> BoxFuture<Result<Held, Failure>> {
    // The credentials keep this future while it is under way: it must not keep them.
    let whole = Arc::downgrade(&client.0.credentials);
    let (client, source) = (client.with_fixed(secrets), source.clone());
    Box::pin(async move {
        let name = source.name();
        let asked = client.now();
        let sent = Once::new(&client, &*source.operation).send_persistently().await;
        // Whatever else is wrong with the reply, what was sent is worth nothing any more.
        let replaced = match &sent {
            Ok(token) => token.replaced.clone(),
            Err(error) => replaced(&source, error),
        };
        for (at, secret) in source.replaces.iter().zip(replaced) {
            if secret.expose().is_empty() {
                continue;
            }
            let kept = whole.upgrade().and_then(|credentials| credentials.replace(*at, secret));
            if let Some(kept) = kept {
                kept.await;
            }
        }
        let mut token = sent.map_err(|error| Failure::Token(name, Arc::new(error)))?;
        let lasts = token.lasts.clone().map_err(|error| Failure::BadToken(name, error.to_string()))?;
        if token.fields.len() != source.fields || token.fields.iter().any(|field| field.expose().is_empty()) {
            return Err(Failure::BadToken(name, "a field of it is empty; see the vendor's reply".to_owned()));
        }
        for at in source.bases {
            if let Some(field) = token.fields.get_mut(*at) {
                *field = base(&client, field).map_err(|why| Failure::BadToken(name, why))?;
            }
        }
        // What ends at a moment ends at a moment of the vendor's clock.
        Ok(Held::new(token, lasts, asked.mono, client.at_vendor(asked).wall))
    })
}

/// The secrets that a reply replaces which is no token: 2xx, and not of its declared shape.
fn replaced(source: &Source, error: &Error) -> Vec<Secret> {
    let reply = error.reply().filter(|reply| !source.replaces.is_empty() && reply.status().is_success());
    reply.and_then(|reply| source.operation.decode(reply.body()).ok()).map(|token| token.replaced).unwrap_or_default()
}

/// A base URL that a token's reply handed over: one of the vendor's, without a slash at its end.
fn base(client: &Client, field: &Secret) -> Result<Secret, String> {
    let nowhere = http::Uri::from_static("https://relative.invalid");
    let link = Link::vendor(field.expose(), &nowhere, client.hosts()).map_err(|bad| bad.to_string())?;
    let text = link.uri().to_string();
    if text.contains('?') {
        return Err("its base URL has a query".to_owned());
    }
    Ok(Secret::new(text.trim_end_matches('/')))
}
