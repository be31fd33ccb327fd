//! Whatever stands in a spec or in the name of one, the command ends well, says what is wrong, and prints nothing that
//! a terminal obeys but colours of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn settled(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_settled")).args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The exit code, and all that was printed. Fails where it holds anything that a terminal obeys but plain colours.
fn printed(arguments: &[&str]) -> (i32, String) {
    let output = settled(arguments);
    let code = output.status.code().unwrap_or_else(|| panic!("{arguments:?}: {output:?}"));
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(!text.contains("panicked"), "{arguments:?}: {text}");
    let mut rest = text.as_str();
    while let Some((_, escape)) = rest.split_once('\u{1b}') {
        let length = escape.find(|c: char| !c.is_ascii_digit() && c != ';' && c != '[').unwrap();
        assert!(escape.starts_with('[') && escape[length..].starts_with('m'), "{arguments:?}: {text:?}");
        rest = &escape[length..];
    }
    let obeyed = |c: char| {
        (c.is_control() && c != '\n' && c != '\u{1b}')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!text.contains(obeyed), "{arguments:?}: {text:?}");
    (code, text)
}

/// Clears the screen, sets the title, moves the cursor, turns the text around.
const HOSTILE: &[&str] = &[
    "\\e[2J",
    "\\e]0;gotcha\\a",
    "\\u009b2J",
    "\\r\\b\\x7f",
    "\\u202egnp.exe",
    "\\u200f",
    "\\n\\n",
    "\\0",
    "</text><script>alert(1)</script>",
];

#[test]
fn text_of_specs_is_never_obeyed() {
    let folder = folder("hostile");
    for (at, hostile) in HOSTILE.iter().enumerate() {
        let path = folder.join(format!("acme{at}.yaml"));
        let shown = path.to_str().unwrap();
        let good = format!(
            "vendor: \"Acme {hostile}\"\nabout: \"{hostile}\"\noperations:\n  job:\n    get: /job\n    \
             reply: {{ a: string }}\n    states:\n      - pending: {{ a: \"{hostile}\" }}\n      \
             - succeeded: {{ a: done }}\n      - unknown: otherwise\n    poll: {{ deadline: 1h }}\n"
        );
        fs::write(&path, &good).unwrap();
        for command in [&["check", shown][..], &["check", "--json", shown], &["table", shown]] {
            let (code, text) = printed(&[&["--color", "always"], command].concat());
            assert_eq!(code, 0, "{hostile} {command:?}: {text}");
        }
        for format in ["markdown", "mermaid", "svg"] {
            let (code, text) = printed(&["--color", "always", "table", shown, "--format", format]);
            assert_eq!(code, 0, "{hostile} {format}: {text}");
            assert!(format != "svg" || !text.contains("<script"), "{text}");
        }
        // The same characters, raw, in places where they are mistakes.
        let raw: String = serde_json::from_str(&format!("\"{}\"", json(hostile))).unwrap();
        for bad in [
            good.replace("pending", &format!("\"pend{hostile}\"")),
            good.replace("get:", &format!("\"g{hostile}t\":")),
            good.replace("/job", &format!("\"/job/{{{hostile}}}\"")),
            format!("{good}# {raw}\nx: {raw}\n"),
            format!("{good}{raw}: [\n"),
        ] {
            fs::write(&path, &bad).unwrap();
            for command in [&["check", shown][..], &["check", "--json", shown], &["table", shown]] {
                let (code, text) = printed(&[&["--color", "always"], command].concat());
                assert_eq!(code, 1, "{bad:?} {command:?}: {text}");
            }
        }
    }
}

/// YAML's escapes as JSON's.
fn json(text: &str) -> String {
    text.replace("\\e", "\\u001b").replace("\\a", "\\u0007").replace("\\x7f", "\\u007f").replace("\\0", "\\u0000")
}

#[cfg(unix)]
#[test]
fn names_of_files_are_never_obeyed() {
    let folder = folder("names");
    let path = folder.join("ac\u{1b}[2Jme\u{202e}.yaml");
    for text in ["vendor: Acme\n", ""] {
        fs::write(&path, text).unwrap();
        for named in [&path, &folder] {
            let (code, _) = printed(&["--color", "always", "check", named.to_str().unwrap()]);
            assert_eq!(code, 1);
            let (code, _) = printed(&["--color", "always", "check", "--json", named.to_str().unwrap()]);
            assert_eq!(code, 1);
        }
    }
    let missing = folder.join("\u{1b}[2J");
    assert_eq!(printed(&["--color", "always", "check", missing.to_str().unwrap()]).0, 2);
    assert_eq!(printed(&["--color", "always", "table", missing.to_str().unwrap()]).0, 2);
}

