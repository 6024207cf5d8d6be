//! One visit to one page with a fresh browser: loaded, dragged, zoomed and measured.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep, sleep_until};

use super::{
    frames,
    gesture::{self, Field, MOVES, TURNS},
    plan::Setting,
    processes::Tree,
    sample::Sample,
};
use crate::{
    browser::{Driver, PAINTED, Page, Tracer},
    server::Server,
};

/// After a gesture pages finish what they put off, and glide on; that belongs to its cost.
const SETTLE: Duration = Duration::from_millis(500);
/// Files may come late; the interface of the atlas counts them for a second after it is ready.
const LATE: Duration = Duration::from_secs(1);
/// A picture of a page without a map is no larger than this, as a PNG.
const EMPTY: usize = 30_000;
/// A gesture is cut short after this long, so that pages that take seconds for each event end too.
const DRAG_LIMIT: Duration = Duration::from_secs(5);
const WHEEL_LIMIT: Duration = Duration::from_secs(3);
/// The drag whose frames are counted; tracing costs time itself, so it is another than the one before.
const TRACED_LIMIT: Duration = Duration::from_secs(2);
/// Fewer events say nothing, however long they take.
const FEWEST: usize = 4;

/// A page as served.
pub struct Site {
    /// Its own server, which counts what it sends.
    pub server: Server,
    /// What follows the origin, for a number of synthetic lines.
    pub address: fn(u32) -> String,
}

/// Visit the page once.
pub async fn visit(driver: &Driver, site: &Site, setting: Setting) -> Result<Sample> {
    let page = driver.open().await?;
    let sample = measure(driver, &page, site, setting).await;
    let closed = page.close().await;
    let sample = sample?;
    closed?;
    Ok(sample)
}

async fn measure(driver: &Driver, page: &Page, site: &Site, setting: Setting) -> Result<Sample> {
    let browser = Tree::below(driver.pid())?;
    prepare(page, setting).await?;
    let before = site.server.sent();
    page.goto(&format!("{}/{}", site.server.origin(), (site.address)(setting.extra))).await?;
    let painted_ms = page.mark(PAINTED).await?;
    sleep(LATE).await;
    let picture = page.screenshot().await?.len();
    ensure!(picture > EMPTY, "the page shows nothing: its picture has {picture} bytes");
    let bytes = (site.server.sent() - before) as f64;

    let (width, height) = setting.screen();
    let field = Field::of(width, height);
    let mut events = 0;
    let start = browser.cpu_ms();
    events += drag(page, field, DRAG_LIMIT).await?;
    sleep(SETTLE).await;
    events += wheel(page, field).await?;
    sleep(SETTLE).await;
    let cpu_ms = browser.cpu_ms() - start;

    let held = page.held().await?;
    let heap = held.heap + held.wasm;
    let memory = browser.memory() as f64;

    let mut tracer = Tracer::connect(&driver.last_profile())?;
    tracer.start(&frames::CATEGORIES)?;
    drag(page, field, TRACED_LIMIT).await?;
    let frames = frames::of_drag(&tracer.end()?)?;
    Ok(Sample {
        bytes,
        painted_ms,
        cpu_ms: cpu_ms / events as f64,
        events: events as f64,
        frames,
        heap,
        memory,
    })
}

/// Screen, processor and network of the setting. The phone's network is that of Lighthouse's "slow 4G".
async fn prepare(page: &Page, setting: Setting) -> Result<()> {
    let (width, height) = setting.screen();
    let ratio = if setting.phone { 2 } else { 1 };
    let metrics = json!({
        "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": setting.phone,
    });
    page.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    if setting.phone {
        page.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 4})).await?;
        page.devtools("Network.enable", json!({})).await?;
        let bytes_per_second = |kilobits: u32| kilobits * 1000 / 8;
        let network = json!({
            "offline": false,
            "latency": 150,
            "downloadThroughput": bytes_per_second(1_600),
            "uploadThroughput": bytes_per_second(750),
        });
        page.devtools("Network.emulateNetworkConditions", network).await?;
    }
    Ok(())
}

/// Drags one round; returns the number of moves.
async fn drag(page: &Page, field: Field, limit: Duration) -> Result<usize> {
    let [x, y] = field.start;
    mouse(page, json!({"type": "mouseMoved", "x": x, "y": y})).await?;
    let held = json!({"button": "left", "buttons": 1, "clickCount": 1});
    mouse(page, with(held.clone(), json!({"type": "mousePressed", "x": x, "y": y}))).await?;
    mark(page, frames::BEGIN).await?;
    let moved = json!({"type": "mouseMoved", "button": "left", "buttons": 1});
    let (mut sent, mut last) = (0, [x, y]);
    let mut pace = Pace::new(limit);
    while sent < MOVES && pace.goes_on(sent).await {
        last = field.point(sent + 1);
        mouse(page, with(moved.clone(), json!({"x": last[0], "y": last[1]}))).await?;
        sent += 1;
    }
    mark(page, frames::END).await?;
    let [x, y] = last;
    mouse(page, with(held, json!({"type": "mouseReleased", "x": x, "y": y, "buttons": 0}))).await?;
    Ok(sent)
}

/// Turns the wheel in and out; returns the number of turns.
async fn wheel(page: &Page, field: Field) -> Result<usize> {
    let [x, y] = field.start;
    let mut sent = 0;
    let mut pace = Pace::new(WHEEL_LIMIT);
    while sent < TURNS && pace.goes_on(sent).await {
        let delta = gesture::turn(sent);
        let turned = json!({"type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": delta});
        mouse(page, turned).await?;
        sent += 1;
    }
    Ok(sent)
}

/// The driver answers when the page has handled the event, so none is merged with the next.
async fn mouse(page: &Page, event: Value) -> Result<()> {
    page.devtools("Input.dispatchMouseEvent", event).await.map(drop)
}

fn with(mut event: Value, more: Value) -> Value {
    if let (Value::Object(event), Value::Object(more)) = (&mut event, more) {
        event.extend(more);
    }
    event
}

async fn mark(page: &Page, name: &str) -> Result<()> {
    page.eval("performance.mark(arguments[0])", vec![name.into()]).await.map(drop)
}

/// The time between events, and the end of patience.
struct Pace {
    next: Instant,
    end: Instant,
}

impl Pace {
    fn new(limit: Duration) -> Self {
        let now = Instant::now();
        Self { next: now, end: now + limit }
    }

    /// Waits until the next event is due, which is at once where the page was late; whether there is
    /// one.
    async fn goes_on(&mut self, sent: usize) -> bool {
        sleep_until(self.next).await;
        let now = Instant::now();
        self.next = now.max(self.next) + Duration::from_millis(gesture::PACE_MS);
        now < self.end || sent < FEWEST
    }
}
