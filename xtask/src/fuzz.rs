//! `cargo xtask fuzz`: bytes and texts that nobody means well, thrown at whatever reads them.
//!
//! Inputs are the seeds of a target, changed at random: bits turned, pieces cut out, doubled, put in from other
//! seeds or from a list of words. What ends in a panic is kept in `tests/corpus`, where the native tests read it
//! again.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use atlas::data::{self, join, own};
use atlas::model::atlas::Atlas;
use atlas::network::{Graph, routes};
use atlas::state::{AppState, fragment};
use fastrand::Rng;

use crate::{committed, workspace};

/// The frame of an artifact: letters, format, checksum of the rest.
const HEADER: usize = 10;

/// Pieces that readers of text trip over.
const WORDS: [&str; 20] = [
    "&",
    "=",
    "%",
    "#",
    "~",
    ",",
    ":",
    "/",
    "NaN",
    "-1",
    "1e999",
    "%00",
    "%E2%80%AE",
    "\u{202e}",
    "lang=ur",
    "as.",
    "null",
    "[",
    "}",
    "\"id\":",
];

/// Reads an input, and panics where it finds a fault.
type Reader<'a> = Box<dyn Fn(&[u8]) + 'a>;

/// One thing that reads.
struct Target<'a> {
    name: &'static str,
    seeds: Vec<Vec<u8>>,
    read: Reader<'a>,
}

/// Run the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let (minutes, seed) = parse(arguments)?;
    let (atlas, graph) = (committed::atlas()?, committed::graph()?);
    let targets = targets(&atlas, &graph)?;
    let each = Duration::from_secs_f64(minutes * 60.0 / targets.len() as f64);
    println!("{minutes} minutes, seed {seed}");
    // A panic is caught, kept and told below; its own report would fill the screen.
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let found: Vec<Result<u64>> =
        targets.iter().map(|target| stint(target, each, &mut Rng::with_seed(seed))).collect();
    std::panic::set_hook(before);
    let mut failed = false;
    for (target, found) in targets.iter().zip(found) {
        match found {
            Ok(cases) => println!("  {:<10} {cases:>9} cases, no panic", target.name),
            Err(error) => {
                failed = true;
                println!("  {:<10} {error:#}", target.name);
            }
        }
    }
    ensure!(!failed, "inputs that end in a panic are kept in tests/corpus");
    Ok(())
}

fn parse(arguments: &[String]) -> Result<(f64, u64)> {
    use lexopt::prelude::*;
    let mut parser = lexopt::Parser::from_args(arguments);
    let (mut minutes, mut seed) = (1.0, 1);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("minutes") => minutes = parser.value()?.parse()?,
            Long("seed") => seed = parser.value()?.parse()?,
            other => {
                bail!("{}; usage: cargo xtask fuzz [--minutes N] [--seed N]", other.unexpected())
            }
        }
    }
    ensure!(minutes > 0.0 && minutes <= 1440.0, "--minutes takes a number up to 1440");
    Ok((minutes, seed))
}

fn targets<'a>(atlas: &'a Atlas, graph: &'a Graph) -> Result<Vec<Target<'a>>> {
    let stage = committed::stage()?;
    let first = data::decode(&committed::bytes("atlas.bin")?)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(vec![
        Target {
            name: "fragment",
            seeds: corpus("fragment")?,
            read: Box::new(move |bytes| {
                let (state, _) = fragment::read(&text(bytes), &AppState::default(), atlas);
                // What was taken over has a link that gives the same again.
                let link = fragment::write(&state, atlas);
                let (again, problems) = fragment::read(&link, &AppState::default(), atlas);
                assert!(problems.is_empty(), "{link}: {problems:?}");
                assert_eq!(fragment::write(&again, atlas), link);
            }),
        },
        Target {
            name: "question",
            seeds: corpus("fragment")?,
            read: Box::new(move |bytes| {
                let (state, _) = fragment::read(&text(bytes), &AppState::default(), atlas);
                let _ = routes(graph, &state.trip.query);
            }),
        },
        Target {
            name: "own-data",
            seeds: corpus("own-data")?,
            read: Box::new(move |bytes| match own::read(&text(bytes), atlas) {
                // What was taken is drawn.
                Ok(own) => drop(stage.with_data(own.atlas)),
                Err(problems) => assert!(!problems.is_empty()),
            }),
        },
        Target {
            name: "atlas",
            seeds: vec![committed::bytes("atlas.bin")?],
            read: Box::new(|bytes| drop(data::decode(&sealed(bytes)))),
        },
        Target {
            name: "evidence",
            seeds: vec![committed::bytes("evidence.bin")?],
            read: Box::new(move |bytes| {
                let bytes = sealed(bytes);
                let mut atlas = first.clone();
                // As if it belonged to this data set.
                if let (Some(apart), Some(sum)) = (&mut atlas.apart, data::checksum(&bytes)) {
                    apart.checksum = sum;
                }
                let _ = join(atlas, &bytes);
            }),
        },
        Target {
            name: "basemap",
            seeds: vec![committed::bytes("basemap.bin")?],
            read: Box::new(|bytes| drop(data::decode_basemap(&sealed(bytes)))),
        },
        Target {
            name: "study",
            seeds: vec![committed::bytes("study-ur.bin")?],
            read: Box::new(|bytes| drop(data::decode_study(&sealed(bytes)))),
        },
        Target {
            name: "network",
            seeds: vec![committed::bytes("network.bin")?],
            read: Box::new(|bytes| drop(data::decode_network(&sealed(bytes)))),
        },
    ])
}

