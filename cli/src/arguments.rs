//! What the command is told on its command line.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Check vendor specs, explain what a reply means, show what is sent, draw the states of an operation.
///
/// A spec is one YAML file that describes a vendor's asynchronous job API; settled turns it into a typed Rust client
/// that waits until a job is settled. This command needs no network and no credentials.
#[derive(Debug, Parser)]
#[command(name = "settled", version, about, max_term_width = 100, after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// Whether to print in colour.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
    #[command(subcommand)]
    pub(crate) command: Command,
}

const AFTER_HELP: &str = "\
Start with:
  settled check                                     every spec in specs/
  settled table specs/acme.yaml                     what each reply means
  settled explain specs/acme.yaml report --body reply.json
  settled request specs/acme.yaml report            what is sent

Exit codes: 0 fine, 1 mistakes in specs, 2 wrong usage or unreadable files.";

/// When to print in colour.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Color {
    /// Where a terminal shows it and the variable `NO_COLOR` is not set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// Makes it hold for all that is printed.
    pub(crate) fn choose(self) {
        let choice = match self {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(CheckArguments),
    Explain(ExplainArguments),
    Request(RequestArguments),
    Table(TableArguments),
    /// Print the JSON Schema of specs, with which editors complete and explain their keys
    ///
    /// Save it beside your specs and name it in their first line:
    ///
    ///     # yaml-language-server: $schema=vendor.schema.json
    #[command(verbatim_doc_comment)]
    Schema,
    /// Print a script that completes this command in a shell.
    ///
    /// For bash: settled completions bash > ~/.local/share/bash-completion/completions/settled
    Completions {
        /// The shell.
        shell: Shell,
    },
}

/// Check specs: every mistake at its place, and the bounds of every wait.
///
/// Shown for each wait: how many requests it sends at the most until its deadline, and the least time between two of
/// them, against the limit that the vendor declares.
#[derive(Debug, Args)]
#[command(after_help = "Exit codes: 0 fine, 1 mistakes in specs, 2 wrong usage or unreadable files.")]
pub(crate) struct CheckArguments {
    /// Specs, or folders of which every *.yaml is a spec [default: specs, or else the current folder]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Print one JSON document instead.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Show the decision table of a spec's operations, and a diagram of their states.
///
/// The first line of the table that holds says what a reply means. The diagram shows which states are asked again, and
/// how a job ends; rustdoc of the generated client shows the same picture.
#[derive(Debug, Args)]
#[command(after_help = "Exit codes: 0 fine, 1 mistakes in the spec, 2 wrong usage or an unreadable file.")]
pub(crate) struct TableArguments {
    /// The spec.
    pub(crate) spec: PathBuf,
    /// The operation; all that have states, unless said.
    pub(crate) operation: Option<String>,
    /// What to print.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Format,
}

/// What `settled table` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The table for a terminal, and the diagram as Mermaid's text.
    Text,
    /// The same as Markdown.
    Markdown,
    /// The diagram of one operation alone, as Mermaid's text.
    Mermaid,
    /// The diagram of one operation alone, as a picture.
    Svg,
}

/// Say what a recorded reply means: the state, the rule that decided, and why no rule above it did.
///
/// Nothing is sent, and the proof that a reply carries is taken to hold unless --unverified.
#[derive(Debug, Args)]
#[command(after_help = EXPLAIN_HELP)]
pub(crate) struct ExplainArguments {
    /// The spec.
    pub(crate) spec: PathBuf,
    /// The operation that was asked, or the webhook that the reply is an event of.
    pub(crate) operation: String,
    /// The reply's HTTP status.
    #[arg(long, value_name = "STATUS", default_value_t = 200, value_parser = clap::value_parser!(u16).range(100..=599))]
    pub(crate) http: u16,
    /// A header of the reply; may be given several times.
    #[arg(long = "header", value_name = "NAME: VALUE", value_parser = header)]
    pub(crate) headers: Vec<(String, String)>,
    /// A file with the reply's body, or - for standard input; without one under another status than 200, there is none.
    #[arg(long, value_name = "FILE")]
    pub(crate) body: Option<PathBuf>,
    /// An input or setting that the operation was called with; may be given several times.
    #[arg(long = "input", value_name = "NAME=VALUE", value_parser = input)]
    pub(crate) inputs: Vec<(String, String)>,
    /// How long the wait had lasted: 500ms, 40s, 10m, 1h, 7d.
    #[arg(long, value_name = "TIME", value_parser = time, default_value = "0s")]
    pub(crate) age: Duration,
    /// Take the proof that the reply carries not to hold.
    #[arg(long)]
    pub(crate) unverified: bool,
    /// Print one JSON document instead.
    #[arg(long)]
    pub(crate) json: bool,
}

const EXPLAIN_HELP: &str = "\
Example:
  settled explain specs/acme.yaml report --http 200 --header 'retry-after: 5' --body reply.json

Exit codes: 0 explained, whatever the reply means; 1 mistakes in the spec; 2 wrong usage or unreadable files.";

/// Show the request that an operation sends, byte for byte, and the values that were computed for it.
///
/// Nothing is sent. What is not given is stood in for by its name in capitals. Random values are always the same here. What is
/// shown holds the secrets that were given.
#[derive(Debug, Args)]
#[command(after_help = REQUEST_HELP)]
pub(crate) struct RequestArguments {
    /// The spec.
    pub(crate) spec: PathBuf,
    /// The operation, or a token.
    pub(crate) operation: String,
    /// An input, a setting, one of `values`, or a place of a token; a list by giving it several times, or as JSON. `@FILE` is what a file
    /// holds.
    #[arg(long = "input", value_name = "NAME=VALUE", value_parser = input)]
    pub(crate) inputs: Vec<(String, String)>,
    /// The server by its name; the first of the spec unless said.
    #[arg(long, value_name = "NAME", conflicts_with = "base_url")]
    pub(crate) server: Option<String>,
    /// A base URL of your own for this operation.
    #[arg(long, value_name = "URL")]
    pub(crate) base_url: Option<String>,
    /// The moment at which it is sent: 2026-01-30T12:00:00Z, or seconds since 1970; now unless said.
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    pub(crate) at: Option<Duration>,
    /// Print one JSON document instead.
    #[arg(long)]
    pub(crate) json: bool,
}

const REQUEST_HELP: &str = "\
Example:
  settled request specs/acme.yaml create_report --input name=May --input api_key=@key.txt --at 2026-01-30T12:00:00Z

Exit codes: 0 shown; 1 mistakes in the spec; 2 wrong usage or unreadable files.";

/// `2026-01-30T12:00:00Z` or `1769774400`, since 1970.
fn moment(text: &str) -> Result<Duration, String> {
    let wrong = || "expected a moment such as `2026-01-30T12:00:00Z`, or seconds since 1970".to_owned();
    if let Ok(seconds) = text.parse() {
        return Ok(Duration::from_secs(seconds));
    }
    let moment: jiff::Timestamp = text.parse().map_err(|_| wrong())?;
    Duration::try_from(moment.as_duration()).map_err(|_| wrong())
}

/// `k: v`.
fn header(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once(':').ok_or("a header is written `name: value`")?;
    let name = name.trim().to_ascii_lowercase();
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    if name.is_empty() || !name.chars().all(is_token) {
        return Err("the name before the colon is no name of a header".to_owned());
    }
    if value.chars().any(|c| c.is_control() && c != '\t') {
        return Err("a header's value is one line of visible text".to_owned());
    }
    Ok((name, value.trim().to_owned()))
}

/// `k=v`.
fn input(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("an input is written `name=value`")?;
    Ok((name.trim().to_owned(), value.to_owned()))
}

/// A length of time as specs write it.
fn time(text: &str) -> Result<Duration, String> {
    let wrong = "expected a length of time such as `500ms`, `40s`, `10m`, `1h` or `7d`";
    let digits = text.find(|c: char| !c.is_ascii_digit()).ok_or(wrong)?;
    let (number, unit) = text.split_at(digits);
    let number: u64 = number.parse().map_err(|_| wrong)?;
    let units = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];
    let (_, millis) = units.into_iter().find(|(name, _)| *name == unit).ok_or(wrong)?;
    number.checked_mul(millis).map(Duration::from_millis).ok_or_else(|| wrong.to_owned())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use clap::CommandFactory as _;

    use super::{Arguments, header, input, time};

    #[test]
    fn the_arguments_hold_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn headers_inputs_and_times_are_read_or_refused() {
        assert_eq!(header("Retry-After: 5"), Ok(("retry-after".to_owned(), "5".to_owned())));
        assert_eq!(header("X-A:b:c"), Ok(("x-a".to_owned(), "b:c".to_owned())));
        assert!(header("no colon").is_err() && header(": 5").is_err() && header("a b: c").is_err());
        assert!(header("x: a\u{1b}[2J").is_err());
        assert_eq!(input("job_id=a=b"), Ok(("job_id".to_owned(), "a=b".to_owned())));
        assert!(input("job_id").is_err());
        assert_eq!(time("40s"), Ok(Duration::from_secs(40)));
        assert_eq!(time("2d"), Ok(Duration::from_secs(172_800)));
        assert!(["", "s", "4", "4 s", "4w", "-1s", "99999999999999999999s"].iter().all(|text| time(text).is_err()));
    }
}
