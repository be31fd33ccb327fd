//! Everything that can be wrong with a spec.

use crate::source::Span;

macro_rules! problems {
    ($($(#[$doc:meta])+ $name:ident { $($field:ident: $ty:ty),* $(,)? },)+) => {
        /// Something that is wrong with a spec. Every kind has a snapshot of how it is told.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        #[allow(missing_docs, reason = "the fields are what the sentence names")]
        pub enum Problem {
            $($(#[$doc])+ $name { $($field: $ty),* },)+
        }

        impl Problem {
            /// The names of all kinds.
            pub const NAMES: &[&str] = &[$(stringify!($name)),+];

            /// The name of this kind.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Problem::$name { .. } => stringify!($name),)+
                }
            }
        }
    };
}

problems! {
    /// There is no such file.
    FileMissing { tried: Vec<String> },
    /// The file is there and cannot be read.
    FileUnreadable { reason: String },
    /// The file is not UTF-8.
    NotUtf8 { at: usize },
    /// The file is larger than specs may be.
    TooLarge { bytes: usize, limit: usize },
    /// The file holds nothing.
    Empty {},
    /// The file is not YAML.
    Syntax { message: String, brace: bool },
    /// A second document in one file.
    SeveralDocuments {},
    /// Maps and lists stand too deep in each other.
    TooDeep { limit: usize },
    /// `&name`.
    Anchor {},
    /// `*name`.
    Alias {},
    /// `!tag`.
    Tag {},
    /// `<<`.
    MergeKey {},
    /// A key that is a list or a map.
    KeyNotText {},
    /// A key that is given twice.
    DuplicateKey { key: String, first: Span },

    /// A list where a map belongs, and the like.
    WrongKind { expected: String, found: &'static str },
    /// A key that the record does not have.
    UnknownKey { key: String, record: &'static str, similar: Option<String>, known: Vec<String> },
    /// A key that the record must have.
    MissingKey { key: &'static str, record: &'static str },
    /// A text that is not what the place asks for.
    BadScalar { text: String, expected: &'static str },
    /// A word that is none of those that are known.
    NotOneOf { word: String, what: &'static str, known: Vec<String>, similar: Option<String> },
    /// `{name}` without quotes.
    UnquotedTemplate { name: String },
    /// Braces that do not fit together.
    BadTemplate { reason: &'static str, label: &'static str },
    /// None or several where exactly one belongs.
    NotExactlyOne { expected: &'static str, found: &'static str },
    /// Facts without a fact.
    NoFacts {},
    /// A verdict that does not exist.
    UnknownVerdict { word: String, similar: Option<String> },
    /// A matcher that does not exist.
    UnknownMatcher { word: String, similar: Option<String> },

    /// Two names that are one in Rust.
    NameCollision { what: String, rust: String, other: String, first: Option<Span> },
    /// A name that Rust needs itself.
    ReservedName { what: String, rust: String },
    /// A text that no name can be made of.
    NoRustName { text: String },
    /// A type name that is not in camel case.
    BadTypeName { name: String, suggestion: Option<String> },
    /// A word that an enum lists twice.
    DuplicateWord { word: String, first: Span },
    /// A name that means two things.
    NameTaken { name: String, by: &'static str },
    /// A type that does not exist.
    UnknownType { name: String, similar: Option<String> },
    /// A member of a union that an earlier one always takes.
    UnreachableMember { ty: String },
    /// More named types than are looked at.
    TooManyTypes { limit: usize },
    /// A type that holds itself.
    EndlessType { name: String },
    /// Something that nothing uses.
    Unused { what: &'static str, name: String },
    /// `use` of something that is neither declared nor a file.
    UnknownProfile { name: String, known: Vec<String>, similar: Option<String> },
    /// `use` in a profile.
    ProfileInProfile {},
    /// A vendor without operations.
    NoOperations {},

    /// A name that stands for nothing.
    UnknownName { name: String, similar: Option<String> },
    /// `reply.…` where there is no reply yet.
    NoReplyHere { name: String },
    /// Something else than `reply.…` where only the reply is known.
    OnlyReplyHere { name: String, word: &'static str },
    /// An optional input inside a longer text.
    OptionalInText { name: String },
    /// A list or JSON inside a text.
    SeveralInText { name: String, is_list: bool },
    /// Something that reads a part of the request which is made after it.
    ReadsTooLate { place: &'static str },
    /// A value that the last query parameter and a header are both made of.
    ReadsTwoQueries { name: String },
    /// A header that is read and not sent.
    HeaderNotSent { name: String },
    /// A credential for a body of another kind than the operation has.
    NoPlaceForCredential { name: String, place: &'static str, misses: &'static str, at: Span },
    /// A member of a body that carries a credential already.
    MemberTwice { name: String, at: Span },
    /// A default where there can be none.
    NoDefault {},
    /// A rule about an input that is a list or JSON.
    StructureTested { name: String },
    /// A setting in a base URL that could lead anywhere.
    UnsafeInHost { name: String, is_whole: bool },
    /// Servers with different roles.
    RolesDiffer { role: String, at: Option<Span> },
    /// A token where one of its fields is meant.
    WholeToken { name: String },
    /// A token that needs itself.
    TokenCycle { name: String },
    /// A life of a token that is no time.
    LifeMisfit { path: String, ty: String, expected: &'static str },
    /// A key that only tokens have.
    OnlyForTokens { key: &'static str },
    /// A key that says nothing for a token.
    NotForTokens { key: &'static str },
    /// A base URL from a token in one server, and not in another.
    BasesDiffer { role: String },
    /// A base URL that has a token's field in it.
    TokenInBaseUrl { name: String },
    /// A base URL from a token, and no hosts that it may have.
    BaseWithoutHosts { name: String },
    /// A host that is none.
    BadHost { host: String, reason: &'static str },
    /// Follow-up operations that come round to themselves.
    ThenCycle { name: String },
    /// A handle of a job that nothing submits.
    HandleOfNoSubmit {},
    /// A source of a handle that is none.
    HandleSource { found: String },
    /// A source that is not the reply in which the job is settled.
    NotFromStatus { hops: Vec<String> },
    /// Bytes where a text stands.
    BytesInText { name: String },
    /// A body of bytes that is none.
    NotBytes { name: String },
    /// The name of a file beside what is none.
    FilenameWithoutFile {},
    /// The media type of a form of several parts, which says how it is cut.
    ContentTypeOfParts {},
    /// A page that is counted, and is no whole number.
    PageNumber { name: String },
    /// What a token's reply replaces is no secret of the client's.
    ReplacesNoSecret { name: String },
    /// Rules of an event that carries no proof.
    UnprovedEvent {},
    /// A moment that the proof does not hold.
    FreshUnproved {},
    /// A moment that is no moment.
    FreshUnit { word: String },
    /// A field of a job's handle that an event does not fill.
    EventWithoutField { field: String, job: String },
    /// A message or a code that would be an object or a list.
    StructureTold { path: String },
    /// A setting that may be left out, and cannot be.
    OptionalSetting { name: String },
    /// A proof of a whole body that stands in that body.
    ProofInBody {},
    /// States of events whose proof says nothing of their body.
    BodyUnproved {},
    /// A proof of a reply by what only events are proved by.
    OnlyForEvents { what: &'static str },
    /// A proof behind one that is always asked for.
    ProofNeverAsked { first: Span },
    /// A fact that cannot be asked for here.
    FactMisplaced { subject: String, place: &'static str, takes: &'static str },
    /// A shared secret where a public key would do.
    SharedBesidePublic { word: String },
    /// `jwt.…` where no JWT proves the event.
    NoJwtHere { name: String },
    /// An input of the operation that hands out keys which no text can fill.
    KeyInputKind { name: String },
    /// A place of a reply at which no keys can stand.
    NoKeysThere { path: String, ty: String },
    /// A field of a handle that may be missing, and is no text.
    OptionalHandleField { name: String },
    /// A submission that may settle a job by a reply that nobody could read.
    SettledByOtherReply { submit: String, status: String },
    /// A request about many jobs that changes something.
    BatchUnsafe { operation: String },
    /// A reply about one job whose meaning needs more than a part of a reply about many.
    BatchStatus { status: String, key: &'static str },
    /// A request about no jobs.
    BatchOfNone {},
    /// A handle that is more than one id.
    BatchHandle { fields: Vec<String> },
    /// An input that takes no ids.
    BatchIds { name: String, kind: &'static str },
    /// A place of a batch that does not start as it must.
    BatchPlace { word: &'static str },
    /// A place of a reply that has no elements.
    BatchItems { operation: String },
    /// A place of an element that is no id.
    BatchId { is_map: bool },
    /// Elements that are not what a reply about one job says.
    BatchElement { place: String },
    /// `each` of an operation behind which another one fetches the result.
    EachOnTheWay {},
    /// `each` of what has no elements.
    EachOfNoList { ty: String },
    /// `each` where nothing of the element is sent.
    EachAlike {},
    /// `{item}` or `{key}` where nothing is asked for each element.
    ElementOfNone { name: String },
    /// `{key}` of an element of a list.
    KeyOfList {},
    /// A place of an element that cannot be what an input is.
    ElementMisfit { place: String, ty: String, input: String },
    /// Sources for cancelling, which can happen before there is a reply.
    WithForCancel {},
    /// A status operation that cannot be waited for.
    StatusCannotWait { operation: String },
    /// Two steps with inputs of one name and different types.
    InputsDiffer { input: String },
    /// A choice of inputs in a later step.
    ChoiceInLaterStep { operation: String },
    /// A field of a handle that cannot be kept.
    HandleKind { name: String },
    /// An input that nothing fills.
    Unfilled { input: String, operation: String },
    /// Credentials for a host that only a reply speaks for.
    CredentialsAnywhere {},
    /// A secret for a host that only a reply speaks for.
    SecretAnywhere {},
    /// A time that is none.
    NoTime { path: String, ty: String },
    /// A header that tells a time, nobody knows how.
    UntypedTime { header: String },
    /// A pattern with another name than the one it is for.
    PatternName { given: String, name: String },
    /// A pattern that takes nothing out of a text.
    BadPattern { pattern: String },
    /// A template that must be exactly one name.
    NotOneName { found: String },
    /// A value that needs itself.
    ValueCycle { name: String },
    /// A digest of a text that is always the same.
    ConstantDigest {},
    /// A key of a value that its function does not use.
    UselessKey { key: &'static str, function: &'static str },
    /// A proof that is no keyed digest.
    ProvesNothing { name: String },
    /// A proof made of other values.
    ValueInProof { name: String },
    /// A type that inputs and settings cannot have.
    InputType { found: String, expected: &'static str },
    /// A default for a secret.
    SecretDefault {},
    /// A choice of inputs that are not optional.
    ChoiceNotOptional { name: String, declared: Span },
    /// A header that carries a credential already, or that one list names twice.
    HeaderTwice { name: String, first: Option<Span> },
    /// A query parameter that carries a credential already.
    QueryTwice { name: String },
    /// A header that HTTP does not allow.
    BadHeaderName { name: String },
    /// A path that does not start with a slash.
    PathWithoutSlash { path: String },
    /// A character that a path cannot hold.
    PathCharacter { character: char },
    /// A base URL that is none.
    BadBaseUrl { url: String, reason: &'static str },

    /// A fact that does not exist, or not here.
    UnknownFact { subject: String, of: &'static str },
    /// A path where there is no body.
    NoBodyHere { path: String },
    /// `$error` where no error is declared.
    NoErrorShape {},
    /// A fact about a secret.
    SecretTested { name: String },
    /// A matcher at a place of another kind.
    MatcherMisfit { path: String, matcher: &'static str, takes: &'static str, ty: String, declared: Span },
    /// Two places that cannot be the same.
    CannotCompare { path: String, ty: String, other: String, declared: Span },
    /// A place that is of different types in different shapes.
    AmbiguousPlace { path: String },
    /// A place that is not shown, in something that is told.
    HiddenTold { path: String },
    /// A place that is not known where the matcher stands.
    OutOfSight { name: String, of: &'static str },
    /// A settled state that rests on the HTTP status alone.
    StatusSettles { verdict: &'static str },
    /// A rejection outside 2xx that rests on nothing that the vendor says.
    RejectedByNobody {},
    /// A settled state outside 2xx, where replies carry no proof.
    NeedsUnsigned { verdict: &'static str },
    /// A path that is not well formed.
    BadPath { path: String },
    /// A path to nothing.
    UnknownPath { path: String, part: String, within: String, known: Vec<String>, similar: Option<String> },
    /// A path that runs through a list.
    PathThroughList { path: String, at: String },
    /// A number that is held against another place.
    BoundByName { path: String, name: String, declared: Span },
    /// A moment that is held against something that is none.
    NoMoment { path: String, ty: String, other: String, declared: Span },
    /// A rule's path to the last element of a list.
    LastInRule { path: String },
    /// A path that runs through a scalar.
    PathThroughScalar { path: String, at: String, ty: String },
    /// `present` or `absent` where something always is.
    AlwaysThere { path: String, matcher: &'static str, declared: Span },
    /// A word that the field cannot be.
    LiteralMismatch { path: String, literal: String, ty: String, similar: Option<String>, declared: Span },
    /// A word for something that is no word.
    WordOnStructure { path: String, word: String, ty: String, declared: Span },
    /// A condition on elements of something that has none.
    NotAList { path: String, ty: String, declared: Span },
    /// A modifier beside a verdict that it says nothing about.
    ModifierMisplaced { modifier: &'static str, verdict: String, takes: &'static str, at: Span },
    /// A job state in an error's rules.
    StateInErrors { word: String },
    /// `otherwise` in an error's rules.
    OtherwiseInErrors {},
    /// A rule that can never fire.
    RuleUnreachable { above: Vec<Span>, alternative: bool, otherwise: bool },
    /// Facts that no reply meets together.
    RuleContradicts { alternative: bool },
    /// Replies that no rule decides.
    NotCovered { witness: String, operation: String },
    /// A settled state that a word reaches that nobody listed.
    UnlistedSettled { witness: String, verdict: &'static str },
    /// A listed word that only `unknown` catches.
    WordForgotten { word: String, path: String, catches: Span },
    /// Rules with more cases than can be looked at.
    TooManyCases {},

    /// A pace faster than the vendor allows.
    FasterThanLimit { every: String, limit: String, at: Span },
    /// An interval between the requests about a job, for an operation that is no such request.
    PerWithoutWait {},
    /// A number out of its range.
    OutOfRange { key: &'static str, text: String, range: &'static str },
    /// A pace for an operation that must not be repeated.
    NotSafeToPoll { operation: String, said: Option<Span> },
    /// `grow` without `at_most`.
    GrowsForever {},
    /// `poll` without `deadline`.
    NoDeadline {},

    /// A value that an input cannot have.
    GivenMismatch { name: String, text: String, expected: &'static str },
    /// An example's file that cannot be read.
    ExampleFile { path: String, reason: String },
    /// An example that means something else.
    ExampleContradicted { expected: String, found: &'static str, rule: Option<Span>, reason: Option<String> },
    /// What a reply is, beside a request.
    OfReply { key: &'static str },
    /// An example of a request that is another one.
    RequestContradicted { place: String, expected: String, found: Option<String> },
    /// An example of a request that cannot be made.
    RequestUnmade { reason: String },
    /// An example of which a detail is something else.
    ExampleDetail { key: &'static str, expected: String, found: Option<String> },
}
