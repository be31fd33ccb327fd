//! Holds JWTs against the spec.

use http::StatusCode;
use settled_codegen::model::{Function, Jwt as Spec};

use super::super::jwt::{Jwt, name};
use super::{Check, Deviation};

impl Check<'_> {
    pub(super) fn jwts(&mut self) {
        for (value, found) in self.binding.operation.values.iter().zip(&self.binding.values) {
            if let (Function::Jwt(spec), Some(found)) = (&value.function, found) {
                let place = format!("`{}`", value.name);
                match Jwt::parse(found) {
                    Some(jwt) => self.jwt(&place, spec, &jwt),
                    None => self.forged(format!("{place} is no signed JWT")),
                }
            }
        }
    }

    fn jwt(&mut self, place: &str, spec: &Spec, jwt: &Jwt) {
        let mut expected = vec![("alg", Some(name(spec.algorithm).to_owned()))];
        expected.extend(spec.header.iter().map(|(name, text)| (name.as_str(), self.binding.text(text))));
        if !spec.header.iter().any(|(name, _)| name == "typ") {
            expected.push(("typ", Some("JWT".to_owned())));
        }
        for (name, text) in &expected {
            if text.is_none() || jwt.header.get(name).and_then(|given| given.as_str()) != text.as_deref() {
                self.forged(format!("`{name}` in the header of {place} is not what the spec says"));
            }
        }
        let given = jwt.header.as_object().into_iter().flat_map(|header| header.keys());
        let unknown: Vec<_> = given.filter(|name| !expected.iter().any(|(known, _)| known == name)).collect();
        for name in unknown {
            self.forged(format!("`{name}` in the header of {place} is not in the spec"));
        }
        self.json(&format!("the claims of {place}"), &spec.claims, Some(&jwt.claims));
        let key = self.binding.text(&spec.key);
        if !key.is_some_and(|key| jwt.is_signed(spec.algorithm, key.as_bytes())) {
            self.forged(format!("the signature of {place} is not what the spec says"));
        }
    }

    /// What is wrong with something that tells who asks.
    pub(super) fn forged(&mut self, text: String) {
        self.found.push(Deviation::new(StatusCode::UNAUTHORIZED, text));
    }
}
