//! Why a link is not followed.

use std::error::Error as StdError;
use std::fmt;

use super::origin::Origin;

/// Why a link is not followed. It shows scheme, host and port at most: path, query and user of a link may be secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLink {
    kind: BadLinkKind,
    origin: Option<String>,
}

/// The kinds of [`BadLink`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BadLinkKind {
    /// It is empty, or no URL.
    Form,
    /// It is longer than 8 KiB.
    TooLong,
    /// It holds white space, a control character or a backslash.
    Characters,
    /// It is relative, and has to stand for itself.
    Relative,
    /// It is not https.
    Scheme,
    /// It holds a user or a password.
    User,
    /// Its host is empty, not ASCII, no name, or an address in an unusual spelling.
    Host,
    /// Its port is none.
    Port,
    /// It would take credentials to another server than the vendor's.
    Elsewhere,
    /// It leads to a private network, to this machine, or to another address that is not public.
    NotPublic,
}

impl BadLinkKind {
    /// What is wrong, to be put behind the name of the link, and what to do.
    pub const fn as_str(self) -> &'static str {
        match self {
            BadLinkKind::Form => "is no URL of the form `https://host/path`; see that the spec names the right field",
            BadLinkKind::TooLong => "is longer than 8 KiB; see that the spec names the right field",
            BadLinkKind::Characters => {
                "holds white space, a control character or a backslash; see that the spec names the right field"
            }
            BadLinkKind::Relative => "is relative; only a link of the type `vendor_url` may be",
            BadLinkKind::Scheme => "is not https; ask the vendor for a link that is",
            BadLinkKind::User => "holds a user or a password; ask the vendor for a link without",
            BadLinkKind::Host => {
                "has a host that is no ASCII name and no address in its usual spelling; ask the vendor"
            }
            BadLinkKind::Port => "has a port that is none; ask the vendor",
            BadLinkKind::Elsewhere => "leads elsewhere than to the vendor; list its host under `hosts` if it is theirs",
            BadLinkKind::NotPublic => "leads to no public address; make that server the base URL if it is trusted",
        }
    }
}

impl BadLink {
    pub(super) fn new(kind: BadLinkKind, origin: Option<&Origin>) -> Self {
        BadLink { kind, origin: origin.map(Origin::to_string) }
    }

    /// What kind of fault the link has.
    pub const fn kind(&self) -> BadLinkKind {
        self.kind
    }
}

impl From<BadLinkKind> for BadLink {
    fn from(kind: BadLinkKind) -> Self {
        BadLink::new(kind, None)
    }
}

impl fmt::Display for BadLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.origin {
            Some(origin) => write!(f, "the link to `{origin}` {}", self.kind.as_str()),
            None => write!(f, "the link {}", self.kind.as_str()),
        }
    }
}

impl StdError for BadLink {}
