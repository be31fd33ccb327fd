//! A server that counts, and a resolver that lies.

use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::Request;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use settled::{Reply, SendLimits, Transport, TransportFault, Untrusted};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;

const LIMITS: SendLimits = SendLimits { total: Duration::from_secs(5), body: 64 << 10 };

/// A server on 127.0.0.1 that gives one answer, and keeps all that comes in.
pub(crate) struct Server {
    pub(crate) addr: SocketAddr,
    connections: Arc<AtomicUsize>,
    heard: Arc<Mutex<Vec<u8>>>,
}

impl Server {
    /// Answers each request so, and keeps the connection.
    pub(crate) async fn start(answer: impl Into<String>) -> Self {
        Server::listen(answer.into(), |stream| async { Some(stream) }).await
    }

    /// The same behind TLS, with the certificate of this folder: for `localhost`, `127.0.0.1` and `files.acme.example`,
    /// until the year 2120.
    #[cfg(feature = "rustls")]
    pub(crate) async fn start_tls(answer: impl Into<String>) -> Self {
        use tokio_rustls::TlsAcceptor;
        use tokio_rustls::rustls::ServerConfig;
        use tokio_rustls::rustls::pki_types::pem::PemObject;
        use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

        let certificate = CertificateDer::from_pem_slice(include_bytes!("server.pem")).unwrap();
        let key = PrivateKeyDer::from_pem_slice(include_bytes!("server.key")).unwrap();
        let config = ServerConfig::builder().with_no_client_auth().with_single_cert(vec![certificate], key).unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        Server::listen(answer.into(), move |stream| {
            let accepting = acceptor.accept(stream);
            async { accepting.await.ok() }
        })
        .await
    }

    async fn listen<S, F>(answer: String, open: impl Fn(tokio::net::TcpStream) -> F + Send + 'static) -> Self
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
        F: Future<Output = Option<S>> + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let addr = listener.local_addr().unwrap();
        let (connections, heard) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(Vec::new())));
        let server = Server { addr, connections: Arc::clone(&connections), heard: Arc::clone(&heard) };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                connections.fetch_add(1, Ordering::SeqCst);
                let (opening, answer, heard) = (open(stream), answer.clone(), Arc::clone(&heard));
                tokio::spawn(async move {
                    let Some(mut stream) = opening.await else { return };
                    let mut bytes = [0; 4096];
                    while let Ok(count @ 1..) = stream.read(&mut bytes).await {
                        heard.lock().unwrap().extend_from_slice(&bytes[..count]);
                        if stream.write_all(answer.as_bytes()).await.is_err() {
                            return;
                        }
                    }
                });
            }
        });
        server
    }

    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// All that came in, one after the other.
    pub(crate) fn heard(&self) -> String {
        String::from_utf8(self.heard.lock().unwrap().clone()).unwrap()
    }
}

/// Resolves every name by a script: its n-th question gets the n-th list of addresses, and the last list from then on.
#[derive(Clone)]
pub(crate) struct Liar {
    port: u16,
    script: Arc<[Vec<IpAddr>]>,
    asked: Arc<AtomicUsize>,
}

impl Liar {
    pub(crate) fn new(port: u16, script: &[&[&str]]) -> Self {
        let list = |list: &&[&str]| list.iter().map(|address| address.parse().unwrap()).collect();
        Liar { port, script: script.iter().map(list).collect(), asked: Arc::default() }
    }

    pub(crate) fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

impl Resolve for Liar {
    fn resolve(&self, _: Name) -> Resolving {
        let turn = self.asked.fetch_add(1, Ordering::SeqCst);
        let (list, port) = (self.script[turn.min(self.script.len() - 1)].clone(), self.port);
        Box::pin(async move { Ok(Box::new(list.into_iter().map(move |ip| SocketAddr::new(ip, port))) as Addrs) })
    }
}

/// A request to this URL.
pub(crate) fn get(url: &str) -> Request<Bytes> {
    Request::get(url).body(Bytes::new()).unwrap()
}

/// The same, of a link to any host.
pub(crate) fn untrusted(url: &str) -> Request<Bytes> {
    let mut request = get(url);
    request.extensions_mut().insert(Untrusted);
    request
}

pub(crate) async fn send(transport: &impl Transport, request: Request<Bytes>) -> Result<Reply, TransportFault> {
    transport.send(request, LIMITS).await
}

/// A fault with all that led to it.
pub(crate) fn told(fault: &TransportFault) -> String {
    let causes = std::iter::successors(std::error::Error::source(fault), |error| error.source());
    causes.fold(fault.to_string(), |text, cause| format!("{text}: {cause}"))
}
