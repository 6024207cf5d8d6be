// The custom element: attributes in, events and promises out. All that is drawn comes from the
// program; this file only knows when to start it, when to end it, and what to say without it.

const TAG = "connectivity-atlas";
const OPTIONS = ["lang", "theme", "controls", "gestures"];
// What an option becomes when its attribute is taken away; the language stays what it is.
const DEFAULTS = { theme: "auto", controls: "full", gestures: "cooperative" };

// The element has a size even where the page resets everything, and before the program is there: the
// page can undo all that :host says, but nothing inside. Without a height from the page the frame is
// as high as what follows the map in it. What the page hands down (letters, case, spacing) ends here.
const BASE = `
:host { display: block; }
:host([hidden]) { display: none; }
.frame { all: initial; display: block; position: relative; block-size: 100%; overflow: clip; contain: layout paint style; }
.frame::after { content: ""; display: block; block-size: min(70vh, 480px); }
.root { position: absolute; inset: 0; }
.boot { position: absolute; inset: 0; display: grid; place-content: center; padding: 16px;
  text-align: center; font: 15px/1.5 system-ui, sans-serif; color: #48515a; background: #d9e6ec; }
.fault { position: absolute; inset-inline: 16px; inset-block-start: 16px; z-index: 9; margin-inline: auto;
  max-inline-size: 420px; max-block-size: calc(100% - 32px); overflow: auto; box-sizing: border-box;
  padding: 16px; border-radius: 8px; border: 1px solid #48515a; font: 15px/1.5 system-ui, sans-serif;
  color: #15191e; background: #f4f6f7; }
.fault p { margin-block: 8px; }
.fault code { display: block; font-size: 12px; color: #48515a; overflow-wrap: anywhere; }
.fault button { font: inherit; min-block-size: 44px; padding-inline: 16px; border-radius: 6px;
  border: 1px solid #15191e; color: #fff; background: #15191e; cursor: pointer; }
.offer { position: absolute; inset-inline: 16px; inset-block-end: 16px; z-index: 8; display: flex; flex-wrap: wrap;
  align-items: center; gap: 8px 12px; margin-inline: auto; inline-size: fit-content; max-inline-size: 760px;
  box-sizing: border-box; padding: 8px 16px; border-radius: 8px; border: 1px solid #48515a;
  font: 15px/1.5 system-ui, sans-serif; color: #15191e; background: #f4f6f7; box-shadow: 0 2px 12px #0005; }
.offer p { margin: 0; }
.offer button { font: inherit; min-block-size: 44px; padding-inline: 16px; border-radius: 6px;
  border: 1px solid #15191e; color: #15191e; background: none; cursor: pointer; }
.offer button:first-of-type { color: #fff; background: #15191e; }
@media (max-width: 599px) {
  .offer { inset-block-end: 64px; }
}
@media (prefers-color-scheme: dark) {
  .boot { color: #b9c2c9; background: #0e1820; }
}
.fault button:focus-visible, .offer button:focus-visible { outline: 2px solid #15191e; outline-offset: 2px; }
`;

/** An error of the atlas: `code` for programs, `message` for people. */
export class AtlasError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "AtlasError";
    this.code = code;
  }
}

/** The program's plain errors as an AtlasError; of bad data each problem is listed. */
function named(error) {
  if (error instanceof Error) return error;
  const known = new AtlasError(error?.code ?? "failed", error?.message ?? String(error));
  if (error?.problems) known.problems = error.problems;
  return known;
}

/** The text of data that a host gives: a text, a file, an answer to `fetch`, or an object as JSON. */
async function textOf(data) {
  if (typeof data === "string") return data;
  if (data instanceof Blob || data instanceof Response) return data.text();
  // What refers to itself throws here; what JSON does not know is no object.
  return JSON.stringify(data) ?? "";
}

/** Calls into the program. */
function ask(work) {
  try {
    return work();
  } catch (error) {
    throw named(error);
  }
}

/** The language of the page around an element, through the shadow roots that it lies in. */
function langAround(element) {
  for (let at = element; at; at = at.parentNode ?? at.host) {
    if (at !== element && at.lang) return at.lang;
  }
  return null;
}

