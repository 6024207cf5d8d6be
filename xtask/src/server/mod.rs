//! A static server for the built page, as strict as the strictest host the atlas is made for: what
//! works here under its content security policy works on a university's page too.

mod files;

use std::{
    io::{ErrorKind, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread::JoinHandle,
};

use anyhow::{Context, Result, anyhow, bail};

pub use files::{Answer, Files, POLICY, mime};

/// How many ports are tried when none was asked for.
const TRIES: u16 = 10;

/// Enough for a page's parallel requests over a few kept connections.
const WORKERS: usize = 4;

/// Which port to listen on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Port {
    /// This one or none.
    Exactly(u16),
    /// This one, or one of the next few when it is taken.
    From(u16),
    /// Any free one; for tests.
    Any,
}

/// A running server on the loopback address; dropping it stops it.
pub struct Server {
    address: SocketAddr,
    inner: Arc<tiny_http::Server>,
    /// Bytes of all bodies.
    sent: Arc<AtomicU64>,
    workers: Vec<JoinHandle<()>>,
}

impl Server {
    /// Listen and answer from now on.
    pub fn start(files: Files, port: Port) -> Result<Self> {
        let listener = listen(port)?;
        let address = listener.local_addr()?;
        let inner = tiny_http::Server::from_listener(listener, None)
            .map_err(|error| anyhow!("the server did not start: {error}"))?;
        let inner = Arc::new(inner);
        let sent = Arc::new(AtomicU64::new(0));
        let workers = (0..WORKERS)
            .map(|_| {
                let (inner, files) = (Arc::clone(&inner), files.clone());
                let sent = Arc::clone(&sent);
                std::thread::spawn(move || {
                    // An error here is the end: the server was unblocked to stop.
                    while let Ok(request) = inner.recv() {
                        respond(&files, request, &sent);
                    }
                })
            })
            .collect();
        Ok(Self { address, inner, sent, workers })
    }

    /// How many bytes it has sent so far, without headers.
    pub fn sent(&self) -> u64 {
        self.sent.load(Ordering::Relaxed)
    }

    /// The address without a slash at its end: the page's origin.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serve until the process ends.
    pub fn wait(mut self) {
        for worker in self.workers.drain(..) {
            // A worker that panicked has already said why.
            let _ = worker.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.inner.unblock();
        }
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

/// Answers and lets the browser close the connection: kept ones would hold the few threads that the
/// server reads with, and a page that asks for more files at once than those would wait forever.
fn respond(files: &Files, request: tiny_http::Request, sent: &AtomicU64) {
    let answer = files.answer(request.method().as_str(), request.url());
    let status = tiny_http::StatusCode(answer.status);
    let mut head = format!("HTTP/1.1 {} {}\r\n", answer.status, status.default_reason_phrase());
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("Content-Length: {}\r\nConnection: close\r\n\r\n", answer.body.len()));
    let has_body = *request.method() != tiny_http::Method::Head;
    let mut out = request.into_writer();
    let body = if has_body { answer.body.as_slice() } else { &[] };
    sent.fetch_add(body.len() as u64, Ordering::Relaxed);
    // A reader who closed the tab in the middle is no error.
    let _ = out
        .write_all(head.as_bytes())
        .and_then(|()| out.write_all(body))
        .and_then(|()| out.flush());
}

/// A listener on the loopback address, or why there is none and what to do.
pub fn listen(port: Port) -> Result<TcpListener> {
    let bind = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Port::Any => bind(0).context("no port of this machine could be opened"),
        Port::Exactly(port) => bind(port).map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => anyhow!(
                "port {port} is taken by another program: end that program, choose another port \
                 with --port, or leave --port away to have a free one found"
            ),
            ErrorKind::PermissionDenied => {
                anyhow!("the system does not allow port {port}: choose one from 1024 on")
            }
            _ => anyhow!(error).context(format!("port {port} could not be opened")),
        }),
        Port::From(first) => {
            let last = first.saturating_add(TRIES - 1);
            for port in first..=last {
                match bind(port) {
                    Ok(listener) => return Ok(listener),
                    Err(error) => println!("Port {port} cannot be used ({error})"),
                }
            }
            bail!("no port from {first} to {last} is free: choose one with --port");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_names_the_fix_or_is_passed_over() {
        let first = listen(Port::Any).expect("free port");
        let taken = first.local_addr().expect("address").port();
        let error = listen(Port::Exactly(taken)).expect_err("taken");
        assert!(error.to_string().contains("--port"), "{error}");
        let next = listen(Port::From(taken)).expect("a later port");
        assert!(next.local_addr().expect("address").port() > taken);
    }

    #[test]
    fn it_answers_over_the_wire_and_stops_when_dropped() {
        use std::io::Read;
        let site = tempfile::tempdir().expect("temp dir");
        std::fs::write(site.path().join("index.html"), "<p>page").expect("file");
        let files = Files::new(site.path()).expect("files");
        let server = Server::start(files, Port::Any).expect("server");
        let mut stream = std::net::TcpStream::connect(server.address).expect("connects");
        let ask = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        stream.write_all(ask.as_bytes()).expect("asks");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("reads");
        assert!(text.starts_with("HTTP/1.1 200 OK"), "{text}");
        assert!(text.contains("wasm-unsafe-eval") && text.ends_with("<p>page"));
        assert_eq!(server.sent(), 7);
        drop(server);
    }
}
