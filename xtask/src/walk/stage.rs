//! The browser in which walk-throughs are done, and the server before it.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use super::{
    Named,
    script::{Command, Step},
};
use crate::{
    browser::{self, DEADLINE, Driver, Page},
    screenshots::views::Screen,
    server::{Files, Port, Server},
    setup,
    steps::seconds,
    workspace,
};

/// Finds things on the page as readers do.
const ASK: &str = include_str!("walk.js");

/// How long something may take to come about.
const PATIENCE: Duration = Duration::from_secs(DEADLINE.as_secs() / 2);

/// Between two looks at a page that is not there yet.
const LOOK: Duration = Duration::from_millis(30);

/// So often a key is pressed until something has the focus, at most: no view has more stops.
const MOST_PRESSES: usize = 100;

/// Does all walk-throughs, and puts a picture of each step into a folder of `out`.
///
/// # Errors
///
/// Names the walk-through, the step, the line, and what was there instead.
pub fn run_all(walks: &[Named], out: &Path) -> Result<()> {
    let tools = setup::browser::set_up()?;
    let host = tempfile::tempdir()?;
    lay_out(host.path())?;
    browser::block_on(async {
        let driver = Driver::start(&tools)?;
        for (name, walk) in walks {
            let start = Instant::now();
            let pictures = out.join(name);
            let _ = fs::remove_dir_all(&pictures);
            fs::create_dir_all(&pictures)
                .with_context(|| format!("{} was not made", pictures.display()))?;
            let server = Server::start(Files::new(host.path())?, Port::Any)?;
            let saved = tempfile::tempdir()?;
            let page = driver.open().await?;
            let mut stage = Stage {
                page: &page,
                origin: server.origin(),
                server: Some(server),
                saved: saved.path().into(),
            };
            for (index, step) in walk.steps.iter().enumerate() {
                stage
                    .step(step, &pictures.join(format!("{:02}.png", index + 1)))
                    .await
                    .with_context(|| format!("docs/walkthroughs/{name}.md, “{}”", step.title))?;
            }
            page.close().await?;
            println!(
                "  {name}: {} steps, {} ({})",
                walk.steps.len(),
                pictures.display(),
                seconds(start.elapsed())
            );
        }
        Ok(())
    })
}

/// A server as a webmaster has it: the page and the element in folders of their own, other pages beside them.
///
/// # Errors
///
/// When the page is not built, or something cannot be copied.
pub fn lay_out(host: &Path) -> Result<()> {
    let parts = [
        ("atlas", workspace::site()),
        ("atlas-element", workspace::dist().join("element")),
        ("examples", workspace::root().join("examples/embedding")),
        ("own-data", workspace::root().join("examples/own-data")),
    ];
    for (name, from) in parts {
        workspace::copy(&from, &host.join(name))
            .context("build the page first: `cargo xtask dist`")?;
    }
    Ok(())
}

/// A reader before a page.
struct Stage<'a> {
    page: &'a Page,
    origin: String,
    server: Option<Server>,
    saved: PathBuf,
}

