//! Reads the text of JSON in one pass: as strictly as a parser, without copying, and fast over what nobody asks for.
//!
//! `serde_json` reads whole replies. Here, most of a reply is passed over, and scalars stay as they are written,
//! whatever features of `serde_json` another crate turns on.

/// A place in the text of one JSON value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scanner<'a> {
    text: &'a str,
    /// What is left of it.
    rest: &'a [u8],
}

/// The text is not JSON where so many bytes are left. Where none is, something is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotJson {
    pub(crate) left: usize,
}

/// What stands between two quotes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Quoted<'a> {
    inside: &'a str,
    has_escapes: bool,
}

impl<'a> Quoted<'a> {
    /// The text, where every byte means itself.
    #[inline]
    pub(crate) const fn plain(self) -> Option<&'a str> {
        if self.has_escapes { None } else { Some(self.inside) }
    }

    /// The text, unescaped. `None` where an escape means no character, as half of a surrogate pair.
    #[cold]
    pub(crate) fn unescaped(self) -> Option<String> {
        serde_json::from_str(&format!("\"{}\"", self.inside)).ok()
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
    pub(crate) const fn new(text: &'a str) -> Self {
        Scanner { text, rest: text.as_bytes() }
    }

    /// The text between two places, of which so many bytes are left.
    #[inline]
    fn between(&self, from: usize, to: usize) -> &'a str {
        let length = self.text.len();
        self.text.get(length - from..length - to).unwrap_or_default()
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
        let from = self.rest.len();
        let has_escapes = self.string()?;
        Ok(Quoted { inside: self.between(from - 1, self.rest.len() + 1), has_escapes })
    }

    /// Passes over a string, and says whether it has escapes.
    #[inline(always)]
    fn string(&mut self) -> Result<bool, NotJson> {
        let [b'"', rest @ ..] = self.rest else { return self.wrong() };
        match after_plain(rest) {
            [b'"', rest @ ..] => {
                self.rest = rest;
                Ok(false)
            }
            rest => {
                self.rest = rest;
                self.escapes().map(|()| true)
            }
        }
    }

    /// The rest of a string from its first escape on.
    #[cold]
    fn escapes(&mut self) -> Result<(), NotJson> {
        while self.take(|byte| byte == b'\\') {
            self.escape()?;
            self.rest = after_plain(self.rest);
        }
        match self.take(|byte| byte == b'"') {
            true => Ok(()),
            false => self.wrong(),
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
                let from = self.rest.len();
                self.number()?;
                Ok(Scalar::Number(self.between(from, self.rest.len())))
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
                Some(b'"') => drop(self.string()?),
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
                        self.string()?;
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

/// From the first quote, backslash or control character on. Eight bytes at a time: see "Bit Twiddling Hacks",
/// "Determine if a word has a byte less than n".
#[inline]
fn after_plain(mut rest: &[u8]) -> &[u8] {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    while let Some((chunk, more)) = rest.split_first_chunk() {
        let word = u64::from_le_bytes(*chunk);
        let control = word.wrapping_sub(ONES * b' ' as u64);
        let quote = (word ^ (ONES * b'"' as u64)).wrapping_sub(ONES);
        let backslash = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
        let ends = (control | quote | backslash) & !word & HIGH;
        if ends != 0 {
            return rest.get(ends.trailing_zeros() as usize / 8..).unwrap_or_default();
        }
        rest = more;
    }
    while let [byte, more @ ..] = rest
        && !matches!(byte, b'"' | b'\\' | 0..b' ')
    {
        rest = more;
    }
    rest
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

#[cfg(test)]
mod tests;
