//! Reads the text of JSON in one pass: as strictly as a parser, without copying, and fast over what nobody asks for.
//!
//! `serde_json` reads whole replies. Here, most of a reply is passed over, and scalars stay as they are written, whatever
//! features of `serde_json` another crate turns on.

use std::borrow::Cow;

/// A place in one JSON value, given as bytes. That they are UTF-8 is found out on the way.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scanner<'a> {
    rest: &'a [u8],
}

/// It is not JSON where so many bytes are left. Where none is, something is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotJson {
    pub(crate) left: usize,
}

/// What stands between two quotes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Quoted<'a> {
    inside: &'a [u8],
    has_escapes: bool,
}

impl<'a> Quoted<'a> {
    /// The bytes, where they mean themselves.
    #[inline]
    pub(crate) const fn plain(self) -> Option<&'a [u8]> {
        if self.has_escapes { None } else { Some(self.inside) }
    }

    /// The text, unescaped. `None` where an escape means no character, as half of a surrogate pair.
    #[inline]
    pub(crate) fn text(self) -> Option<Cow<'a, str>> {
        let inside = std::str::from_utf8(self.inside).ok()?;
        match self.has_escapes {
            false => Some(Cow::Borrowed(inside)),
            true => serde_json::from_str(&format!("\"{inside}\"")).ok().map(Cow::Owned),
        }
    }
}

/// A value that is neither a string nor anything with values in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scalar<'a> {
    Null,
    Bool(bool),
    Number(&'a str),
}

impl<'a> Scanner<'a> {
    pub(crate) const fn new(json: &'a [u8]) -> Self {
        Scanner { rest: json }
    }

