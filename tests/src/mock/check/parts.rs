//! Holds a body of several parts against the spec.

use settled_codegen::model::{FilePart, FormPart, Json, JsonPart, Multipart};

use super::super::form_data::{self, Given};
use super::super::wire::Sees;
use super::{Check, misfit};

impl Check<'_> {
    pub(super) fn parts(&mut self, form: &Multipart, given: &[Given]) {
        let place = |name: &str| format!("part `{name}`");
        self.pairs(&form_data::placed(form), &form_data::texts(form, given), place, false);
        for part in &form.parts {
            let mut all = given.iter().filter(|given| given.name == part.name());
            let (first, second) = (all.next(), all.next());
            match part {
                // A list is as many parts of one name.
                FormPart::Text(_) => continue,
                FormPart::Json(part) => self.json_part(part, first),
                FormPart::File(part) => self.file_part(part, first),
            }
            if second.is_some() {
                self.wrong(format!("{} is given twice", place(part.name())));
            }
        }
    }

    fn json_part(&mut self, part: &JsonPart, given: Option<&Given>) {
        let place = format!("part `{}`", part.name);
        let is_optional = matches!(part.json, Json::Input(at) if self.is_unset(at));
        let Some(given) = given else {
            if !is_optional {
                self.wrong(misfit(&place, true, false));
            }
            return;
        };
        self.place(&format!("the type of {place}"), &part.media_type, given.media_type.as_deref(), Sees::All);
        match given.json() {
            Some(json) => self.json(&place, &part.json, Some(&json)),
            None => self.wrong(format!("{place} is not JSON")),
        }
    }

    fn file_part(&mut self, part: &FilePart, given: Option<&Given>) {
        let place = format!("part `{}`", part.name);
        let Some(given) = given else {
            if !self.is_unset(part.input) {
                self.wrong(misfit(&place, true, false));
            }
            return;
        };
        self.place(&format!("the type of {place}"), &part.media_type, given.media_type.as_deref(), Sees::All);
        self.place(&format!("the file name of {place}"), &part.filename, given.filename.as_deref(), Sees::All);
    }
}