/** Why the program cannot start: `code` for programs, the name of its words, and what goes into them. */
class Fault extends Error {
  constructor(code, word, values = {}) {
    super(`${code} ${JSON.stringify(values)}`);
    Object.assign(this, { code, word, values });
  }
}

/** A module with a table of references to things outside: what programs of this build need. */
const REFERENCES = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 1);

/** What a browser must have, by the names in messages. */
const NEEDED = {
  WebAssembly: () => typeof WebAssembly === "object",
  "WebAssembly reference types": () => WebAssembly.validate(REFERENCES),
  adoptedStyleSheets: () => "adoptedStyleSheets" in Document.prototype,
  ResizeObserver: () => typeof ResizeObserver === "function",
  "CSS container queries": () => CSS.supports("container-type: size"),
};

/** Throws where the browser lacks something, or where it may not run programs. */
function checked() {
  const feature = Object.keys(NEEDED).find((name) => !NEEDED[name]());
  if (feature) throw new Fault("old-browser", "old", { feature });
  try {
    // Compiled, not only looked at: a policy forbids no more than that.
    new WebAssembly.Module(REFERENCES);
  } catch {
    throw new Fault("blocked", "blocked");
  }
}

/** The digest of bytes as `integrity` writes it; null on hosts without HTTPS, where browsers give none. */
async function digest(bytes) {
  const sum = await globalThis.crypto?.subtle?.digest("SHA-384", bytes);
  return sum ? `sha384-${btoa(String.fromCharCode(...new Uint8Array(sum)))}` : null;
}

/**
 * How the program is loaded from its two files, and others from `beside`, which gives the address of a name:
 * `load` and `own`, as `define` takes them. `digests` tells what a file must be, by its name; what it does not
 * name is taken as it comes.
 */
export function loader(js, wasm, beside, digests = {}) {
  const nameOf = (url) => url.pathname.split("/").pop();
  /** A file's answer, which is there. */
  const file = async (url) => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Fault("missing-part", "missing", { file: nameOf(url), status: answer.status });
    return answer;
  };
  /** The bytes of an answer, if they are the right ones. */
  const right = async (answer, name) => {
    const bytes = await answer.arrayBuffer();
    const found = digests[name] && (await digest(bytes));
    if (found && found !== digests[name]) throw new Fault("changed-part", "changed", { file: name });
    return bytes;
  };
  /** What a file is sent as, where that is not what it must be. */
  const wrong = (answer, file, wanted) => {
    const type = answer.headers.get("content-type")?.split(";")[0].trim() ?? "";
    const fits = type === wanted || (wanted === "text/javascript" && /(java|ecma)script$/.test(type));
    return fits ? null : new Fault("wrong-type", "type", { file, type: type || "–", wanted });
  };
  /** The glue; where it does not load, the reason that the browser keeps to itself. */
  const glue = async () => {
    const name = nameOf(js);
    if (digests[name]) await right(await file(js), name);
    try {
      return await import(js);
    } catch (error) {
      throw wrong(await file(js), name, "text/javascript") ?? error;
    }
  };
  const part = async (name) => right(await file(beside(name)), name.split("?")[0]);
  const load = async () => {
    checked();
    const [program, answer] = await Promise.all([glue(), file(wasm)]);
    const name = nameOf(wasm);
    // The browser compiles it all the same, only later; whoever runs the server is told.
    const warning = wrong(answer, name, "application/wasm");
    await program.default({ module_or_path: digests[name] ? await right(answer, name) : answer });
    return { mount: program.mount, styles: program.styles, part, warning };
  };
  return { load, own: (error) => String(error.stack).includes(js.href) };
}

/**
 * Defines the element. `load` gives a promise of the program, `{ mount, styles, part, warning }`; it is called
 * once, when the first element is shown. `part`, which may be missing, gives a promise of the bytes of a file
 * beside the program; `warning` is a fault that did not keep the program from starting. `texts` are the few
 * words needed without it, by language.
 * `owner` is the element that owns the page: its address, history, title and language. `own` tells of
 * an error whether it comes from this program and not from another one on the page. A second call on a
 * page does nothing.
 */
