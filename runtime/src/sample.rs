//! A made reply, judged by itself: what generated tests of rules are made of.

use std::str::FromStr;
use std::time::Duration;

use http::{HeaderName, HeaderValue, StatusCode};

use crate::clock::Now;
use crate::judge::{Asked, Reading, judge};
use crate::operation::Attempt;
use crate::reply::Reply;
use crate::slot::Slot;

/// A reply, and what is known beside it. Its proof is taken to hold.
#[derive(Debug)]
pub struct Sample<'a> {
    /// The HTTP status.
    pub status: u16,
    /// Names and values of headers.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body.
    pub body: &'a str,
    /// The time since the wait began.
    pub age: Duration,
    /// The inputs and settings that rules look at.
    pub given: &'a [Slot<'static>],
}

impl Sample<'_> {
    /// The verdict, and the rule that decided, counted from 1.
    pub fn judge(&self, reading: &'static Reading) -> (&'static str, Option<usize>) {
        let status = StatusCode::from_u16(self.status).unwrap_or_default();
        let headers = self
            .headers
            .iter()
            .filter_map(|(name, value)| Some((HeaderName::from_str(name).ok()?, HeaderValue::from_str(value).ok()?)));
        let reply = Reply::new(status, headers.collect(), self.body.to_owned());
        let now = Now { mono: Duration::ZERO, wall: Duration::ZERO };
        let at = Attempt::new(now).with_age(self.age);
        let judged = judge(reading, &reply, &Asked { at: &at, given: self.given, verify: None });
        (judged.verdict.as_str(), judged.rule.map(|rule| usize::from(rule) + 1))
    }
}
