//! `cargo xtask serve`: from a checkout to a page in the browser.

use anyhow::{Context, Result};

use crate::{
    process,
    server::{self, Files, Port, Server},
    setup, site, workspace,
};

const FIRST_PORT: u16 = 8080;

#[derive(Debug, PartialEq, Eq)]
struct Options {
    port: Option<u16>,
    dev: bool,
}

/// Run the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let options = parse(arguments)?;
    let port = options.port.map_or(Port::From(FIRST_PORT), Port::Exactly);
    if options.dev {
        return develop(port);
    }
    // A port that cannot be had is better known before the build than after it.
    drop(server::listen(port)?);
    site::ensure()?;
    let server = Server::start(Files::new(&workspace::site())?, port)?;
    println!("The atlas is at {}/ (end with Ctrl-C)", server.origin());
    server.wait();
    Ok(())
}

/// A debug build that watches the sources and reloads the page.
fn develop(port: Port) -> Result<()> {
    let tools = setup::build_tools()?;
    let port = server::listen(port)?.local_addr()?.port();
    println!(
        "Watching the sources: the first build takes about a minute on two cores, later ones \
         seconds; the atlas will be at http://127.0.0.1:{port}/ (end with Ctrl-C)"
    );
    let dist = workspace::dist();
    std::fs::create_dir_all(&dist).with_context(|| format!("{} was not made", dist.display()))?;
    let mut command = site::trunk(&tools, "serve")?;
    command
        .args(["--address", "127.0.0.1", "--port", &port.to_string()])
        .arg("--dist")
        .arg(dist.join("dev"));
    // A change that does not reach the page should not rebuild it. Trunk wants paths that exist.
    for dir in site::not_inputs() {
        command.arg("--ignore").arg(dir);
    }
    process::run(&mut command).context("trunk's server ended")
}

fn parse(arguments: &[String]) -> Result<Options> {
    use lexopt::prelude::*;
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut options = Options { port: None, dev: false };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("dev") => options.dev = true,
            Long("port") => {
                let value = parser.value()?;
                let port = value.parse::<u16>().ok().filter(|port| *port > 0);
                options.port = Some(port.with_context(|| {
                    format!("--port takes a number from 1 to 65535, not {value:?}")
                })?);
            }
            _ => return Err(argument.unexpected().into()),
        }
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<Options> {
        parse(&crate::commands::words(text))
    }

    #[test]
    fn options_are_read() {
        let plain = of("").expect("fine");
        assert_eq!((plain.port, plain.dev), (None, false));
        let both = of("--port=9000 --dev").expect("fine");
        assert_eq!((both.port, both.dev), (Some(9000), true));
    }

    #[test]
    fn bad_options_are_named() {
        for (text, word) in [
            ("--port", "port"),
            ("--port x", "1 to 65535"),
            ("--port 0", "1 to 65535"),
            ("--port 70000", "1 to 65535"),
            ("--prot 1", "--prot"),
            ("page", "page"),
        ] {
            let error = of(text).expect_err(text).to_string();
            assert!(error.contains(word), "{text}: {error}");
        }
    }
}
