//! axe-core finds nothing: in each view, language and theme, on a desk and on a phone.
//!
//! The script comes in through WebDriver, which the page's policy does not stop; it looks into open
//! shadow roots by itself.

use std::fmt::Write;

use anyhow::{Context, Result};
use serde_json::Value;
use xtask::{
    axe,
    browser::{Page, READY},
    screenshots::views::Screen,
};

use super::host::{loaded, visit};

const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// A view: its name, what brings it on, what shows that it is there, and what takes it away.
struct View {
    name: &'static str,
    open: &'static str,
    there: &'static str,
    close: &'static str,
}

const VIEWS: [View; 18] = [
    View { name: "home", open: "", there: ".features [role=option]", close: "" },
    View {
        name: "search",
        open: "const field = root.querySelector('.search-field');
            field.focus();
            field.value = 'kar';
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
        there: ".hits [role=option]",
        close: "const clear = root.querySelector('.search-clear'); clear.click(); clear.blur();
            root.querySelector('.search-field').blur();",
    },
    View {
        name: "export",
        open: "root.querySelector('.bar [aria-haspopup=dialog]').click()",
        there: "dialog [name=kind]",
        close: "root.querySelector('dialog .export-head button').click()",
    },
    View {
        name: "menu",
        open: "const canvas = root.querySelector('.map-canvas');
            const { x, y } = canvas.getBoundingClientRect();
            const at = { clientX: x + 150, clientY: y + 200 };
            canvas.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...at }))",
        there: ".menu-item",
        close: "root.querySelector('.menu').dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))",
    },
    View {
        name: "measuring",
        open: "root.querySelector('.measure-tool > button').click()",
        there: ".measure-acts button",
        close: "root.querySelector('.measure-tool > button').click()",
    },
    View {
        name: "layers",
        open: "root.querySelector('.layers > button').click()",
        there: ".layers-card",
        close: "root.querySelector('.layers > button').click()",
    },
    View {
        name: "table",
        open: "root.querySelector('.table-open').click()",
        there: ".table tbody tr:nth-child(5)",
        close: "",
    },
    View {
        name: "table of all, sorted",
        open: "root.querySelector('.table-tools .segment:last-of-type').click();
            root.querySelector('.table-sort').click();",
        there: ".table [aria-sort]",
        close: "root.querySelector('.table-pane .close').click()",
    },
    View {
        name: "a corridor",
        open: "location.hash += '&select=psgp'",
        there: ".panel .events",
        close: "",
    },
    View {
        name: "a place",
        open: "location.hash = location.hash.replace('psgp', 'gwadar')",
        there: ".panel .names",
        close: "",
    },
    View {
        name: "an institution",
        open: "location.hash = location.hash.replace('gwadar', 'sco')",
        there: ".panel .members",
        close: "location.hash = location.hash.replace('sco', 'gwadar')",
    },
    View {
        name: "claims",
        open: "location.hash = location.hash.replace('&select=gwadar', '') + '&view=claims&claim=C188'",
        there: ".claim-pane .claim-said",
        close: "",
    },
    View {
        name: "timeline",
        open: "location.hash = location.hash.replace('claims', 'timeline')",
        there: ".chart [data-point]",
        close: "",
    },
    View {
        name: "sources",
        open: "location.hash = location.hash.replace('timeline', 'sources')",
        there: ".references > li",
        close: "",
    },
    View {
        name: "tour",
        open: "location.hash = location.hash.replace('sources', 'tour')",
        there: ".tour .title",
        close: "",
    },
    View {
        name: "routes",
        open: "location.hash = location.hash.replace('tour', 'routes') + '&from=karachi&to=moscow';",
        there: ".legs tbody tr",
        close: "",
    },
    View {
        name: "routes, unfolded",
        open: "root.querySelectorAll('.routes details').forEach((part) => part.open = true)",
        there: ".scenario",
        close: "",
    },
    View {
        name: "notices",
        open: "location.hash += '&nonsense=1&map=x'",
        there: "[data-notice] li",
        close: "",
    },
];

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
                        let link = format!("{origin}/#lang={lang}&theme={theme}&view={name}");
                        page.goto("about:blank").await?;
                        page.goto(&link).await?;
                        page.mark(READY).await.with_context(|| view.clone())?;
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

async fn act(page: &Page, body: &str) -> Result<Value> {
    page.promise(&format!("const root = atlas.shadowRoot; {body}"), vec![]).await
}
