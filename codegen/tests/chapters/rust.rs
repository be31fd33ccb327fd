//! Programs in the documents: they are Rust, and what they call is there.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use proc_macro2::{TokenStream, TokenTree};
use settled_codegen::model::Vendor;
use settled_codegen::render::{self, Runtime};

use crate::blocks::Block;

/// Methods that are neither of the runtime nor generated, and what follows a dot without being one.
const OF_RUST: &[&str] = &["await", "clone", "is_empty", "is_some", "len", "map", "unwrap_or_default"];

/// Names below others that are of Rust or of tokio.
const PATHS_OF_RUST: &[&str] = &["env", "error", "main", "test", "var"];

/// Checks a piece of a program that uses the vendor's client: the body of an `async fn`. It must parse, and each method
/// and path that it names must exist, by its name: in what is generated of the spec, or in the runtime. Types are not
/// checked.
pub(crate) fn check(vendor: &Vendor, block: &Block<'_>) {
    let line = block.line;
    let parsed = syn::parse_str::<syn::Block>(&format!("{{{}}}", block.text));
    assert!(parsed.is_ok(), "line {line}: this is no Rust: {:?}", parsed.err());
    let text: TokenStream = block.text.parse().expect("tokens");
    let root = "::settled".parse().expect("a path");
    let mut known = Names::default();
    known.add(render::module(vendor, &Runtime::new(root)));
    let runtime = runtime();
    let mut used = Used::default();
    used.add(text);
    for name in &used.methods {
        let is_known = OF_RUST.contains(&name.as_str()) || known.public.contains(name) || runtime.public.contains(name);
        assert!(is_known, "line {line}: there is no `.{name}` in what is generated, nor in the runtime");
    }
    for name in &used.paths {
        let is_of_rust = PATHS_OF_RUST.contains(&name.as_str());
        let is_known = is_of_rust || known.all.contains(name) || runtime.all.contains(name);
        assert!(is_known, "line {line}: there is no `::{name}` in what is generated, nor in the runtime");
    }
}

/// What a piece of source text declares.
#[derive(Default)]
struct Names {
    /// Public functions and members.
    public: BTreeSet<String>,
    all: BTreeSet<String>,
}

impl Names {
    fn add(&mut self, tokens: TokenStream) {
        let mut is_public = false;
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.add(group.stream()),
                TokenTree::Ident(ident) => {
                    let name = ident.to_string();
                    match name.as_str() {
                        "pub" => is_public = true,
                        "async" | "const" | "fn" | "unsafe" => {}
                        _ => {
                            if std::mem::take(&mut is_public) {
                                self.public.insert(name.clone());
                            }
                            self.all.insert(name);
                        }
                    }
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => is_public = false,
            }
        }
    }
}

/// What the runtime and the test kit declare, their tests included: names alone are compared.
fn runtime() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names = Names::default();
        for sources in ["../runtime/src", "../tests/src"] {
            read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(sources), &mut names);
        }
        names
    })
}

fn read(folder: &Path, names: &mut Names) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            read(&path, names);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source file");
            names.add(text.parse().expect("Rust"));
        }
    }
}

/// What a program uses.
#[derive(Default)]
struct Used {
    /// What follows a dot.
    methods: BTreeSet<String>,
    /// What follows a double colon.
    paths: BTreeSet<String>,
}

impl Used {
    fn add(&mut self, tokens: TokenStream) {
        let mut before = String::new();
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    self.add(group.stream());
                    before.clear();
                }
                TokenTree::Ident(ident) => {
                    match before.as_str() {
                        "." => drop(self.methods.insert(ident.to_string())),
                        "::" => drop(self.paths.insert(ident.to_string())),
                        _ => {}
                    }
                    before.clear();
                }
                TokenTree::Punct(punct) => before.push(punct.as_char()),
                TokenTree::Literal(_) => before.clear(),
            }
        }
    }
}
