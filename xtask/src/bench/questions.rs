//! Questions for routes, asked of the element in the browser as a host page asks them.

use anyhow::{Context, Result};

use super::{native::Figure, session::Site};
use crate::browser::{Driver, PAINTED, READY};

/// Each question is asked for all pairs of these places.
const PLACES: [&str; 14] = [
    "karachi",
    "gwadar",
    "moscow",
    "saint-petersburg",
    "rotterdam",
    "tashkent",
    "istanbul",
    "mumbai",
    "almaty",
    "astrakhan",
    "kashgar",
    "bandar-abbas",
    "novorossiysk",
    "baku",
];

/// Gives the 95th percentile of each question, milliseconds. The network is loaded before the first.
const ASK: &str = "
    const [places] = args;
    const pairs = places.flatMap((from) => places.filter((to) => to !== from).map((to) => [from, to]));
    const asked = {
        'a route': (from, to) => atlas.routes({ from, to, alternatives: 1 }),
        'three alternatives': (from, to) => atlas.routes({ from, to, alternatives: 3 }),
        'the cheapest route in January':
            (from, to) => atlas.routes({ from, to, alternatives: 1, by: 'cost', month: 1 }),
        'how far one comes': (from) => atlas.reach({ from, limit: 500 }),
        'what a route hangs on': (from, to) => atlas.critical({ from, to }),
    };
    await atlas.routes({ from: places[0], to: places[1] });
    const figures = {};
    for (const [name, ask] of Object.entries(asked)) {
        const times = [];
        for (const [from, to] of pairs) {
            const start = performance.now();
            await ask(from, to);
            times.push(performance.now() - start);
        }
        times.sort((a, b) => a - b);
        figures[name] = times[Math.floor(times.length * 0.95)];
    }
    return figures;
";

/// Asks them.
pub async fn ask(driver: &Driver, site: &Site) -> Result<Vec<Figure>> {
    println!("Questions for routes between {} places", PLACES.len());
    let page = driver.open().await?;
    page.goto(&format!("{}/{}", site.server.origin(), (site.address)(0))).await?;
    page.mark(PAINTED).await?;
    page.mark(READY).await?;
    let answer =
        page.promise(ASK, vec![PLACES.as_slice().into()]).await.context("the questions")?;
    page.close().await?;
    let figures = answer.as_object().context("no figures")?.iter().map(|(name, value)| {
        let value = value.as_f64().with_context(|| format!("no time for {name}: {value}"))?;
        Ok(Figure { name: name.clone(), value, unit: "ms".into() })
    });
    figures.collect()
}
