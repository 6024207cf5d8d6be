//! No text is cut off or lies on other text: in every view, in three languages, on four widths.

use anyhow::{Context, Result};
use xtask::{browser::Page, screenshots::views::Screen};

use super::host::{loaded, opened, visit};
use super::views::{VIEWS as WAY, View, act};

/// Views beside those of the way, by the fragments that open them, and what shows that they are there.
const VIEWS: [(&str, &str); 12] = [
    ("", ".panel .entries"),
    ("select=gwadar", ".panel .place-tools"),
    ("select=psgp", ".panel .events"),
    ("select=sco", ".panel .members"),
    ("claim=C188", ".claim-card .rows"),
    ("view=claims", ".claims-list li"),
    ("view=claims&claim=C188", ".claim-card .rows"),
    ("view=routes", ".routes .entries"),
    ("view=routes&from=karachi&to=moscow&month=1&closed=hormuz", ".answers .answer"),
    ("view=tour&step=7", ".tour .title"),
    ("view=timeline", ".events-table tr"),
    ("view=about", ".about-part"),
];

const WIDTHS: [(u32, u32); 4] = [(320, 568), (360, 740), (768, 1024), (1280, 800)];

/// A phone on its side.
const LOW: (u32, u32) = (844, 390);

/// What is wrong in the view on screen.
async fn complaints(page: &Page, view: &str) -> Result<Vec<String>> {
    page.rest().await?;
    let found = page.eval(include_str!("clipped.js"), vec![]).await?;
    let found = found.as_array().into_iter().flatten();
    Ok(found.map(|complaint| format!("{view}: {complaint}")).collect())
}

/// What is wrong in each of [`VIEWS`].
async fn in_views(page: &Page, lang: &str, width: u32) -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    for (fragment, there) in VIEWS {
        let go = format!("location.hash = 'lang={lang}&{fragment}'");
        page.eval(&go, vec![]).await?;
        page.until(fragment, &format!("root.querySelector('{there}')")).await?;
        let view = format!("{width} px, {lang}, #{fragment}");
        wrong.extend(complaints(page, &view).await?);
    }
    Ok(wrong)
}

#[test]
fn no_text_is_cut_off_or_lies_on_other_text() -> Result<()> {
    let mut wrong = Vec::new();
    visit(async |page, origin| {
        for (width, height) in WIDTHS {
            page.screen(&Screen::new(width, height)).await?;
            for lang in ["en", "ur", "ru"] {
                // One load for all views: the address leads from one to the next.
                opened(page, origin, &format!("lang={lang}")).await?;
                wrong.extend(in_views(page, lang, width).await?);
            }
        }
        Ok(())
    })?;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn nor_is_it_in_what_opens_on_the_way() -> Result<()> {
    let mut wrong = Vec::new();
    visit(async |page, origin| {
        for (width, height) in WIDTHS.into_iter().chain([LOW]) {
            page.screen(&Screen::new(width, height)).await?;
            for lang in ["en", "ur", "ru"] {
                loaded(page, origin, &format!("lang={lang}")).await?;
                for View { name, open, there, close } in WAY {
                    let view = format!("{width} px, {lang}, {name}");
                    act(page, open).await.with_context(|| view.clone())?;
                    page.until(&view, &format!("root.querySelector(\"{there}\")")).await?;
                    wrong.extend(complaints(page, &view).await?);
                    act(page, close).await?;
                }
            }
        }
        Ok(())
    })?;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// The spacing that readers may set (WCAG 2.2, 1.4.12), in languages whose letters stand apart.
const SPACED: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }');
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];";

#[test]
fn nor_with_the_spacing_of_a_reader() -> Result<()> {
    let mut wrong = Vec::new();
    visit(async |page, origin| {
        for (width, height) in [(360, 740), (1280, 800)] {
            page.screen(&Screen::new(width, height)).await?;
            for lang in ["en", "ru"] {
                loaded(page, origin, &format!("lang={lang}")).await?;
                act(page, SPACED).await?;
                wrong.extend(in_views(page, lang, width).await?);
            }
        }
        Ok(())
    })?;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
