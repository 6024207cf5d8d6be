//! Narrow screens, narrower than windows can be.

use anyhow::Result;
use serde_json::Value;

use super::host::{loaded, visit};

#[test]
fn a_narrow_page_does_not_scroll_sideways() -> Result<()> {
    use xtask::screenshots::views::Screen;
    visit(async |page, origin| {
        for lang in ["en", "ur", "ru"] {
            page.screen(&Screen::new(320, 568)).await?;
            for fragment in [format!("lang={lang}"), format!("lang={lang}&select=gwadar")] {
                loaded(page, origin, &fragment).await?;
                page.rest().await?;
                let widths = page
                    .eval(
                        "const seen = document.scrollingElement;
                        return [seen.scrollWidth, seen.clientWidth, innerWidth]",
                        vec![],
                    )
                    .await?;
                let widths: Vec<u64> = serde_json::from_value::<Vec<Value>>(widths)?
                    .iter()
                    .filter_map(Value::as_u64)
                    .collect();
                assert!(widths.iter().all(|width| *width <= 320), "#{fragment}: {widths:?}");
            }
        }
        Ok(())
    })
}
