//! The driver's process and the browsers that it starts.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpStream},
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
use crate::{setup::browser::BrowserTools, workspace};

/// A running ChromeDriver on a port of its own; dropping it ends it and its browsers.
pub struct Driver {
    process: Child,
    port: u16,
    capabilities: Value,
    /// The browsers' profiles: new, empty, and gone when the driver is.
    profiles: tempfile::TempDir,
    opened: AtomicUsize,
}

impl Driver {
    /// Start the driver and wait until it listens.
    pub fn start(tools: &BrowserTools) -> Result<Self> {
        Self::start_with(tools, tools.capabilities()?)
    }

    /// The same, with capabilities of one's own for its browsers.
    pub fn start_with(tools: &BrowserTools, capabilities: Value) -> Result<Self> {
        let mut process = Command::new(&tools.driver)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} did not start", tools.driver.display()))?;
        let output = process.stdout.take().context("the driver has no output")?;
        let port = match port_of(BufReader::new(output)) {
            Ok(port) => port,
            Err(error) => {
                end(&mut process);
                return Err(error);
            }
        };
        // Below the target directory, because a browser from a snap may not see /tmp.
        let parent = workspace::target().join("tmp");
        std::fs::create_dir_all(&parent).context("no directory for profiles")?;
        Ok(Self {
            process,
            port,
            capabilities,
            profiles: tempfile::tempdir_in(parent).context("no directory for profiles")?,
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
        capabilities["goog:loggingPrefs"] = json!({"browser": "ALL", "performance": "ALL"});
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
        Page::new(client).await
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked to shut down, the driver closes its browsers before it ends.
        if let Ok(mut stream) = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)) {
            let ask = "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
            let limit = Some(Duration::from_secs(5));
            let _ = stream.set_read_timeout(limit);
            let _ = stream.write_all(ask.as_bytes());
            let _ = stream.read_to_end(&mut Vec::new());
        }
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(5) {
            if !matches!(self.process.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        end(&mut self.process);
    }
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
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            return port
                .trim_end_matches('.')
                .parse()
                .with_context(|| format!("strange port in `{line}`"));
        }
        said.push_str(&line);
        said.push('\n');
    }
    bail!("ChromeDriver ended before it listened; it said:\n{said}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_drivers_words() {
        let said = "Starting ChromeDriver 156.0 on port 0\n\
            ChromeDriver was started successfully on port 41237.\n";
        assert_eq!(port_of(said.as_bytes()).expect("a port"), 41237);
        let error = port_of("bind() failed\n".as_bytes()).expect_err("no port");
        assert!(error.to_string().contains("bind() failed"));
    }
}
