//! What the program is made of: a bill of materials for those who host it, and a check of licences and origins.
//!
//! `cargo deny` does more; it would take as long to build as all of the atlas, so the two questions that matter
//! here are asked of `cargo metadata`. Advisories are not checked.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{process, setup::rust::TARGET};

/// The bill in the built page.
pub const FILE: &str = "sbom.cdx.json";

/// Licences that the program may have parts under; each expression needs one alternative of these alone.
const ALLOWED: [&str; 11] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Zlib",
];

/// Where crates may come from.
const ORIGIN: &str = "registry+https://";

/// A crate that is compiled into the program, or runs while it is.
#[derive(Debug, PartialEq)]
struct Part {
    name: String,
    version: String,
    licence: String,
    source: Option<String>,
}

/// Writes the bill of the program's parts, in the form CycloneDX 1.5.
///
/// # Errors
///
/// When cargo does not tell, or the file cannot be written.
pub fn bill(site: &Path) -> Result<()> {
    let components: Vec<Value> = parts(&metadata()?)?
        .into_iter()
        .filter(|part| part.source.is_some())
        .map(|part| {
            let purl = format!("pkg:cargo/{}@{}", part.name, part.version);
            json!({
                "type": "library",
                "bom-ref": purl,
                "name": part.name,
                "version": part.version,
                "licenses": [{ "expression": spdx(&part.licence) }],
                "purl": purl,
            })
        })
        .collect();
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": "connectivity-atlas",
                "version": env!("CARGO_PKG_VERSION"),
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            },
        },
        "components": components,
    });
    fs::write(site.join(FILE), format!("{bill:#}\n"))
        .with_context(|| format!("{FILE} was not written"))
}

/// Whether all parts are under licences, and from origins, that they may be from.
///
/// # Errors
///
/// A list of those that are not.
pub fn check() -> Result<()> {
    let parts = parts(&metadata()?)?;
    let wrong: Vec<String> = parts
        .iter()
        .filter_map(|part| Some(format!("  {} {}: {}", part.name, part.version, fault(part)?)))
        .collect();
    ensure!(wrong.is_empty(), "parts that the program may not have:\n{}", wrong.join("\n"));
    println!("{} parts: licences and origins are allowed; advisories are not checked", parts.len());
    Ok(())
}

fn fault(part: &Part) -> Option<String> {
    let foreign = part.source.as_ref().filter(|source| !source.starts_with(ORIGIN));
    if let Some(source) = foreign {
        return Some(format!("comes from {source}"));
    }
    (!allowed(&part.licence)).then(|| format!("is under `{}`", part.licence))
}

/// Whether one alternative of the expression holds allowed licences alone.
fn allowed(expression: &str) -> bool {
    let plain = spdx(expression).replace(['(', ')'], "");
    plain
        .split(" OR ")
        .any(|way| way.split(" AND ").all(|licence| ALLOWED.contains(&licence.trim())))
        || expression.contains('(') && nested(expression)
}

/// The same for `(A OR B) AND C`, which some crates have: each group needs one that is allowed.
fn nested(expression: &str) -> bool {
    expression.split(" AND ").all(|group| {
        let group = group.trim().trim_start_matches('(').trim_end_matches(')');
        group.split(" OR ").any(|licence| ALLOWED.contains(&licence.trim()))
    })
}

/// The expression without the slash of old manifests.
fn spdx(expression: &str) -> String {
    expression.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

fn metadata() -> Result<Value> {
    let words = ["metadata", "--format-version", "1", "--locked", "--filter-platform", TARGET];
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let text = process::output(program, words).context("cargo does not tell what it builds of")?;
    serde_json::from_str(&text).context("cargo metadata")
}

/// The crates that the program is made of, in order; none that only tests need.
fn parts(metadata: &Value) -> Result<Vec<Part>> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes: BTreeMap<String, Value> = list(&metadata["resolve"]["nodes"])
        .into_iter()
        .map(|node| (text(&node["id"]), node))
        .collect();
    let packages = list(&metadata["packages"]);
    let root = packages.iter().find(|package| package["name"] == "connectivity-atlas");
    let mut open = vec![text(&root.context("the atlas is not among its packages")?["id"])];
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        for dependency in nodes.get(&id).map(|node| list(&node["deps"])).unwrap_or_default() {
            let kinds = list(&dependency["dep_kinds"]);
            if kinds.iter().any(|kind| kind["kind"] != "dev") {
                open.push(text(&dependency["pkg"]));
            }
        }
    }
    let mut parts: Vec<Part> = packages
        .iter()
        .filter(|package| seen.contains(&text(&package["id"])))
        .map(|package| Part {
            name: text(&package["name"]),
            version: text(&package["version"]),
            licence: text(&package["license"]),
            source: package["source"].as_str().map(str::to_owned),
        })
        .collect();
    parts.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_are_read_with_their_alternatives() {
        for good in [
            "MIT",
            "MIT OR Apache-2.0",
            "MIT/Apache-2.0",
            "GPL-3.0 OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "BSD-3-Clause AND MIT",
        ] {
            assert!(allowed(good), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "MPL-2.0", "(GPL-3.0 OR LGPL-3.0) AND MIT"] {
            assert!(!allowed(bad), "{bad}");
        }
    }

    #[test]
    fn the_parts_of_the_program_are_allowed() {
        check().expect("licences and origins");
    }

    #[test]
    fn what_only_tests_need_is_no_part() {
        let node = |id: &str, deps: Value| json!({"id": id, "deps": deps});
        let dep = |id: &str, kind: Value| json!({"pkg": id, "dep_kinds": [{"kind": kind}]});
        let package = |name: &str| json!({"id": name, "name": name, "version": "1.0.0", "license": "MIT", "source": "git+https://x"});
        let metadata = json!({
            "packages": [package("connectivity-atlas"), package("b"), package("c"), package("t")],
            "resolve": {"nodes": [
                node("connectivity-atlas", json!([dep("b", Value::Null), dep("t", json!("dev"))])),
                node("b", json!([dep("c", json!("build"))])),
                node("c", json!([])),
                node("t", json!([])),
            ]},
        });
        let parts = parts(&metadata).expect("parts");
        let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(names, ["b", "c", "connectivity-atlas"]);
        assert!(fault(&parts[0]).is_some_and(|fault| fault.contains("git+https://x")));
    }
}
