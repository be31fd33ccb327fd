//! A server on 127.0.0.1 that misbehaves as told.
//!
//! ```
//! use std::io::{Read, Write};
//! use std::net::TcpStream;
//! use settled_testkit::{BadServer, Behaviour, reply};
//!
//! let server = BadServer::start([
//!     Behaviour::Reset { reply: reply::json("{}"), after: 10 },
//!     Behaviour::Answer(reply::html(502)),
//! ])?;
//! for _ in 0..2 {
//!     let mut stream = TcpStream::connect(server.addr())?;
//!     stream.write_all(b"GET /jobs/7 HTTP/1.1\r\nhost: localhost\r\n\r\n")?;
//!     let _ = stream.read_to_end(&mut Vec::new());
//! }
//! assert_eq!(server.connections(), 2);
//! assert_eq!(server.requests()[1].target(), "/jobs/7");
//! # Ok::<(), std::io::Error>(())
//! ```

mod behaviour;
mod connection;
mod log;
mod received;
mod wire;

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket};
use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio::time::timeout;

pub use self::behaviour::Behaviour;
use self::log::Log;
pub use self::received::Received;

/// The longest that one connection lives, whatever its behaviour: a test that forgets its own limit ends all the same.
pub const LIFETIME: Duration = Duration::from_secs(60);

/// The connections that the system keeps until they are accepted.
const BACKLOG: u32 = 1024;

/// A server with one [`Behaviour`] for each connection.
///
/// It runs on a thread of its own, in real time, so it can be used from any executor and from none; it stops, with all
/// its connections, when it is dropped.
pub struct BadServer {
    addr: SocketAddr,
    log: Arc<Log>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl BadServer {
    /// Starts a server that treats its connections so, in the order in which they come; the last behaviour repeats.
    ///
    /// # Errors
    ///
    /// Where no port or no thread is to be had, or no behaviour is given.
    pub fn start(behaviours: impl IntoIterator<Item = Behaviour>) -> io::Result<Self> {
        ClosedPort::new()?.open(behaviours)
    }

    /// Where it listens.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// The base URL: `http://127.0.0.1:34567`, without a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// How many connections were accepted.
    pub fn connections(&self) -> usize {
        self.log.connections()
    }

    /// Every request so far, in the order in which they were complete, and what was left of those that never were.
    ///
    /// A request is written down before it is answered.
    pub fn requests(&self) -> Vec<Received> {
        self.log.received()
    }

    /// Whether these bytes stood in any request, head or body: for secrets that must not have come here.
    pub fn saw(&self, bytes: impl AsRef<[u8]>) -> bool {
        let bytes = bytes.as_ref();
        self.log.received().iter().any(|request| request.holds(bytes))
    }
}

impl Drop for BadServer {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic there has been printed already; a second one in a drop would abort.
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for BadServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BadServer")
            .field("addr", &self.addr)
            .field("connections", &self.connections())
            .finish_non_exhaustive()
    }
}

/// A port of 127.0.0.1 that refuses every connection, and that nobody else can get meanwhile.
///
/// ```
/// use std::io::ErrorKind;
/// use std::net::TcpStream;
/// use settled_testkit::{Behaviour, ClosedPort, reply};
///
/// let port = ClosedPort::new()?;
/// assert_eq!(TcpStream::connect(port.addr()).unwrap_err().kind(), ErrorKind::ConnectionRefused);
///
/// // The vendor is back.
/// let server = port.open([Behaviour::Answer(reply::json("{}"))])?;
/// assert!(TcpStream::connect(server.addr()).is_ok());
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct ClosedPort {
    addr: SocketAddr,
    socket: TcpSocket,
}

impl ClosedPort {
    /// Takes a free port.
    ///
    /// # Errors
    ///
    /// Where no port is to be had.
    pub fn new() -> io::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.bind((Ipv4Addr::LOCALHOST, 0).into())?;
        Ok(ClosedPort { addr: socket.local_addr()?, socket })
    }

    /// The address that refuses.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// The base URL, without a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// Starts a server on this port.
    ///
    /// # Errors
    ///
    /// As for [`BadServer::start`].
    pub fn open(self, behaviours: impl IntoIterator<Item = Behaviour>) -> io::Result<BadServer> {
        let log = Arc::new(Log::new(behaviours)?);
        let (stop, stopped) = oneshot::channel();
        let (ready, started) = mpsc::channel();
        let (socket, shared) = (self.socket, log.clone());
        let thread = thread::Builder::new()
            .name("bad-server".to_owned())
            .spawn(move || host(socket, shared, stopped, &ready))?;
        started.recv().map_err(io::Error::other)??;
        Ok(BadServer { addr: self.addr, log, stop: Some(stop), thread: Some(thread) })
    }
}

impl fmt::Debug for ClosedPort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClosedPort").field("addr", &self.addr).finish_non_exhaustive()
    }
}

/// The server's thread. Its end drops the runtime, and so every connection.
fn host(socket: TcpSocket, log: Arc<Log>, stopped: oneshot::Receiver<()>, ready: &mpsc::Sender<io::Result<()>>) {
    let served = Builder::new_current_thread().enable_all().build().and_then(|runtime| {
        runtime.block_on(async {
            let listener = socket.listen(BACKLOG)?;
            let _ = ready.send(Ok(()));
            tokio::select! {
                () = accept(&listener, &log) => {}
                _ = stopped => {}
            }
            Ok(())
        })
    });
    if let Err(error) = served {
        let _ = ready.send(Err(error));
    }
}

async fn accept(listener: &TcpListener, log: &Arc<Log>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Out of descriptors, most likely: connections that end give some back.
            tokio::time::sleep(Duration::from_millis(10)).await;
            continue;
        };
        let (number, behaviour) = log.next_connection();
        let log = log.clone();
        // An error is the other side's going away, which the behaviours provoke.
        tokio::spawn(async move { timeout(LIFETIME, connection::serve(stream, behaviour, &log, number)).await });
    }
}
