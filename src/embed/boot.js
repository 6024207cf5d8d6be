// The page's start: defines the element and tells it where the program is. Trunk writes the names of
// the built files into the attributes of the script element that loads this file.

import { define } from "./element.js";
import { texts } from "./texts.js";

const { js, wasm } = document.querySelector("script[data-wasm]").dataset;

async function load() {
  const program = await import(new URL(js, document.baseURI));
  await program.default({ module_or_path: new URL(wasm, document.baseURI) });
  return { mount: program.mount, styles: program.styles, part };
}

/** The bytes of a file beside the program. */
async function part(name) {
  const answer = await fetch(new URL(name, document.baseURI));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.arrayBuffer();
}

const own = (error) => String(error.stack).includes(js.replace(/^\.\//, ""));
define(load, texts, document.querySelector("connectivity-atlas"), own);
