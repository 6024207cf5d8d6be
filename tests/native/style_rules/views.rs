//! No text for people stands in the code of the interface: all of it is in the catalogs.

use crate::source::{self, flat, is, line, string};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Attributes that are read to people or shown to them.
const FOR_PEOPLE: [&str; 7] = [
    "alt",
    "aria-description",
    "aria-label",
    "aria-roledescription",
    "aria-valuetext",
    "placeholder",
    "title",
];

/// What stands in the brackets of each `view!`, inner ones too.
fn views(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let tokens = flat(tokens);
    let calls = tokens.windows(3).filter(|call| is(call.first(), "view") && is(call.get(1), "!"));
    calls
        .filter_map(|call| match &call[2] {
            TokenTree::Group(group) => Some(group.stream().into_iter().collect()),
            _ => None,
        })
        .collect()
}

/// The name of the attribute whose `=` stands before `index`, if it has one.
fn attribute(tokens: &[TokenTree], index: usize) -> Option<String> {
    let equals = index.checked_sub(1)?;
    if !is(tokens.get(equals), "=") {
        return None;
    }
    let mut name = String::new();
    for token in tokens[..equals].iter().rev() {
        let part = token.to_string();
        let word = matches!(token, TokenTree::Ident(_));
        let joins = part == "-" || part == ":";
        let joined = name.is_empty() || name.starts_with(['-', ':']);
        if !(joins || word && joined) {
            break;
        }
        name.insert_str(0, &part);
    }
    Some(name)
}

/// The literal that the token is, alone or in braces.
fn literal(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            match &inside[..] {
                [only] => string(only),
                _ => None,
            }
        }
        other => string(other),
    }
}

/// Literals of a view that people would read, with their lines.
fn texts(view: &[TokenTree]) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (index, token) in view.iter().enumerate() {
        let Some(text) = literal(token).filter(|text| !text.trim().is_empty()) else { continue };
        let plain = |name: String| name.rsplit(':').next().unwrap_or_default().to_owned();
        let attribute = attribute(view, index).map(plain);
        if attribute.is_none_or(|name| FOR_PEOPLE.contains(&name.as_str())) {
            found.push((text, line(token)));
        }
    }
    found
}

#[test]
fn views_have_no_text_of_their_own() {
    let mut wrong = String::new();
    for file in source::files(&["src/ui", "src/embed"], ".rs") {
        for (text, line) in views(file.tokens()).iter().flat_map(|view| texts(view)) {
            wrong += &file.complaint(line, &format!("\"{text}\" belongs into the catalogs"));
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn no_string_of_the_interface_has_letters_of_another_script() {
    let foreign = |text: &String| text.chars().any(|sign| !sign.is_ascii() && sign.is_alphabetic());
    let mut wrong = String::new();
    for file in source::files(&["src/browser", "src/ui", "src/embed"], ".rs") {
        let tokens = flat(file.tokens());
        for (index, token) in tokens.iter().enumerate() {
            // A comment with three slashes is an attribute `doc = "…"` to the compiler.
            let comment = attribute(&tokens, index).is_some_and(|name| name == "doc");
            if let Some(text) = string(token).filter(foreign).filter(|_| !comment) {
                wrong +=
                    &file.complaint(line(token), &format!("\"{text}\" belongs into the catalogs"));
            }
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn all_texts_of_a_view_are_seen() {
    let text = r#"
        fn a() -> impl IntoView {
            view! {
                <p class="meta" aria-label="Close" lang="en">"Text" {"In braces"} " "</p>
                <img alt="A map" src="map.png" title={"Titel"} placeholder=move || "Late"/>
                <b style:color="red" attr:title="Two" data-x="y">{move || store.t("panel.close")}</b>
                {list.map(|item| view! { <li class=format!("x {item}")>" – "{item}</li> })}
            }
        }
    "#;
    let found: Vec<String> = views(text.parse().unwrap())
        .iter()
        .flat_map(|view| texts(view))
        .map(|(text, _)| text)
        .collect();
    assert_eq!(found, ["Close", "Text", "In braces", "A map", "Titel", "Late", "Two", " – "]);
}
