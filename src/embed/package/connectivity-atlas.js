// The element as a module of its own: importing it defines <connectivity-atlas>. Its files lie beside this
// one, wherever it comes from.

import { define } from "./element.js";
import { AtlasError } from "./faults.js";
import { loader } from "./loader.js";
import { texts } from "./texts.js";

const [JS, WASM] = ["program.js", "program.wasm"];
// What the build fills in: digests of the files, so that what comes from another server is what was built.
const DIGESTS = {};

const beside = (name) => new URL(name, import.meta.url);
const { load, own } = loader(beside(JS), beside(WASM), beside, DIGESTS);
define(load, texts, null, own);

export { AtlasError };
