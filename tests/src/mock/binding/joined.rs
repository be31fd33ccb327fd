//! Reads back what several texts were before they were joined.

use settled_codegen::model::Text;

use super::{Binding, Found};
use crate::mock::wire::Sees;

impl Binding<'_> {
    /// Cuts a joined text at what stands between. Where an element holds that too, it is cut too: joined again, it is
    /// the same.
    pub(super) fn bind_joined(&mut self, texts: &[Text], with: &str, given: &str, sees: Sees) {
        if with.is_empty() {
            return;
        }
        let pieces: Vec<&str> = if given.is_empty() { Vec::new() } else { given.split(with).collect() };
        self.bind_optional(texts, &pieces, sees);
        let is_there = |text: &&Text| self.list(text).is_some() || !self.is_left_out(text);
        let texts: Vec<_> = texts.iter().filter(is_there).cloned().collect();
        let is_open = |text: &&Text| self.list(text).is_some_and(|(at, _)| self.inputs[at].is_none());
        let open: Vec<_> = texts.iter().enumerate().filter(|(_, text)| is_open(text)).map(|(at, _)| at).collect();
        let ([] | [_], false) = (open.as_slice(), texts.is_empty()) else { return };
        let sizes: Vec<_> = texts.iter().map(|text| self.pieces(text, with)).collect();
        let fixed: usize = sizes.iter().flatten().sum();
        let Some(rest) = pieces.len().checked_sub(fixed) else { return };
        let mut from = 0;
        for (text, size) in texts.iter().zip(sizes) {
            let to = from + size.unwrap_or(rest);
            let Some(own) = pieces.get(from..to) else { return };
            match (self.list(text), size) {
                (Some((at, _)), None) => {
                    self.inputs[at] = Some(Found::List(own.iter().map(|&piece| piece.to_owned()).collect()));
                }
                (Some(_), Some(_)) => {}
                (None, _) => self.bind(text, &own.join(with), sees),
            }
            from = to;
        }
    }

    /// Finds what may have been left out by the texts around it.
    fn bind_optional(&mut self, texts: &[Text], pieces: &[&str], sees: Sees) {
        let unset: Vec<_> = texts
            .iter()
            .filter(|text| self.list(text).is_none() && text.0.len() > 1 && self.is_left_out(text))
            .collect();
        for text in unset {
            for piece in pieces {
                self.bind(text, piece, sees);
            }
        }
    }

    /// Into how many pieces a text is cut; `None` for a list that is not known.
    fn pieces(&self, text: &Text, with: &str) -> Option<usize> {
        match self.list(text) {
            Some((at, _)) => match &self.inputs[at] {
                Some(Found::List(items)) => Some(items.iter().map(|item| item.split(with).count()).sum()),
                _ => None,
            },
            None => Some(self.text(text).map_or(1, |text| text.split(with).count())),
        }
    }
}