/// The kept inputs of a target.
fn corpus(name: &str) -> Result<Vec<Vec<u8>>> {
    let folder = workspace::root().join("tests/corpus").join(name);
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .with_context(|| format!("no {}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    paths.sort();
    ensure!(!paths.is_empty(), "{} is empty", folder.display());
    paths.iter().map(|path| Ok(fs::read(path)?)).collect()
}

/// The artifact with the checksum that its payload asks for, so that the model's own decoding is reached.
fn sealed(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    if bytes.len() > HEADER {
        let sum = bytes[HEADER..].iter().fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
        });
        bytes[6..HEADER].copy_from_slice(&sum.to_le_bytes());
    }
    bytes
}

/// Throws changed seeds for so long, and keeps the first that ends in a panic.
fn stint(target: &Target<'_>, time: Duration, random: &mut Rng) -> Result<u64> {
    let start = Instant::now();
    let mut cases = 0;
    while start.elapsed() < time {
        let input = changed(&target.seeds, random);
        cases += 1;
        let outcome = catch_unwind(AssertUnwindSafe(|| (target.read)(&input)));
        if let Err(reason) = outcome {
            let said = reason.downcast_ref::<String>().map(String::as_str);
            let said = said.or_else(|| reason.downcast_ref::<&str>().copied()).unwrap_or("a panic");
            let folder = workspace::root().join("tests/corpus").join(target.name);
            fs::create_dir_all(&folder)?;
            let path = folder.join(format!("found-{cases}.txt"));
            fs::write(&path, &input)?;
            bail!("case {cases}: {said}; kept as {}", path.display());
        }
    }
    Ok(cases)
}

/// A seed after some changes.
fn changed(seeds: &[Vec<u8>], random: &mut Rng) -> Vec<u8> {
    let mut bytes = seeds[random.usize(..seeds.len())].clone();
    for _ in 0..random.usize(1..=8) {
        let at = random.usize(..=bytes.len());
        let end = (at + random.usize(..24)).min(bytes.len());
        match random.u8(..7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.u8(..8),
            1 if at < bytes.len() => {
                bytes[at] = *random.choice(&[0, 1, 0x7f, 0x80, 0xff]).unwrap_or(&0)
            }
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            4 => {
                let other = &seeds[random.usize(..seeds.len())];
                let from = random.usize(..=other.len());
                let piece = other[from..(from + 24).min(other.len())].to_vec();
                bytes.splice(at..end, piece);
            }
            5 => bytes.truncate(at),
            _ => {
                let word = WORDS[random.usize(..WORDS.len())];
                bytes.splice(at..at, word.bytes());
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_inputs_and_they_differ() {
        let seeds = [b"from=karachi&to=moscow".to_vec()];
        let some = |seed| {
            let mut random = Rng::with_seed(seed);
            (0..50).map(|_| changed(&seeds, &mut random)).collect::<Vec<_>>()
        };
        assert_eq!(some(1), some(1));
        assert_ne!(some(1), some(2));
        assert!(some(1).iter().filter(|input| **input != seeds[0]).count() > 40);
    }

    #[test]
    fn a_panic_is_caught_and_told() {
        let target = Target {
            name: "test",
            seeds: vec![vec![7; 9]],
            read: Box::new(|bytes| assert!(bytes.len() > 1000, "short")),
        };
        let error =
            stint(&target, Duration::from_secs(9), &mut Rng::with_seed(1)).expect_err("told");
        let folder = workspace::root().join("tests/corpus/test");
        fs::remove_dir_all(folder).expect("kept there");
        assert!(error.to_string().starts_with("case 1: short"), "{error}");
    }

    #[test]
    fn options_are_read() {
        let of = |text: &str| parse(&text.split_whitespace().map(String::from).collect::<Vec<_>>());
        assert_eq!(of("--minutes 0.5 --seed 9").expect("read"), (0.5, 9));
        assert!(of("--minutes 0").is_err() && of("--hours 1").is_err());
    }
}