    /// The byte that comes next, at the end nothing. Passes over white space.
    #[inline]
    pub(crate) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.rest {
                [next, ..] if *next > b' ' => return Some(*next),
                [b'\n', rest @ ..] => self.rest = after_indentation(rest),
                [b' ' | b'\r' | b'\t', rest @ ..] => self.rest = rest,
                rest => return rest.first().copied(),
            }
        }
    }

    const fn wrong<T>(&self) -> Result<T, NotJson> {
        Err(NotJson { left: self.rest.len() })
    }

    /// Passes over the byte that was seen.
    #[inline]
    fn bump(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or_default();
    }

    /// The value is over, and nothing follows.
    pub(crate) fn end(&mut self) -> Result<(), NotJson> {
        match self.peek() {
            None => Ok(()),
            Some(_) => self.wrong(),
        }
    }

    /// The string that comes next.
    #[inline(always)]
    pub(crate) fn quoted(&mut self) -> Result<Quoted<'a>, NotJson> {
        let [b'"', from @ ..] = self.rest else { return self.wrong() };
        let (plain, is_ascii) = plain(from);
        match from.split_at_checked(plain) {
            Some((inside, [b'"', rest @ ..])) if is_ascii => {
                self.rest = rest;
                Ok(Quoted { inside, has_escapes: false })
            }
            _ => self.quoted_slowly(from),
        }
    }

    /// A string with escapes or with more than ASCII.
    #[cold]
    fn quoted_slowly(&mut self, from: &'a [u8]) -> Result<Quoted<'a>, NotJson> {
        self.rest = from;
        let mut has_escapes = false;
        loop {
            let (plain, _) = plain(self.rest);
            self.rest = self.rest.get(plain..).unwrap_or_default();
            if self.rest.first() != Some(&b'\\') {
                break;
            }
            self.bump();
            self.escape()?;
            has_escapes = true;
        }
        let inside = from.get(..from.len() - self.rest.len()).unwrap_or_default();
        if !self.take(|byte| byte == b'"') {
            return self.wrong();
        }
        match std::str::from_utf8(inside) {
            Ok(_) => Ok(Quoted { inside, has_escapes }),
            Err(wrong) => Err(NotJson { left: from.len() - wrong.valid_up_to() }),
        }
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Result<(), NotJson> {
        if !self.take(|byte| byte == b'u') {
            return match self.take(|byte| matches!(byte, b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't')) {
                true => Ok(()),
                false => self.wrong(),
            };
        }
        for _ in 0..4 {
            if !self.take(|byte| byte.is_ascii_hexdigit()) {
                return self.wrong();
            }
        }
        Ok(())
    }

    /// The scalar that comes next, which is no string.
    pub(crate) fn scalar(&mut self) -> Result<Scalar<'a>, NotJson> {
        match self.rest.first() {
            Some(b'n') => self.word(b"null").map(|()| Scalar::Null),
            Some(b't') => self.word(b"true").map(|()| Scalar::Bool(true)),
            Some(b'f') => self.word(b"false").map(|()| Scalar::Bool(false)),
            _ => {
                let from = self.rest;
                self.number()?;
                let digits = from.get(..from.len() - self.rest.len()).unwrap_or_default();
                Ok(Scalar::Number(std::str::from_utf8(digits).unwrap_or_default()))
            }
        }
    }

    /// Enters a list or an object that has started.
    #[inline]
    pub(crate) fn enter(&mut self) {
        self.bump();
    }

    /// Whether a list has another element, which is then to be read. Leaves the list where it has not.
    #[inline]
    pub(crate) fn element(&mut self, is_first: bool) -> Result<bool, NotJson> {
        match (self.peek(), is_first) {
            (Some(b']'), _) => {
                self.bump();
                Ok(false)
            }
            (Some(b','), false) => {
                self.bump();
                Ok(true)
            }
            (Some(_), true) => Ok(true),
            _ => self.wrong(),
        }
    }

    /// The next key of an object, whose value is then to be read. Leaves the object where there is none.
    #[inline]
    pub(crate) fn key(&mut self, is_first: bool) -> Result<Option<Quoted<'a>>, NotJson> {
        if !self.member(is_first)? {
            return Ok(None);
        }
        let key = self.quoted()?;
        self.colon()?;
        Ok(Some(key))
    }

    /// Whether an object has another member, whose key comes next. Leaves the object where it has not.
    #[inline]
    fn member(&mut self, is_first: bool) -> Result<bool, NotJson> {
        match (self.peek(), is_first) {
            (Some(b'}'), _) => {
                self.bump();
                Ok(false)
            }
            (Some(b','), false) => {
                self.bump();
                self.peek();
                Ok(true)
            }
            (Some(_), true) => Ok(true),
            _ => self.wrong(),
        }
    }

    #[inline]
    fn colon(&mut self) -> Result<(), NotJson> {
        match self.peek() {
            Some(b':') => {
                self.bump();
                Ok(())
            }
            _ => self.wrong(),
        }
    }

    /// Passes over the next value, whole.
    pub(crate) fn skip(&mut self) -> Result<(), NotJson> {
        let mut open = Nesting::default();
        loop {
            let mut is_first = false;
            match self.peek() {
                Some(b'"') => drop(self.quoted()?),
                Some(bracket @ (b'[' | b'{')) => {
                    self.bump();
                    open.push(bracket == b'{');
                    is_first = true;
                }
                Some(b'n') => self.word(b"null")?,
                Some(b't') => self.word(b"true")?,
                Some(b'f') => self.word(b"false")?,
                _ => self.number()?,
            }
            // Up to the start of the next value, closing what ends before it.
            loop {
                match open.innermost() {
                    None => return Ok(()),
                    Some(true) if self.member(is_first)? => {
                        self.quoted()?;
                        self.colon()?;
                        break;
                    }
                    Some(false) if self.element(is_first)? => break,
                    Some(_) => open.pop(),
                }
                is_first = false;
            }
        }
    }

    fn word(&mut self, word: &[u8]) -> Result<(), NotJson> {
        for expected in word {
            if !self.take(|byte| byte == *expected) {
                return self.wrong();
            }
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), NotJson> {
        self.take(|byte| byte == b'-');
        // No digit follows a leading zero.
        if !self.take(|byte| byte == b'0') {
            self.digits()?;
        }
        if self.take(|byte| byte == b'.') {
            self.digits()?;
        }
        if self.take(|byte| matches!(byte, b'e' | b'E')) {
            self.take(|byte| matches!(byte, b'+' | b'-'));
            self.digits()?;
        }
        Ok(())
    }

    /// Takes the next byte where it is one of those asked for.
    #[inline]
    fn take(&mut self, is_asked: impl Fn(u8) -> bool) -> bool {
        match self.rest {
            [next, rest @ ..] if is_asked(*next) => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    fn digits(&mut self) -> Result<(), NotJson> {
        if !self.take(|byte| byte.is_ascii_digit()) {
            return self.wrong();
        }
        while self.take(|byte| byte.is_ascii_digit()) {}
        Ok(())
    }
}

#[inline]
fn after_indentation(mut rest: &[u8]) -> &[u8] {
    while let Some(less) = rest.strip_prefix(b"        ") {
        rest = less;
    }
    rest
}

/// How many bytes come before the first quote, backslash or control character, and whether they are surely ASCII. Eight at
/// a time: see "Bit Twiddling Hacks", "Determine if a word has a byte less than n".
#[inline]
fn plain(bytes: &[u8]) -> (usize, bool) {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    let (mut rest, mut seen) = (bytes, 0);
    while let Some((chunk, more)) = rest.split_first_chunk() {
        let word = u64::from_le_bytes(*chunk);
        let control = word.wrapping_sub(ONES * b' ' as u64);
        let quote = (word ^ (ONES * b'"' as u64)).wrapping_sub(ONES);
        let backslash = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
        let ends = (control | quote | backslash) & !word & HIGH;
        seen |= word;
        if ends != 0 {
            return (bytes.len() - rest.len() + ends.trailing_zeros() as usize / 8, seen & HIGH == 0);
        }
        rest = more;
    }
    for byte in rest {
        if matches!(byte, b'"' | b'\\' | 0..b' ') {
            break;
        }
        seen |= u64::from(*byte);
        rest = rest.get(1..).unwrap_or_default();
    }
    (bytes.len() - rest.len(), seen & HIGH == 0)
}

/// Which lists and objects are open: a bit for each, so that no depth of a body can exhaust the stack.
#[derive(Default)]
struct Nesting {
    /// The innermost ones, of which the lowest bit is the last.
    bits: u64,
    depth: usize,
    outer: Vec<u64>,
}

impl Nesting {
    #[inline]
    fn push(&mut self, is_object: bool) {
        if self.depth > 0 && self.depth.is_multiple_of(64) {
            self.outer.push(self.bits);
        }
        self.bits = self.bits << 1 | u64::from(is_object);
        self.depth += 1;
    }

    #[inline]
    fn pop(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.bits >>= 1;
        if self.depth > 0 && self.depth.is_multiple_of(64) {
            self.bits = self.outer.pop().unwrap_or_default();
        }
    }

    /// Whether the innermost one is an object, where one is open.
    #[inline]
    const fn innermost(&self) -> Option<bool> {
        match self.depth {
            0 => None,
            _ => Some(self.bits & 1 == 1),
        }
    }
}
