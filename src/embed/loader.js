// Whether a browser can run the program, and how it and data are loaded.

import { AtlasError, Fault } from "./faults.js";

/** A module with a table of references to things outside: what programs of this build need. */
const REFERENCES = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 1);

/** Whether the browser takes a style sheet into a shadow root. */
export const hasSheets = () => "adoptedStyleSheets" in Document.prototype;

/** What a browser must have, by the names in messages. */
const NEEDED = {
  WebAssembly: () => typeof WebAssembly === "object",
  "WebAssembly reference types": () => WebAssembly.validate(REFERENCES),
  adoptedStyleSheets: hasSheets,
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

/** The text at an address, or a fault. */
export async function textAt(url) {
  const missing = (status) => new Fault("load-failed", "missing", { file: url.href, status });
  const answer = await fetch(url).catch(() => null);
  if (!answer?.ok) throw missing(answer?.status ?? "–");
  return answer.text().catch(() => Promise.reject(missing("–")));
}

/** The text of data that a host gives: a text, a file, an answer to `fetch`, or an object as JSON. */
export async function textOf(data) {
  try {
    if (typeof data === "string") return data;
    if (data instanceof Blob || data instanceof Response) return await data.text();
    // What refers to itself throws here; what JSON does not know is no object.
    return JSON.stringify(data) ?? "";
  } catch (error) {
    throw new AtlasError("bad-data", error.message);
  }
}
