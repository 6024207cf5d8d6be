//! Works as citations write them: claims of the paper, and entries of its list of references.

mod data;
mod prose;

use super::citation::LICENCE;
use crate::i18n::Lang;
use crate::model::atlas::{Atlas, Paper};
use crate::model::study::{Author, Claim, Reference, ReferenceKind, Study};
use crate::units::PartialDate;

/// A form of citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// A sentence by the Publication Manual of the American Psychological Association, 7th edition.
    Apa,
    /// A sentence by the Chicago Manual of Style, 17th edition, author and date.
    Chicago,
    /// An entry for BibTeX and its kin.
    BibTex,
    /// A record of the RIS format.
    Ris,
    /// An item of CSL-JSON.
    CslJson,
}

impl Style {
    /// Every form.
    pub const ALL: [Self; 5] = [Self::Apa, Self::Chicago, Self::BibTex, Self::Ris, Self::CslJson];

    /// The name of the form; as people write it, in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Apa => "APA",
            Self::Chicago => "Chicago",
            Self::BibTex => "BibTeX",
            Self::Ris => "RIS",
            Self::CslJson => "CSL-JSON",
        }
    }
}

/// What a citation says of a work, in the terms of CSL.
#[derive(Debug, Clone, PartialEq)]
pub struct Work {
    /// A key: letters, digits and hyphens.
    pub key: String,
    /// The kind of work.
    pub kind: ReferenceKind,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// When it appeared.
    pub date: Option<PartialDate>,
    /// Its title.
    pub title: String,
    /// The journal, newspaper or site.
    pub container: Option<String>,
    /// Volume.
    pub volume: Option<String>,
    /// Issue.
    pub issue: Option<String>,
    /// Pages, with an en dash.
    pub pages: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// DOI, bare.
    pub doi: Option<String>,
    /// Language of the work, where it is not English.
    pub language: Option<String>,
    /// Where in the work, and what else must be said.
    pub note: Option<String>,
}

impl Work {
    /// A claim: the paper, the place in it, and whose words they are. `link` opens the claim.
    pub fn of_claim(
        atlas: &Atlas,
        study: &Study<String>,
        claim: &Claim<String>,
        link: Option<&str>,
    ) -> Self {
        let section = study.sections.iter().find(|section| section.id == claim.section);
        let section = section.map_or("", |section| section.title.as_str());
        let paragraph = match claim.paragraph {
            0 => String::new(),
            n => format!(", para. {n}"),
        };
        let whose = match atlas.brought {
            None => " as worded by the Connectivity Atlas",
            Some(_) => "",
        };
        let note = format!(
            "{section}{paragraph}, claim {}{whose}, data {} of {}: {}",
            claim.id, atlas.version, atlas.date, claim.text
        );
        Self {
            key: format!("atlas-{}", claim.id.to_string().to_lowercase()),
            authors: authors(&atlas.paper),
            title: atlas.paper.title.clone(),
            url: link.map(str::to_owned),
            language: (claim.lang != Lang::En).then(|| claim.lang.code().to_owned()),
            note: Some(note),
            ..Self::bare(ReferenceKind::Webpage)
        }
    }

    /// The paper itself, as far as its text tells: it names neither journal nor year.
    pub fn of_paper(atlas: &Atlas) -> Self {
        Self {
            key: "paper".to_owned(),
            authors: authors(&atlas.paper),
            title: atlas.paper.title.clone(),
            ..Self::bare(ReferenceKind::Webpage)
        }
    }

    /// The atlas of that name with the version of its data; `url` is where it stands.
    pub fn of_atlas(atlas: &Atlas, name: &str, url: Option<&str>) -> Self {
        let whose = Author::Organisation("Connectivity Atlas contributors".to_owned());
        Self {
            key: "connectivity-atlas".to_owned(),
            authors: vec![whose],
            date: Some(atlas.date),
            title: name.to_owned(),
            url: url.map(str::to_owned),
            note: Some(format!("data version {}, {LICENCE}", atlas.version)),
            ..Self::bare(ReferenceKind::Webpage)
        }
    }

    /// A work of which only the kind is known.
    fn bare(kind: ReferenceKind) -> Self {
        Self {
            key: String::new(),
            kind,
            authors: Vec::new(),
            date: None,
            title: String::new(),
            container: None,
            volume: None,
            issue: None,
            pages: None,
            publisher: None,
            url: None,
            doi: None,
            language: None,
            note: None,
        }
    }

    /// An entry of the paper's list.
    pub fn of_reference<T>(entry: &Reference<T>) -> Self {
        Self {
            key: entry.id.to_string(),
            kind: entry.kind,
            authors: entry.authors.clone(),
            date: Some(entry.date),
            title: entry.title.clone(),
            container: entry.container.clone(),
            volume: entry.volume.clone(),
            issue: entry.issue.clone(),
            pages: entry.pages.clone(),
            publisher: entry.publisher.clone(),
            url: entry.url.clone(),
            doi: entry.doi.clone(),
            language: entry.language.clone(),
            note: None,
        }
    }

    /// The citation in that form. Titles and names keep their own language.
    pub fn cited(&self, style: Style) -> String {
        match style {
            Style::Apa => prose::apa(self),
            Style::Chicago => prose::chicago(self),
            Style::BibTex => data::bibtex(self),
            Style::Ris => data::ris(self),
            Style::CslJson => data::csl_json(std::slice::from_ref(self)),
        }
    }
}

/// The atlas and the paper that it follows, as one file in that form.
pub fn works(atlas: &Atlas, name: &str, url: Option<&str>, style: Style) -> String {
    let works = [Work::of_atlas(atlas, name, url), Work::of_paper(atlas)];
    match style {
        Style::CslJson => data::csl_json(&works),
        _ => works.iter().map(|work| work.cited(style)).collect::<Vec<_>>().join("\n\n") + "\n",
    }
}

/// All entries of the paper's list as one CSL-JSON document.
pub fn bibliography<T>(study: &Study<T>) -> String {
    data::csl_json(&study.references.iter().map(Work::of_reference).collect::<Vec<_>>())
}

/// The authors of the paper: the last word of a name is the family's.
fn authors(paper: &Paper) -> Vec<Author> {
    let split = |name: &String| match name.rsplit_once(' ') {
        Some((given, family)) => {
            Author::Person { family: family.to_owned(), given: given.to_owned() }
        }
        None => Author::Organisation(name.clone()),
    };
    paper.authors.iter().map(split).collect()
}
