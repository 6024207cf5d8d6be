//! axe-core finds nothing: in each view, language and theme, on a desk and on a phone.
//!
//! The script comes in through WebDriver, which the page's policy does not stop; it looks into open
//! shadow roots by itself.

use std::fmt::Write;

use anyhow::{Context, Result};
use xtask::{axe, browser::Page, screenshots::views::Screen};

use super::host::{loaded, opened, visit};
use super::views::{VIEWS, View, act};

const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// The pages as a link opens them: a reader comes to them through no other.
const PAGES: [(&str, &str); 6] = [
    ("routes", ".ends input"),
    ("claims", ".claims"),
    ("timeline", ".chart [data-point]"),
    ("sources", ".references > li"),
    ("tour", ".tour .title"),
    ("about", ".about-part"),
];

/// What axe finds in the page as it is, one line for each fault.
async fn faults(page: &Page) -> Result<String> {
    let body = "const options = { runOnly: { type: 'tag', values: args[0] }, resultTypes: ['violations'] };
        const { violations } = await axe.run(document, options);
        return violations.flatMap(({ id, nodes }) => nodes.map((node) => ({
            id, target: node.target.flat().join(' '), why: node.failureSummary, html: node.html,
        })));";
    let found = page.promise(body, vec![RULES.to_vec().into()]).await?;
    let mut lines = String::new();
    for fault in found.as_array().context("a list of faults")? {
        let part = |name: &str| fault[name].as_str().unwrap_or_default().replace('\n', " ");
        let html: String = part("html").chars().take(160).collect();
        let _ = writeln!(lines, "{} {}: {} {html}", part("id"), part("target"), part("why"));
    }
    Ok(lines)
}

#[test]
fn axe_finds_nothing_in_any_view() -> Result<()> {
    let script = axe::script()?;
    visit(async |page, origin| {
        let mut wrong = String::new();
        for (width, height) in [(1280, 800), (360, 740)] {
            for lang in ["en", "ur", "ru"] {
                for theme in ["light", "dark"] {
                    page.screen(&Screen::new(width, height)).await?;
                    loaded(page, origin, &format!("lang={lang}&theme={theme}")).await?;
                    page.eval(&script, vec![]).await.context("axe-core")?;
                    for View { name, open, there, close } in VIEWS {
                        let view = format!("{name}, {lang}, {theme}, {width} px");
                        act(page, open).await.with_context(|| view.clone())?;
                        page.until(&view, &format!("root.querySelector(\"{there}\")")).await?;
                        page.rest().await?;
                        let found = faults(page).await.with_context(|| view.clone())?;
                        if !found.is_empty() {
                            let _ = writeln!(wrong, "== {view}\n{found}");
                        }
                        act(page, close).await?;
                    }
                    // A load takes long: each theme and each direction of text once.
                    let some = [("en", "light"), ("ur", "dark")].contains(&(lang, theme));
                    for (name, there) in PAGES.into_iter().filter(|_| some) {
                        let view = format!("{name} from a link, {lang}, {theme}, {width} px");
                        // Some of them show no map.
                        let link = format!("lang={lang}&theme={theme}&view={name}");
                        opened(page, origin, &link).await.with_context(|| view.clone())?;
                        page.eval(&script, vec![]).await.context("axe-core")?;
                        page.until(&view, &format!("root.querySelector(\"{there}\")")).await?;
                        page.rest().await?;
                        let found = faults(page).await.with_context(|| view.clone())?;
                        if !found.is_empty() {
                            let _ = writeln!(wrong, "== {view}\n{found}");
                        }
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong}");
        Ok(())
    })
}

#[test]
fn axe_sees_into_the_element() -> Result<()> {
    let script = axe::script()?;
    visit(async |page, origin| {
        loaded(page, origin, "lang=en").await?;
        page.eval(&script, vec![]).await.context("axe-core")?;
        act(page, "root.querySelector('.bar-end').append(document.createElement('button'))")
            .await?;
        let found = faults(page).await?;
        assert!(found.contains("button-name"), "{found}");
        Ok(())
    })
}
