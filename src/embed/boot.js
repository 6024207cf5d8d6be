// The page's start: defines the element and tells it where the program is. Trunk writes the names of
// the built files into the attributes of the script element that loads this file.

import { define, loader } from "./element.js";
import { texts } from "./texts.js";

const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const beside = (name) => new URL(name, document.baseURI);
const { load, own } = loader(beside(js), beside(wasm), beside);
const atlas = document.querySelector("connectivity-atlas");
define(load, texts, atlas, own);
// A frame in somebody's page is not kept. What keeps the page is not fetched before it is ready.
if (window.top === window) {
  const kept = async () => (await import("./offline.js")).keep(atlas);
  atlas.ready.then(kept).catch(() => {});
}