impl Stage<'_> {
    /// Does a step and takes its picture, also where it goes wrong.
    async fn step(&mut self, step: &Step, picture: &Path) -> Result<()> {
        let mut result = Ok(());
        for line in &step.lines {
            result = self
                .command(&line.command)
                .await
                .with_context(|| format!("line {}: {:?}", line.number, line.command));
            if result.is_err() {
                break;
            }
        }
        // The picture first: it shows why.
        self.page.rest().await?;
        fs::write(picture, self.page.screenshot().await?)
            .with_context(|| format!("{} was not written", picture.display()))?;
        result
    }

    async fn command(&mut self, command: &Command) -> Result<()> {
        match command {
            Command::Screen { width, height, dark } => {
                let screen = Screen::new(*width, *height);
                let allow = json!({"behavior": "allow", "downloadPath": self.saved});
                self.page.devtools("Page.setDownloadBehavior", allow).await?;
                self.page.screen(&if *dark { screen.dark() } else { screen }).await
            }
            Command::Open(path) => {
                self.page.goto("about:blank").await?;
                self.page.goto(&format!("{}{path}", self.origin)).await
            }
            Command::Click { name, below } => self.click("click", json!([name, below])).await,
            Command::Type { text, field } => {
                self.click("field", json!([field])).await?;
                // Else the words would go nowhere, and only a later command would miss them.
                self.holds("focus", field, true).await?;
                self.page.devtools("Input.insertText", json!({"text": text})).await.map(drop)
            }
            Command::Choose { entry, list } => {
                self.there("choose", json!([entry, list])).await.map(drop)
            }
            Command::Give(path) => {
                let text = fs::read_to_string(workspace::root().join(path))
                    .with_context(|| format!("no file {path}"))?;
                self.there("give", json!([path, text])).await.map(drop)
            }
            Command::Press { key, until } if until.is_empty() => self.press(key).await,
            Command::Press { key, until } => {
                for _ in 0..MOST_PRESSES {
                    self.press(key).await?;
                    if self.ask("focus", &json!([until])).await? == true {
                        return Ok(());
                    }
                }
                bail!("{MOST_PRESSES} presses lead to no {until}")
            }
            Command::Back => self.page.eval("history.back()", vec![]).await.map(drop),
            Command::See(text) => self.holds("see", text, true).await,
            Command::Miss(text) => self.holds("see", text, false).await,
            Command::Hear(text) => self.holds("hear", text, true).await,
            Command::Focus(name) => self.holds("focus", name, true).await,
            Command::Address(text) => {
                let expression =
                    format!("decodeURIComponent(location.href).includes({})", json!(text));
                self.page.until("the address", &expression).await
            }
            Command::Saved { name, text } => self.saved(name, text).await,
            Command::Quiet => {
                let complaints = self.page.complaints().await?;
                ensure!(complaints.is_empty(), "the page complains: {complaints:#?}");
                let asked = self.page.requests().await?;
                let own = [self.origin.as_str(), "data:", "blob:", "about:", "chrome:"];
                let others: Vec<&String> = asked
                    .iter()
                    .filter(|one| !own.iter().any(|own| one.starts_with(own)))
                    .collect();
                ensure!(others.is_empty(), "other servers were asked: {others:#?}");
                Ok(())
            }
            Command::Offline => {
                drop(self.server.take());
                Ok(())
            }
        }
    }

    async fn ask(&self, what: &str, given: &Value) -> Result<Value> {
        let mut arguments = vec![Value::from(what)];
        arguments.extend(given.as_array().cloned().unwrap_or_default());
        self.page.eval(ASK, arguments).await
    }

    /// Asks until the thing is there and nothing lies over it.
    async fn there(&self, what: &str, given: Value) -> Result<Value> {
        let start = Instant::now();
        loop {
            let answer = self.ask(what, &given).await?;
            if answer.get("names").is_none() && answer.get("reached") != Some(&Value::Bool(false)) {
                return Ok(answer);
            }
            if start.elapsed() > PATIENCE {
                bail!("there is no such thing to reach; instead: {answer}");
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    async fn click(&self, what: &str, given: Value) -> Result<()> {
        let place = self.there(what, given).await?;
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({
                "type": kind, "x": place["x"], "y": place["y"], "button": "left", "clickCount": 1,
            });
            self.page.devtools("Input.dispatchMouseEvent", event).await?;
        }
        Ok(())
    }

    /// Waits until it is so.
    async fn holds(&self, what: &str, text: &str, wanted: bool) -> Result<()> {
        let start = Instant::now();
        while self.ask(what, &json!([text])).await? != wanted {
            if start.elapsed() > PATIENCE {
                bail!("it never came about; {}", self.ask("told", &json!([])).await?);
            }
            tokio::time::sleep(LOOK).await;
        }
        Ok(())
    }

    async fn press(&self, key: &str) -> Result<()> {
        let (shift, key) = match key.strip_prefix("Shift+") {
            Some(rest) => (8, rest),
            None => (0, key),
        };
        let (name, code, text) = match key {
            "Tab" => ("Tab", 9, ""),
            "Enter" => ("Enter", 13, "\r"),
            "Escape" => ("Escape", 27, ""),
            "Space" => (" ", 32, " "),
            "PageUp" => ("PageUp", 33, ""),
            "PageDown" => ("PageDown", 34, ""),
            "End" => ("End", 35, ""),
            "Home" => ("Home", 36, ""),
            "ArrowLeft" => ("ArrowLeft", 37, ""),
            "ArrowUp" => ("ArrowUp", 38, ""),
            "ArrowRight" => ("ArrowRight", 39, ""),
            "ArrowDown" => ("ArrowDown", 40, ""),
            other => bail!("the key `{other}` is not known here"),
        };
        for kind in ["keyDown", "keyUp"] {
            let mut event = json!({
                "type": kind, "key": name, "code": if name == " " { "Space" } else { name },
                "windowsVirtualKeyCode": code, "modifiers": shift,
            });
            if kind == "keyDown" && !text.is_empty() {
                event["text"] = text.into();
            }
            self.page.devtools("Input.dispatchKeyEvent", event).await?;
        }
        Ok(())
    }

    /// Waits for the file.
    async fn saved(&self, name: &str, text: &str) -> Result<()> {
        let start = Instant::now();
        loop {
            let mut names = Vec::new();
            for entry in fs::read_dir(&self.saved)? {
                let path = entry?.path();
                let shown = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                // While it comes it has an ending of the browser's own.
                if shown.contains(name) && !shown.ends_with("crdownload") {
                    let bytes = fs::read(&path)?;
                    let held = String::from_utf8_lossy(&bytes);
                    if !bytes.is_empty() && held.contains(text) {
                        return Ok(());
                    }
                }
                names.push(shown);
            }
            if start.elapsed() > PATIENCE {
                bail!("no such file was saved; there are {names:?}");
            }
            tokio::time::sleep(LOOK).await;
        }
    }
}
