// The page's start: defines the element and tells it where the program is. Trunk writes the names of
// the built files into the attributes of the script element that loads this file.

import { define, loader } from "./element.js";
import { keep } from "./offline.js";
import { texts } from "./texts.js";

const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const beside = (name) => new URL(name, document.baseURI);
const { load, own } = loader(beside(js), beside(wasm), beside);
const atlas = document.querySelector("connectivity-atlas");
define(load, texts, atlas, own);
// A frame in somebody's page is not kept.
if (window.top === window) atlas.ready.then(() => keep(atlas), () => {});
