//! The page that tells those who run a server what to change.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use xtask::server::{Files, Port, Server};
use xtask::workspace;

use crate::host::drive;

/// The rows of the page, each its state and its words, once it has come to an end.
async fn rows(page: &xtask::browser::Page, address: &str) -> Result<Vec<(String, String)>> {
    page.goto(address).await?;
    page.until("the end of the test", "document.body.dataset.done === ''").await?;
    let rows = page
        .eval(
            "return [...document.querySelectorAll('tbody tr')].map((row) => [row.dataset.state, row.textContent])",
            vec![],
        )
        .await?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let rows = rows.as_array().context("rows")?.iter();
    Ok(rows.map(|row| (text(&row[0]), text(&row[1]))).collect())
}

#[test]
fn a_good_server_has_nothing_to_change() -> Result<()> {
    let kept = tempfile::tempdir()?;
    let files = Files::new(&workspace::site())?.packed(kept.path())?.shared();
    let server = Server::start(files, Port::Any)?;
    drive(async |page| {
        for (lang, word) in
            [("en", "Nothing has to be changed."), ("ur", "ضرورت نہیں"), ("ru", "не\u{a0}нужно")]
        {
            let rows =
                rows(page, &format!("{}/selftest.html?lang={lang}", server.origin())).await?;
            let bad: Vec<_> = rows.iter().filter(|(state, _)| state == "bad").collect();
            assert!(bad.is_empty() && rows.len() > 6, "{rows:?}");
            let result =
                page.eval("return document.querySelector('#result').textContent", vec![]).await?;
            assert!(result.as_str().is_some_and(|text| text.contains(word)), "{result}");
        }
        assert_eq!(
            page.complaints().await?.iter().filter(|line| !line.contains("no-such-file")).count(),
            0
        );
        Ok(())
    })
}

#[test]
fn each_fault_has_its_row() -> Result<()> {
    let site = tempfile::tempdir()?;
    workspace::copy(&workspace::site(), site.path())?;
    fs::remove_file(site.path().join("network.bin"))?;
    fs::write(site.path().join("texts.js"), "changed")?;
    const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
        connect-src 'self'; frame-ancestors 'self'";
    let files = Files::new(site.path())?.under(POLICY).with_type(".wasm", "text/plain");
    let server = Server::start(files, Port::Any)?;
    drive(async |page| {
        let rows = rows(page, &format!("{}/selftest.html?lang=en", server.origin())).await?;
        let expected = [
            ("bad", "network.bin"),
            ("bad", "texts.js"),
            ("bad", "application/wasm"),
            ("bad", "Compression"),
            ("bad", "'wasm-unsafe-eval'"),
            ("told", "cannot load the element"),
            ("told", "frame-ancestors 'self'"),
        ];
        for (state, words) in expected {
            let found = rows.iter().any(|row| row.0 == state && row.1.contains(words));
            assert!(found, "{words}: {rows:?}");
        }
        let result =
            page.eval("return document.querySelector('#result').textContent", vec![]).await?;
        assert_ne!(result, json!("Nothing has to be changed."));
        Ok(())
    })
}
