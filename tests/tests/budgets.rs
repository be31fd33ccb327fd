//! What things may cost. Where a budget is a ratio near one, instructions are counted, which other load on the machine
//! does not change. `tests/benches/README.md` has the figures.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use settled_codegen::files::{Folder, read_spec};
use settled_codegen::render::Runtime;

/// How often something is done between two counts.
const TIMES: u32 = 200;
const SAMPLES: [&str; 5] = ["smile_id", "smile_id_pending", "idwise", "incode", "salesforce"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The program that is measured, built as users build theirs.
static MEASURE: LazyLock<PathBuf> = LazyLock::new(|| {
    let build = Command::new(env!("CARGO"))
        .args(["build", "--release", "--locked", "-p", "settled-benches", "--message-format", "json"])
        .current_dir(root())
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo runs");
    assert!(build.status.success(), "the program to measure does not build");
    let messages = String::from_utf8(build.stdout).expect("cargo writes UTF-8");
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let path = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from)).next_back();
    path.expect("cargo tells where the program is")
});

/// Whether instructions can be counted here. Where that must be so, it is a failure if not.
fn can_count() -> bool {
    let found = Command::new("valgrind").arg("--version").stdout(Stdio::null()).status().is_ok();
    assert!(found || std::env::var_os("CI").is_none(), "valgrind is not installed, and CI has to count instructions");
    if !found {
        println!("valgrind is not installed: nothing was counted");
    }
    found
}

/// The instructions of one whole run.
fn count(args: &[&str]) -> u64 {
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(&*MEASURE)
        .args(args)
        .output()
        .expect("valgrind runs");
    let log = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{args:?}: {log}");
    let collected = log.lines().find_map(|line| line.split_once("Collected : ")).expect("callgrind counts");
    collected.1.trim().parse().expect("a count")
}

/// The instructions of doing `step` once.
fn judging(step: &str, sample: &str) -> u64 {
    let runs = |times: u32| count(&[step, sample, &times.to_string()]);
    (runs(TIMES) - runs(0)) / u64::from(TIMES)
}

#[test]
#[ignore = "builds with optimisations and counts instructions"]
fn a_reply_is_judged_for_what_a_person_would_pay_and_half_of_decoding_it() {
    if !can_count() {
        return;
    }
    println!("| a reply of | judged | by hand | ratio | decoded whole | ratio |\n|---|--:|--:|--:|--:|--:|");
    let mut over = Vec::new();
    for sample in SAMPLES {
        let [judged, by_hand, decoded] = ["judge", "handwritten", "full"].map(|step| judging(step, sample));
        let (hand, whole) = (judged as f64 / by_hand as f64, judged as f64 / decoded as f64);
        println!("| {sample} | {judged} | {by_hand} | {hand:.2} | {decoded} | {whole:.2} |");
        // In the other samples every field is read, so there is nothing to save.
        let has_more_than_is_read = ["smile_id", "idwise"].contains(&sample);
        if hand > 1.1 || has_more_than_is_read && whole > 0.5 {
            over.push(sample);
        }
    }
    assert!(over.is_empty(), "over 1.1 of handwritten code, or 0.5 of decoding: {over:?}");
}

