//! `cargo xtask gen`: checks `data/` and writes what the page is made of: the artifact that it
//! embeds, and the few words that it needs before that.
//!
//! `gen --check` writes nothing and fails when a file is not the one that `data/` gives.

use crate::{artifact::put, texts};
use anyhow::{Context as _, bail, ensure};
use atlas::data::own;
use atlas::data::read::{self, Checked, Folder};
use atlas::data::{
    checksum, decode, decode_network, decode_study, encode_network, encode_study, join, split,
};
use atlas::i18n::Lang;
use atlas::model::fact::Confidence;
use atlas::model::line::Mode;
use atlas::model::network::Network;
use atlas::model::{atlas::Atlas, study::Study};
use std::path::Path;

/// What is written.
const ARTIFACT: &str = "data/generated/atlas.bin";
const EVIDENCE: &str = "data/generated/evidence.bin";
const NETWORK: &str = "data/generated/network.bin";
const TEXTS: &str = "data/generated/texts.js";
const SCHEMA: &str = "docs/own-data.schema.json";
const SHORT_SCHEMA: &str = "data/generated/own-schema.json";
const SELFTEST: &str = "data/generated/selftest-texts.js";

/// Runs the command with what stands after its name.
///
/// # Errors
///
/// When `data/` has problems (they are printed), when the artifact is stale under `--check`, or
/// when files cannot be read or written.
pub fn run(args: &[String]) -> anyhow::Result<()> {
    let check = match args {
        [] => false,
        [flag] if flag == "--check" => true,
        _ => bail!("unknown option {}; usage: cargo xtask gen [--check]", args.join(" ")),
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let Checked { mut atlas, study, network, .. } = checked(&root)?;
    let spoken = Lang::ALL.map(|lang| study.spoken(lang));
    let parts = spoken.each_ref().map(encode_study);
    for (one, bytes) in spoken.iter().zip(&parts) {
        ensure!(
            decode_study(bytes).is_ok_and(|again| again == *one),
            "the artifact does not give the study back: a fault of the codec"
        );
    }
    atlas.study.parts = parts.each_ref().map(|bytes| checksum(bytes).unwrap_or_default());
    let routes = encode_network(&network);
    ensure!(
        decode_network(&routes).is_ok_and(|again| again == network),
        "the artifact does not give the network back: a fault of the codec"
    );
    atlas.network = checksum(&routes).unwrap_or_default();
    let modules = [(TEXTS, texts::module(&atlas)), (SELFTEST, texts::selftest(&atlas))];
    for catalog in &mut atlas.catalogs.0 {
        catalog.messages.retain(|key, _| !texts::is_apart(key));
    }
    let [bytes, evidence] = split(atlas.clone());
    ensure!(
        decode(&bytes).and_then(|again| join(again, &evidence)).is_ok_and(|again| again == atlas),
        "the artifact does not give the data set back: a fault of the codec"
    );
    println!("{}", counts(&atlas));
    println!("{}", study_counts(&spoken));
    println!("{}", network_counts(&network));
    let put = |name: &str, bytes: &[u8]| put(name, bytes, check, "gen");
    put(ARTIFACT, &bytes)?;
    put(EVIDENCE, &evidence)?;
    put(NETWORK, &routes)?;
    for (lang, bytes) in Lang::ALL.into_iter().zip(&parts) {
        put(&format!("data/generated/study-{}.bin", lang.code()), bytes)?;
    }
    put(SCHEMA, &[&serde_json::to_vec_pretty(&own::schema())?, b"\n".as_slice()].concat())?;
    put(SHORT_SCHEMA, &[&serde_json::to_vec(&own::short_schema())?, b"\n".as_slice()].concat())?;
    for (name, module) in modules {
        put(name, module.as_bytes())?;
    }
    Ok(())
}

fn checked(root: &Path) -> anyhow::Result<Checked> {
    let folder = Folder::open(root).context("the folder data/ cannot be read")?;
    read::check(&folder).or_else(|problems| {
        for problem in &problems {
            eprintln!("{problem}");
        }
        let s = if problems.len() == 1 { "" } else { "s" };
        bail!("{} problem{s}", problems.len())
    })
}

fn counts(atlas: &Atlas) -> String {
    let waterways = atlas.corridors.iter().filter(|corridor| corridor.waterway).count();
    let facts = atlas.places.iter().map(|place| place.facts.len()).sum::<usize>()
        + atlas.corridors.iter().map(|corridor| corridor.facts.len()).sum::<usize>();
    let points = atlas.lines.iter().map(|line| line.course.len()).sum::<usize>();
    format!(
        "data {} of {}: {} places, {} lines of {points} points, {} projects, {waterways} waterways, \
         {} institutions, {} labels, {facts} facts, {} sources, {} messages",
        atlas.version,
        atlas.date,
        atlas.places.len(),
        atlas.lines.len(),
        atlas.corridors.len() - waterways,
        atlas.institutions.len(),
        atlas.labels.len(),
        atlas.sources.len(),
        atlas.catalogs.0[0].messages.len(),
    )
}

fn study_counts(spoken: &[Study<String>; 3]) -> String {
    let untranslated = [Lang::Ur, Lang::Ru].map(|lang| {
        let claims = &spoken[lang as usize].claims;
        let lacking = claims.iter().filter(|claim| claim.lang != lang).count();
        format!("{lacking} without words in {}", lang.code())
    });
    let study = &spoken[Lang::En as usize];
    format!(
        "the paper: {} claims in {} sections, {} references, {} events, {} figures of trade, {} findings; claims {}",
        study.claims.len(),
        study.sections.len(),
        study.references.len(),
        study.events.len(),
        study.trade.len(),
        study.findings.len(),
        untranslated.join(", "),
    )
}

/// The size of the network by mode, with how its lengths are known.
fn network_counts(network: &Network) -> String {
    let mut rows = vec![format!(
        "the network: {} nodes, {} links, {} assumptions, {} notices, {} scenarios",
        network.nodes.len(),
        network.links.len(),
        network.assumptions.len(),
        network.notices.len(),
        network.scenarios.len(),
    )];
    for mode in Mode::ALL {
        let of = |basis: Confidence, measured: bool| {
            let links = network.links.iter().filter(move |link| {
                link.mode == mode && link.basis == basis && link.source.is_none() == measured
            });
            links.map(|link| f64::from(link.km)).fold((0, 0.0), |(n, sum), km| (n + 1, sum + km))
        };
        let [(a, sourced), (b, computed), (c, measured)] = [
            of(Confidence::Sourced, false),
            of(Confidence::Computed, false),
            of(Confidence::Computed, true),
        ];
        if a + b + c > 0 {
            rows.push(format!(
                "  {}: {} links; sourced {a} ({sourced:.0} km), computed {b} ({computed:.0} km), measured {c} ({measured:.0} km)",
                mode.name(),
                a + b + c,
            ));
        }
    }
    rows.join("\n")
}
