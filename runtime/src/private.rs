//! What generated code calls. Not part of the public interface: a generator and a runtime of different versions meet here,
//! and a runtime without the generator's version of this module fails to compile with one clear message.

/// The contract between generators and runtimes of version 0.1.
pub mod v1 {
    use std::marker::PhantomData;

    pub use bytes::Bytes;
    pub use http::Method;

    pub use crate::batch::{Items, Together, wait_all};
    pub use crate::call::{Call, More, judge as judge_call};
    pub use crate::client::{Client, ClientBuilder, TokenSource};
    pub use crate::compose::{Compose, Joined, List, Literal, Object, Written, basic, json_text};
    pub use crate::decode::{decode, text};
    pub use crate::error::{DecodeError, InvalidInput};
    pub use crate::features::{On, needs_aws_sigv4, needs_jwt};
    pub use crate::fit::{Fit, Kind, member_of};
    pub use crate::hints::{Hints, Progress, Taken, Unit};
    pub use crate::job::{Links, Submit, decision_of, job, reply_of, silent, submit, submit_and_wait, whole_number};
    pub use crate::judge::{
        Also, Aside, Asked, Decide, Declared, ErrorShape, Known, Override, Piece, Reading, Text, judge, slots,
        slots_with, take, take_if_there, take_page,
    };
    pub use crate::moment::{moment, since};
    pub use crate::operation::{Attempt, Judgement, Meta, Operation, Rule};
    pub use crate::policy::{Limits, Per, Poll, Rate};
    pub use crate::probe::{Each, Node, Position};
    pub use crate::reply::Reply;
    pub use crate::results::{Entry, Listed};
    pub use crate::sample::Sample;
    pub use crate::secret::Secret;
    pub use crate::sign::oauth1::{Digest, OAuth1};
    pub use crate::sign::{AwsKeys, jwt, public_key_sha256, rsa_sha256, sign_aws, sign_oauth1};
    pub use crate::slot::{
        Family, Share, Slot, Test, always, at, given, given_bool, given_number, given_text, key, length, printed, same,
        share, total,
    };
    pub use crate::state::{State, Verdict};
    pub use crate::token::{Life, Token, token};
    pub use crate::value::{
        Encoding, date, hmac_sha1, hmac_sha256, hmac_sha512, http_date, is_secret, iso_basic, key_bytes, md5, rfc3339,
        rfc3339_millis, sha1, sha256, sha512, unix_millis, unix_seconds, uuid_v4,
    };
    pub use crate::webhook::{KeySource, Pairs, Proof, Received, is_fresh, is_meant, jwt_header, webhook};

    /// A request, complete.
    pub type Request = http::Request<Bytes>;

    /// The types of replies.
    pub mod read {
        pub use serde::de::MapAccess;

        pub use crate::decode::{
            Bool, Float, Hidden, Int, Json, JsonText, LenientBool, LenientInt, LenientText, List, Map, Maybe, Member,
            Millis, Missing, OneOf, Rec, Record, Seconds, SecretText, Text, Timestamp, Tried, Union, UnixMillis,
            UnixSeconds, Word, Words, member,
        };
    }

    /// An input that is required and was given.
    #[derive(Debug)]
    pub struct Given(PhantomData<()>);

    /// An input that is required and was not given yet.
    #[derive(Debug)]
    pub struct Missing(PhantomData<()>);

    /// Told of a call by its type, once all its required inputs were given.
    #[diagnostic::on_unimplemented(
        message = "a required input of this call was not given",
        label = "call the setter that the type parameter below is named after first"
    )]
    pub trait IsGiven {}

    impl IsGiven for Given {}

    /// A setting that must be one label of a host name.
    pub fn host_label(
        vendor: &'static str,
        name: &'static str,
        value: Option<String>,
    ) -> Result<String, crate::error::Error> {
        let label = setting(vendor, name, value)?;
        let is_label = label.len() <= 63
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-');
        if is_label {
            return Ok(label);
        }
        let text = format!("`{name}` of `{vendor}` cannot stand in a host name; give letters, digits and `-` alone");
        Err(crate::error::Error::new(crate::error::ErrorKind::Config, text))
    }

    /// A setting that must be one of some words.
    pub fn one_of(
        vendor: &'static str,
        name: &'static str,
        value: Option<String>,
        words: &[&str],
    ) -> Result<String, crate::error::Error> {
        let word = setting(vendor, name, value)?;
        if words.contains(&word.as_str()) {
            return Ok(word);
        }
        let text = format!("`{name}` of `{vendor}` is none of the words that its spec has: `{}`", words.join("`, `"));
        Err(crate::error::Error::new(crate::error::ErrorKind::Config, text))
    }

    /// A setting that must be there.
    pub fn setting(
        vendor: &'static str,
        name: &'static str,
        value: Option<String>,
    ) -> Result<String, crate::error::Error> {
        match value {
            Some(value) if !value.is_empty() => Ok(value),
            _ => Err(crate::error::Error::new(
                crate::error::ErrorKind::Config,
                format!("the client of `{vendor}` has no `{name}`; call `.{name}(…)` on its builder"),
            )),
        }
    }

    /// The word of an enum.
    pub fn word_of<W: read::Word>(word: &str) -> W {
        W::of(word)
    }
}
