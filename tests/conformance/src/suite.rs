//! The suite that the clients were made of, and what botocore's own code says.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use http::{HeaderMap, StatusCode};
use serde_json::Value;
use settled::Reply;

/// The files of one botocore.
#[derive(Debug)]
pub struct Suite {
    /// The acceptors of each waiter.
    pub acceptors: BTreeMap<String, Vec<Value>>,
    /// Replies, and what they mean.
    pub vectors: Vec<Vector>,
    /// Waits of several polls.
    pub runs: Vec<Run>,
}

/// A reply, and what it means to botocore.
#[derive(Debug, Clone)]
pub struct Vector {
    /// The waiter.
    pub waiter: String,
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Value,
    /// The acceptor that decided.
    pub acceptor: Option<usize>,
    /// What came of it.
    pub class: String,
}

/// A wait of several polls.
#[derive(Debug, Clone)]
pub struct Run {
    /// The waiter.
    pub waiter: String,
    /// The kind of each reply.
    pub script: Vec<String>,
    /// How many requests were sent.
    pub polls: u64,
    /// Seconds between them, in all.
    pub slept: u64,
    /// How it ended.
    pub outcome: String,
}

impl Vector {
    /// As it comes over the network.
    pub fn reply(&self) -> Reply {
        let status = StatusCode::from_u16(self.status).expect("an HTTP status");
        Reply::new(status, HeaderMap::new(), self.body.to_string())
    }
}

impl Suite {
    /// Whether it is the one that is checked in, for which there are snapshots.
    pub fn is_checked_in() -> bool {
        let folder = |path: &str| fs::canonicalize(path).expect("the folder of a suite");
        folder(env!("SUITE")) == folder(concat!(env!("CARGO_MANIFEST_DIR"), "/botocore"))
    }

    /// Reads it.
    ///
    /// # Panics
    ///
    /// Where a file is not there or not what it should be.
    pub fn read() -> Self {
        let waiters = json(&text("waiters.json"));
        let waiters = waiters["waiters"].as_array().expect("a list of waiters").iter();
        let acceptors = waiters.map(|waiter| {
            let part = |key: &str| waiter[key].as_str().expect("a text").to_owned();
            let id = format!("{}/{}/{}", part("service"), part("api_version"), part("name"));
            (id, waiter["acceptors"].as_array().expect("acceptors").clone())
        });
        let runs = json(&text("runs.json"));
        let vectors = text("verdicts.jsonl.gz");
        Suite {
            acceptors: acceptors.collect(),
            vectors: vectors.lines().map(|line| vector(json(line))).collect(),
            runs: runs.as_array().expect("a list of runs").iter().map(scripted).collect(),
        }
    }
}

fn text(file: &str) -> String {
    let path = Path::new(env!("SUITE")).join(file);
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut text = String::new();
    let read = match file.ends_with(".gz") {
        true => flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_string(&mut text),
        false => bytes.as_slice().read_to_string(&mut text),
    };
    read.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn vector(mut json: Value) -> Vector {
    let mut body = json["r"].take();
    let metadata = body.as_object_mut().and_then(|body| body.remove("ResponseMetadata")).expect("metadata");
    let status = metadata["HTTPStatusCode"].as_u64().and_then(|status| u16::try_from(status).ok());
    let acceptor = match &json["i"] {
        Value::Null => None,
        at => Some(usize::try_from(at.as_u64().expect("a position")).expect("a position")),
    };
    Vector {
        waiter: json["w"].as_str().expect("a waiter").to_owned(),
        status: status.expect("an HTTP status"),
        body,
        acceptor,
        class: json["s"].as_str().expect("what came of it").to_owned(),
    }
}

fn scripted(json: &Value) -> Run {
    let script = json["script"].as_array().expect("a script").iter();
    Run {
        waiter: json["w"].as_str().expect("a waiter").to_owned(),
        script: script.map(|class| class.as_str().expect("a kind of reply").to_owned()).collect(),
        polls: json["polls"].as_u64().expect("a number of polls"),
        slept: json["slept"].as_u64().expect("seconds"),
        outcome: json["outcome"].as_str().expect("an outcome").to_owned(),
    }
}
