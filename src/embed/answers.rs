//! What hosts ask for: records, routes, files. It comes later, with `ui::later`, and is reached
//! only by the functions named there.

use super::data;
use super::error;
use super::host::plain;
use super::options::{BadOption, FileOptions};
use super::query;
use super::trip;
use crate::claims::Reading;
use crate::export::records;
use crate::i18n::Lang;
use crate::model::{atlas::Atlas, study::Claim};
use crate::network::{self, Answer, Graph, QueryError};
use crate::ui::{export::job, store::Store};
use crate::verdicts::Verdicts;
use js_sys::{Function, Object, Promise};
use leptos::prelude::WithUntracked;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;

/// Whom an answer is for.
pub(super) struct Asker {
    /// The signals of the atlas that was asked.
    pub(super) store: Store,
    /// What loads files beside the program.
    pub(super) part: Option<Function>,
}

/// The record of routes that listeners are told.
pub(super) fn routed(atlas: &Atlas, lang: Lang, graph: &Graph, answer: &Answer) -> JsValue {
    plain(&records::routes::answer(&atlas.catalogs, lang, graph, answer))
}

/// Answers the question of that name; `more` has the options of a file.
///
/// # Errors
///
/// `bad-query`, `bad-option` and `unknown-id` for what cannot be asked. Promises are broken with `load-failed`
/// where a file beside the program cannot be had, and with `no-canvas` where the browser cannot draw.
pub(super) fn answer(
    asker: Asker,
    name: &str,
    value: JsValue,
    more: JsValue,
) -> Result<JsValue, JsValue> {
    let atlas = asker.store.atlas();
    Ok(match name {
        "dataset" => plain(&records::dataset(&atlas)),
        "places" => plain(&records::places(&atlas)),
        "corridors" => plain(&records::corridors(&atlas)),
        "institutions" => plain(&records::institutions(&atlas)),
        "sources" => plain(&records::sources(&atlas)),
        "events" => asker.events().into(),
        "claims" => asker.claims(&value)?.into(),
        "routes" => asker.routes(&value)?.into(),
        "reach" => asker.reach(&value)?.into(),
        "critical" => asker.critical(&value)?.into(),
        "export" => asker.export(&value.as_string().unwrap_or_default(), &more)?.into(),
        other => return Err(error::bad_query(asker.store, other, "dataset, places, …")),
    })
}

/// What the paper of the data says in that language.
async fn read(store: Store, lang: Lang, part: Option<&Function>) -> Result<Rc<Reading>, JsValue> {
    let found = match store.study() {
        Some(study) => data::reading_of(&study, lang).await.ok_or_else(String::new),
        None => data::reading(store.atlas().study, lang, part).await,
    };
    found.map_err(|name| error::no_part(store, &name))
}

impl Asker {
    /// The claims that answer a question: an object with any of `lang`, `search` and the names of facets,
    /// or nothing.
    fn claims(self, query: &JsValue) -> Result<Promise, JsValue> {
        let Self { store, part } = self;
        let (lang, query) = query::read(store, query)?;
        let version = store.atlas().network;
        Ok(future_to_promise(async move {
            let reading = read(store, lang, part.as_ref()).await?;
            // Without the network the claims come all the same, without verdicts.
            let graph = data::graph(version, part.as_ref()).await.ok();
            let verdicts = graph.map(|graph| Verdicts::of(&graph));
            let record = |claim: &Claim<String>| {
                let mut record = records::claim(&reading.study, claim);
                record.verdict =
                    verdicts.as_ref().and_then(|verdicts| records::verdict(verdicts, claim.id));
                record
            };
            Ok(plain(&reading.answer(&query).into_iter().map(record).collect::<Vec<_>>()))
        }))
    }

    /// The events of the timeline, in the language of the element.
    fn events(self) -> Promise {
        let Self { store, part } = self;
        let lang = store.state.with_untracked(|state| state.lang);
        future_to_promise(async move {
            let reading = read(store, lang, part.as_ref()).await?;
            Ok(plain(&records::events(&reading.study)))
        })
    }

    /// Routes: the answer to a question, as docs/embedding.md describes it.
    fn routes(self, query: &JsValue) -> Result<Promise, JsValue> {
        let store = self.store;
        let (query, _) = trip::read(store, query, false)?;
        Ok(self.searched(move |graph| {
            let answer = network::routes(graph, &query)?;
            let lang = store.state.with_untracked(|state| state.lang);
            Ok(routed(&store.atlas(), lang, graph, &answer))
        }))
    }

    /// The places within a limit from one, and the links on the way in bands.
    fn reach(self, query: &JsValue) -> Result<Promise, JsValue> {
        let (query, limit) = trip::read(self.store, query, true)?;
        Ok(self.searched(move |graph| {
            let (places, bands) = network::reach(graph, &query, limit)?;
            Ok(plain(&records::routes::reach(&places, &bands)))
        }))
    }

    /// What the best route loses without each of its links and places.
    fn critical(self, query: &JsValue) -> Result<Promise, JsValue> {
        let (query, _) = trip::read(self.store, query, false)?;
        Ok(self.searched(move |graph| {
            let losses = network::critical(graph, &query)?;
            Ok(plain(&records::routes::losses(query.by, &losses)))
        }))
    }

    /// A promise of what `answer` finds in the network.
    fn searched(
        self,
        answer: impl FnOnce(&Graph) -> Result<JsValue, QueryError> + 'static,
    ) -> Promise {
        let Self { store, part } = self;
        let version = store.atlas().network;
        future_to_promise(async move {
            if version == 0 {
                return Err(error::no_network(store));
            }
            match data::graph(version, part.as_ref()).await {
                Ok(graph) => answer(&graph).map_err(|refusal| error::refused(store, &refusal)),
                Err(name) => Err(error::no_part(store, &name)),
            }
        })
    }

    /// A file of what shows, as a `Blob`. `options` are those of [`FileOptions`], or nothing.
    fn export(self, kind: &str, options: &JsValue) -> Result<Promise, JsValue> {
        let store = self.store;
        let refused =
            |BadOption { name, value, allowed }| error::bad_option(store, name, &value, allowed);
        let unknown = Object::try_from(options).and_then(FileOptions::unknown);
        if let Some(unknown) = unknown {
            return Err(refused(unknown));
        }
        let raw = match options.is_undefined() || options.is_null() {
            true => FileOptions::default(),
            false => serde_wasm_bindgen::from_value(options.clone())
                .map_err(|reason| error::new(error::Code::BadOption, &reason.to_string()))?,
        };
        let order = raw.order(kind).map_err(refused)?;
        Ok(future_to_promise(async move {
            match job::make(store, order).await {
                Some(made) => Ok(made.file.into()),
                None => Err(error::no_canvas(store)),
            }
        }))
    }
}
