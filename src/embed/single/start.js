// The module of the atlas as one file: the glue of the program, the element and its words stand before this,
// put together by `cargo xtask dist`.

const parts = globalThis.atlasParts;
delete globalThis.atlasParts;

/** The bytes of a part by its name, whatever version of it is asked for: there is only one here. */
function atlasPart(name) {
  const bytes = parts[name.split("?")[0]];
  return typeof bytes === "function" ? bytes() : bytes;
}

const load = async () => {
  await program.start({ module_or_path: atlasPart("program.wasm") });
  return { mount: program.mount, styles: program.styles, part: async (name) => atlasPart(name) };
};
define(load, texts, document.querySelector("connectivity-atlas"));
