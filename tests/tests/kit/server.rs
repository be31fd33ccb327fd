//! The server that misbehaves, seen by a client that reads bytes.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use settled::Reply;
use settled_testkit::{BadServer, Behaviour, ClosedPort, reply};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const GET: &[u8] = b"GET /jobs/7?token=t-1 HTTP/1.1\r\nhost: localhost\r\nx-key: k-1\r\n\r\n";
const DONE: &str = r#"{"status":"done"}"#;

fn done() -> Reply {
    reply::json(DONE)
}

fn start(behaviour: Behaviour) -> BadServer {
    BadServer::start([behaviour]).expect("a server")
}

/// Sends a request and reads until the connection ends or `within` has passed without a byte.
fn ask(addr: SocketAddr, request: &[u8], within: Duration) -> (Vec<u8>, Option<ErrorKind>) {
    let mut bytes = Vec::new();
    let outcome = TcpStream::connect(addr).and_then(|mut stream| {
        stream.set_read_timeout(Some(within))?;
        stream.write_all(request)?;
        stream.read_to_end(&mut bytes)
    });
    (bytes, outcome.err().map(|error| error.kind()))
}

fn get(server: &BadServer) -> (Vec<u8>, Option<ErrorKind>) {
    ask(server.addr(), GET, Duration::from_secs(5))
}

/// The text of a reply on a connection that closed as it should.
fn text(behaviour: Behaviour) -> String {
    let (bytes, error) = get(&start(behaviour));
    assert_eq!(error, None);
    String::from_utf8(bytes).expect("text")
}

fn body_of(text: &str) -> &str {
    text.split_once("\r\n\r\n").expect("a head").1
}

#[test]
fn a_good_answer_is_good_http() {
    assert_eq!(
        text(Behaviour::Answer(done())),
        format!(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 17\r\nconnection: close\r\n\r\n{DONE}"
        )
    );
    let own = reply::with_header(reply::with_header(done(), "content-length", "17"), "connection", "keep-alive");
    let own = text(Behaviour::Answer(own));
    assert_eq!((own.matches("content-length").count(), own.matches("connection").count()), (1, 1));
}

#[test]
fn the_reply_can_be_wrong_in_every_part() {
    let html = text(Behaviour::Answer(reply::html(502)));
    assert!(html.starts_with("HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html"), "{html}");
    assert_eq!(body_of(&text(Behaviour::Answer(reply::json("")))), "");
    assert_eq!(body_of(&text(Behaviour::Answer(reply::json(&DONE[..9])))), &DONE[..9]);
    assert!(text(Behaviour::Answer(reply::of_type(200, "image/png", DONE))).contains("content-type: image/png\r\n"));
    for status in [301, 302, 303, 307, 308] {
        let redirect = text(Behaviour::Answer(reply::redirect(status, "http://127.0.0.1:9/x")));
        assert!(redirect.starts_with(&format!("HTTP/1.1 {status} ")), "{redirect}");
        assert!(redirect.contains("\r\nlocation: http://127.0.0.1:9/x\r\n"), "{redirect}");
    }
    for status in [204, 304] {
        let bare = text(Behaviour::Answer(reply::empty(status)));
        assert!(!bare.contains("content-length") && body_of(&bare).is_empty(), "{bare}");
    }
    let copies = text(Behaviour::Answer(reply::with_copies(done(), "retry-after", "1", 40)));
    assert_eq!(copies.matches("retry-after: 1\r\n").count(), 40);
    let bomb = get(&start(Behaviour::Answer(reply::gzip_bomb()))).0;
    assert!(bomb.ends_with(reply::gzip_bomb().body()));
}

#[test]
fn connections_close_and_reset_where_they_are_told_to() {
    let (bytes, _) = get(&start(Behaviour::Close));
    assert!(bytes.is_empty());
    assert_eq!(get(&start(Behaviour::CloseAfterRequest)), (Vec::new(), None));
    for after in [0, 1, 40, 100] {
        let (bytes, error) = get(&start(Behaviour::Reset { reply: done(), after }));
        assert_eq!((bytes.len(), error), (after, Some(ErrorKind::ConnectionReset)));
    }
}

