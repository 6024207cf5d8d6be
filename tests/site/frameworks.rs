//! The element in other people's frameworks and in TypeScript, each at a version of today: attributes from their
//! state, events into it, on and off the page.

use anyhow::{Context, Result};
use serde_json::json;
use std::{
    fs,
    path::{Path, PathBuf},
};
use xtask::{
    bundle::{self, ESBUILD, Named},
    packages::Package,
    server::{Files, Port, Server},
    setup, workspace,
};

use super::host::drive;

const PACKAGES: &[Named] = &[
    ESBUILD,
    (
        "react",
        Package::npm(
            "react@19.3.1",
            "react-19.3.1.tgz",
            "56936913918dcf1f7a6fe58784e79df54b18200a88655ce809cf5e9c4ef871aa",
        ),
    ),
    (
        "react-dom",
        Package::npm(
            "react-dom@19.3.1",
            "react-dom-19.3.1.tgz",
            "8b49975821eec6311e00d2b3f4b8337923253c876517388a33f9839c61ab262e",
        ),
    ),
    (
        "scheduler",
        Package::npm(
            "scheduler@0.28.0",
            "scheduler-0.28.0.tgz",
            "302995d590e3c0a11eeb40d1d0f299c1df1800135d599d85cdd5faeb614f32d6",
        ),
    ),
    (
        "vue",
        Package::npm(
            "vue@3.5.45",
            "vue-3.5.45.tgz",
            "c2ec36a9b719e4277785f1ad36a1bb0424d8d32f0bea24abcce862e26821d585",
        ),
    ),
    (
        "svelte",
        Package::npm(
            "svelte@5.57.3",
            "svelte-5.57.3.tgz",
            "afda776761670addcd6f4345c1b4b0665c8dd11b82961cbfee9696d5d9f4546a",
        ),
    ),
    (
        "esm-env",
        Package::npm(
            "esm-env@1.2.2",
            "esm-env-1.2.2.tgz",
            "426a193e24a734dc94bfe27c4d5595fcd91296562f23beaabc3650fc1446322e",
        ),
    ),
    (
        "clsx",
        Package::npm(
            "clsx@2.1.1",
            "clsx-2.1.1.tgz",
            "6320104b491ca645120e8f99589ce663ff1fb337ba80066719a011bd95320303",
        ),
    ),
    (
        "typescript",
        Package::npm(
            "typescript@5.9.3",
            "typescript-5.9.3.tgz",
            "10e108c9cf7d5f2879053dff18515fb405abf2ccef63eaaf017d9c571687a1d3",
        ),
    ),
];

fn sources() -> PathBuf {
    workspace::root().join("tests/site/frameworks")
}

/// The packages, fetched once.
fn modules() -> Result<PathBuf> {
    setup::npm::set_up()?;
    bundle::lay_out(PACKAGES, &workspace::target().join("frameworks"))
}

/// Svelte's own compiler makes a module of a page.
const COMPILE: &str = "
    const { compile } = require('svelte/compiler');
    const fs = require('fs');
    const [from, to] = process.argv.slice(1);
    fs.writeFileSync(to, compile(fs.readFileSync(from, 'utf8'), { generate: 'client' }).js.code);";

/// Bundles a framework's page and lays it with the element's folder into `folder`.
fn page(name: &str, folder: &Path) -> Result<()> {
    let modules = modules()?;
    let mut script = sources().join(name).with_extension("js");
    let work = tempfile::tempdir()?;
    if name == "svelte" {
        let made = work.path().join("Page.js");
        let mut compile = bundle::node(&modules);
        bundle::run(compile.args(["-e", COMPILE]).arg(sources().join("Page.svelte")).arg(&made))?;
        script = work.path().join("svelte.js");
        fs::copy(sources().join("svelte.js"), &script)?;
    }
    let production = "--define:process.env.NODE_ENV=\"production\"";
    bundle::bundle(&modules, &script, folder, &[production, "--conditions=browser"])?;
    workspace::copy(&workspace::dist().join("element"), folder)?;
    let html = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A host</title>\
         <link rel=\"icon\" href=\"data:,\"><div id=\"app\"></div>\
         <script type=\"module\" src=\"connectivity-atlas.js\"></script>\
         <script type=\"module\" src=\"{name}.js\"></script>"
    );
    fs::write(folder.join("index.html"), html).context("no page")
}

/// Lives through what a page of a framework does with the element.
fn lives_in(name: &str) -> Result<()> {
    let folder = tempfile::tempdir()?;
    page(name, folder.path())?;
    let server = Server::start(Files::new(folder.path())?.without_policy(), Port::Any)?;
    drive(async |page| {
        page.goto(&server.origin()).await?;
        page.until("the element", "atlas?.ready").await?;
        page.promise("await atlas.ready; atlas.select('gwadar')", vec![]).await?;
        let heard = "document.querySelector('#chosen').textContent === 'gwadar'";
        page.until("the event in its state", heard).await?;
        page.eval("page.setLang('ur')", vec![]).await?;
        page.until("its state in the element", "atlas.getState().includes('lang=ur')").await?;
        let before = page.promise("return atlas.getState()", vec![]).await?;
        assert_eq!(before, json!("v=1&lang=ur&select=gwadar&theme=dark"), "{name}");
        page.eval("page.show(false)", vec![]).await?;
        page.until("it gone", "!document.querySelector('connectivity-atlas')").await?;
        page.eval("page.show(true)", vec![]).await?;
        page.until("it back", "document.querySelector('connectivity-atlas')?.ready").await?;
        page.promise("await atlas.ready", vec![]).await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new(), "{name}");
        Ok(())
    })
}

#[test]
fn it_lives_in_react() -> Result<()> {
    lives_in("react")
}

#[test]
fn it_lives_in_vue() -> Result<()> {
    lives_in("vue")
}

#[test]
fn it_lives_in_svelte() -> Result<()> {
    lives_in("svelte")
}

#[test]
fn its_types_are_taken_by_the_compiler() -> Result<()> {
    let modules = modules()?;
    let folder = tempfile::tempdir()?;
    workspace::copy(&workspace::dist().join("element"), folder.path())?;
    let script = folder.path().join("types.ts");
    fs::copy(sources().join("types.ts"), &script)?;
    let mut compile = bundle::node(&modules);
    compile
        .arg(modules.join("typescript/lib/tsc.js"))
        .args(["--noEmit", "--strict", "--target", "es2022", "--module", "esnext"])
        .args(["--moduleResolution", "bundler", "--lib", "es2022,dom,dom.iterable"])
        .arg(&script);
    bundle::run(&mut compile).context("TypeScript refuses what stands in `types.ts`")
}
