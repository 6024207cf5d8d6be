//! Lengths in CSS are logical, so that the page turns round with the script. A rule that is about
//! the screen itself says so in the comment before it: `/* physical: … */`.

use crate::source;

/// Properties of one side or axis of the screen, and those of the logical side instead.
const PHYSICAL: [(&str, &str); 21] = [
    ("width", "inline-size"),
    ("height", "block-size"),
    ("min-width", "min-inline-size"),
    ("max-width", "max-inline-size"),
    ("min-height", "min-block-size"),
    ("max-height", "max-block-size"),
    ("top", "inset-block-start"),
    ("bottom", "inset-block-end"),
    ("left", "inset-inline-start"),
    ("right", "inset-inline-end"),
    ("border-top-left-radius", "border-start-start-radius"),
    ("border-top-right-radius", "border-start-end-radius"),
    ("border-bottom-left-radius", "border-end-start-radius"),
    ("border-bottom-right-radius", "border-end-end-radius"),
    ("scroll-margin-left", "scroll-margin-inline-start"),
    ("scroll-margin-right", "scroll-margin-inline-end"),
    ("scroll-padding-left", "scroll-padding-inline-start"),
    ("scroll-padding-right", "scroll-padding-inline-end"),
    ("contain-intrinsic-width", "contain-intrinsic-inline-size"),
    ("contain-intrinsic-height", "contain-intrinsic-block-size"),
    ("-webkit-margin-start", "margin-inline-start"),
];

/// Properties whose value may be a side.
const SIDED: [&str; 5] = ["text-align", "text-align-last", "float", "clear", "justify-content"];

/// Shorthands of four sides, in the order top, right, bottom, left.
const FOUR_SIDED: [&str; 9] = [
    "margin",
    "padding",
    "inset",
    "border-width",
    "border-style",
    "border-color",
    "scroll-margin",
    "scroll-padding",
    "border-radius",
];

/// What to write instead of a declaration, where it is physical.
fn physical(property: &str, value: &str) -> Option<String> {
    if let Some((_, logical)) = PHYSICAL.iter().find(|(name, _)| *name == property) {
        return Some((*logical).to_owned());
    }
    for whole in ["margin", "padding", "border"] {
        let rest = property.strip_prefix(whole).and_then(|rest| rest.strip_prefix('-'));
        for (side, logical) in [
            ("top", "block-start"),
            ("bottom", "block-end"),
            ("left", "inline-start"),
            ("right", "inline-end"),
        ] {
            if let Some(after) = rest.and_then(|rest| rest.strip_prefix(side))
                && (after.is_empty() || after.starts_with('-'))
            {
                return Some(format!("{whole}-{logical}{after}"));
            }
        }
    }
    let words = words(value);
    if SIDED.contains(&property) && words.iter().any(|word| word == "left" || word == "right") {
        return Some(format!("{property} with `start` or `end`"));
    }
    let lopsided = words.len() == 4 && words[1] != words[3];
    (FOUR_SIDED.contains(&property) && lopsided).then(|| format!("the logical parts of {property}"))
}

/// The parts of a value; what stands in brackets is one part.
fn words(value: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut depth = 0_i32;
    for sign in value.replace("!important", "").chars() {
        depth += i32::from(sign == '(') - i32::from(sign == ')');
        if sign.is_whitespace() && depth == 0 {
            words.push(String::new());
        } else if let Some(word) = words.last_mut() {
            word.push(sign);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The physical declarations of a style sheet outside the rules that are marked so: line, property
/// and what to write instead.
fn found(css: &str) -> Vec<(usize, String, String)> {
    let mut found = Vec::new();
    // For each open rule: whether it, or one around it, is marked.
    let mut marked = vec![false];
    let mut mark_next = false;
    let mut piece = String::new();
    let mut line = 1;
    let mut begins = 1;
    let mut rest = css;
    while let Some(sign) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            let (inside, after) = comment.split_once("*/").unwrap_or((comment, ""));
            mark_next = inside.trim_start().starts_with("physical:");
            line += inside.matches('\n').count();
            rest = after;
            continue;
        }
        rest = &rest[sign.len_utf8()..];
        line += usize::from(sign == '\n');
        match sign {
            '{' => {
                marked.push(mark_next || marked.last() == Some(&true));
                mark_next = false;
                piece.clear();
            }
            '}' | ';' => {
                if let Some((property, value)) = piece.split_once(':') {
                    let property = property.trim().to_lowercase();
                    let instead = physical(&property, &value.to_lowercase());
                    if let Some(instead) = instead.filter(|_| marked.last() == Some(&false)) {
                        found.push((begins, property, instead));
                    }
                }
                mark_next = mark_next && piece.trim().is_empty();
                piece.clear();
                if sign == '}' && marked.len() > 1 {
                    marked.pop();
                }
            }
            _ => {
                if piece.trim().is_empty() && !sign.is_whitespace() {
                    piece.clear();
                    begins = line;
                }
                piece.push(sign);
            }
        }
    }
    found
}

#[test]
fn lengths_and_sides_are_logical() {
    let files = source::files(&["style"], ".css");
    assert!(!files.is_empty(), "the style sheets are missing");
    let mut wrong = String::new();
    for file in &files {
        for (line, property, instead) in found(&file.text) {
            wrong += &file.complaint(line, &format!("`{property}` is physical; write {instead}"));
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn physical_declarations_are_seen_wherever_they_stand() {
    let css = "
        .a { inline-size: 4px; margin: 0 4px 2px; border-start-start-radius: 2px; --left: 1px }
        .b { color: red; left: 0; text-align: right; border-left-color: red }
        @container (min-width: 40em) { .c:hover { padding-right: 2px } }
        .d { margin: 1px 2px 3px 4px; padding: 1px calc(2px + 1px) 0 calc(2px + 1px) }
        /* physical: the map never turns round */
        .e { left: 0; width: 10px }
        .f { width: 10px; /* physical: too late */ height: 1px }
        /* physical: a group */
        @media print { .g { top: 0 } }
        /* not physical: */ .h { float:left!important }
    ";
    let properties: Vec<(usize, String)> =
        found(css).into_iter().map(|(line, property, _)| (line, property)).collect();
    let expected = [
        (3, "left"),
        (3, "text-align"),
        (3, "border-left-color"),
        (4, "padding-right"),
        (5, "margin"),
        (8, "width"),
        (8, "height"),
        (11, "float"),
    ];
    assert_eq!(properties, expected.map(|(line, property)| (line, property.to_owned())));
}
