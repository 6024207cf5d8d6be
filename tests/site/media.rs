//! Readers whose system forces its own few colours, and paper.

use anyhow::Result;
use serde_json::{Value, json};
use xtask::{browser::Page, screenshots::views::Screen};

use super::host::{opened, visit};

/// The elements of each view that say something by what fills them, or by their stroke.
const DRAWN: [(&str, &[&str]); 3] = [
    (
        "view=routes&from=karachi&to=moscow",
        &[".range-bar", ".range-mid", ".cell.full", ".piece.rail .piece-line", ".hatch-key"],
    ),
    ("view=timeline", &[".chart circle.dot", ".dot-key.filled"]),
    ("view=sources", &[".chart rect"]),
];

/// Whether the first element of a selector stands out from the ground.
const STANDS_OUT: &str = "const root = atlas.shadowRoot;
    const probe = document.createElement('i');
    probe.style.color = 'Canvas';
    document.body.append(probe);
    const ground = getComputedStyle(probe).color;
    probe.remove();
    const none = ['none', 'rgba(0, 0, 0, 0)', ground];
    const { fill, stroke, backgroundColor, backgroundImage } = getComputedStyle(root.querySelector(args[0]));
    const drawn = root.querySelector(args[0]).closest('svg') ? [fill, stroke] : [backgroundColor, backgroundImage];
    return drawn.some((one) => !none.includes(one));";

#[test]
fn drawings_stand_out_in_forced_colours() -> Result<()> {
    visit(async |page, origin| {
        for screen in [Screen::new(1280, 800), Screen::new(1280, 800).dark()] {
            let screen = screen.forced();
            page.screen(&screen).await?;
            for (fragment, drawn) in DRAWN {
                opened(page, origin, &format!("lang=en&{fragment}")).await?;
                for selector in drawn {
                    page.until(selector, &format!("root.querySelector('{selector}')")).await?;
                    let stands_out = page.promise(STANDS_OUT, vec![(*selector).into()]).await?;
                    assert_eq!(stands_out, Value::from(true), "{selector} in {screen:?}");
                }
            }
        }
        Ok(())
    })
}

/// Whether the figure is on paper beside what the address shows.
async fn has_figure(page: &Page, origin: &str, fragment: &str) -> Result<Value> {
    page.devtools("Emulation.setEmulatedMedia", json!({"media": ""})).await?;
    opened(page, origin, fragment).await?;
    page.until("the card", "root.querySelector('.claim-pane .claim-said')").await?;
    page.devtools("Emulation.setEmulatedMedia", json!({"media": "print"})).await?;
    let shown = "return getComputedStyle(atlas.shadowRoot.querySelector('.print-figure')).display";
    page.promise(shown, vec![]).await
}

#[test]
fn a_claim_about_places_is_printed_with_its_map() -> Result<()> {
    visit(async |page, origin| {
        let about_places = "lang=en&view=claims&claim=C188";
        assert_eq!(has_figure(page, origin, about_places).await?, Value::from("block"));
        let about_none = "lang=en&view=claims&claim=C076";
        assert_eq!(has_figure(page, origin, about_none).await?, Value::from("none"));
        Ok(())
    })
}
