//! What can go wrong on a connection.

use std::time::Duration;

use bytes::Bytes;
use settled::Reply;

use crate::reply;

/// How a [`BadServer`](super::BadServer) treats one connection. Where not said otherwise it reads one whole request
/// first and closes the connection at the end.
///
/// What is wrong with the reply rather than with the connection is said by the [`Reply`]: truncated JSON, an empty
/// body, an HTML page, a wrong content type, a redirect, 204, 304, a header many times, a gzip bomb. See
/// [`reply`](crate::reply). A port that refuses connections is a [`ClosedPort`](super::ClosedPort).
///
/// ```
/// use std::time::Duration;
/// use settled_testkit::{Behaviour, reply};
///
/// let behaviours = [
///     Behaviour::Answer(reply::json(r#"{"status":"runn"#)),
///     Behaviour::Answer(reply::redirect(307, "http://127.0.0.1:1/")),
///     Behaviour::Answer(reply::gzip_bomb()),
///     Behaviour::Drip { reply: reply::json("{}"), every: Duration::from_millis(200) },
/// ];
/// # assert_eq!(behaviours.len(), 4);
/// ```
#[derive(Debug, Clone)]
pub enum Behaviour {
    /// Answers as HTTP demands. Length and `Connection: close` are added, except where the reply names its own.
    Answer(Reply),
    /// Closes at once, without reading.
    Close,
    /// Reads the request, then closes without a byte.
    CloseAfterRequest,
    /// Reads whatever comes and never answers.
    Silent,
    /// Sends the first `after` bytes of the reply, head included, then resets the connection.
    Reset {
        /// The reply that is cut off.
        reply: Reply,
        /// How many of its bytes are sent.
        after: usize,
    },
    /// Sends the head at once and the body byte by byte.
    Drip {
        /// The reply.
        reply: Reply,
        /// The time before each byte.
        every: Duration,
    },
    /// Sends the head byte by byte and the body at once.
    SlowHead {
        /// The reply.
        reply: Reply,
        /// The time before each byte.
        every: Duration,
    },
    /// Answers 200 and sends chunks until the other side closes.
    EndlessChunks {
        /// Bytes of each chunk.
        size: usize,
        /// The time before each chunk; zero for as fast as it goes.
        every: Duration,
    },
    /// Names another length than the body has. Where it names more, it closes after the body; where it names less, it
    /// sends the rest too and keeps the connection open, so that the rest lies where the next reply is expected.
    LyingLength {
        /// The reply.
        reply: Reply,
        /// The length that is named.
        claimed: usize,
    },
    /// Answers 200 with so many headers of so many bytes.
    HugeHead {
        /// How many headers.
        count: usize,
        /// Bytes of each header's value.
        length: usize,
    },
    /// Answers, keeps the connection open, and closes it after `idle` without a request; each request in time is
    /// answered.
    IdleClose {
        /// The reply.
        reply: Reply,
        /// How long it waits for a next request.
        idle: Duration,
    },
    /// Sends these bytes, whatever they are.
    Raw(Bytes),
}

impl Behaviour {
    /// Bytes that are no HTTP at all.
    pub fn garbage() -> Self {
        Behaviour::Raw(Bytes::from_static(
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 SSH-2.0-OpenSSH_9.6\r\n\x00\xff\r\n\r\n",
        ))
    }

    /// At least one of each misbehaviour, with a name for messages: no client may take any of them for a whole reply of
    /// a vendor, panic, or hang longer than its own limit.
    ///
    /// The slow ones take about a minute to an endless time, so give the client a limit of a second or so.
    pub fn corpus() -> Vec<(&'static str, Behaviour)> {
        let whole = || reply::json(r#"{"status":"succeeded","result":{"score":0.93,"code":"0810"}}"#);
        let second = Duration::from_secs(1);
        let raw = |text: &'static str| Behaviour::Raw(Bytes::from_static(text.as_bytes()));
        vec![
            ("closed before the request", Behaviour::Close),
            ("closed after the request", Behaviour::CloseAfterRequest),
            ("silence", Behaviour::Silent),
            ("reset before the first byte", Behaviour::Reset { reply: whole(), after: 0 }),
            ("reset in the status line", Behaviour::Reset { reply: whole(), after: 9 }),
            ("reset in the body", Behaviour::Reset { reply: long(), after: 2_000 }),
            ("body byte by byte", Behaviour::Drip { reply: whole(), every: second }),
            ("head byte by byte", Behaviour::SlowHead { reply: whole(), every: second }),
            ("chunks without end", Behaviour::EndlessChunks { size: 64 << 10, every: Duration::ZERO }),
            ("slow chunks without end", Behaviour::EndlessChunks { size: 1, every: second }),
            ("length too long", Behaviour::LyingLength { reply: whole(), claimed: 5_000 }),
            ("length too short", Behaviour::LyingLength { reply: whole(), claimed: 20 }),
            ("length beyond memory", Behaviour::LyingLength { reply: whole(), claimed: usize::MAX }),
            ("200k headers", Behaviour::HugeHead { count: 200_000, length: 8 }),
            ("a header of 4 MiB", Behaviour::HugeHead { count: 1, length: 4 << 20 }),
            ("no HTTP", Behaviour::garbage()),
            ("an unknown HTTP version", raw("HTTP/9.9 200 OK\r\ncontent-length: 2\r\n\r\n{}")),
            ("a status that is no number", raw("HTTP/1.1 2x0 OK\r\ncontent-length: 2\r\n\r\n{}")),
            ("a length that is no number", raw("HTTP/1.1 200 OK\r\ncontent-length: -2\r\n\r\n{}")),
            ("two lengths", raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{} ")),
            (
                "a chunk size that is no number",
                raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
            ),
            ("chunks cut off", raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\n{\"status\"")),
            ("a gzip bomb", Behaviour::Answer(reply::gzip_bomb())),
            ("gzip that is none", Behaviour::Answer(reply::gzip(r#"{"status":"succeeded"}"#))),
            ("a body beyond every limit", Behaviour::Answer(reply::json(vec![b' '; 16 << 20]))),
        ]
    }
}

fn long() -> Reply {
    reply::json(format!(r#"{{"status":"succeeded","log":"{}"}}"#, "x".repeat(100_000)))
}
