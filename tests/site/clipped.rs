//! No text is cut off or lies on other text: in every view, in three languages, on four widths.

use anyhow::Result;
use xtask::{browser::READY, screenshots::views::Screen};

use super::host::visit;

/// The views, by the fragments that open them, and what shows that they are there.
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

#[test]
fn no_text_is_cut_off_or_lies_on_other_text() -> Result<()> {
    let mut wrong = Vec::new();
    visit(async |page, origin| {
        for (width, height) in WIDTHS {
            page.screen(&Screen::new(width, height)).await?;
            for lang in ["en", "ur", "ru"] {
                // One load for all views: the address leads from one to the next.
                page.goto("about:blank").await?;
                page.goto(&format!("{origin}/#lang={lang}")).await?;
                page.mark(READY).await?;
                for (fragment, there) in VIEWS {
                    let go = format!("location.hash = 'lang={lang}&{fragment}'");
                    page.eval(&go, vec![]).await?;
                    page.until(fragment, &format!("root.querySelector('{there}')")).await?;
                    page.rest().await?;
                    let found = page.eval(include_str!("clipped.js"), vec![]).await?;
                    for complaint in found.as_array().into_iter().flatten() {
                        wrong.push(format!("{width} px, {lang}, #{fragment}: {complaint}"));
                    }
                }
            }
        }
        Ok(())
    })?;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
