//! The whole run: peers built, servers started, every setting of every page visited, one table made.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::Value;
use tokio::time::sleep;

use super::{
    Options, endurance, machine, native,
    peers::{self, START, Workshop},
    plan::{self, EXTRAS, Setting, Subject},
    processes::Tree,
    questions,
    report::{Report, Row},
    sample::Sample,
    session::{self, Site},
};
use crate::{
    browser::{self, Driver},
    server::{Files, Port, Server},
    setup::{self, browser::BrowserTools},
    site, steps, workspace,
};

/// Measure everything and return the page of figures.
pub(super) fn all(options: &Options, subjects: &[Subject]) -> Result<String> {
    let start = Instant::now();
    if std::env::var_os("ATLAS_SITE").is_none() {
        site::ensure()?;
    }
    let tools = setup::browser::set_up()?;
    println!("Projections and pointing, natively (compiles for a minute the first time)");
    let native = native::measure()?;
    println!("Pages of the peers (fetches 20 MB of packages the first time)");
    let sites = serve(subjects)?;

    let settings = plan::settings(options.runs, options.quick);
    let (rows, endurance, questions) = browser::block_on(async {
        let driver = Driver::start_with(&tools, capabilities(&tools)?)?;
        let mut rows = Vec::new();
        for (setting, runs) in settings {
            rows.extend(measured(&driver, subjects, &sites, setting, runs).await?);
        }
        let atlas = subjects.iter().position(|subject| *subject == Subject::Atlas);
        let Some(site) = atlas.map(|index| &sites[index]) else {
            return Ok((rows, None, Vec::new()));
        };
        let endurance = endurance::run(&driver, site).await?;
        Ok((rows, Some(endurance), questions::ask(&driver, site).await?))
    })?;
    println!("The whole run took {}", steps::seconds(start.elapsed()));
    let machine = machine::here(&tools.browser);
    let runs = if options.quick { 1 } else { options.runs };
    Ok(Report { machine, runs, rows, endurance, questions, native }.text())
}

/// Build and serve every page, each on a port of its own.
fn serve(subjects: &[Subject]) -> Result<Vec<Site>> {
    let workshop = Workshop::open()?;
    let kept = peers::folder().join("brotli");
    subjects
        .iter()
        .map(|subject| {
            let (files, address): (Files, fn(u32) -> String) = match subject {
                Subject::Atlas => (Files::new(&workspace::site())?, |extra| {
                    let (zoom, (lon, lat)) = (peers::start_zoom(), START);
                    format!("#v=1&lang=en&map={zoom:.3}/{lat}/{lon}&extra={extra}")
                }),
                Subject::Peer(peer) => {
                    let page = workshop.build(peer, &EXTRAS)?;
                    (Files::new(&page)?.without_policy(), |extra| format!("?extra={extra}"))
                }
            };
            let server = Server::start(files.packed(&kept)?, Port::Any)?;
            Ok(Site { server, address })
        })
        .collect()
}

/// The browser of the tests, with WebGL in software and a port for its trace.
fn capabilities(tools: &BrowserTools) -> Result<Value> {
    let mut capabilities = tools.capabilities()?;
    let arguments = capabilities["goog:chromeOptions"]["args"].as_array_mut();
    let arguments = arguments.context("webdriver.json has no arguments")?;
    // Without it there is no WebGL at all on a machine without a graphics card.
    arguments.push("--enable-unsafe-swiftshader".into());
    arguments.push("--remote-debugging-port=0".into());
    Ok(capabilities)
}

/// One row for each page. The pages take turns, so that a machine that grows slower or quicker in the
/// course of the run does so for all of them.
async fn measured(
    driver: &Driver,
    subjects: &[Subject],
    sites: &[Site],
    setting: Setting,
    runs: usize,
) -> Result<Vec<Row>> {
    println!("{}, {runs} × {} pages", setting.words(), subjects.len());
    let mut samples = vec![Vec::new(); subjects.len()];
    let mut faults = vec![None; subjects.len()];
    for _ in 0..runs {
        for (index, (subject, site)) in subjects.iter().zip(sites).enumerate() {
            all_closed(driver).await?;
            let start = Instant::now();
            match session::visit(driver, site, setting).await {
                Ok(sample) => {
                    println!(
                        "  {:<10} first paint {:>6.0} ms, {:>7.1} ms of CPU per event ({} events), \
                         {:>4.1} frames/s ({})",
                        subject.name(),
                        sample.painted_ms,
                        sample.cpu_ms,
                        sample.events,
                        sample.frames.per_second,
                        steps::seconds(start.elapsed())
                    );
                    samples[index].push(sample);
                }
                // A peer that gives up under its load is a result and no reason to stop.
                Err(error) => {
                    println!("  {:<10} {error:#}", subject.name());
                    faults[index] = Some(format!("{error}"));
                }
            }
        }
    }
    let rows = subjects.iter().zip(samples).zip(faults).map(|((subject, samples), fault)| Row {
        subject: *subject,
        setting,
        median: Sample::median(&samples),
        fault,
    });
    Ok(rows.collect())
}

/// Waits for the processes of the last browser to end: they must not count for the next.
async fn all_closed(driver: &Driver) -> Result<()> {
    let tree = Tree::below(driver.pid())?;
    for _ in 0..100 {
        if tree.is_empty() {
            return Ok(());
        }
        sleep(Duration::from_millis(50)).await;
    }
    anyhow::bail!("a browser does not end after it was closed")
}
