//! What the page of sources says, written straight into it.

use super::argument;
use crate::browser::dom;
use crate::claims::{Audit, Facet, Reading};
use crate::export::cite::{Style, Work};
use crate::i18n::{Arg, number};
use crate::model::study::{ClaimId, Finding, FindingKind, MissingFigure, Reference};
use crate::ui::cites::{cite, outside};
use crate::ui::claims::{CLAIM, words};
use crate::ui::places::AT;
use crate::ui::store::Store;
use leptos::prelude::Get;
use web_sys::Element;

/// Names the facet and value of a button.
pub(super) const FACET: &str = "data-facet";

pub(super) struct Writer<'a> {
    pub(super) store: Store,
    pub(super) reading: &'a Reading,
}

impl Writer<'_> {
    pub(super) fn page(&self, body: &Element) {
        let audit = Audit::of(&self.reading.study);
        self.totals(body, &audit);
        self.argument(body);
        for kind in FindingKind::ALL {
            self.findings(body, *kind);
        }
        self.cited(body, "audit.missing", &audit.missing);
        self.cited(body, "audit.too_old", &audit.too_old);
        self.cited(body, "audit.off_topic", &audit.off_topic);
        self.numbers(body, &audit);
        self.figures(body);
        self.references(body);
    }

    fn t(&self, key: &str) -> String {
        self.store.t(key)
    }

    fn number(&self, n: usize) -> String {
        number::plain(self.store.lang.get(), n as f64)
    }

    /// A part under a heading that says how much it holds.
    fn part(&self, body: &Element, key: &str, count: usize) -> Option<Element> {
        let part = dom::append(body, "section", &[], "")?;
        let heading = dom::append(&part, "h3", &[("class", "rule-head")], "")?;
        dom::append(&heading, "span", &[], &self.t(key));
        dom::append(&heading, "span", &[("class", "count")], &self.number(count));
        Some(part)
    }

    /// Claims by their numbers.
    fn chips(&self, to: &Element, claims: &[ClaimId]) {
        let Some(list) = dom::append(to, "ul", &[("class", "chips")], "") else { return };
        for claim in claims {
            let id = claim.to_string();
            let attributes =
                [("type", "button"), ("class", "chip claim-chip"), (CLAIM, id.as_str())];
            let button = dom::append(&list, "li", &[], "")
                .and_then(|item| dom::append(&item, "button", &attributes, &id));
            if let (Some(button), Some(claim)) = (button, self.reading.study.claim(*claim)) {
                let _ = button.set_attribute("title", &claim.text);
            }
        }
    }

    /// The totals, each a way to the claims that it counts.
    fn totals(&self, body: &Element, audit: &Audit) {
        let count = self.reading.study.claims.len() as f64;
        let all = self.store.fill("claims.all", &[("n", Arg::Number(count))]);
        dom::append(body, "p", &[("class", "total-all")], &all);
        let checks = audit.checks.iter().map(|(state, n)| (state.name(), *n));
        self.totals_of(body, Facet::Check, &checks.collect::<Vec<_>>());
        let citations = audit.citations.iter().map(|(state, n)| (state.name(), *n));
        let none = ("none", audit.uncited);
        self.totals_of(body, Facet::Citation, &citations.chain([none]).collect::<Vec<_>>());
    }

    fn totals_of(&self, body: &Element, facet: Facet, totals: &[(&str, usize)]) {
        let name = facet.name();
        dom::append(body, "h3", &[("class", "card-title")], &self.t(&format!("facet.{name}")));
        let Some(list) = dom::append(body, "ul", &[("class", "totals")], "") else { return };
        for (state, n) in totals.iter().filter(|(_, n)| *n > 0) {
            let pair = format!("{name}={state}");
            let attributes = [("class", "total"), ("type", "button"), (FACET, pair.as_str())];
            let button = dom::append(&list, "li", &[], "")
                .and_then(|item| dom::append(&item, "button", &attributes, ""));
            let Some(button) = button else { continue };
            if facet == Facet::Check {
                dom::append(&button, "span", &[("class", "mark"), ("data-state", state)], "");
            }
            dom::append(&button, "b", &[], &self.number(*n));
            let words = words::value(self.store, self.reading, facet, state);
            dom::append(&button, "span", &[], &words);
        }
    }

    /// The argument as a diagram, and the same as a list.
    fn argument(&self, body: &Element) {
        let nodes = &self.reading.study.argument;
        if nodes.is_empty() {
            return;
        }
        let Some(part) = self.part(body, "argument.title", nodes.len()) else { return };
        let title = self.t("argument.title");
        let scrolls =
            [("class", "chart-box"), ("tabindex", "0"), ("role", "group"), ("aria-label", &title)];
        if let Some(drawing) = dom::append(&part, "div", &scrolls, "") {
            crate::browser::drawing::show(&drawing, &argument(self.store, self.reading));
        }
        let Some(list) = dom::append(&part, "details", &[("class", "sources")], "") else { return };
        dom::append(&list, "summary", &[("class", "rule-head")], &self.t("time.as_table"));
        let Some(rows) = dom::append(&list, "dl", &[("class", "rows")], "") else { return };
        for node in nodes {
            let Some(row) = dom::append(&rows, "div", &[("class", "row")], "") else { return };
            dom::append(&row, "dt", &[], &self.t(&format!("argument.rank.{}", node.rank)));
            let Some(cell) = dom::append(&row, "dd", &[], "") else { return };
            dom::append(&cell, "p", &[], &node.text);
            self.chips(&cell, &node.claims);
            let supported =
                node.supports.iter().filter_map(|id| nodes.iter().find(|one| one.id == *id));
            for other in supported {
                dom::append(&cell, "p", &[("class", "meta supports")], &other.text);
            }
        }
    }

    fn findings(&self, body: &Element, kind: FindingKind) {
        let own: Vec<&Finding<String>> =
            self.reading.study.findings.iter().filter(|finding| finding.kind == kind).collect();
        if own.is_empty() {
            return;
        }
        let key = format!("finding.{}", kind.name());
        let Some(part) = self.part(body, &key, own.len()) else { return };
        for finding in own {
            let place = format!("finding:{}", finding.id);
            let attributes = [("class", "finding"), (AT, place.as_str())];
            let Some(item) = dom::append(&part, "div", &attributes, "") else { return };
            dom::append(&item, "p", &[], &finding.text);
            cite(self.store, &item, &finding.sources);
            let Some(sides) = dom::append(&item, "div", &[("class", "sides")], "") else { return };
            for id in &finding.claims {
                let Some(claim) = self.reading.study.claim(*id) else { continue };
                let id = id.to_string();
                let attributes = [("type", "button"), ("class", "side"), (CLAIM, id.as_str())];
                let Some(side) = dom::append(&sides, "button", &attributes, "") else { return };
                dom::append(
                    &side,
                    "span",
                    &[("class", "side-text"), ("lang", claim.lang.code())],
                    &claim.text,
                );
                let place = words::place(self.store, self.reading, claim);
                if let Some(foot) = dom::append(&side, "span", &[("class", "meta")], "") {
                    dom::append(&foot, "bdi", &[("class", "claim-id")], &id);
                    dom::append(&foot, "span", &[], &format!(" {place}"));
                }
            }
        }
    }

    fn cited(&self, body: &Element, key: &str, cited: &[(String, Vec<ClaimId>)]) {
        if cited.is_empty() {
            return;
        }
        let Some(part) = self.part(body, key, cited.len()) else { return };
        let Some(list) = dom::append(&part, "dl", &[("class", "rows")], "") else { return };
        for (label, claims) in cited {
            let Some(row) = dom::append(&list, "div", &[("class", "row")], "") else { return };
            if let Some(name) = dom::append(&row, "dt", &[], "") {
                dom::append(&name, "bdi", &[], label);
            }
            if let Some(place) = dom::append(&row, "dd", &[], "") {
                self.chips(&place, claims);
            }
        }
    }

    fn numbers(&self, body: &Element, audit: &Audit) {
        let numbers = &audit.numbers;
        let lists = [
            ("audit.numbers_cited", &numbers.cited),
            ("audit.numbers_weak", &numbers.weak),
            ("audit.numbers_uncited", &numbers.uncited),
        ];
        let count = lists.iter().map(|(_, claims)| claims.len()).sum();
        let Some(part) = self.part(body, "audit.numbers", count) else { return };
        let Some(list) = dom::append(&part, "dl", &[("class", "rows")], "") else { return };
        for (key, claims) in lists.iter().filter(|(_, claims)| !claims.is_empty()) {
            let Some(row) = dom::append(&list, "div", &[("class", "row")], "") else { return };
            dom::append(&row, "dt", &[], &self.t(key));
            if let Some(place) = dom::append(&row, "dd", &[], "") {
                self.chips(&place, claims);
            }
        }
    }

    /// The figures whose content is missing, and what is left of them.
    fn figures(&self, body: &Element) {
        let figures = &self.reading.study.missing_figures;
        if figures.is_empty() {
            return;
        }
        let Some(part) = self.part(body, "audit.figures", figures.len()) else { return };
        for MissingFigure { section, after, remains, missing, .. } in figures {
            let Some(item) = dom::append(&part, "figure", &[("class", "no-figure")], "") else {
                return;
            };
            let section = words::value(self.store, self.reading, Facet::Section, section.as_str());
            let after =
                [("section", Arg::Word(section.as_str())), ("n", Arg::Number(f64::from(*after)))];
            let place = self.store.fill("audit.figure_after", &after);
            dom::append(&item, "figcaption", &[("class", "card-title")], &place);
            for (key, text) in [("audit.remains", remains), ("audit.lacks", missing)] {
                if let Some(line) = dom::append(&item, "p", &[], "") {
                    dom::append(&line, "b", &[], &self.t(key));
                    dom::append(&line, "span", &[], &format!(" {text}"));
                }
            }
        }
    }

    fn references(&self, body: &Element) {
        let study = &self.reading.study;
        let Some(part) = self.part(body, "audit.references", study.references.len()) else {
            return;
        };
        let Some(list) = dom::append(&part, "ol", &[("class", "references")], "") else { return };
        for entry in &study.references {
            self.reference(&list, entry);
        }
    }

    fn reference(&self, list: &Element, entry: &Reference<String>) {
        let place = format!("reference:{}", entry.id);
        let Some(item) = dom::append(list, "li", &[(AT, &place)], "") else { return };
        let lang = entry.language.as_deref().unwrap_or("en");
        let text = Work::of_reference(entry).cited(Style::Apa);
        let address = entry.doi.as_ref().map(|doi| format!("https://doi.org/{doi}"));
        let address = address.or_else(|| entry.url.clone()).filter(|url| url.starts_with("http"));
        // The address at the end of the citation is the way there.
        let (words, url) = match address.as_deref().and_then(|url| text.strip_suffix(url)) {
            Some(words) => (words, address.as_deref()),
            None => (text.as_str(), None),
        };
        let line = dom::append(&item, "p", &[("lang", lang), ("dir", "auto")], "");
        if let Some(line) = line {
            dom::append(&line, "span", &[], words);
            url.and_then(|url| outside(&line, url, url, ("dir", "auto")));
        }
        for remark in &entry.remarks {
            dom::append(&item, "p", &[("class", "meta")], &remark.note);
        }
        let citing: Vec<ClaimId> =
            self.reading.study.citing(&entry.id).map(|claim| claim.id).collect();
        match citing.as_slice() {
            [] => {
                dom::append(
                    &item,
                    "span",
                    &[("class", "badge quiet")],
                    &self.t("audit.never_cited"),
                );
            }
            citing => self.chips(&item, citing),
        }
    }
}