#[test]
fn files_that_cannot_be_read_are_told_and_the_others_checked_all_the_same() {
    let folder = folder("unreadable");
    fs::write(folder.join("a.yaml"), b"vendor: \xff\n").unwrap();
    fs::write(folder.join("b.yaml"), vec![b' '; 3_000_000]).unwrap();
    fs::write(folder.join("c.yaml"), "vendor: Acme\n").unwrap();
    fs::create_dir(folder.join("d.yaml")).unwrap();
    let (code, text) = printed(&["check", folder.to_str().unwrap()]);
    assert_eq!(code, 2);
    for told in [
        "is not UTF-8: byte 8",
        "has 3000000 bytes, more than the",
        "a vendor needs at least one operation",
        "3 specs, 3 mistakes",
    ] {
        assert!(text.contains(told), "{text}");
    }
    let (code, text) = printed(&["check", "--json", folder.to_str().unwrap()]);
    assert_eq!(code, 2);
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    let codes: Vec<_> = document["diagnostics"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["not-utf8", "too-large", "no-operations"]);
    assert!(document["diagnostics"][0]["line"].is_null());
    assert_eq!(document["specs"].as_array().unwrap().len(), 3);
}

/// A reply is text of somebody else, too.
#[test]
fn text_of_replies_is_never_obeyed() {
    let folder = folder("replies");
    for (at, hostile) in HOSTILE.iter().enumerate() {
        let path = folder.join(format!("{at}.json"));
        let raw: String = serde_json::from_str(&format!("\"{}\"", json(hostile))).unwrap();
        for body in [
            serde_json::json!({ "state": raw, "note": raw }).to_string(),
            serde_json::json!({ "state": "done", "note": raw }).to_string(),
            serde_json::json!({ "fault": raw }).to_string(),
            raw,
        ] {
            fs::write(&path, &body).unwrap();
            for more in [&[] as &[&str], &["--json"], &["--http", "404"]] {
                let command = ["--color", "always", "explain", "tests/specs/acme.yaml", "report", "--body"];
                let (code, text) = printed(&[&command[..], &[path.to_str().unwrap()], more].concat());
                assert_eq!(code, 0, "{body:?}: {text}");
            }
        }
    }
    fs::write(folder.join("binary"), b"{ \"state\": \"\xff\" }").unwrap();
    let binary = folder.join("binary");
    let (code, text) = printed(&["explain", "tests/specs/acme.yaml", "report", "--body", binary.to_str().unwrap()]);
    assert_eq!((code, text.starts_with("unreadable")), (0, true), "{text}");
}

/// A key that reads as a control character in a header, an input, an operation: nothing of it reaches the terminal.
#[test]
fn arguments_are_never_obeyed() {
    let body = "tests/replies/done.json";
    for wrong in [
        &["report", "--input", "\u{1b}[2J=1"][..],
        &["report", "--input", "\u{1b}[2J"],
        &["report", "--header", "\u{1b}[2J: 1"],
        &["report", "--header", "x: \u{1b}[2J"],
        &["\u{1b}[2J"],
    ] {
        let (code, _) =
            printed(&[&["--color", "always", "explain", "tests/specs/acme.yaml", "--body", body][..], wrong].concat());
        assert_eq!(code, 2, "{wrong:?}");
    }
}

#[cfg(unix)]
#[test]
fn what_never_ends_is_not_read() {
    for device in ["/dev/zero", "/dev/null"] {
        let (code, text) = printed(&["check", device]);
        assert_eq!((code, text.contains("is no file")), (2, true), "{text}");
    }
}

/// Whoever stops reading, `head` say, gets no panic.
#[test]
fn a_closed_pipe_is_no_panic() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_settled"))
        .arg("schema")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn the_schema_is_the_one_beside_the_specs() {
    let output = settled(&["schema"]);
    assert!(output.status.success());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../specs/vendor.schema.json");
    assert!(String::from_utf8(output.stdout).unwrap() == fs::read_to_string(path).unwrap(), "see `settled schema`");
}

#[test]
fn every_shell_has_completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = settled(&["completions", shell]);
        let script = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && script.contains("explain") && script.contains("unverified"), "{shell}");
    }
}

#[test]
fn colour_is_where_it_is_wanted() {
    let colourful = |arguments: &[&str], variable: Option<(&str, &str)>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_settled"));
        command.args(arguments).arg("tests/broken").env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        command.envs(variable);
        String::from_utf8(command.output().unwrap().stdout).unwrap().contains('\u{1b}')
    };
    assert!(colourful(&["--color", "always", "check"], None));
    assert!(colourful(&["check", "--color", "always"], Some(("NO_COLOR", "1"))));
    assert!(colourful(&["check"], Some(("CLICOLOR_FORCE", "1"))));
    assert!(!colourful(&["check"], None));
    assert!(!colourful(&["check", "--color=never"], Some(("CLICOLOR_FORCE", "1"))));
}