export function define(load, texts, owner = null, own = () => true) {
  if (customElements.get(TAG)) return;
  // The page around a frame scrolls on.
  if (window.parent !== window) owner?.setAttribute("gestures", "cooperative");
  const shown = new Set();
  const sheets = [];
  let program = null;
  let crashed = null;

  const start = () => {
    program ??= Promise.resolve().then(load);
    // A failed load is tried again by the next element.
    program.catch(() => (program = null));
    return program;
  };

  const crash = (detail) => {
    if (crashed !== null) return;
    crashed = String(detail);
    // A copy: a host may put new elements in their place.
    for (const element of [...shown]) element._crash(crashed);
  };
  window.addEventListener("atlas-panic", (event) => {
    console.error(event.detail);
    crash(event.detail);
  });
  window.addEventListener("error", (event) => {
    // A trap without a panic, such as a full stack.
    const { error } = event;
    if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError && own(error)) crash(error.message);
  });

  class ConnectivityAtlas extends HTMLElement {
    static observedAttributes = [...OPTIONS, "state", "src"];

    #handle = null;
    #starting = false;
    #kept = null;
    #data = null;
    #wanted = null;
    #failed = false;
    #frame = null;
    #resolve;
    #reject;

    constructor() {
      super();
      this.attachShadow({ mode: "open" });
      this.#promise();
    }

    /** A promise for the next start. */
    #promise() {
      this.#failed = false;
      this.ready = new Promise((resolve, reject) => {
        this.#resolve = resolve;
        this.#reject = reject;
      });
      // Those who never ask get the event and the message; nothing is "unhandled".
      this.ready.catch(() => {});
    }

    connectedCallback() {
      shown.add(this);
      if (!this.#handle && !this.#starting) this.#start();
    }

    disconnectedCallback() {
      // Moving an element takes it off and puts it on again at once: wait until that is over.
      queueMicrotask(() => {
        if (this.isConnected) return;
        shown.delete(this);
        if (!this.#handle || crashed !== null) return;
        this.#kept = this.#handle.getState();
        this.#data = this.#handle.getData() ?? null;
        this.#handle.free();
        this.#handle = null;
        this.shadowRoot.replaceChildren();
      });
    }

    attributeChangedCallback(name, before, now) {
      if (before === now || crashed !== null) return;
      if (name === "src") {
        this.#data = null;
        if (this.#handle) this.#follow(now).catch((error) => this.#tell(error));
        return;
      }
      if (!this.#handle) {
        // What the host says now counts more than what was kept when the element was taken off.
        if (name === "state") this.#kept = null;
        else this.#kept &&= this.#kept.replace(new RegExp(`&${name}=[^&]*`), "");
        return;
      }
      try {
        if (name === "state") this.setState(now ?? "");
        else if (now !== null) ask(() => this.#handle.setOption(name, now));
        else if (name in DEFAULTS) ask(() => this.#handle.setOption(name, DEFAULTS[name]));
      } catch (error) {
        this.#tell(error);
      }
    }

    async #start() {
      this.#starting = true;
      if (this.#failed) this.#promise();
      this.#sheet(BASE, 0);
      const boot = document.createElement("div");
      boot.className = "boot";
      boot.textContent = this.#texts().loading;
      const root = document.createElement("div");
      root.className = "root";
      this.#frame = document.createElement("div");
      this.#frame.className = "frame";
      this.#frame.append(boot, root);
      let mount, styles, part, warning;
      const told = [];
      this.shadowRoot.replaceChildren(this.#frame);
      try {
        ({ mount, styles, part, warning } = await start());
        if (!this.isConnected) return;
        if (crashed !== null) return this._crash(crashed);
        this.#sheet(styles, 1);
        this.#handle = ask(() => mount(this, root, this.#options(), part));
        const error = await this.#startWithData();
        if (error) told.push(error);
        if (!this.isConnected || !this.#handle) return;
        boot.remove();
      } catch (error) {
        boot.remove();
        // A panic while it started has already been told.
        if (crashed === null) this.#refuse(error);
        return;
      } finally {
        this.#starting = false;
      }
      // What the start set going runs in microtasks: by the next task all of it has, and input is served.
      await new Promise((next) => setTimeout(next));
      if (!this.isConnected || !this.#handle || crashed !== null) return;
      this.#catchUp();
      if (performance.getEntriesByName("atlas-ready").length === 0) performance.mark("atlas-ready");
      this.#resolve();
      this.dispatchEvent(new CustomEvent("atlas-ready", { bubbles: true, composed: true }));
      if (warning) this.#tell({ code: warning.code, message: this.#filled(warning) });
      for (const error of told) this.#tell(error);
    }

    /** Shows data other than the embedded ones from the start; gives the error where that fails. */
    async #startWithData() {
      const [data, src, state] = [this.#data, this.getAttribute("src"), this.#kept ?? this.getAttribute("state")];
      if (data === null && src === null) return null;
      // The embedded data are not seen for a moment.
      const root = this.#frame.querySelector(".root");
      root.style.visibility = "hidden";
      try {
        if (data === null) await this.#follow(src);
        else await this.#handle.load(data);
        // A state may speak of what only these data have.
        if (state && this !== owner) this.#handle?.setState(state);
        return null;
      } catch (error) {
        return named(error);
      } finally {
        root.style.visibility = "";
      }
    }

    /** Shows the data at an address, or the embedded ones where there is none. */
    async #follow(src) {
      const handle = this.#handle;
      if (src === null) return handle.load();
      const url = new URL(src, document.baseURI);
      const missing = (status) => new Fault("load-failed", "missing", { file: url.href, status });
      const answer = await fetch(url).catch(() => null);
      let text;
      try {
        if (!answer?.ok) throw missing(answer?.status ?? "–");
        text = await answer.text();
      } catch (error) {
        const fault = error instanceof Fault ? error : missing("–");
        throw new AtlasError(fault.code, this.#filled(fault));
      }
      // Another one may have been asked for meanwhile, and the element may be gone.
      if (this.#handle !== handle || this.getAttribute("src") !== src) return;
      try {
        await handle.load(text);
      } catch (error) {
        throw named(error);
      }
    }

    /** Takes over the state that was asked for before there was a program. */
    #catchUp() {
      const wanted = this.#wanted;
      this.#wanted = null;
      if (wanted === null) return;
      try {
        this.setState(wanted);
      } catch (error) {
        this.#tell(error);
      }
    }

    #sheet(text, at) {
      // A browser too old for this will be told so.
      if (!NEEDED.adoptedStyleSheets()) return;
      if (!sheets[at]) {
        sheets[at] = new CSSStyleSheet();
        sheets[at].replaceSync(typeof text === "function" ? text() : text);
      }
      const adopted = this.shadowRoot.adoptedStyleSheets;
      if (!adopted.includes(sheets[at])) this.shadowRoot.adoptedStyleSheets = [...adopted, sheets[at]];
    }

    #options() {
      const page = this === owner;
      const around = page ? null : langAround(this);
      const options = { page, languages: [around, ...navigator.languages].filter(Boolean) };
      for (const name of OPTIONS) {
        if (this.hasAttribute(name)) options[name] = this.getAttribute(name);
      }
      const state = this.#kept ?? this.getAttribute("state");
      if (state !== null) options.state = state;
      const canonical = this.getAttribute("canonical");
      if (canonical !== null) options.canonical = canonical;
      return options;
    }

    /** The few words that are needed without the program. */
    #texts() {
      const asked = /(?:^|[#&])lang=(\w+)/.exec(this === owner ? location.hash : this.getAttribute("state") ?? "");
      // Once it has spoken, it goes on in the language that the reader chose.
      const spoken = this.shadowRoot.querySelector(".atlas")?.lang;
      const wishes = [spoken, asked?.[1], this.getAttribute("lang"), langAround(this), ...navigator.languages];
      const known = wishes.map((tag) => tag?.split("-")[0]).find((tag) => tag && Object.hasOwn(texts, tag));
      return texts[known ?? "en"];
    }

    /** The words of a fault. */
    #filled({ word, values }) {
      // A name in Latin letters keeps its own direction.
      return this.#texts()[word].replace(/\{(\w+)\}/g, (_, name) => `\u2068${values[name]}\u2069`);
    }

    /** The atlas could not be started. */
    #refuse(error) {
      this.#failed = true;
      const detail = error?.message ?? String(error);
      const unnamed = () =>
        error?.code === "bad-artifact" ? new Fault("bad-artifact", "data") : new Fault("load-failed", "load", { reason: detail });
      const fault = error instanceof Fault ? error : unnamed();
      const message = this.#filled(fault);
      this.#panel(message, detail);
      const refused = new AtlasError(fault.code, message);
      this.#reject(refused);
      this.#tell(refused);
    }

    /** The program has ended; the last picture stays below the message. */
    _crash(detail) {
      const words = this.#texts();
      this.#panel(words.panic, detail);
      const error = new AtlasError("crashed", words.panic);
      this.#reject(error);
      this.#tell(error);
    }

    /** Tells at the lower edge that a newer build is there; the reader may take it or leave it. */
    _offer(take) {
      const words = this.#texts();
      const [offer, text, now, later] = ["div", "p", "button", "button"].map((tag) => document.createElement(tag));
      offer.className = "offer";
      offer.setAttribute("role", "status");
      offer.lang = words.lang;
      offer.dir = words.dir;
      text.textContent = words.update;
      now.type = later.type = "button";
      now.textContent = words.reload;
      later.textContent = words.close;
      now.addEventListener("click", take);
      later.addEventListener("click", () => offer.remove());
      offer.append(text, now, later);
      this.#frame.querySelector(".offer")?.remove();
      this.#frame.append(offer);
    }

    #panel(message, detail) {
      const words = this.#texts();
      const [panel, title, text, code, button] = ["div", "strong", "p", "code", "button"].map((tag) =>
        document.createElement(tag),
      );
      panel.className = "fault";
      panel.setAttribute("role", "alert");
      panel.dataset.notice = "";
      panel.lang = words.lang;
      panel.dir = words.dir;
      title.textContent = words.title;
      text.textContent = message;
      code.textContent = detail;
      code.dir = "ltr";
      button.type = "button";
      button.textContent = words.reload;
      button.addEventListener("click", () => location.reload());
      panel.append(title, text, button, code);
      this.#frame.querySelector(".fault")?.remove();
      this.#frame.append(panel);
    }

    #tell({ code, message }) {
      if (!this.isConnected) return;
      const detail = { code: code ?? "failed", message };
      this.dispatchEvent(new CustomEvent("atlas-error", { detail, bubbles: true, composed: true }));
    }

    /** The program, or an error that says why there is none. */
    #running() {
      if (crashed !== null) throw new AtlasError("crashed", this.#texts().panic);
      if (!this.#handle) throw new AtlasError("not-ready", this.#texts().not_ready);
      return this.#handle;
    }

    getState() {
      if (this.#handle && crashed === null) return this.#handle.getState();
      return (this.#wanted ?? this.#kept ?? this.getAttribute("state") ?? "").replace(/^#/, "");
    }

    setState(fragment) {
      if (crashed === null && !this.#handle) this.#wanted = String(fragment);
      else ask(() => this.#running().setState(String(fragment)));
    }

    select(id) {
      ask(() => this.#running().select(String(id)));
    }

    /** What the program says to a question, once there is a program and the part of it that answers. */
    async #told(name, value, more) {
      await this.ready;
      try {
        if (!(await this.#running().later())) throw new AtlasError("load-failed", this.#texts().later);
        return await this.#running().ask(name, value, more);
      } catch (error) {
        throw named(error);
      }
    }

    dataset() {
      return this.#told("dataset");
    }

    places() {
      return this.#told("places");
    }

    corridors() {
      return this.#told("corridors");
    }

    institutions() {
      return this.#told("institutions");
    }

    sources() {
      return this.#told("sources");
    }

    claims(query) {
      return this.#told("claims", query);
    }

    events() {
      return this.#told("events");
    }

    routes(query) {
      return this.#told("routes", query);
    }

    reach(query) {
      return this.#told("reach", query);
    }

    critical(query) {
      return this.#told("critical", query);
    }

    /** Shows data of one's own; without any, the embedded ones again. */
    async load(data) {
      await this.ready;
      let text;
      try {
        text = data == null ? undefined : await textOf(data);
      } catch (error) {
        throw new AtlasError("bad-data", error.message);
      }
      try {
        await this.#running().load(text);
      } catch (error) {
        throw named(error);
      }
      return this.dataset();
    }

    export(kind, options) {
      return this.#told("export", String(kind), options);
    }
  }

  customElements.define(TAG, ConnectivityAtlas);
}
