//! Replies to answer with, well formed and not, for [`Script`](crate::Script) and [`BadServer`](crate::BadServer).
//!
//! ```
//! use settled_testkit::reply;
//!
//! let busy = reply::with_header(reply::html(503), "retry-after", "120");
//! assert_eq!(busy.status(), 503);
//! assert_eq!(busy.headers()["retry-after"], "120");
//! ```

mod bomb;

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE, LOCATION};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use settled::Reply;

pub use self::bomb::gzip_bomb;

/// A 200 reply with this body as `application/json`; the body need not be JSON.
pub fn json(body: impl Into<Bytes>) -> Reply {
    of_type(200, "application/json", body)
}

/// A reply with this status and this body as `application/json`; the body need not be JSON.
pub fn json_status(status: u16, body: impl Into<Bytes>) -> Reply {
    of_type(status, "application/json", body)
}

/// The page that a proxy or a load balancer puts in front of a vendor that is away.
pub fn html(status: u16) -> Reply {
    let body =
        format!("<!DOCTYPE html><html><head><title>{status}</title></head><body><h1>{status}</h1></body></html>");
    of_type(status, "text/html; charset=utf-8", body)
}

/// A reply without a body and without a content type.
pub fn empty(status: u16) -> Reply {
    Reply::new(code(status), HeaderMap::new(), Bytes::new())
}

/// A redirect to any text, which need not be a URL.
pub fn redirect(status: u16, to: &str) -> Reply {
    with_header(empty(status), LOCATION.as_str(), to)
}

/// A reply whose body has any content type, fitting or not.
pub fn of_type(status: u16, content_type: &'static str, body: impl Into<Bytes>) -> Reply {
    let headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(content_type))]);
    Reply::new(code(status), headers, body)
}

/// The same reply with one more header; one of the same name stays beside it.
///
/// # Panics
///
/// Where the name or the value cannot stand in a header.
pub fn with_header(reply: Reply, name: &str, value: &str) -> Reply {
    with_copies(reply, name, value, 1)
}

/// The same reply with `count` more headers of one name and value: two `Retry-After`, a thousand `Set-Cookie`.
///
/// ```
/// let reply = settled_testkit::reply::with_copies(settled_testkit::reply::empty(429), "retry-after", "1", 3);
/// assert_eq!(reply.headers().get_all("retry-after").iter().count(), 3);
/// ```
///
/// # Panics
///
/// Where the name or the value cannot stand in a header, or where a `HeaderMap` cannot hold so many.
pub fn with_copies(reply: Reply, name: &str, value: &str, count: usize) -> Reply {
    let name = HeaderName::from_bytes(name.as_bytes()).unwrap_or_else(|_| panic!("`{name}` is no header name"));
    let value =
        HeaderValue::from_str(value).unwrap_or_else(|_| panic!("the value of `{name}` cannot stand in a header"));
    let mut headers = reply.headers().clone();
    for _ in 0..count {
        headers.append(name.clone(), value.clone());
    }
    Reply::new(reply.status(), headers, reply.body().clone())
}

/// A 200 reply that names gzip as its encoding over this body, which need not be gzip.
pub fn gzip(body: impl Into<Bytes>) -> Reply {
    with_header(json(body), CONTENT_ENCODING.as_str(), "gzip")
}

fn code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or_else(|_| panic!("{status} is no HTTP status"))
}
