//! The project's own files, as the tests of its rules read them.

use crate::shipped;
use proc_macro2::{TokenStream, TokenTree};
use std::{fs, path::Path};

/// A file of the project.
pub(crate) struct Source {
    /// Its path from the root, with `/`.
    pub(crate) path: String,
    /// What stands in it.
    pub(crate) text: String,
}

impl Source {
    /// The tokens of Rust in it; comments are none.
    pub(crate) fn tokens(&self) -> TokenStream {
        self.text.parse().unwrap_or_else(|error| panic!("{}: {error}", self.path))
    }

    /// A complaint about a line of it.
    pub(crate) fn complaint(&self, line: usize, message: &str) -> String {
        format!("{}:{line}: {message}\n", self.path)
    }
}

/// The files below these folders whose names end so, in order; folders that do not exist are empty.
pub(crate) fn files(folders: &[&str], end: &str) -> Vec<Source> {
    let mut found = Vec::new();
    for folder in folders {
        collect(folder, end, &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &str, end: &str, found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(shipped::root(folder)) else { return };
    for entry in entries.map(Result::unwrap) {
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            collect(&path, end, found);
        } else if path.ends_with(end) {
            let text = fs::read_to_string(entry.path()).unwrap();
            found.push(Source { path, text });
        }
    }
}

/// The file at that path.
pub(crate) fn file(path: &str) -> Source {
    let text = fs::read_to_string(shipped::root(path)).unwrap();
    Source { path: path.to_owned(), text }
}

/// The first folder or file below `src/`, without its ending: the name of the layer.
pub(crate) fn layer(path: &str) -> Option<&str> {
    let below = path.strip_prefix("src/")?;
    let first = below.split('/').next()?;
    Path::new(first).file_stem()?.to_str()
}

/// All tokens, those inside brackets after the bracket itself.
pub(crate) fn flat(tokens: TokenStream) -> Vec<TokenTree> {
    let mut all = Vec::new();
    for token in tokens {
        let inside = match &token {
            TokenTree::Group(group) => flat(group.stream()),
            _ => Vec::new(),
        };
        all.push(token);
        all.extend(inside);
    }
    all
}

/// The line on which a token begins.
pub(crate) fn line(token: &TokenTree) -> usize {
    token.span().start().line
}

/// What a literal of a string says, its escapes left as they are; nothing for other tokens.
pub(crate) fn string(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    let text = literal.to_string();
    let raw = text.strip_prefix('r').map(|rest| rest.trim_matches('#'));
    let quoted = raw.unwrap_or(&text);
    quoted.strip_prefix('"')?.strip_suffix('"').map(str::to_owned)
}

/// Whether the token is that word or sign.
pub(crate) fn is(token: Option<&TokenTree>, text: &str) -> bool {
    match token {
        Some(TokenTree::Ident(ident)) => ident == text,
        Some(TokenTree::Punct(punct)) => text.len() == 1 && text.starts_with(punct.as_char()),
        _ => false,
    }
}
