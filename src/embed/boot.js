// The page's start: defines the element and tells it where the program is. Trunk writes the names of
// the built files into the attributes of the script element that loads this file.

import { define } from "./element.js";
import { loader } from "./loader.js";
import { texts } from "./texts.js";

const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const beside = (name) => new URL(name, document.baseURI);
const { load, own } = loader(beside(js), beside(wasm), beside);
const atlas = document.querySelector("connectivity-atlas");
define(load, texts, atlas, own);
// Browsers that would ask the reader to install the page wait until the reader asks: the dialog of files has a button.
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  atlas._install = () => {
    delete atlas._install;
    event.prompt();
  };
});
// What a frame tells, and what keeps the page, is not fetched before the page is ready.
const more = async () => {
  if (window.parent !== window) (await import("./frame.js")).tell();
  else (await import("./offline.js")).keep(atlas);
};
atlas.ready.then(more).catch(() => {});
