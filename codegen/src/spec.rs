//! A spec as its author wrote it: every part with its place, nothing resolved yet.

mod body;
mod example;
mod input;
mod job;
mod literal;
mod matcher;
mod operation;
mod pages;
mod profile;
mod proof;
mod rule;
mod shape;
mod tells;
mod template;
mod value;
mod vendor;
mod webhook;

pub use body::{BodySpec, FormPart, GraphQl, JsonBody, TypedPart};
pub use example::{Body, Example, RequestSpec};
pub use input::{Given, Input, Inputs};
pub use job::{BatchSpec, Job, Next, NextSpec, Origin, Texts};
pub use literal::{PerJob, Rate, Text, Time, TimeWord};
pub(crate) use matcher::MATCHERS;
pub use matcher::{Bound, Condition, Limit, Matcher, Quantifier};
pub use operation::{JwtLasts, LastsSpec, OneMethod, Operation, Token};
pub use pages::{CountSpec, PageSpec, PagesSpec};
pub use profile::{Profile, with_profiles};
pub(crate) use proof::{KeySpec, Way};
pub use proof::{KeysSpec, Proofs, Verify, Words};
pub(crate) use rule::VERDICTS;
pub use rule::{Fact, Facts, Rule, RuleFacts};
pub use shape::{Field, Shape, ShapeKind};
pub use tells::{Like, PartOf, Progress, Tells};
pub use template::{Choice, Piece, Template};
pub(crate) use value::first_line;
pub use value::{Function, ValueSpec};
pub use vendor::{
    AlsoWhen, Auth, AwsSigV4Spec, BasicAuth, ErrorSpec, LimitsSpec, OAuth1Spec, OperationAuth, PollSpec, ServerSpec,
    Setting, Vendor,
};
pub use webhook::{FreshSpec, PartsSpec, Webhook};

use crate::diagnostic::Diagnostics;
use crate::record::Read;
use crate::source::Source;
use crate::yaml;

/// Reads a spec, with its profiles put in. `None` means that it cannot be checked; what is wrong has been pushed.
pub fn read(source: &Source, problems: &mut Diagnostics) -> Option<Vendor> {
    let root = yaml::load(source, problems)?;
    Vendor::read(&profile::expand(root, source, problems), problems)
}
