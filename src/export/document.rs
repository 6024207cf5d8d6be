//! A figure as an SVG document: text as text, described for those who do not see it, with the
//! sources of what shows in its metadata.

use super::citation::{LICENCE, LICENCE_URL};
use super::format::Format;
use super::sheet::Sheet;
use crate::i18n::Lang;
use crate::model::atlas::Brought;
use crate::model::{atlas::Atlas, source::Source};
use crate::scene::{
    palette::Palette,
    svg::{self, Front, escape},
};

/// Writes the figure. `link` is the one to the view, where there is one.
pub fn write(
    atlas: &Atlas,
    sheet: &Sheet,
    format: Format,
    palette: Palette,
    lang: Lang,
    link: Option<&str>,
) -> String {
    let [width, height] = format.lengths(sheet.scene.size);
    let front = Front {
        width: &width,
        height: &height,
        title: &sheet.words.title,
        description: &sheet.description,
        metadata: &metadata(atlas, sheet, lang, link),
    };
    svg::document(&sheet.scene, palette, lang, &front)
}

/// RDF with the terms of Dublin Core: <https://www.dublincore.org/specifications/dublin-core/dcmi-terms/>.
fn metadata(atlas: &Atlas, sheet: &Sheet, lang: Lang, link: Option<&str>) -> String {
    let mut out = String::from(
        "\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dcterms=\"http://purl.org/dc/terms/\">\n<rdf:Description rdf:about=\"",
    );
    out.push_str(&escape(link.unwrap_or_default()));
    out.push_str("\">\n");
    let name = atlas.catalogs.text(lang, "app.name");
    let date = atlas.date.to_string();
    for (term, text) in [
        ("title", sheet.words.title.as_str()),
        ("publisher", &name),
        ("language", lang.code()),
        ("date", &date),
        ("hasVersion", &atlas.version),
        ("bibliographicCitation", &sheet.words.citation),
    ] {
        element(&mut out, term, text);
    }
    match &atlas.brought {
        None => {
            element(&mut out, "rights", LICENCE);
            out.push_str("<dcterms:license rdf:resource=\"");
            out.push_str(LICENCE_URL);
            out.push_str("\"/>\n");
        }
        Some(Brought { licence }) => {
            licence.iter().for_each(|licence| element(&mut out, "rights", licence));
        }
    }
    for source in sheet.sources.iter().filter_map(|id| atlas.source(id)) {
        self::source(&mut out, source);
    }
    out.push_str("</rdf:Description>\n</rdf:RDF>\n");
    out
}

fn source(out: &mut String, source: &Source) {
    out.push_str("<dcterms:source><rdf:Description");
    if let Some(url) = &source.url {
        out.push_str(" rdf:about=\"");
        out.push_str(&escape(url));
        out.push('"');
    }
    out.push_str(">\n");
    element(out, "title", &source.title);
    let date = source.date.map(|date| date.to_string());
    for (term, text) in [("publisher", &source.publisher), ("date", &date)] {
        if let Some(text) = text {
            element(out, term, text);
        }
    }
    out.push_str("</rdf:Description></dcterms:source>\n");
}

fn element(out: &mut String, term: &str, text: &str) {
    for part in ["<dcterms:", term, ">", &escape(text), "</dcterms:", term, ">\n"] {
        out.push_str(part);
    }
}
