//! A Smile ID on loopback: every reply is signed, the last one is settled.

use std::error::Error;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;

use crate::judging::signed;

/// Prints its base URL, answers one connection so many times, and ends.
pub(crate) fn run(replies: u32) -> Result<(), Box<dyn Error>> {
    let running = reply(&signed(include_str!("../../../specs/fixtures/smile_id/running.json")));
    let enrolled = reply(&signed(include_str!("../../../specs/fixtures/smile_id/enrolled.json")));
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("http://{}", listener.local_addr()?);
    let (stream, _) = listener.accept()?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    for number in 1..=replies {
        skip_request(&mut reader)?;
        let reply = if number < replies { &running } else { &enrolled };
        reader.get_mut().write_all(reply.as_bytes())?;
    }
    Ok(())
}

fn reply(body: &str) -> String {
    let head = "HTTP/1.1 200 OK\r\ndate: Thu, 10 Oct 2019 12:32:04 GMT\r\ncontent-type: application/json\r\n";
    format!("{head}content-length: {}\r\n\r\n{body}", body.len())
}

fn skip_request(reader: &mut impl BufRead) -> Result<(), Box<dyn Error>> {
    let (mut line, mut length) = (String::new(), 0);
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Err("the client went away".into());
        }
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.trim().parse()?,
            None if line == "\r\n" => break,
            _ => {}
        }
    }
    std::io::copy(&mut reader.by_ref().take(length), &mut std::io::sink())?;
    Ok(())
}
