//! What is known of the shape of replies: told by nobody, worked out from how rules read them.

use std::fmt;

/// The shape of a place in a reply, as far as rules tell. Every field is optional.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Shape {
    /// Nothing is known.
    #[default]
    Unknown,
    /// Only its length is asked: a text, a list or a map.
    Sized,
    /// It is compared with another place of which nothing is known either.
    Compared,
    /// A text.
    Text,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// True or false.
    Truth,
    /// A list.
    List(Box<Shape>),
    /// A map with any keys.
    Map(Box<Shape>),
    /// An object.
    Object(Vec<(String, Shape)>),
}

/// Two uses of one place that do not fit together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    one: &'static str,
    other: &'static str,
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "it is {} here and {} elsewhere", self.other, self.one)
    }
}

impl Shape {
    /// Takes in one more use.
    pub fn learn(&mut self, use_: Shape) -> Result<(), Conflict> {
        use Shape::{Compared, List, Map, Number, Object, Sized, Text, Truth, Unknown, Whole};
        let conflict = Conflict { one: self.name(), other: use_.name() };
        match (&mut *self, use_) {
            (_, Unknown) | (Text | List(_) | Map(_), Sized) | (Text | Whole | Number | Truth, Compared) => Ok(()),
            (Number, Whole) => Ok(()),
            (List(one), List(two)) | (Map(one), Map(two)) => one.learn(*two),
            (Object(fields), Object(others)) => {
                for (name, shape) in others {
                    field(fields, &name).learn(shape)?;
                }
                Ok(())
            }
            (known, other) if *known == other => Ok(()),
            (known @ Unknown, other) => {
                *known = other;
                Ok(())
            }
            (known @ Sized, other @ (Text | List(_) | Map(_)))
            | (known @ Compared, other @ (Text | Whole | Number | Truth))
            | (known @ Whole, other @ Number) => {
                *known = other;
                Ok(())
            }
            _ => Err(conflict),
        }
    }

    /// The place that a path leads to, made an object on the way.
    pub fn reach(&mut self, path: &[String]) -> Result<&mut Shape, Conflict> {
        let Some((name, rest)) = path.split_first() else { return Ok(self) };
        self.learn(Shape::Object(Vec::new()))?;
        match self {
            Shape::Object(fields) => field(fields, name).reach(rest),
            other => Err(Conflict { one: other.name(), other: "an object" }),
        }
    }

    /// The place that a path leads to, as it is known.
    pub fn at(&self, path: &[String]) -> &Shape {
        let Some((name, rest)) = path.split_first() else { return self };
        match self {
            Shape::Object(fields) => {
                fields.iter().find(|(known, _)| known == name).map_or(&Shape::Unknown, |(_, shape)| shape.at(rest))
            }
            _ => &Shape::Unknown,
        }
    }

    /// What an element of the list or a value of the map is.
    pub fn element(&self) -> &Shape {
        match self {
            Shape::List(element) | Shape::Map(element) => element,
            _ => &Shape::Unknown,
        }
    }

    /// Decides what the rules leave open. Of a place of which only the length is asked, the name tells: lists have
    /// names in the plural. What is compared with another place, is counted.
    pub fn decide(&mut self, name: &str) {
        match self {
            Shape::Sized if name.ends_with('s') => *self = Shape::List(Box::default()),
            Shape::Sized => *self = Shape::Text,
            Shape::Compared => *self = Shape::Whole,
            Shape::List(element) | Shape::Map(element) => element.decide(name),
            Shape::Object(fields) => fields.iter_mut().for_each(|(name, shape)| shape.decide(name)),
            Shape::Unknown | Shape::Text | Shape::Whole | Shape::Number | Shape::Truth => {}
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Shape::Unknown => "anything",
            Shape::Sized => "something with a length",
            Shape::Compared => "a word",
            Shape::Text => "a text",
            Shape::Whole => "a whole number",
            Shape::Number => "a number",
            Shape::Truth => "true or false",
            Shape::List(_) => "a list",
            Shape::Map(_) => "a map",
            Shape::Object(_) => "an object",
        }
    }
}

fn field<'f>(fields: &'f mut Vec<(String, Shape)>, name: &str) -> &'f mut Shape {
    let at = fields.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
        fields.push((name.to_owned(), Shape::Unknown));
        fields.len() - 1
    });
    &mut fields[at].1
}
