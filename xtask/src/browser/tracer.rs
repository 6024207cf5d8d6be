//! The browser's own trace of what it does, over a connection of its own: ChromeDriver can hand out
//! traces too, but starts and ends one with every page and waits many seconds for each.

use std::{fs, net::TcpStream, path::Path};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

use super::DEADLINE;

/// A connection to a browser that was started with `--remote-debugging-port=0`.
pub struct Tracer {
    socket: WebSocket<TcpStream>,
}

impl Tracer {
    /// Connect to the browser of a profile, in which it notes its port and the path of its socket.
    pub fn connect(profile: &Path) -> Result<Self> {
        let note = profile.join("DevToolsActivePort");
        let text = fs::read_to_string(&note).context("the browser has no port for its trace")?;
        let mut lines = text.lines();
        let (Some(port), Some(path)) = (lines.next(), lines.next()) else {
            bail!("strange port and path of the browser: {text}");
        };
        let stream =
            TcpStream::connect(format!("127.0.0.1:{port}")).context("the browser's port")?;
        stream.set_read_timeout(Some(DEADLINE))?;
        let address = format!("ws://127.0.0.1:{port}{path}");
        match tungstenite::client(address, stream) {
            Ok((socket, _)) => Ok(Self { socket }),
            Err(error) => bail!("the browser refused a connection: {error}"),
        }
    }

    /// Trace these categories from now on, in all processes of the browser.
    pub fn start(&mut self, categories: &[&str]) -> Result<()> {
        let config = json!({"includedCategories": categories, "excludedCategories": ["*"]});
        let how = json!({"transferMode": "ReportEvents", "traceConfig": config});
        self.send(1, "Tracing.start", how)?;
        loop {
            let message = self.receive()?;
            if message["id"] == 1 {
                return match message.get("error") {
                    Some(error) => bail!("the browser does not trace: {error}"),
                    None => Ok(()),
                };
            }
        }
    }

    /// End the trace and return its events, in no order.
    pub fn end(mut self) -> Result<Vec<Value>> {
        self.send(2, "Tracing.end", json!({}))?;
        let mut events = Vec::new();
        loop {
            let mut message = self.receive()?;
            if message["method"] == "Tracing.tracingComplete" {
                return Ok(events);
            }
            if message["method"] == "Tracing.dataCollected"
                && let Value::Array(more) = message["params"]["value"].take()
            {
                events.extend(more);
            }
        }
    }

    fn send(&mut self, id: u32, method: &str, parameters: Value) -> Result<()> {
        let message = json!({"id": id, "method": method, "params": parameters});
        self.socket.send(Message::text(message.to_string())).context("the browser does not listen")
    }

    fn receive(&mut self) -> Result<Value> {
        loop {
            // Pings and the like are answered by the library.
            if let Message::Text(text) = self.socket.read().context("the browser fell silent")? {
                return serde_json::from_str(&text).context("the browser's message");
            }
        }
    }
}
