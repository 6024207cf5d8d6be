//! Ten thousand random actions on one element, and the same again: it answers, nothing crashes, and nothing grows.

use anyhow::Result;
use serde_json::json;

use super::element::embedded;

const ROUND: &str = include_str!("soak.js");
/// Actions in a round, which the driver's patience allows for.
const ACTIONS: u32 = 500;
const ROUNDS: u32 = 20;
/// All rounds are done so often: what takes much room for a moment has done so after the first time, and memory of the
/// program that was taken is never given back. What grows after that is kept.
const TIMES: u32 = 2;
/// How often it is looked whether what was removed is gone.
const LOOKS: u32 = 20;

/// What loads something or takes much room for a moment, with what shows that it is there: all of it is asked for once
/// before anything is measured, since memory that was taken is never given back.
const LARGEST: [(&str, &str); 8] = [
    ("view=sources", ".references > li"),
    ("view=routes&from=karachi&to=moscow", ".answers .answer"),
    ("view=routes&from=rotterdam&to=karachi&front=1&n=8", ".answers .answer"),
    ("view=routes&from=gwadar", ".routes .hang"),
    ("proj=orthographic&map=7/30/69", ".features [role=option]"),
    ("view=claims&claim=C188", ".claim-card .computed"),
    ("view=timeline", ".events-table tr"),
    ("view=tour&step=7", ".tour .title"),
];

/// A new element, so that what the one before had open does not count.
const ANEW: &str = "
    document.querySelectorAll('connectivity-atlas').forEach((one) => one.remove());
    const fresh = document.createElement('connectivity-atlas');
    fresh.setAttribute('lang', 'en');
    document.body.append(fresh);
    await fresh.ready;
    await new Promise((next) => setTimeout(next));";

#[test]
fn ten_thousand_random_actions_leave_it_as_it_was() -> Result<()> {
    embedded("<connectivity-atlas lang=\"en\"></connectivity-atlas>", async |page| {
        page.promise("await atlas.ready", vec![]).await?;
        for lang in ["en", "ur", "ru"] {
            for (state, there) in LARGEST {
                // From elsewhere, so that nothing of the view before counts for it.
                page.promise("atlas.setState('lang=en')", vec![]).await?;
                page.rest().await?;
                let go = format!("atlas.setState('lang={lang}&{state}')");
                page.promise(&go, vec![]).await?;
                page.until(state, &format!("root.querySelector('{there}')")).await?;
                let fold = "for (const one of atlas.shadowRoot.querySelectorAll('details')) one.open = true;
                    await new Promise((next) => setTimeout(next));";
                page.promise(fold, vec![]).await?;
                page.rest().await?;
            }
        }
        page.promise(ANEW, vec![]).await?;
        let mut warm = None;
        for _ in 0..TIMES {
            for round in 0..ROUNDS {
                let told = page.promise(ROUND, vec![round.into(), ACTIONS.into()]).await?;
                assert_eq!(told["wrong"], json!([]), "round {round}: {told}");
            }
            if warm.is_none() {
                page.promise(ANEW, vec![]).await?;
                page.rest().await?;
                warm = Some(page.held().await?);
            }
        }
        let after = "atlas.setState('lang=ru&select=gwadar');
            const heard = atlas.getState();
            await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
            return [heard, atlas.shadowRoot.querySelector('.panel .title')?.textContent ?? ''];";
        page.promise(ANEW, vec![]).await?;
        let answer = page.promise(after, vec![]).await?;
        assert_eq!(answer, json!(["v=1&lang=ru&select=gwadar", "Гвадар"]));
        page.promise(ANEW, vec![]).await?;
        let warm = warm.expect("a round");
        // What was removed may wait for a last frame or timer; what is kept stays, however often one looks.
        let mut last = page.held().await?;
        for _ in 0..LOOKS {
            if last.nodes <= warm.nodes + 200.0 {
                break;
            }
            page.rest().await?;
            last = page.held().await?;
        }
        println!("warm {warm:?}, after {} actions {last:?}", ACTIONS * ROUNDS * TIMES);
        assert!(last.wasm <= warm.wasm * 1.25, "wasm grows: {warm:?}, {last:?}");
        assert!(last.listeners <= warm.listeners + 5.0, "listeners stay: {warm:?}, {last:?}");
        assert!(last.nodes <= warm.nodes + 200.0, "nodes stay: {warm:?}, {last:?}");
        assert!(last.heap <= warm.heap * 1.2 + 1_000_000.0, "the heap grows: {warm:?}, {last:?}");
        Ok(())
    })
}