#[test]
fn silence_is_silence() {
    let server = start(Behaviour::Silent);
    let (bytes, error) = ask(server.addr(), GET, Duration::from_millis(150));
    assert!(bytes.is_empty());
    assert!(matches!(error, Some(ErrorKind::WouldBlock | ErrorKind::TimedOut)), "{error:?}");
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn a_drip_takes_its_time() {
    let every = Duration::from_millis(10);
    for (behaviour, slow) in [
        (Behaviour::Drip { reply: done(), every }, DONE.len() as u32),
        (Behaviour::SlowHead { reply: reply::empty(204), every }, 46),
    ] {
        let started = Instant::now();
        let (bytes, error) = get(&start(behaviour));
        assert_eq!(error, None);
        assert!(bytes.starts_with(b"HTTP/1.1 2"));
        assert!(started.elapsed() >= every * slow, "{:?}", started.elapsed());
    }
}

#[test]
fn chunks_come_for_as_long_as_they_are_read() {
    let server = start(Behaviour::EndlessChunks { size: 1 << 16, every: Duration::ZERO });
    let mut stream = TcpStream::connect(server.addr()).expect("a connection");
    stream.write_all(GET).expect("sent");
    let mut bytes = vec![0; 8 << 20];
    stream.read_exact(&mut bytes).expect("eight MiB and no end");
    let body = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("a head") + 4;
    assert!(bytes[body..].starts_with(b"10000\r\n  "));
}

#[test]
fn a_length_can_lie_both_ways() {
    let long = text(Behaviour::LyingLength { reply: done(), claimed: 5_000 });
    assert!(long.contains("content-length: 5000\r\n") && body_of(&long) == DONE, "{long}");
    let server = start(Behaviour::LyingLength { reply: done(), claimed: 3 });
    let (bytes, error) = ask(server.addr(), GET, Duration::from_millis(150));
    let short = String::from_utf8(bytes).expect("text");
    assert!(short.contains("content-length: 3\r\n") && body_of(&short) == DONE, "{short}");
    assert!(error.is_some(), "the connection stays open");
}

#[test]
fn heads_can_be_huge_and_bytes_can_be_anything() {
    let huge = text(Behaviour::HugeHead { count: 200_000, length: 1 });
    assert_eq!(huge.lines().filter(|line| line.starts_with("x-")).count(), 200_000);
    let raw = Behaviour::Raw(b"\x00\xff raw".as_slice().into());
    assert_eq!(get(&start(raw)), (b"\x00\xff raw".to_vec(), None));
}

#[test]
fn an_idle_connection_is_closed_and_a_busy_one_kept() {
    let server = start(Behaviour::IdleClose { reply: done(), idle: Duration::from_millis(500) });
    let mut stream = TcpStream::connect(server.addr()).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(5))).expect("a limit");
    let length = text(Behaviour::Answer(done())).len() - "connection: close\r\n".len();
    let mut bytes = vec![0; length];
    for _ in 0..3 {
        stream.write_all(GET).expect("sent");
        stream.read_exact(&mut bytes).expect("a reply");
        assert!(bytes.ends_with(DONE.as_bytes()));
    }
    let idle = Instant::now();
    assert_eq!(stream.read(&mut bytes).expect("a proper end"), 0);
    assert!(idle.elapsed() >= Duration::from_millis(450), "{:?}", idle.elapsed());
    assert_eq!((server.connections(), server.requests().len()), (1, 3));
    assert!(server.requests().iter().all(|request| request.connection() == 0));
}

#[test]
fn a_refused_port_can_open_later() {
    let port = ClosedPort::new().expect("a port");
    let addr = port.addr();
    assert_eq!(ask(addr, GET, Duration::from_secs(1)).1, Some(ErrorKind::ConnectionRefused));
    let server = port.open([Behaviour::Answer(done())]).expect("a server");
    assert_eq!(server.addr(), addr);
    assert!(get(&server).0.ends_with(DONE.as_bytes()));
}

#[test]
fn behaviours_go_by_connection_and_the_last_repeats() {
    let server =
        BadServer::start([Behaviour::Close, Behaviour::Answer(reply::json("1")), Behaviour::Answer(reply::json("2"))])
            .expect("a server");
    let ends: Vec<Option<u8>> = (0..4).map(|_| get(&server).0.last().copied()).collect();
    assert_eq!(ends, [None, Some(b'1'), Some(b'2'), Some(b'2')]);
    assert_eq!(server.connections(), 4);
    let none = BadServer::start([]).expect_err("no behaviour");
    assert_eq!(none.kind(), ErrorKind::InvalidInput);
}

