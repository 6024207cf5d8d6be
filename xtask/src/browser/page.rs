//! One page in one browser: what a test or a picture asks of it.

use std::fmt;

use anyhow::{Context, Result, anyhow, bail};
use fantoccini::{Client, wd::WebDriverCompatibleCommand};
use serde_json::{Value, json};

use super::DEADLINE;
use crate::{screenshots::views::Screen, setup::others::Kind};

/// What a page's promise was rejected with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The stable code of the atlas's errors; empty for any other error.
    pub code: String,
    /// The message for people.
    pub message: String,
}

impl fmt::Display for Rejected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({})", self.message, self.code)
    }
}

impl std::error::Error for Rejected {}

/// One browser with one page.
pub struct Page {
    client: Client,
    kind: Kind,
}

/// What a page holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Held {
    /// JavaScript's heap, bytes.
    pub heap: f64,
    /// The memory of wasm, bytes.
    pub wasm: f64,
    /// Nodes of documents, those in no document too.
    pub nodes: f64,
    /// Listeners of events.
    pub listeners: f64,
}

/// A script that hears what a page complains of, for browsers that tell nobody. The first on the page.
pub const LISTENER: &str = "window.__complaints = [];
    const told = (kind, ...what) => __complaints.push([kind, ...what].join(' '));
    addEventListener('error', (event) => told('error', event.message ?? event.target?.src), true);
    addEventListener('unhandledrejection', (event) => told('rejection', event.reason));
    addEventListener('securitypolicyviolation', (event) => told(event.violatedDirective, event.blockedURI));
    for (const level of ['error', 'warn']) {
        const say = console[level];
        console[level] = (...what) => { told(level, ...what); say.apply(console, what); };
    }";

/// Notes the memories that programs bring along. Asking the browser for all objects of that kind ends the
/// tab where a program has two parts (Chromium 156).
const MEMORIES: &str = "
    globalThis.__memories = [];
    if (globalThis.WebAssembly) for (const name of ['instantiate', 'instantiateStreaming']) {
        const make = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await make.apply(WebAssembly, given);
            const all = Object.values((made.instance ?? made).exports);
            __memories.push(...all.filter((one) => one instanceof WebAssembly.Memory));
            return made;
        };
    }";

impl Page {
    /// Take over a new session.
    pub(super) async fn new(client: Client, kind: Kind) -> Result<Self> {
        let page = Self { client, kind };
        if kind != Kind::Chromium {
            return Ok(page);
        }
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": MEMORIES})).await?;
        // The browser opens with a page of its own; what that one loaded and logged is forgotten.
        page.goto("about:blank").await?;
        page.log("browser").await?;
        page.log("performance").await?;
        Ok(page)
    }

    /// Load an address, and wait for its load event.
    pub async fn goto(&self, address: &str) -> Result<()> {
        self.client.goto(address).await.with_context(|| format!("{address} was not loaded"))
    }

    /// Look into a frame of the page from now on, the first being 0.
    pub async fn enter_frame(&self, index: u16) -> Result<()> {
        self.client.enter_frame(index).await.with_context(|| format!("there is no frame {index}"))
    }

    /// Look through a screen of this kind from now on. Unlike the size of a window it may be
    /// narrower than 500 px.
    pub async fn screen(&self, screen: &Screen) -> Result<()> {
        let metrics = json!({
            "width": screen.width,
            "height": screen.height,
            "deviceScaleFactor": screen.ratio,
            "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
        let scheme = if screen.dark { "dark" } else { "light" };
        let forced = if screen.forced_colours { "active" } else { "none" };
        let features = json!({"features": [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "forced-colors", "value": forced},
            // Pictures are compared, so nothing should be on its way in them.
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]});
        self.devtools("Emulation.setEmulatedMedia", features).await.map(drop)
    }

    /// A command of the browser's own protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        let body = json!({"cmd": command, "params": parameters});
        self.vendor("goog/cdp/execute", body).await
    }

    /// The value of a function's body in the page: `return document.title`. Its arguments are in
    /// `arguments`.
    pub async fn eval(&self, body: &str, arguments: Vec<Value>) -> Result<Value> {
        self.client.execute(body, arguments).await.with_context(|| format!("in the page: {body}"))
    }

    /// The value of an asynchronous function's body in the page, with `atlas` as the element and
    /// `args` as the arguments. A rejection is an error that can be downcast to [`Rejected`].
    pub async fn promise(&self, body: &str, arguments: Vec<Value>) -> Result<Value> {
        let script = format!(
            "const args = [...arguments];
            const done = args.pop();
            const atlas = document.querySelector('connectivity-atlas');
            (async () => {{ {body} }})().then(
                (value) => done({{ value: value ?? null }}),
                (error) => done({{
                    code: String(error?.code ?? ''),
                    message: String(error?.message ?? error),
                }}),
            );"
        );
        let mut answer = self
            .client
            .execute_async(&script, arguments)
            .await
            .with_context(|| format!("in the page: {body}"))?;
        if answer.get("message").is_some() {
            let text = |name: &str| answer[name].as_str().unwrap_or("").to_string();
            let rejected = Rejected { code: text("code"), message: text("message") };
            return Err(anyhow!(rejected).context(format!("in the page: {body}")));
        }
        Ok(answer["value"].take())
    }

