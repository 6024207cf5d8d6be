//! `dist/element` in pages of others: from another origin, under hostile styles, inside a shadow root, twice
//! on one page, mounted and removed many times.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use xtask::browser::Page;
use xtask::server::{Files, Port, Server};
use xtask::workspace;

use super::host::drive;

/// A page of a host that resets everything, before and after, and asks for capitals.
const STYLES: &str =
    "* { all: unset !important; } *, :host { text-transform: uppercase; letter-spacing: 1em; }
    body { display: block !important; } connectivity-atlas { display: block !important; }";

/// Serves the folder from one origin and a page with `body` from another; drives a browser over that.
pub(super) fn embedded(body: &str, work: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    let folder = Files::new(&workspace::dist().join("element"))?.without_policy().shared();
    let program = Server::start(folder, Port::Any)?;
    let host = tempfile::tempdir()?;
    let module = format!("{}/connectivity-atlas.js", program.origin());
    let page = format!(
        "<!doctype html><html lang=\"ur\"><meta charset=\"utf-8\"><title>A host</title>\
         <link rel=\"icon\" href=\"data:,\">\
         <style>{STYLES}</style><script type=\"module\" src=\"{module}\"></script>{body}"
    );
    std::fs::write(host.path().join("index.html"), page)?;
    let server = Server::start(Files::new(host.path())?.without_policy(), Port::Any)?;
    drive(async |page| {
        page.goto(&server.origin()).await?;
        work(page).await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

async fn told(page: &Page, body: &str) -> Result<Value> {
    page.promise(body, vec![]).await.with_context(|| body.to_owned())
}

#[test]
fn two_elements_of_another_origin_share_the_program_and_nothing_else() -> Result<()> {
    let body = "<connectivity-atlas></connectivity-atlas>\
        <connectivity-atlas lang=\"ru\" state=\"select=psgp\"></connectivity-atlas>";
    embedded(body, async |page| {
        let answer = told(
            page,
            "const [first, second] = document.querySelectorAll('connectivity-atlas');
             await Promise.all([first.ready, second.ready]);
             first.select('gwadar');
             const claims = await first.claims({ search: 'گوادر' });
             const { routes } = await second.routes({ from: 'karachi', to: 'moscow' });
             const loads = (name) => performance.getEntriesByType('resource')
                 .filter((entry) => entry.name.includes(name)).length;
             return {
                 states: [first.getState(), second.getState()],
                 claims: claims.length, routes: routes.length, programs: loads('program.wasm'),
                 heights: [first, second].map((one) => one.getBoundingClientRect().height),
                 spaced: getComputedStyle(first.shadowRoot.querySelector('.atlas')).letterSpacing,
                 title: document.title, lang: document.documentElement.lang, hash: location.hash,
             };",
        )
        .await?;
        let states = [0, 1].map(|index| answer["states"][index].as_str().unwrap_or(""));
        assert!(states[0].contains("lang=ur") && states[0].contains("select=gwadar"), "{answer}");
        assert!(states[1].contains("lang=ru") && states[1].contains("select=psgp"), "{answer}");
        assert!(
            answer["claims"].as_u64() > Some(0) && answer["routes"].as_u64() > Some(1),
            "{answer}"
        );
        assert_eq!(answer["programs"], 1, "{answer}");
        assert!(
            answer["heights"]
                .as_array()
                .is_some_and(|all| all.iter().all(|one| one.as_f64() > Some(200.0)))
        );
        assert_eq!(answer["spaced"], "normal", "{answer}");
        let page = json!([answer["title"], answer["lang"], answer["hash"]]);
        assert_eq!(page, json!(["A host", "ur", ""]), "an embedded element leaves the page alone");
        Ok(())
    })
}

#[test]
fn it_works_inside_another_shadow_root() -> Result<()> {
    embedded("<div id=\"outer\"></div>", async |page| {
        let answer = told(
            page,
            "const root = document.querySelector('#outer').attachShadow({ mode: 'open' });
             const atlas = document.createElement('connectivity-atlas');
             const heard = new Promise((done) => document.addEventListener(
                 'atlas-select', (event) => done(event.detail.id), { once: true }));
             root.append(atlas);
             await customElements.whenDefined('connectivity-atlas');
             await atlas.ready;
             atlas.select('karachi');
             return [await heard, atlas.getState().includes('lang=ur')];",
        )
        .await?;
        assert_eq!(answer, json!(["karachi", true]));
        Ok(())
    })
}

/// The first mounts load and keep what all others share.
#[test]
fn what_is_mounted_and_removed_many_times_leaves_nothing() -> Result<()> {
    const ROUND: &str = "
        for (let mount = 0; mount < 50; mount += 1) {
            const atlas = document.createElement('connectivity-atlas');
            document.body.append(atlas);
            await atlas.ready;
            atlas.remove();
            await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
        }";
    embedded("", async |page| {
        told(page, ROUND).await?;
        let first = page.held().await?;
        for _ in 0..9 {
            told(page, ROUND).await?;
        }
        let last = page.held().await?;
        println!("after 50 mounts {first:?}, after 500 {last:?}");
        assert_eq!(last.wasm, first.wasm, "wasm grows");
        assert_eq!(last.listeners, first.listeners, "listeners stay");
        assert!(last.nodes <= first.nodes + 100.0, "nodes stay: {first:?}, {last:?}");
        assert!(last.heap <= first.heap * 1.05 + 200_000.0, "the heap grows: {first:?}, {last:?}");
        Ok(())
    })
}
