//! What later requests of the same wait take from a reply.

use super::operation::{Checker, unknown_input};
use super::scope::ReplyScope;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::Input;
use crate::source::Spanned;
use crate::spec::Piece;

impl Checker<'_> {
    /// The inputs that later requests take from a reply.
    pub(super) fn pins(
        &self,
        scope: &mut ReplyScope<'_, '_, '_>,
        inputs: &[Input],
        problems: &mut Diagnostics,
    ) -> Vec<(usize, u16)> {
        let mut pins = Vec::new();
        for (name, choice) in self.operation.pin.iter() {
            let Some(at) = inputs.iter().position(|input| input.name == name.value) else {
                unknown_input(name, inputs, problems);
                continue;
            };
            for template in &choice.0 {
                match template.sole_name() {
                    Some(Spanned { value: Piece::Name(place), span }) => {
                        pins.extend(scope.slot(place, *span, problems).map(|slot| (at, slot)));
                    }
                    _ => problems.push(template.span, Problem::NotOneName { found: template.written() }),
                }
            }
        }
        pins
    }
}