    /// Wait until an expression in the page is true; `atlas` is the element and `root` its shadow
    /// root. `what` says in the error what never came.
    pub async fn until(&self, what: &str, expression: &str) -> Result<()> {
        let body = format!(
            "const end = performance.now() + args[0];
            const holds = () => {{
                const root = atlas?.shadowRoot;
                return Boolean({expression});
            }};
            while (!holds()) {{
                if (performance.now() > end) return false;
                await new Promise((next) => setTimeout(next, 10));
            }}
            return true;"
        );
        // The page's own deadline comes before the driver's, whose error would not say what for.
        let limit = DEADLINE.as_millis() as u64 * 9 / 10;
        if self.promise(&body, vec![limit.into()]).await? == true {
            return Ok(());
        }
        let severe = self.complaints().await.unwrap_or_default();
        bail!("{what}: never came ({expression}); the console says: {severe:#?}")
    }

    /// Wait for a performance mark, and return its time in milliseconds since the navigation.
    pub async fn mark(&self, name: &str) -> Result<f64> {
        let found = format!("performance.getEntriesByName({})", json!(name));
        self.until(&format!("the mark `{name}`"), &format!("{found}.length")).await?;
        let time = self.eval(&format!("return {found}[0].startTime"), vec![]).await?;
        time.as_f64().context("a mark without a time")
    }

    /// Wait until fonts are there and what they changed is drawn.
    pub async fn rest(&self) -> Result<()> {
        let body = "await document.fonts.ready;
            const frame = () => new Promise((next) => requestAnimationFrame(next));
            for (let drawn = 0; drawn < 3; drawn += 1) await frame();";
        self.promise(body, vec![]).await.map(drop)
    }

    /// What the page holds after a collection of garbage.
    pub async fn held(&self) -> Result<Held> {
        self.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        self.devtools("Performance.enable", json!({})).await?;
        let answer = self.devtools("Performance.getMetrics", json!({})).await?;
        let metrics = answer["metrics"].as_array().context("no metrics")?;
        let of = |name: &str| {
            let found = metrics.iter().find(|metric| metric["name"] == name);
            found
                .and_then(|metric| metric["value"].as_f64())
                .with_context(|| format!("the browser does not tell {name}"))
        };
        Ok(Held {
            heap: of("JSHeapUsedSize")?,
            wasm: self.wasm().await?,
            nodes: of("Nodes")?,
            listeners: of("JSEventListeners")?,
        })
    }

    /// The memory of all wasm in the page. The heap's size does not contain it, and pages keep it to
    /// themselves, so [`MEMORIES`] has an eye on what is made.
    async fn wasm(&self) -> Result<f64> {
        let sum =
            "return globalThis.__memories.reduce((sum, one) => sum + one.buffer.byteLength, 0)";
        self.eval(sum, vec![]).await?.as_f64().context("no size of wasm memory")
    }

    /// The page as a PNG file, at the screen's pixel ratio.
    pub async fn screenshot(&self) -> Result<Vec<u8>> {
        self.client.screenshot().await.context("no screenshot")
    }

    /// The title.
    pub async fn title(&self) -> Result<String> {
        self.client.title().await.context("no title")
    }

    /// Errors and warnings in the console since the last call. Browsers other than Chromium do not tell: there it is
    /// what [`LISTENER`] heard since the page was loaded.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        if self.kind != Kind::Chromium {
            return self.texts("return window.__complaints ?? []").await;
        }
        let entries = self.log("browser").await?;
        Ok(entries
            .iter()
            .filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")))
            .map(|entry| format!("{}: {}", entry["level"], entry["message"]))
            .collect())
    }

    async fn texts(&self, body: &str) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.eval(body, vec![]).await?)?)
    }

    /// The addresses of all requests since the last call; in browsers other than Chromium those that succeeded since
    /// the page was loaded.
    pub async fn requests(&self) -> Result<Vec<String>> {
        if self.kind != Kind::Chromium {
            let entries = "return performance.getEntriesByType('resource').map((one) => one.name)";
            return self.texts(entries).await;
        }
        let entries = self.log("performance").await?;
        let mut addresses = Vec::new();
        for entry in entries {
            let text = entry["message"].as_str().unwrap_or("{}");
            let event: Value = serde_json::from_str(text).context("a log entry")?;
            let event = &event["message"];
            if event["method"] == "Network.requestWillBeSent"
                && let Some(address) = event["params"]["request"]["url"].as_str()
            {
                addresses.push(address.to_string());
            }
        }
        Ok(addresses)
    }

    /// Close the browser. Dropping the driver does so too, but later.
    pub async fn close(self) -> Result<()> {
        self.client.close().await.context("the browser stays open")
    }

    async fn log(&self, kind: &str) -> Result<Vec<Value>> {
        match self.vendor("se/log", json!({"type": kind})).await? {
            Value::Array(entries) => Ok(entries),
            other => bail!("the log `{kind}` is not a list: {other}"),
        }
    }

    async fn vendor(&self, path: &'static str, body: Value) -> Result<Value> {
        self.client
            .issue_cmd(Vendor { path, body })
            .await
            .with_context(|| format!("the driver refused {path}"))
    }
}

/// A command that ChromeDriver has beyond the standard.
#[derive(Debug)]
struct Vendor {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or(""), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
