//! Institutions, claims and events.

use super::{day, plain};
use crate::data::own::form::{Check, Claim, CorridorKind, DataSet, Event, Institution, Member};
use crate::data::own::word::{Country, Words};
use crate::i18n::{Lang, Names};
use crate::model::{
    id::Id,
    institution::{self, Membership},
    study::{self, CheckState, ClaimId, Origin, Period, Section, Study},
};
use crate::order;

pub(super) fn institution(of: Institution) -> institution::Institution {
    let names = of.names.names();
    let first = of.sources.first().cloned();
    let member = |member: Member| {
        Some(Membership {
            country: member.country.0,
            from: member.from.0,
            to: day(member.to),
            standing: member.status.0,
            source: member.source.or_else(|| first.clone())?.0,
        })
    };
    institution::Institution {
        id: of.id.0,
        short: of.short.as_ref().map_or_else(|| names.clone(), Words::names),
        summary: of.summary.as_ref().map(Words::names).unwrap_or_default(),
        names,
        members: of.members.into_iter().filter_map(member).collect(),
        sources: plain(of.sources),
    }
}

pub(super) fn study(set: &DataSet) -> Study<Names> {
    let titled = set.paper.iter().flat_map(|paper| &paper.sections);
    let mut sections: Vec<Section<Names>> = titled
        .map(|of| Section { id: of.id.0.clone(), title: of.title.names(), paragraphs: 0 })
        .collect();
    for claim in &set.claims {
        let found = sections.iter().position(|section| section.id == claim.section.0);
        let at = found.unwrap_or_else(|| {
            let id = claim.section.0.clone();
            let title = Words::Plain(id.to_string()).names();
            sections.push(Section { id, title, paragraphs: 0 });
            sections.len() - 1
        });
        sections[at].paragraphs = sections[at].paragraphs.max(claim.paragraph.unwrap_or_default());
    }
    let waterways: Vec<&Id> = set
        .corridors
        .iter()
        .filter(|corridor| corridor.kind == CorridorKind::Waterway)
        .map(|corridor| &corridor.id.0)
        .collect();
    let mut events: Vec<study::Event<Names>> =
        set.events.iter().map(|of| event(of, &waterways)).collect();
    order::sort_by_key(&mut events, |event| event.period.from);
    Study {
        sections,
        claims: set.claims.iter().zip(1..).map(|(of, n)| claim(of, n, &waterways)).collect(),
        events,
        ..Study::default()
    }
}

fn claim(of: &Claim, number: u16, waterways: &[&Id]) -> study::Claim<Names> {
    let check = match &of.check {
        Some(Check { state, note, sources }) => study::Check {
            state: state.0,
            note: note.as_ref().map(Words::names),
            sources: plain(sources.clone()),
        },
        None => study::Check { state: CheckState::NotChecked, note: None, sources: Vec::new() },
    };
    let (on_water, on_land) =
        plain(of.corridors.clone()).into_iter().partition(|id| waterways.contains(&id));
    study::Claim {
        id: ClaimId(number),
        section: of.section.0.clone(),
        paragraph: of.paragraph.unwrap_or_default(),
        kind: of.kind.0,
        text: of.text.names(),
        lang: Lang::En,
        who: of.who.as_ref().map(Words::names),
        citations: Vec::new(),
        places: plain(of.places.clone()),
        waterways: on_water,
        projects: on_land,
        institutions: plain(of.institutions.clone()),
        countries: of.countries.iter().map(|Country(code)| code.clone()).collect(),
        people: Vec::new(),
        dates: Vec::new(),
        quantities: Vec::new(),
        repeats: Vec::new(),
        check,
    }
}

fn event(of: &Event, waterways: &[&Id]) -> study::Event<Names> {
    // Waterways have no part in the timeline.
    let projects = plain(of.corridors.clone()).into_iter().filter(|id| !waterways.contains(&id));
    study::Event {
        id: of.id.0.clone(),
        period: Period { from: of.date.0, to: day(of.until.clone()) },
        origin: if of.paper { Origin::Paper } else { Origin::Outside },
        text: of.text.names(),
        lang: Lang::En,
        claims: of.claims.iter().filter_map(|id| id.parse().ok()).collect(),
        places: plain(of.places.clone()),
        projects: projects.collect(),
        institutions: Vec::new(),
        countries: Vec::new(),
        sources: plain(of.sources.clone()),
    }
}