#[test]
fn what_arrives_is_written_down_whole() {
    let server = start(Behaviour::Answer(done()));
    let before = Instant::now();
    let head = b"POST /jobs?sig=s-1 HTTP/1.1\r\nContent-Length: 9\r\nX-Twice: 1\r\nx-twice: 2\r\nX-Once:  1 \r\n\r\n";
    let post = [head.as_slice(), b"{\"id\":42}"].concat();
    ask(server.addr(), &post, Duration::from_secs(5));
    ask(server.addr(), b"POST / HTTP/1.1\r\ncontent-length: 9\r\n\r\nhalf", Duration::from_millis(50));
    ask(server.addr(), b"GET / HT", Duration::from_millis(50));
    let all = wait_for(|| Some(server.requests()).filter(|all| all.len() == 3));

    let whole = &all[0];
    assert!(whole.is_complete());
    assert_eq!((whole.method(), whole.target(), whole.connection()), ("POST", "/jobs?sig=s-1", 0));
    assert_eq!(whole.head().as_ref(), head);
    assert_eq!(whole.body().as_ref(), b"{\"id\":42}");
    assert_eq!((whole.header("x-once"), whole.header("x-twice")), (Some("1"), None));
    assert_eq!(whole.headers("X-TWICE"), ["1", "2"]);
    assert!(before <= whole.at() && whole.at() <= Instant::now());

    let halves: Vec<(bool, &[u8], &[u8])> =
        all[1..].iter().map(|one| (one.is_complete(), one.head().as_ref(), one.body().as_ref())).collect();
    assert_eq!(halves[0].2, b"half");
    assert_eq!(halves[1].1, b"GET / HT");
    assert!(halves.iter().all(|(complete, ..)| !complete));
    assert!(server.saw("s-1") && server.saw("half") && server.saw(b"HT") && !server.saw("elsewhere"));
}

fn wait_for<T>(mut look: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(started.elapsed() < Duration::from_secs(5), "it did not come");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn debug_shows_no_query_no_header_value_and_no_body() {
    let server = start(Behaviour::Answer(reply::json("in-the-reply")));
    ask(server.addr(), b"GET /jobs?in-the=query HTTP/1.1\r\nx-key: in-the-header\r\n\r\n", Duration::from_secs(5));
    let shown = format!("{server:?} {:?} {:?}", server.requests(), Behaviour::Answer(reply::json("in-the-reply")));
    assert!(shown.contains("\"/jobs\""), "{shown}");
    assert!(!shown.contains("in-the"), "{shown}");
}

#[test]
fn dropping_the_server_ends_every_connection_at_once() {
    let server = start(Behaviour::Silent);
    let addr = server.addr();
    let mut streams: Vec<TcpStream> = (0..50).map(|_| TcpStream::connect(addr).expect("a connection")).collect();
    streams.iter_mut().for_each(|stream| stream.write_all(GET).expect("sent"));
    wait_for(|| (server.requests().len() == 50).then_some(()));
    let started = Instant::now();
    drop(server);
    for mut stream in streams {
        stream.set_read_timeout(Some(Duration::from_secs(5))).expect("a limit");
        assert_eq!(stream.read(&mut [0]).unwrap_or(0), 0);
    }
    assert!(started.elapsed() < Duration::from_secs(3), "{:?}", started.elapsed());
    assert_eq!(ask(addr, GET, Duration::from_secs(1)).1, Some(ErrorKind::ConnectionRefused));
}

#[tokio::test]
async fn it_serves_and_stops_inside_of_a_runtime() -> io::Result<()> {
    let server = BadServer::start([Behaviour::Answer(done())])?;
    let mut stream = tokio::net::TcpStream::connect(server.addr()).await?;
    stream.write_all(GET).await?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await?;
    assert!(bytes.ends_with(DONE.as_bytes()));
    assert!(server.url().starts_with("http://127.0.0.1:"));
    drop(server);
    Ok(())
}

#[test]
fn no_behaviour_of_the_corpus_stops_the_server_or_sends_a_good_reply() {
    let corpus = Behaviour::corpus();
    let count = corpus.len();
    let (names, behaviours): (Vec<_>, Vec<_>) = corpus.into_iter().unzip();
    let server = BadServer::start(behaviours.into_iter().chain([Behaviour::Answer(done())])).expect("a server");
    for name in names {
        let mut stream = TcpStream::connect(server.addr()).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_millis(100))).expect("a limit");
        let _ = stream.write_all(GET);
        let mut bytes = Vec::new();
        let _ = stream.take(32 << 20).read_to_end(&mut bytes);
        assert!(!is_good(&bytes), "{name}");
    }
    assert!(is_good(&get(&server).0));
    assert_eq!(server.connections(), count + 1);
}

/// Whether this is a reply that a careful client may take: sound framing, a body of the length that is named, at most a
/// megabyte, in no encoding.
fn is_good(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = format!("\r\ncontent-length: {}\r\n", body.len());
    let plain = !head.contains("encoding") && head.matches("content-length").count() == 1;
    head.starts_with("HTTP/1.1 200 ") && head.len() < 1 << 16 && plain && head.contains(&length) && body.len() < 1 << 20
}
