//! The driver's process and the browsers that it starts.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use fantoccini::{ClientBuilder, wd::TimeoutConfiguration};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::{DEADLINE, Page};
use crate::{
    setup::{browser::BrowserTools, others::Kind},
    workspace,
};

/// A running driver on a port of its own; dropping it ends it and its browsers.
pub struct Driver {
    process: Child,
    kind: Kind,
    /// The screen of a browser that knows no other way to be out of sight.
    screen: Option<Child>,
    port: u16,
    capabilities: Value,
    /// The browsers' profiles: new, empty, and gone when the driver is.
    profiles: tempfile::TempDir,
    opened: AtomicUsize,
}

/// How often a driver whose port was taken is started at most, and its words for that.
const STARTS: usize = 4;
const PORT_TAKEN: &str = "port not available";

impl Driver {
    /// Start the driver and wait until it listens.
    pub fn start(tools: &BrowserTools) -> Result<Self> {
        Self::start_with(tools, tools.capabilities()?)
    }

    /// The same, with capabilities of one's own for its browsers.
    pub fn start_with(tools: &BrowserTools, capabilities: Value) -> Result<Self> {
        // Below the target directory, because a browser from a snap may not see /tmp.
        let parent = workspace::target().join("tmp");
        std::fs::create_dir_all(&parent).context("no directory for profiles")?;
        let profiles = tempfile::tempdir_in(parent).context("no directory for profiles")?;
        let (process, port, screen) = match tools.kind {
            Kind::WebKit => start_webkit(tools)?,
            _ => start_and_listen(tools).map(|(process, port)| (process, port, None))?,
        };
        Ok(Self {
            process,
            kind: tools.kind,
            screen,
            port,
            capabilities,
            profiles,
            opened: AtomicUsize::new(0),
        })
    }

    /// The driver's process; its browsers are its children.
    pub fn pid(&self) -> u32 {
        self.process.id()
    }

    /// The profile of the browser that was opened last.
    pub fn last_profile(&self) -> PathBuf {
        self.profile(self.opened.load(Ordering::Relaxed).saturating_sub(1))
    }

    fn profile(&self, number: usize) -> PathBuf {
        self.profiles.path().join(number.to_string())
    }

    /// Open a browser with an empty profile.
    pub async fn open(&self) -> Result<Page> {
        let number = self.opened.fetch_add(1, Ordering::Relaxed);
        let profile = self.profile(number);
        let mut capabilities = self.capabilities.clone();
        if let Some(arguments) = capabilities["goog:chromeOptions"]["args"].as_array_mut() {
            arguments.push(format!("--user-data-dir={}", profile.display()).into());
        }
        if self.kind == Kind::Chromium {
            capabilities["goog:loggingPrefs"] = json!({"browser": "ALL", "performance": "ALL"});
        }
        let Value::Object(capabilities) = capabilities else {
            bail!("webdriver.json is not an object");
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .context("the driver did not start a browser")?;
        let limit = Some(DEADLINE);
        client.update_timeouts(TimeoutConfiguration::new(limit, limit, None)).await?;
        Page::new(client, self.kind).await
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.ask_to_end();
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(5) {
            if !matches!(self.process.try_wait(), Ok(None)) {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        end(&mut self.process);
        // A browser that its driver left behind ends with its screen.
        if let Some(screen) = &mut self.screen {
            end(screen);
        }
    }
}

impl Driver {
    /// Asked so, the driver closes its browsers before it ends.
    fn ask_to_end(&self) {
        if self.kind != Kind::Chromium {
            let _ = Command::new("kill").arg(self.process.id().to_string()).status();
            return;
        }
        if let Ok(mut stream) = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)) {
            let ask = "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
            let limit = Some(Duration::from_secs(5));
            let _ = stream.set_read_timeout(limit);
            let _ = stream.write_all(ask.as_bytes());
            let _ = stream.read_to_end(&mut Vec::new());
        }
    }
}

/// A driver that takes a free port by itself and says which. ChromeDriver takes one of IPv6 and then the same of IPv4,
/// which another program may have by chance: then it is started again, for another.
fn start_and_listen(tools: &BrowserTools) -> Result<(Child, u16)> {
    for _ in 1..STARTS {
        match try_to_listen(tools) {
            Err(error) if error.to_string().contains(PORT_TAKEN) => {}
            other => return other,
        }
    }
    try_to_listen(tools)
}

fn try_to_listen(tools: &BrowserTools) -> Result<(Child, u16)> {
    let mut command = Command::new(&tools.driver);
    command.arg("--port=0");
    if tools.kind == Kind::Firefox {
        command.arg("--websocket-port=0");
    }
    let mut process = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("{} did not start", tools.driver.display()))?;
    let output = process.stdout.take().context("the driver has no output")?;
    let mut output = BufReader::new(output);
    match port_of(&mut output) {
        Ok(port) => {
            // Some go on talking, and end where nobody listens.
            std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
            Ok((process, port))
        }
        Err(error) => {
            end(&mut process);
            Err(error)
        }
    }
}

/// WebKit's driver says nothing and has to be given its port; its browser needs a screen.
fn start_webkit(tools: &BrowserTools) -> Result<(Child, u16, Option<Child>)> {
    let mut screen = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("Xvfb did not start")?;
    let mut number = String::new();
    let output = screen.stdout.take().context("the screen has no output")?;
    BufReader::new(output).read_line(&mut number).context("the screen has no number")?;
    // Free a moment ago: the driver takes it before anybody else asks for one.
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let started = Command::new(&tools.driver)
        .arg(format!("--port={port}"))
        .env("DISPLAY", format!(":{}", number.trim()))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("{} did not start", tools.driver.display()));
    let mut process = started.inspect_err(|_| end(&mut screen))?;
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if start.elapsed() > DEADLINE || !matches!(process.try_wait(), Ok(None)) {
            end(&mut process);
            end(&mut screen);
            bail!("{} does not listen", tools.driver.display());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok((process, port, Some(screen)))
}

fn end(process: &mut Child) {
    // It may have ended by itself, which is as good.
    let _ = process.kill();
    let _ = process.wait();
}

/// The port in the driver's own words; it closes its output when it fails to start.
fn port_of(output: impl BufRead) -> Result<u16> {
    let mut said = String::new();
    for line in output.lines() {
        let line = line.context("the driver's output is not readable")?;
        // The words of ChromeDriver, and those of geckodriver.
        let words = ["started successfully on port ", "Listening on 127.0.0.1:"];
        if let Some((_, port)) = words.iter().find_map(|words| line.split_once(words)) {
            return port
                .trim_end_matches('.')
                .parse()
                .with_context(|| format!("strange port in `{line}`"));
        }
        said.push_str(&line);
        said.push('\n');
    }
    bail!("the driver ended before it listened; it said:\n{said}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_drivers_words() {
        let said = "Starting ChromeDriver 156.0 on port 0\n\
            ChromeDriver was started successfully on port 41237.\n";
        assert_eq!(port_of(said.as_bytes()).expect("a port"), 41237);
        let said = "1764320000000\tgeckodriver\tINFO\tListening on 127.0.0.1:39011\n";
        assert_eq!(port_of(said.as_bytes()).expect("a port"), 39011);
        let error =
            port_of("IPv4 port not available. Exiting...\n".as_bytes()).expect_err("no port");
        assert!(error.to_string().contains(PORT_TAKEN));
    }
}
