//! Does one thing many times, so that something outside can measure it: a profiler, or a clock.
//!
//! ```text
//! measure judge|handwritten|full <sample> <times>    what one reply means, three ways
//! measure serve <replies>                            a Smile ID on loopback; the last reply is settled
//! measure poll settled|handwritten <base url>        asks it until the job is settled
//! measure generate <rounds>                          code from each spec, in microseconds
//! ```

mod generate;
mod handwritten;
mod judging;
mod polling;
mod server;
mod vendors;

use std::env::args;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        [step @ ("judge" | "handwritten" | "full"), sample, times] => judging::run(step, sample, times.parse()?),
        ["serve", replies] => server::run(replies.parse()?),
        ["poll", "settled", base] => polling::settled(base),
        ["poll", "handwritten", base] => polling::handwritten(base),
        ["generate", rounds] => generate::run(rounds.parse()?),
        _ => Err("see the top of main.rs for what can be measured".into()),
    }
}
