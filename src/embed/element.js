// The custom element: attributes in, events and promises out. All that is drawn comes from the
// program; this file only knows when to start it and when to end it.

import { AtlasError, Fault, ask, named, watch } from "./faults.js";
import { hasSheets, textAt, textOf } from "./loader.js";
import { LOOK, boot, fill, langAround, offer, panel, wordsIn } from "./look.js";

const TAG = "connectivity-atlas";
const OPTIONS = ["lang", "theme", "controls", "gestures"];
// What an option becomes when its attribute is taken away; the language stays what it is.
const DEFAULTS = { theme: "auto", controls: "full", gestures: "cooperative" };
const QUESTIONS = "dataset places corridors institutions sources claims events routes reach critical".split(" ");

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
  watch(own, crash);

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
      this.#sheet(LOOK, 0);
      const waits = boot(this.#texts());
      const root = document.createElement("div");
      root.className = "root";
      this.#frame = document.createElement("div");
      this.#frame.className = "frame";
      this.#frame.append(waits, root);
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
        waits.remove();
      } catch (error) {
        waits.remove();
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
      const text = await textAt(url).catch((error) => {
        throw new AtlasError(error.code, this.#filled(error));
      });
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
      if (!hasSheets()) return;
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
      return wordsIn(texts, wishes);
    }

    /** The words of a fault. */
    #filled({ word, values }) {
      return fill(this.#texts()[word], values);
    }

    /** The atlas could not be started. */
    #refuse(error) {
      this.#failed = true;
      const detail = error?.message ?? String(error);
      const unnamed = () =>
        error?.code === "bad-artifact" ? new Fault("bad-artifact", "data") : new Fault("load-failed", "load", { reason: detail });
      const fault = error instanceof Fault ? error : unnamed();
      const message = this.#filled(fault);
      this.#lay(panel(this.#texts(), message, detail));
      const refused = new AtlasError(fault.code, message);
      this.#reject(refused);
      this.#tell(refused);
    }

    /** The program has ended; the last picture stays below the message. */
    _crash(detail) {
      const words = this.#texts();
      this.#lay(panel(words, words.panic, detail));
      const error = new AtlasError("crashed", words.panic);
      this.#reject(error);
      this.#tell(error);
    }

    /** Tells at the lower edge that a newer build is there; the reader may take it or leave it. */
    _offer(take) {
      this.#lay(offer(this.#texts(), take));
    }

    /** Lays a notice over the picture, in the place of another of its kind. */
    #lay(notice) {
      this.#frame.querySelector(`.${notice.className}`)?.remove();
      this.#frame.append(notice);
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

    /** Takes what hosts may ask, by the names under which the program knows it too; `dataset` is the browser's otherwise. */
    static _answer() {
      for (const name of QUESTIONS) {
        const value = function (query) {
          return this.#told(name, query);
        };
        Object.defineProperty(this.prototype, name, { value, writable: true, configurable: true });
      }
    }

    /** Shows data of one's own; without any, the embedded ones again. */
    async load(data) {
      await this.ready;
      const text = data == null ? undefined : await textOf(data);
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

  ConnectivityAtlas._answer();
  customElements.define(TAG, ConnectivityAtlas);
}
