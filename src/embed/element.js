// The custom element: attributes in, events and promises out. All that is drawn comes from the
// program; this file only knows when to start it, when to end it, and what to say without it.

const TAG = "connectivity-atlas";
const OPTIONS = ["lang", "theme", "controls", "gestures"];

// The element has a size even where the page resets everything, and before the program is there.
const BASE = `
:host { display: block; position: relative; block-size: min(70vh, 480px); contain: layout paint style; }
:host([hidden]) { display: none; }
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
@media (prefers-color-scheme: dark) {
  .boot { color: #b9c2c9; background: #0e1820; }
}
`;

/** An error of the atlas: `code` for programs, `message` for people. */
export class AtlasError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "AtlasError";
    this.code = code;
  }
}

/** Calls into the program; its plain errors become an AtlasError. */
function ask(work) {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error ? error : new AtlasError(error?.code ?? "failed", error?.message ?? String(error));
  }
}

/**
 * Defines the element. `load` gives a promise of the program, `{ mount, styles }`; it is called once,
 * when the first element is shown. `texts` are the few words needed without it, by language.
 * `owner` is the element that owns the page: its address, history, title and language. A second call
 * on a page does nothing.
 */
export function define(load, texts, owner = null) {
  if (customElements.get(TAG)) return;
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
    for (const element of shown) element._crash(crashed);
  };
  window.addEventListener("atlas-panic", (event) => {
    console.error(event.detail);
    crash(event.detail);
  });
  window.addEventListener("error", (event) => {
    // A trap without a panic, such as a full stack.
    if (event.error instanceof WebAssembly.RuntimeError) crash(event.error.message);
  });

  class ConnectivityAtlas extends HTMLElement {
    static observedAttributes = [...OPTIONS, "state"];

    #handle = null;
    #starting = false;
    #kept = null;
    #wanted = null;
    #root = null;
    #resolve;
    #reject;

    constructor() {
      super();
      this.attachShadow({ mode: "open" });
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
        this.#handle.free();
        this.#handle = null;
        this.shadowRoot.replaceChildren();
      });
    }

    attributeChangedCallback(name, before, now) {
      if (!this.#handle || before === now || now === null || crashed !== null) return;
      try {
        if (name === "state") this.setState(now);
        else ask(() => this.#handle.setOption(name, now));
      } catch (error) {
        this.#tell(error);
      }
    }

    async #start() {
      this.#starting = true;
      this.#sheet(BASE, 0);
      const boot = document.createElement("div");
      boot.className = "boot";
      boot.textContent = this.#texts().loading;
      this.#root = document.createElement("div");
      this.#root.className = "root";
      this.shadowRoot.replaceChildren(boot, this.#root);
      try {
        const { mount, styles } = await start();
        if (!this.isConnected) return;
        this.#sheet(styles, 1);
        this.#handle = ask(() => mount(this, this.#root, this.#options()));
        boot.remove();
        if (this.#wanted !== null) this.setState(this.#wanted);
        this.#wanted = null;
      } catch (error) {
        boot.remove();
        this.#refuse(error);
        return;
      } finally {
        this.#starting = false;
      }
      performance.mark("atlas-ready");
      this.#resolve();
      this.dispatchEvent(new CustomEvent("atlas-ready", { bubbles: true, composed: true }));
    }

    #sheet(text, at) {
      if (!sheets[at]) {
        sheets[at] = new CSSStyleSheet();
        sheets[at].replaceSync(typeof text === "function" ? text() : text);
      }
      const adopted = this.shadowRoot.adoptedStyleSheets;
      if (!adopted.includes(sheets[at])) this.shadowRoot.adoptedStyleSheets = [...adopted, sheets[at]];
    }

    #options() {
      const page = this === owner;
      const around = page ? null : this.parentElement?.closest("[lang]")?.lang;
      const options = { page, languages: [around, ...navigator.languages].filter(Boolean) };
      for (const name of OPTIONS) {
        if (this.hasAttribute(name)) options[name] = this.getAttribute(name);
      }
      const state = this.#kept ?? this.getAttribute("state");
      if (state !== null) options.state = state;
      return options;
    }

    /** The few words that are needed without the program. */
    #texts() {
      const asked = /(?:^|[#&])lang=(\w+)/.exec(this === owner ? location.hash : this.getAttribute("state") ?? "");
      const wishes = [asked?.[1], this.getAttribute("lang"), this.closest("[lang]")?.lang, ...navigator.languages];
      const known = wishes.map((tag) => tag?.split("-")[0]).find((tag) => tag in texts);
      return texts[known ?? "en"];
    }

    /** The atlas could not be started. */
    #refuse(error) {
      const words = this.#texts();
      const data = error?.code === "bad-artifact";
      const wasm = typeof WebAssembly !== "object" || error instanceof WebAssembly.CompileError;
      const detail = error?.message ?? String(error);
      const message = data ? words.data : wasm ? words.wasm : words.load.replace("{reason}", detail);
      const code = data ? "bad-artifact" : wasm ? "no-wasm" : "load-failed";
      this.#panel(message, detail);
      const refused = new AtlasError(code, message);
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
      this.shadowRoot.append(panel);
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
      return this.#wanted ?? this.#kept ?? this.getAttribute("state") ?? "";
    }

    setState(fragment) {
      if (crashed === null && !this.#handle) this.#wanted = String(fragment);
      else ask(() => this.#running().setState(String(fragment)));
    }

    select(id) {
      ask(() => this.#running().select(String(id)));
    }

    async #records(name) {
      await this.ready;
      return ask(() => this.#running()[name]());
    }

    dataset() {
      return this.#records("dataset");
    }

    places() {
      return this.#records("places");
    }

    corridors() {
      return this.#records("corridors");
    }

    institutions() {
      return this.#records("institutions");
    }

    sources() {
      return this.#records("sources");
    }
  }

  customElements.define(TAG, ConnectivityAtlas);
}
