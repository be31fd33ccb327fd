//! Links: URLs that a vendor hands over in a reply, and that are asked next.

mod bad;
mod hosts;
mod origin;
mod public;
mod reference;

use std::fmt;

use http::{Request, Uri};

pub use self::bad::{BadLink, BadLinkKind};
pub use self::hosts::Hosts;
use self::origin::{Host, Origin};
pub(crate) use self::public::is_public;
use self::public::is_public_name;
use self::reference::Reference;

/// The longest link in bytes, as given and as sent: what servers commonly take at most.
const LONGEST: usize = 8 << 10;

/// A URL that a reply handed over, checked.
///
/// Whoever can write into a reply picks where we go. So a link is of one of two kinds, and the kind decides: one that
/// credentials go along with leads to the vendor's own servers ([`Link::vendor`]); one that leads to any host brings no
/// credential, and reaches public addresses only ([`Link::any`], [`Untrusted`]).
///
/// A redirect is no link. None is ever followed: a 3xx is a reply like any other, and its status and its `Location` are
/// facts that a spec's rules can read. Where the target is to be asked, the spec makes it the link of an operation.
///
/// Only what every URL parser reads alike is a link, and it is written down in one form: host in lower case, default
/// port and fragment dropped, dot segments resolved, escapes as they are, and what else is to be escaped, escaped.
///
/// `Debug` shows scheme and host: path and query of a link often are a secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Link {
    uri: Uri,
    origin: Origin,
    is_untrusted: bool,
}

impl Link {
    /// A link that credentials go along with.
    ///
    /// A relative one is resolved against `base`, the URL of the request whose reply handed it over, as RFC 3986 says,
    /// and then checked like an absolute one: https (or http to one of the client's own servers that is asked so), to
    /// the very origin of a server of the client or to a host of the vendor's patterns, by name, without user.
    ///
    /// # Errors
    ///
    /// [`BadLink`] with what is wrong, such as [`BadLinkKind::Elsewhere`] for another host than the vendor's.
    pub fn vendor(text: &str, base: &Uri, hosts: &Hosts) -> Result<Link, BadLink> {
        let link = Link::resolved(Reference::parse(text)?.resolved(base)?)?;
        if hosts.have(&link.origin) {
            return Ok(link);
        }
        Err(link.refused(if link.origin.is_https { BadLinkKind::Elsewhere } else { BadLinkKind::Scheme }))
    }

    /// A link to any host, such as a pre-signed download, which no credential must go along with.
    ///
    /// It is absolute, https, without user, to any port; a literal address must be public, and written as usual. What a
    /// name resolves to is checked when it is asked; see [`Untrusted`].
    ///
    /// # Errors
    ///
    /// [`BadLink`] with what is wrong, such as [`BadLinkKind::NotPublic`] for `https://127.0.0.1/`.
    pub fn any(text: &str) -> Result<Link, BadLink> {
        Link::any_or_own(text, &Hosts::default())
    }

    /// As [`Link::any`], and also a link to one of the client's own servers, be it in a private network or http.
    ///
    /// For tests and for vendors on the own premises: whoever configured the client trusts these servers. Patterns of
    /// `hosts` count for nothing here.
    ///
    /// # Errors
    ///
    /// As for [`Link::any`].
    pub fn any_or_own(text: &str, hosts: &Hosts) -> Result<Link, BadLink> {
        let reference = Reference::parse(text)?;
        if reference.is_relative() {
            return Err(BadLinkKind::Relative.into());
        }
        let link = Link::resolved(reference)?;
        if hosts.own(&link.origin) {
            return Ok(link);
        }
        if !link.origin.is_https {
            return Err(link.refused(BadLinkKind::Scheme));
        }
        let is_public = match &link.origin.host {
            Host::Name(name) => is_public_name(name),
            Host::Address(address) => is_public(*address),
        };
        if is_public { Ok(Link { is_untrusted: true, ..link }) } else { Err(link.refused(BadLinkKind::NotPublic)) }
    }

    /// A link to its origin, whatever that is.
    fn resolved(target: Reference<'_>) -> Result<Link, BadLink> {
        let origin = target.origin()?;
        let text = format!("{origin}{}", target.path_and_query());
        if text.len() > LONGEST {
            return Err(BadLink::new(BadLinkKind::TooLong, Some(&origin)));
        }
        match Uri::try_from(text) {
            Ok(uri) => Ok(Link { uri, origin, is_untrusted: false }),
            Err(_) => Err(BadLink::new(BadLinkKind::Form, Some(&origin))),
        }
    }

    fn refused(&self, kind: BadLinkKind) -> BadLink {
        BadLink::new(kind, Some(&self.origin))
    }

    /// The URL, absolute and without fragment. It may be a secret: do not log it.
    pub const fn uri(&self) -> &Uri {
        &self.uri
    }

    /// Whether the vendor's word is all that speaks for the host, so that only public addresses may be reached.
    pub const fn is_untrusted(&self) -> bool {
        self.is_untrusted
    }

    /// Marks the request for this link with [`Untrusted`], where the link is.
    pub fn mark<T>(&self, request: &mut Request<T>) {
        if self.is_untrusted {
            request.extensions_mut().insert(Untrusted);
        }
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Link({}/…)", self.origin)
    }
}

/// Marks a request, in its [extensions](Request::extensions), whose host only a reply speaks for: a [`Link::any`].
///
/// A transport must not let it reach an address that is not public, by a literal address or by what a name resolves to,
/// and connects to the very addresses that it checked: a name may resolve to another one the next time.
/// `ReqwestTransport` does so. A transport of your own may also hand it to a proxy that does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Untrusted;
