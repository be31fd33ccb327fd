//! A URL or a relative reference, taken apart and resolved as RFC 3986 says.

use std::borrow::Cow;

use http::Uri;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::LONGEST;
use super::bad::{BadLink, BadLinkKind};
use super::origin::Origin;

/// What is escaped in a path and in a query: what the WHATWG's parsers escape, reqwest's among them, so that a link is
/// sent as it stands here, and a signature over it holds.
const PATH: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'{').add(b'}');
const QUERY: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\'');

/// The parts of section 3, without the fragment.
pub(super) struct Reference<'t> {
    scheme: Option<&'t str>,
    authority: Option<&'t str>,
    path: Cow<'t, str>,
    query: Option<&'t str>,
}

impl<'t> Reference<'t> {
    /// Takes the text apart. The host is judged later.
    pub(super) fn parse(text: &'t str) -> Result<Self, BadLinkKind> {
        if text.len() > LONGEST {
            return Err(BadLinkKind::TooLong);
        }
        // Parsers drop some of these, anywhere, and take a backslash for a slash.
        if text.contains(|char: char| char.is_control() || char.is_whitespace() || char == '\\') {
            return Err(BadLinkKind::Characters);
        }
        let text = text.split('#').next().unwrap_or_default();
        let (rest, query) = text.split_once('?').map_or((text, None), |(rest, query)| (rest, Some(query)));
        let first = rest.split('/').next().unwrap_or_default();
        let (scheme, rest) = match first.find(':') {
            Some(colon) => (Some(&rest[..colon]), &rest[colon + 1..]),
            None => (None, rest),
        };
        let (authority, path) = match rest.strip_prefix("//") {
            Some(rest) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                (Some(authority), path)
            }
            None => (None, rest),
        };
        let is_url = match (scheme, authority) {
            (Some(scheme), None) if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") => {
                false
            }
            (Some(scheme), _) => is_scheme(scheme),
            (None, _) => !text.is_empty(),
        };
        if is_url { Ok(Reference { scheme, authority, path: path.into(), query }) } else { Err(BadLinkKind::Form) }
    }

    pub(super) const fn is_relative(&self) -> bool {
        self.scheme.is_none()
    }

    /// Section 5.2.2, strictly: a scheme, be it the base's own, makes a reference absolute.
    pub(super) fn resolved<'r>(self, base: &'r Uri) -> Result<Reference<'r>, BadLink>
    where
        't: 'r,
    {
        if !self.is_relative() {
            return Ok(self);
        }
        let (Some(scheme), Some(authority)) = (base.scheme_str(), base.authority()) else {
            return Err(BadLinkKind::Relative.into());
        };
        let is_elsewhere = self.authority.is_some();
        let is_same = !is_elsewhere && self.path.is_empty();
        let path = match &*self.path {
            _ if is_elsewhere => self.path,
            "" => base.path().into(),
            path if path.starts_with('/') => self.path,
            path => {
                let folder = base.path().rsplit_once('/').map_or("", |(folder, _)| folder);
                format!("{folder}/{path}").into()
            }
        };
        Ok(Reference {
            scheme: Some(scheme),
            authority: self.authority.or(Some(authority.as_str())),
            path,
            query: self.query.or(if is_same { base.query() } else { None }),
        })
    }

    /// Where an absolute one leads.
    pub(super) fn origin(&self) -> Result<Origin, BadLinkKind> {
        Origin::parse(self.scheme.unwrap_or_default(), self.authority.unwrap_or_default())
    }

    /// What follows the origin, in the form in which it is sent.
    pub(super) fn path_and_query(&self) -> String {
        let mut text = without_dots(&self.path);
        text = utf8_percent_encode(&text, PATH).to_string();
        if let Some(query) = self.query {
            text.push('?');
            text.extend(utf8_percent_encode(query, QUERY));
        }
        text
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|char: char| char.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// Section 5.2.4, for a path that is empty or starts with a slash.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
    while let Some(segment) = segments.next() {
        match dots(segment) {
            None => kept.push(segment),
            Some(count) => {
                if count == 2 {
                    kept.pop();
                }
                if segments.peek().is_none() {
                    kept.push("");
                }
            }
        }
    }
    format!("/{}", kept.join("/"))
}

/// One or two dots, also escaped, as URL parsers take them too.
fn dots(segment: &str) -> Option<usize> {
    match segment.len() {
        1..=6 => match segment.to_ascii_lowercase().replace("%2e", ".").as_str() {
            "." => Some(1),
            ".." => Some(2),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests;