/// A server in a process of its own, ended with the test.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// A server that settles the job with so many replies, and its base URL.
fn server(replies: u32) -> (Server, String) {
    let mut server = Command::new(&*MEASURE)
        .args(["serve", &replies.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the server starts");
    let mut base = String::new();
    let output: ChildStdout = server.stdout.take().expect("its output is piped");
    BufReader::new(output).read_line(&mut base).expect("the server tells its address");
    (Server(server), base.trim().to_owned())
}

#[test]
#[ignore = "builds with optimisations and counts instructions"]
fn a_poll_costs_what_a_loop_over_reqwest_costs() {
    if !can_count() {
        return;
    }
    let polls = |by: &str, replies: u32| {
        let (_server, base) = server(replies);
        count(&["poll", by, &base])
    };
    let wall = |by: &str| {
        let (_server, base) = server(TIMES);
        let run = Command::new(&*MEASURE).args(["poll", by, &base]).output().expect("the client runs");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8_lossy(&run.stdout).trim().parse::<u64>().expect("microseconds") / u64::from(TIMES)
    };
    // How often the runtime wakes up varies a little, so the best of three rounds counts, one after the other.
    let mut best = [(u64::MAX, u64::MAX); 2];
    for _ in 0..3 {
        for (best, by) in best.iter_mut().zip(["settled", "handwritten"]) {
            let instructions = (polls(by, TIMES + 1) - polls(by, 1)) / u64::from(TIMES);
            *best = (best.0.min(instructions), best.1.min(wall(by)));
        }
    }
    let [(ours, our_wall), (by_hand, hand_wall)] = best;
    let ratio = ours as f64 / by_hand as f64;
    println!("| a poll over loopback | instructions | ratio | wall, with 1 ms between two polls |\n|---|--:|--:|--:|");
    println!("| the generated client | {ours} | {ratio:.2} | {our_wall} µs |");
    println!("| a loop over reqwest | {by_hand} | 1 | {hand_wall} µs |");
    assert!(ratio <= 1.1, "{ratio:.3} of a handwritten loop");
}

/// The time of the best of several rounds, without optimisations: as cargo builds what generates, unless told
/// otherwise.
fn unoptimised(module: &str) -> Duration {
    let runtime = Runtime::new("::settled".parse().expect("a path"));
    let path = root().join(format!("specs/{module}.yaml"));
    let once = |_| {
        let start = Instant::now();
        let source = read_spec(&path, module).expect("a readable spec");
        let code = settled_codegen::generate(&source, module, &Folder::of(&path), &runtime);
        assert!(code.is_ok(), "{module}");
        start.elapsed()
    };
    (0..20).map(once).min().expect("several rounds")
}

#[test]
#[ignore = "builds with optimisations and measures time"]
fn a_spec_is_generated_within_5_ms() {
    let run = Command::new(&*MEASURE).args(["generate", "20"]).output().expect("the generator runs");
    let times = String::from_utf8(run.stdout).expect("names and numbers");
    println!("| a spec | generated | without optimisations |\n|---|--:|--:|");
    let mut over = Vec::new();
    for line in times.lines() {
        let (module, micros) = line.split_once(' ').expect("a name and a number");
        let optimised = Duration::from_micros(micros.parse().expect("microseconds"));
        let millis = |time: Duration| time.as_secs_f64() * 1000.0;
        println!("| {module} | {:.1} ms | {:.1} ms |", millis(optimised), millis(unoptimised(module)));
        if optimised > Duration::from_millis(5) {
            over.push(module);
        }
    }
    assert!(run.status.success() && times.lines().count() >= 4, "{}", String::from_utf8_lossy(&run.stderr));
    assert!(over.is_empty(), "over 5 ms: {over:?}");
}

#[test]
fn the_macro_needs_few_crates_and_none_that_hashes() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "-p", "settled-macros", "-e", "normal", "--prefix", "none", "--format", "{p}"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).expect("cargo writes UTF-8");
    let names = tree.lines().filter_map(|line| line.split_whitespace().next());
    let crates: BTreeSet<&str> = names.filter(|name| !name.starts_with("settled")).collect();
    assert!(crates.contains("syn") && crates.contains("granit-parser"), "not the macro's tree: {crates:?}");
    assert!(crates.len() <= 18, "{}: {crates:?}", crates.len());
    let hashes = |name: &&&str| {
        name.contains("hash")
            || ["fnv", "crc", "sha", "md5", "md-5", "blake"].iter().any(|start| name.starts_with(start))
    };
    let hashing: Vec<_> = crates.iter().filter(hashes).collect();
    assert!(hashing.is_empty(), "{hashing:?}");
}
