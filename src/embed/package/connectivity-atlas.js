// The element as a module of its own: importing it defines <connectivity-atlas>. Its files lie beside this
// one, wherever it comes from.

import { AtlasError, define, loader } from "./element.js";
import { texts } from "./texts.js";

const beside = (name) => new URL(name, import.meta.url);
const { load, own } = loader(beside("program.js"), beside("program.wasm"), beside);
define(load, texts, null, own);

export { AtlasError };
