//! Ten thousand events on one page: what it holds before and after.

use anyhow::{Context, Result};
use serde_json::json;

use super::{
    gesture::Field,
    plan::Setting,
    sample::{EVENTS, Endurance},
    session::Site,
};
use crate::browser::{Driver, PAINTED, READY};

/// Events in each animation frame; a stint of one in each would take three minutes.
const BATCH: usize = 20;
/// Rounds of the stint, after each of which the heap is read.
const ROUNDS: usize = 4;

/// Sends the events inside the page: moves of a pressed pointer, every tenth one a turn of the wheel.
const STINT: &str = "
    const [events, batch, start, reach] = args;
    const root = atlas.shadowRoot;
    const canvas = root.querySelector('canvas');
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    const at = (step) => {
        const angle = step / 60 * 2 * Math.PI;
        return {
            clientX: start[0] + reach[0] * Math.sin(angle),
            clientY: start[1] + reach[1] * (1 - Math.cos(angle)) / 2,
            bubbles: true, cancelable: true, composed: true,
        };
    };
    const pointer = (type, step, buttons) => canvas.dispatchEvent(new PointerEvent(type, {
        ...at(step), pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0, buttons,
    }));
    pointer('pointerdown', 0, 1);
    for (let sent = 0; sent < events; sent += 1) {
        if (sent % 10 === 9) {
            const deltaY = sent % 20 === 9 ? -40 : 40;
            canvas.dispatchEvent(new WheelEvent('wheel', { ...at(sent), deltaY }));
        } else {
            pointer('pointermove', sent, 1);
        }
        if (sent % batch === batch - 1) await frame();
    }
    pointer('pointerup', events, 0);
    await frame();
    await frame();
";

/// Run the stint on the atlas.
pub async fn run(driver: &Driver, site: &Site) -> Result<Endurance> {
    println!("{EVENTS} events on the atlas, for its memory");
    let page = driver.open().await?;
    let (width, height) = Setting::DESK.screen();
    let metrics = json!({
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
    });
    page.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    page.goto(&format!("{}/{}", site.server.origin(), (site.address)(0))).await?;
    page.mark(PAINTED).await?;
    page.mark(READY).await?;
    let field = Field::of(width, height);
    let bytes = async || page.held().await.map(|held| held.heap + held.wasm);
    let mut sizes = vec![bytes().await?];
    for _ in 0..ROUNDS {
        let arguments =
            vec![(EVENTS / ROUNDS).into(), BATCH.into(), json!(field.start), json!(field.reach)];
        page.promise(STINT, arguments).await.context("the stint of events")?;
        sizes.push(bytes().await?);
    }
    page.close().await?;
    Ok(Endurance { heap: sizes })
}
