//! The reviewer's page: old, new and difference of what has changed, then all the rest.

use std::fmt::Write;

use super::{
    difference::Picture,
    review::{Change, Review},
};

/// The folder of the pictures, beside the page.
pub const PICTURES: &str = "pictures";

/// The page's files: the pictures that it shows, by file name.
pub fn pictures(review: &Review) -> Vec<(String, &Picture)> {
    let mut files = Vec::new();
    for (name, change) in &review.pictures {
        let mut add = |which: &str, picture| files.push((file(name, which), picture));
        match change {
            Change::Added(new) | Change::Same(new) => add("new", new),
            Change::Removed(old) => add("old", old),
            Change::Changed { old, new, difference } => {
                add("old", old);
                add("new", new);
                add("difference", &difference.marked);
            }
        }
    }
    files
}

fn file(name: &str, which: &str) -> String {
    format!("{name}-{which}.png")
}

/// The page as HTML. `base` names what the old pictures are.
pub fn html(review: &Review, base: &str) -> String {
    let mut body = String::new();
    let _ = write!(
        body,
        "<h1>Golden pictures</h1>\n<p>{} Old is <code>{}</code>, new is the work tree.</p>\n{}",
        summary(review),
        escape(base),
        hashes(review),
    );
    let (same, others): (Vec<_>, Vec<_>) =
        review.pictures.iter().partition(|(_, change)| matches!(change, Change::Same(_)));
    for (name, change) in others {
        row(&mut body, name, change);
    }
    if !same.is_empty() {
        let _ =
            write!(body, "<h2>The same as before: {}</h2>\n<div class=\"sheet\">\n", same.len());
        for (name, change) in same {
            if let Change::Same(picture) = change {
                figure(&mut body, name, "new", escape(name), picture);
            }
        }
        body.push_str("</div>\n");
    }
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>Golden pictures</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n{}</style>\n<body>\n{body}</body>\n</html>\n",
        include_str!("page.css")
    )
}

/// What has changed, in one sentence or two.
pub fn summary(review: &Review) -> String {
    format!(
        "{} of {} pictures and {} of {} display lists have changed.",
        review.changed(),
        review.pictures.len(),
        review.hashes.len(),
        review.combinations
    )
}

fn hashes(review: &Review) -> String {
    if review.hashes.is_empty() {
        return String::new();
    }
    let names: Vec<String> = review.hashes.iter().map(|name| escape(name)).collect();
    format!(
        "<details><summary>Combinations whose display list has changed</summary><p>{}</p></details>\n",
        names.join(", ")
    )
}

fn row(out: &mut String, name: &str, change: &Change) {
    let mark = match change {
        Change::Added(_) => "added".to_owned(),
        Change::Removed(_) => "removed".to_owned(),
        Change::Same(_) => String::new(),
        Change::Changed { difference, .. } if difference.pixels == 0 => {
            "the file has changed, no pixel has".to_owned()
        }
        Change::Changed { difference, .. } => {
            let all = (difference.marked.width * difference.marked.height).max(1);
            format!(
                "{} pixels differ ({:.2} %), the most by {} of 255",
                difference.pixels,
                100.0 * difference.pixels as f64 / all as f64,
                difference.largest
            )
        }
    };
    let name_shown = escape(name);
    let _ = write!(
        out,
        "<section id=\"{name_shown}\">\n<h2>{name_shown} <small>{mark}</small></h2>\n<div class=\"row\">\n"
    );
    match change {
        Change::Added(new) | Change::Same(new) => figure(out, name, "new", "new".into(), new),
        Change::Removed(old) => figure(out, name, "old", "old".into(), old),
        Change::Changed { old, new, difference } => {
            figure(out, name, "old", "old".into(), old);
            let above = image(name, "new", new);
            let below = image(name, "old", old);
            let _ = writeln!(
                out,
                "<figure class=\"turn\" tabindex=\"0\"><div>{below}{above}</div><figcaption>new; old while pointed at</figcaption></figure>"
            );
            figure(out, name, "difference", "difference".into(), &difference.marked);
        }
    }
    out.push_str("</div>\n</section>\n");
}

fn figure(out: &mut String, name: &str, which: &str, caption: String, picture: &Picture) {
    let file = escape(&file(name, which));
    let image = image(name, which, picture);
    let _ = writeln!(
        out,
        "<figure><a href=\"{PICTURES}/{file}\">{image}</a><figcaption>{caption}</figcaption></figure>"
    );
}

fn image(name: &str, which: &str, Picture { width, height, .. }: &Picture) -> String {
    let file = escape(&file(name, which));
    format!(
        "<img src=\"{PICTURES}/{file}\" width=\"{width}\" height=\"{height}\" alt=\"{}: {which}\" loading=\"lazy\">",
        escape(name)
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::super::review::tests::sample;
    use super::*;

    #[test]
    fn changed_pictures_stand_before_those_that_are_the_same() {
        let page = html(&sample(), "HEAD");
        let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text} in {page}"));
        assert!(at("much-difference.png") < at("little-difference.png"));
        assert!(at("little-difference.png") < at("come-new.png"));
        assert!(at("gone-old.png") < at("same-new.png"));
        assert!(at("2 pixels differ (66.67 %), the most by 23 of 255") < at("1 pixels differ"));
        at("<h2>come <small>added</small></h2>");
        at("<h2>gone <small>removed</small></h2>");
        at("4 of 5 pictures and 3 of 3 display lists have changed.");
        at("w, y, z");
    }

    #[test]
    fn every_picture_that_it_names_is_a_file_and_no_other_is() {
        let review = sample();
        let page = html(&review, "HEAD");
        let named = |file: &str| page.contains(&format!("src=\"{PICTURES}/{file}\""));
        let files: Vec<String> = pictures(&review).into_iter().map(|(file, _)| file).collect();
        assert!(files.iter().all(|file| named(file)), "{files:?}");
        assert_eq!(files.len(), 3 + 3 + 1 + 1 + 1);
        // The new picture of a changed one lies over the old one once more.
        assert_eq!(page.matches("<img ").count(), files.len() + 2);
    }

    #[test]
    fn it_asks_nobody_for_anything() {
        let page = html(&sample(), "a<b");
        for never in ["http", "<script", "@import", "url("] {
            assert!(!page.contains(never), "{never}");
        }
        assert!(page.contains("a&lt;b"));
    }
}
