//! The `vendor!` macro of settled, over `settled-codegen`. Use it as `settled::vendor!`, with the feature `macros`.

#![forbid(unsafe_code)]

use std::path::{Path, PathBuf};

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use settled_codegen::diagnostic::{Problem, Report};
use settled_codegen::files::{Folder, read_spec};
use settled_codegen::render::Runtime;
use syn::LitStr;

/// `vendor!($crate, "specs/acme.yaml")`: the runtime's root, `tests` behind it where they are wanted, and the path of a spec.
#[doc(hidden)]
#[proc_macro]
pub fn vendor(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand(input.into()).unwrap_or_else(|error| error.to_compile_error()).into()
}

fn expand(input: TokenStream) -> syn::Result<TokenStream> {
    let mut tokens = input.into_iter();
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    let root: Vec<TokenTree> = tokens.by_ref().take_while(|token| !is_comma(token)).collect();
    let runtime = match root.split_last() {
        Some((TokenTree::Ident(word), root)) if word == "tests" && !root.is_empty() => {
            Runtime::new(root.iter().cloned().collect()).with_tests()
        }
        _ => Runtime::new(root.into_iter().collect()),
    };
    let literal: LitStr = syn::parse2(tokens.collect())?;
    let path = literal.value();
    let (generated, watched) = match find(&path, literal.span()) {
        Ok(spec) => {
            let folder = Folder::of(&spec);
            let module = spec.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let generated = read_spec(&spec, &path)
                .and_then(|source| settled_codegen::generate(&source, &module, &folder, &runtime));
            let mut watched = folder.into_read();
            watched.push(spec);
            (generated, watched)
        }
        Err(report) => (Err(report), Vec::new()),
    };
    // On errors too: else mending a file would not build again.
    let watched = watched.iter().filter_map(|path| path.canonicalize().ok()?.to_str().map(str::to_owned));
    let watched = watched.map(|path| {
        quote!(
            const _: &[u8] = ::core::include_bytes!(#path);
        )
    });
    let code = generated.unwrap_or_else(|report| errors(&report, literal.span()));
    Ok(quote!(#(#watched)* #code))
}

/// The spec, relative to the package's Cargo.toml, or else to the calling file.
fn find(path: &str, span: Span) -> Result<PathBuf, Report> {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let caller = span.unwrap().local_file().and_then(|file| file.parent().map(Path::to_owned));
    let tried: Vec<_> = [package, caller].into_iter().flatten().map(|folder| folder.join(path)).collect();
    let missing = || {
        let tried = tried.iter().map(|path| path.display().to_string()).collect();
        Report::of_file(path, Problem::FileMissing { tried })
    };
    tried.iter().find(|path| path.is_file()).cloned().ok_or_else(missing)
}

/// One `compile_error!` for each mistake, so that rustc counts them and editors list them.
fn errors(report: &Report, span: Span) -> TokenStream {
    let errors = report.messages().into_iter().map(|message| quote_spanned!(span=> ::core::compile_error!(#message);));
    quote!(#(#errors)*)
}
