//! What holds in every browser that the tests run in: these use nothing that only one of them can do.

use anyhow::{Context, Result};
use serde_json::json;
use xtask::{
    browser::{PAINTED, READY, Rejected},
    workspace,
};

use super::host::{MAP_HAS_PICTURE, NOTICE_SHOWS, drive, loaded, visit};

#[test]
fn it_loads_without_complaint_and_asks_only_its_own_origin() -> Result<()> {
    visit(async |page, origin| {
        loaded(page, origin, "lang=en").await?;
        let painted = page.mark(PAINTED).await?;
        let ready = page.mark(READY).await?;
        println!("{PAINTED} after {painted:.0} ms, {READY} after {ready:.0} ms");

        page.until("a picture in the map's canvas", MAP_HAS_PICTURE).await?;
        assert!(!page.title().await?.trim().is_empty(), "no title");
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        let home = format!("{origin}/");
        let away: Vec<String> = page
            .requests()
            .await?
            .into_iter()
            .filter(|address| !address.starts_with(&home))
            .filter(|address| !address.starts_with("data:") && !address.starts_with("blob:"))
            .collect();
        assert_eq!(away, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn hostile_fragments_leave_the_map_and_are_reported() -> Result<()> {
    let long = format!("q={}&x", "%F0%9F%97%BA&=#".repeat(2_000));
    let hostile = [
        "%ZZ",
        "map=NaN/1e999/x",
        "map=99/-1e308/1e308",
        "select=nope",
        "lang=xx&theme=%00",
        "nonsense=1&&&==&v=-1",
        "as.%FF=1~2~3",
        &long,
    ];
    visit(async |page, origin| {
        for fragment in hostile {
            let shown: String = fragment.chars().take(40).collect();
            let result = async {
                loaded(page, origin, fragment).await?;
                page.until("a picture in the map's canvas", MAP_HAS_PICTURE).await?;
                page.until("a visible notice", NOTICE_SHOWS).await
            };
            result.await.with_context(|| format!("after #{shown}"))?;
            // Reported to the reader, and no reason for an error in the console.
            assert_eq!(page.complaints().await?, Vec::<String>::new(), "#{shown}");
        }
        Ok(())
    })
}

#[test]
fn a_sound_fragment_brings_no_notice() -> Result<()> {
    visit(async |page, origin| {
        loaded(page, origin, "v=1&lang=en&map=4/30/69&select=gwadar").await?;
        page.rest().await?;
        let notice = page
            .promise(&format!("const root = atlas.shadowRoot; return {NOTICE_SHOWS}"), vec![])
            .await?;
        assert_eq!(notice, false);
        Ok(())
    })
}

#[test]
fn the_language_follows_the_fragment() -> Result<()> {
    visit(async |page, origin| {
        loaded(page, origin, "lang=en").await?;
        page.until("left to right", "document.documentElement.dir !== 'rtl'").await?;
        let english = page.title().await?;
        for (lang, dir) in [("ur", "rtl"), ("ru", "ltr"), ("en", "ltr")] {
            page.eval("location.hash = arguments[0]", vec![format!("lang={lang}").into()]).await?;
            let turned = format!(
                "document.documentElement.lang === '{lang}'
                && (document.documentElement.dir || 'ltr') === '{dir}'
                && getComputedStyle(atlas).direction === '{dir}'"
            );
            page.until(&format!("the page in `{lang}`"), &turned).await?;
            let title = format!("(document.title === {}) === {}", json!(english), lang == "en");
            page.until(&format!("the title in `{lang}`"), &title).await?;
            page.until("a picture after the turn", MAP_HAS_PICTURE).await?;
        }
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn the_element_answers_its_host() -> Result<()> {
    visit(async |page, origin| {
        loaded(page, origin, "lang=en").await?;
        let state = page.promise("return atlas.getState()", vec![]).await?;
        let state = state.as_str().context("a state is text")?.to_string();
        assert!(!state.starts_with('#'), "{state}");

        let places = page.promise("return await atlas.places()", vec![]).await?;
        let places = places.as_array().context("places are a list")?;
        assert!(places.len() > 200, "{} places", places.len());
        for key in ["id", "kind", "names", "lon", "lat", "position", "facts"] {
            let lacks = places.iter().find(|place| place.get(key).is_none());
            assert_eq!(lacks, None, "a place without `{key}`");
        }

        // The host hears of a selection, and the state carries it.
        let selected = "const heard = new Promise((hear) => atlas.addEventListener(
                'atlas-select', (event) => hear(event.detail), { once: true }));
            await atlas.select(args[0]);
            return { detail: await heard, state: atlas.getState() };";
        let answer = page.promise(selected, vec!["gwadar".into()]).await?;
        assert_eq!(answer["detail"], json!({"kind": "place", "id": "gwadar"}));
        let state = answer["state"].as_str().context("a state is text")?;
        assert!(state.contains("select="), "{state}");
        assert!(state.contains("gwadar"), "{state}");
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn questions_made_in_another_window_are_answered() -> Result<()> {
    visit(async |page, origin| {
        loaded(page, origin, "lang=en").await?;
        // Its objects are no instances of this window's `Object`, nor its lists of this one's `Array`.
        let asked = "const other = document.body.appendChild(document.createElement('iframe'));
            const made = (text) => other.contentWindow.JSON.parse(text);
            const { routes } = await atlas.routes(made(
                '{\"from\": \"karachi\", \"to\": \"moscow\", \"modes\": [\"sea\", \"rail\"]}'));
            const claims = await atlas.claims(made('{\"search\": \"Gwadar\"}'));
            return [routes.length > 0, claims.length > 0];";
        assert_eq!(page.promise(asked, vec![]).await?, json!([true, true]));
        Ok(())
    })
}

#[test]
fn an_unknown_id_is_refused_with_its_code() -> Result<()> {
    visit(async |page, origin| {
        loaded(page, origin, "lang=en").await?;
        let before = page.promise("return atlas.getState()", vec![]).await?;
        let error = page
            .promise("await atlas.select('no-such-place')", vec![])
            .await
            .expect_err("an unknown id is refused");
        let rejected = error
            .downcast_ref::<Rejected>()
            .with_context(|| format!("refused by the atlas: {error:#}"))?;
        assert_eq!(rejected.code, "unknown-id");
        assert!(!rejected.message.is_empty());
        let after = page.promise("return atlas.getState()", vec![]).await?;
        assert_eq!(before, after);
        Ok(())
    })
}

#[test]
fn the_back_button_undoes_a_selection() -> Result<()> {
    visit(async |page, origin| {
        loaded(page, origin, "lang=en").await?;
        page.promise("await atlas.select('gwadar')", vec![]).await?;
        page.until("the selection in the address", "location.hash.includes('gwadar')").await?;
        page.eval("history.back()", vec![]).await?;
        page.until("the state before it", "!atlas.getState().includes('gwadar')").await?;
        page.until("a picture in the map's canvas", MAP_HAS_PICTURE).await
    })
}

#[test]
fn a_step_back_undoes_a_whole_step_and_keeps_the_language() -> Result<()> {
    visit(async |page, origin| {
        // Such a page shows no map.
        page.goto(&format!("{origin}/#lang=en&view=sources")).await?;
        page.mark(READY).await?;
        page.until("totals", "root.querySelector('[data-facet]')").await?;
        let length = page.eval("return history.length", vec![]).await?;
        let press = "document.querySelector('connectivity-atlas').shadowRoot
            .querySelector('[data-facet]').click(); return history.length";
        let longer = page.eval(press, vec![]).await?;
        assert_eq!(longer.as_u64(), length.as_u64().map(|n| n + 1), "one step");
        page.until("the claims", "location.hash.includes('view=claims')").await?;
        let ur = "document.querySelector('connectivity-atlas').shadowRoot
            .querySelector('.bar .segment[lang=ur]').click()";
        page.eval(ur, vec![]).await?;
        page.until("Urdu", "document.documentElement.lang === 'ur'").await?;
        page.eval("history.back()", vec![]).await?;
        page.until("the page before it", "atlas.getState().includes('view=sources')").await?;
        page.until("still Urdu", "atlas.getState().includes('lang=ur')").await
    })
}

#[test]
fn a_moved_map_moves_nothing_else() -> Result<()> {
    visit(async |page, origin| {
        loaded(page, origin, "lang=en").await?;
        page.rest().await?;
        page.until("samples in the key", "root.querySelectorAll('.swatch').length > 8").await?;
        // The key explains what shows, which is told when the map first rests.
        page.until("what shows", "root.querySelector('.features [role=option]')").await?;
        page.rest().await?;
        // Samples painted again and styles of the whole page worked out again cost more than the map.
        page.eval(
            "window.waste = [];
            const { clearRect } = CanvasRenderingContext2D.prototype;
            CanvasRenderingContext2D.prototype.clearRect = function (...area) {
                waste.push(this.canvas.className);
                return clearRect.apply(this, area);
            };
            new MutationObserver((changes) => waste.push(...changes.map((one) => one.attributeName)))
                .observe(document.documentElement, { attributes: true });
            window.before = location.hash;
            const canvas = document.querySelector('connectivity-atlas').shadowRoot
                .querySelector('.map-canvas');
            // No nearer: there the key has more to explain, and is written once more with good reason.
            for (const key of ['ArrowLeft', 'ArrowUp']) {
                canvas.dispatchEvent(new KeyboardEvent('keydown', { key }));
            }",
            vec![],
        )
        .await?;
        page.until("another view in the address", "location.hash !== before").await?;
        let waste = page.eval("return waste", vec![]).await?;
        assert_eq!(waste, json!([]));
        Ok(())
    })
}

#[test]
fn a_panic_leaves_the_picture_and_says_what_happened() -> Result<()> {
    visit(async |page, origin| {
        loaded(page, origin, "lang=en").await?;
        page.until("a picture in the map's canvas", MAP_HAS_PICTURE).await?;
        // A browser that throws where it never does leaves the painter half done; the next picture
        // then meets a state that it cannot go on with.
        page.eval(
            "CanvasRenderingContext2D.prototype.beginPath = () => { throw new Error('broken') };
            const canvas = document.querySelector('connectivity-atlas').shadowRoot
                .querySelector('.map-canvas');
            const press = (key) => canvas.dispatchEvent(new KeyboardEvent('keydown', { key }));
            press('+');
            setInterval(() => press('ArrowLeft'), 50);",
            vec![],
        )
        .await?;
        page.until("a visible notice", NOTICE_SHOWS).await?;
        let reload = "root.querySelector('[data-notice] button')?.textContent.trim() !== ''
            && root.querySelector('[data-notice]').textContent.includes('stopped')";
        page.until("what happened, and a way on", reload).await?;
        let error = page.promise("await atlas.places()", vec![]).await.expect_err("it has ended");
        let rejected = error.downcast_ref::<Rejected>().context("an AtlasError")?;
        assert_eq!(rejected.code, "crashed");
        Ok(())
    })
}

#[test]
fn one_file_runs_from_a_disk() -> Result<()> {
    let file = workspace::dist().join("atlas.html");
    drive(async |page| {
        page.goto(&format!("file://{}#lang=ur&view=claims&claim=C188", file.display())).await?;
        page.mark(PAINTED).await?;
        page.mark(READY).await?;
        page.promise("await atlas.ready", vec![]).await?;
        page.until("a picture in the map's canvas", MAP_HAS_PICTURE).await?;
        page.until("the verdict", "root.querySelector('.computed .verdict') !== null").await?;
        for kind in ["svg", "png", "geojson", "csv"] {
            let body = format!("return (await atlas.export('{kind}')).size");
            let size = page.promise(&body, vec![]).await?;
            assert!(size.as_u64().context("a size")? > 1000, "{kind}: {size}");
        }
        Ok(())
    })
}
