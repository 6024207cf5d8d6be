//! What a reader comes by on a way through the whole atlas.

use anyhow::Result;
use serde_json::Value;
use xtask::browser::Page;

/// A view: its name, what brings it on, what shows that it is there, and what takes it away.
pub(crate) struct View {
    pub(crate) name: &'static str,
    pub(crate) open: &'static str,
    pub(crate) there: &'static str,
    pub(crate) close: &'static str,
}

/// One after the other, on one load.
pub(crate) const VIEWS: [View; 18] = [
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

/// Does something in the page; `root` is the inside of the element.
pub(crate) async fn act(page: &Page, body: &str) -> Result<Value> {
    page.promise(&format!("const root = atlas.shadowRoot; {body}"), vec![]).await
}
