//! The `settled` command: checks vendor specs, explains what a reply means, shows what is sent, draws the states of an operation.

#![forbid(unsafe_code)]

mod arguments;
mod check;
mod explain;
mod output;
mod request;
mod specs;
mod table;

use std::process::ExitCode;

use arguments::{Arguments, Command};
use clap::{CommandFactory as _, Parser as _};
use output::{Answer, Refusal};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    arguments.color.choose();
    match run(arguments.command) {
        Ok(answer) => answer.print(),
        Err(refusal) => refusal.print(),
    }
}

fn run(command: Command) -> Result<Answer, Refusal> {
    match command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Request(arguments) => request::run(&arguments),
        Command::Table(arguments) => table::run(&arguments),
        Command::Schema => Ok(Answer::json(&settled_codegen::schema())),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "settled", &mut script);
            Ok(Answer::fine(String::from_utf8_lossy(&script).into_owned()))
        }
    }
}
