//! JSON in the making: what can stand in a body, written without a value in between.

use crate::secret::Secret;

/// What most bodies need, so that they are written without growing.
pub(super) const USUAL_BODY: usize = 512;

/// What can stand in a JSON body.
pub trait ToJson {
    /// Writes the value as JSON.
    fn write(&self, out: &mut Vec<u8>);
}

impl<T: ToJson + ?Sized> ToJson for &T {
    fn write(&self, out: &mut Vec<u8>) {
        (**self).write(out);
    }
}

impl ToJson for str {
    fn write(&self, out: &mut Vec<u8>) {
        let length = out.len();
        // Writing a string to memory has no way to fail; a half-written one must not stay if it ever does.
        if serde_json::to_writer(&mut *out, self).is_err() {
            out.truncate(length);
            out.extend_from_slice(b"\"\"");
        }
    }
}

impl ToJson for String {
    fn write(&self, out: &mut Vec<u8>) {
        self.as_str().write(out);
    }
}

impl ToJson for Secret {
    fn write(&self, out: &mut Vec<u8>) {
        self.expose().write(out);
    }
}

impl ToJson for bool {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(if *self { b"true" } else { b"false" });
    }
}

impl ToJson for i64 {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.to_string().as_bytes());
    }
}

impl ToJson for f64 {
    fn write(&self, out: &mut Vec<u8>) {
        // JSON has no other numbers.
        let text = if self.is_finite() { self.to_string() } else { "null".to_owned() };
        out.extend_from_slice(text.as_bytes());
    }
}

impl ToJson for serde_json::Value {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.to_string().as_bytes());
    }
}

impl<T: ToJson> ToJson for [T] {
    fn write(&self, out: &mut Vec<u8>) {
        let mut list = List::new();
        self.iter().for_each(|item| list.item(item));
        list.write(out);
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.as_slice().write(out);
    }
}

/// A number that is computed as text.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a>(pub &'a str);

impl ToJson for Written<'_> {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.0.as_bytes());
    }
}

/// JSON that is written already: a literal of the spec.
#[derive(Debug, Clone, Copy)]
pub struct Literal(pub &'static str);

impl ToJson for Literal {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.0.as_bytes());
    }
}

/// A JSON object, its members in the order given.
#[derive(Default)]
pub struct Object(Vec<u8>);

impl Object {
    /// An object without members.
    pub fn new() -> Self {
        Object(Vec::with_capacity(USUAL_BODY))
    }

    /// Adds a member.
    pub fn member(&mut self, name: &str, value: impl ToJson) {
        self.0.push(if self.0.is_empty() { b'{' } else { b',' });
        name.write(&mut self.0);
        self.0.push(b':');
        value.write(&mut self.0);
    }

    /// Adds a member where there is a value.
    pub fn optional(&mut self, name: &str, value: Option<impl ToJson>) {
        if let Some(value) = value {
            self.member(name, value);
        }
    }
}

impl ToJson for Object {
    fn write(&self, out: &mut Vec<u8>) {
        if self.0.is_empty() {
            out.push(b'{');
        }
        out.extend_from_slice(&self.0);
        out.push(b'}');
    }
}

/// JSON as text, for a string inside JSON.
pub fn json_text(value: impl ToJson) -> String {
    let mut text = Vec::new();
    value.write(&mut text);
    String::from_utf8(text).unwrap_or_default()
}

/// A JSON list, its elements in the order given.
#[derive(Default)]
pub struct List(Vec<u8>);

impl List {
    /// A list without elements.
    pub const fn new() -> Self {
        List(Vec::new())
    }

    /// Adds an element.
    pub fn item(&mut self, value: impl ToJson) {
        self.0.push(if self.0.is_empty() { b'[' } else { b',' });
        value.write(&mut self.0);
    }
}

impl ToJson for List {
    fn write(&self, out: &mut Vec<u8>) {
        if self.0.is_empty() {
            out.push(b'[');
        }
        out.extend_from_slice(&self.0);
        out.push(b']');
    }
}
