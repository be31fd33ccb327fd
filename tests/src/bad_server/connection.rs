//! One connection: the requests that come in, and what goes out instead of a good reply.

use std::io;
use std::time::{Duration, Instant};

use bytes::{Bytes, BytesMut};
use settled::Reply;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use super::log::Log;
use super::wire::{self, Framing};
use super::{Behaviour, Received};

/// The most that is read of one request.
const MOST_BYTES: usize = 16 << 20;
/// What the other side gets to read what was sent before a reset, which would overtake it.
const BEFORE_RESET: Duration = Duration::from_millis(20);
/// How long a closing server reads on: closing with something unread would reset the connection.
const LINGER: Duration = Duration::from_secs(1);

const CLOSE: Framing = Framing { close: true, claimed: None };
const KEEP: Framing = Framing { close: false, claimed: None };

pub(super) async fn serve(stream: TcpStream, behaviour: Behaviour, log: &Log, number: usize) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut connection = Connection { stream, unread: BytesMut::new(), log, number };
    if matches!(behaviour, Behaviour::Close) || !connection.request().await? {
        return Ok(());
    }
    connection.misbehave(behaviour).await
}

struct Connection<'a> {
    stream: TcpStream,
    unread: BytesMut,
    log: &'a Log,
    number: usize,
}

impl Connection<'_> {
    async fn misbehave(mut self, behaviour: Behaviour) -> io::Result<()> {
        match behaviour {
            Behaviour::Close | Behaviour::CloseAfterRequest => Ok(()),
            Behaviour::Silent => self.read_on().await,
            Behaviour::Answer(reply) => {
                self.answer(&reply, &CLOSE).await?;
                self.close().await
            }
            Behaviour::Reset { reply, after } => self.reset(&reply, after).await,
            Behaviour::Drip { reply, every } => {
                self.write(&wire::head(&reply, &CLOSE)).await?;
                self.drip(reply.body(), every).await?;
                self.close().await
            }
            Behaviour::SlowHead { reply, every } => {
                self.drip(&wire::head(&reply, &CLOSE), every).await?;
                self.write(reply.body()).await?;
                self.close().await
            }
            Behaviour::EndlessChunks { size, every } => self.endless(&wire::chunk(size), every).await,
            Behaviour::LyingLength { reply, claimed } => self.lie(&reply, claimed).await,
            Behaviour::HugeHead { count, length } => {
                self.write(&wire::huge_head(count, length)).await?;
                self.close().await
            }
            Behaviour::IdleClose { reply, idle } => self.answer_until_idle(&reply, idle).await,
            Behaviour::Raw(bytes) => {
                self.write(&bytes).await?;
                self.close().await
            }
        }
    }

    async fn answer(&mut self, reply: &Reply, framing: &Framing) -> io::Result<()> {
        let mut bytes = wire::head(reply, framing);
        bytes.extend_from_slice(reply.body());
        self.write(&bytes).await
    }

    async fn reset(mut self, reply: &Reply, after: usize) -> io::Result<()> {
        let mut bytes = wire::head(reply, &CLOSE);
        bytes.extend_from_slice(reply.body());
        bytes.truncate(after);
        self.write(&bytes).await?;
        sleep(BEFORE_RESET).await;
        self.stream.set_zero_linger()
    }

    async fn lie(mut self, reply: &Reply, claimed: usize) -> io::Result<()> {
        self.answer(reply, &Framing { claimed: Some(claimed), ..KEEP }).await?;
        match claimed > reply.body().len() {
            true => self.close().await,
            false => self.read_on().await,
        }
    }

    async fn answer_until_idle(mut self, reply: &Reply, idle: Duration) -> io::Result<()> {
        loop {
            self.answer(reply, &KEEP).await?;
            match timeout(idle, self.request()).await {
                Ok(Ok(true)) => {}
                Ok(ended) => return ended.map(drop),
                Err(_) => return Ok(()),
            }
        }
    }

    async fn endless(&mut self, chunk: &[u8], every: Duration) -> io::Result<()> {
        self.write(wire::ENDLESS_HEAD).await?;
        loop {
            if !every.is_zero() {
                sleep(every).await;
            }
            self.write(chunk).await?;
        }
    }

    async fn drip(&mut self, bytes: &[u8], every: Duration) -> io::Result<()> {
        for byte in bytes {
            sleep(every).await;
            self.write(&[*byte]).await?;
        }
        Ok(())
    }

    async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.write_all(bytes).await
    }

    /// Says that nothing more comes, and waits for the other side to say the same.
    async fn close(mut self) -> io::Result<()> {
        self.stream.shutdown().await?;
        let _ = timeout(LINGER, self.read_on()).await;
        Ok(())
    }

    /// Reads requests and answers none.
    async fn read_on(&mut self) -> io::Result<()> {
        while self.request().await? {}
        Ok(())
    }

    /// Reads one request and writes it down; `false` where the other side closed before it was whole.
    async fn request(&mut self) -> io::Result<bool> {
        let length = loop {
            match length_of(&self.unread) {
                Some(length) if length.total <= self.unread.len() => break length,
                _ if self.unread.len() >= MOST_BYTES || !self.read().await? => return Ok(self.incomplete()),
                _ => {}
            }
        };
        let head = self.unread.split_to(length.head).freeze();
        let body = self.unread.split_to(length.total - length.head).freeze();
        self.write_down(head, body, true);
        Ok(true)
    }

    /// Reads some bytes; `false` at the end of the stream. A reset is an end too: what came before it counts.
    async fn read(&mut self) -> io::Result<bool> {
        match self.stream.read_buf(&mut self.unread).await {
            Ok(count) => Ok(count > 0),
            Err(error) if error.kind() == io::ErrorKind::ConnectionReset => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn incomplete(&mut self) -> bool {
        let head = length_of(&self.unread).map_or(self.unread.len(), |length| length.head);
        let head = self.unread.split_to(head).freeze();
        let body = self.unread.split().freeze();
        if !head.is_empty() {
            self.write_down(head, body, false);
        }
        false
    }

    fn write_down(&self, head: Bytes, body: Bytes, complete: bool) {
        self.log.write_down(Received { connection: self.number, at: Instant::now(), head, body, complete });
    }
}

struct Length {
    head: usize,
    total: usize,
}

/// How long the first request in these bytes is, once its head is whole.
fn length_of(bytes: &[u8]) -> Option<Length> {
    let head = bytes.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
    let text = String::from_utf8_lossy(bytes.get(..head)?);
    let named = text.lines().filter_map(|line| line.split_once(':'));
    let body = named
        .filter(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .find_map(|(_, value)| value.trim().parse::<usize>().ok());
    Some(Length { head, total: head.saturating_add(body.unwrap_or(0)) })
}
