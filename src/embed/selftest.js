// What a server does with the files of the page: asked from inside the browser, one row for each thing, with what
// to change. It needs no program, so that it speaks where the program does not run.

import { words as languages } from "./selftest-texts.js";

const TYPES = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  wasm: "application/wasm",
  bin: "application/octet-stream",
  svg: "image/svg+xml",
  webmanifest: "application/manifest+json",
};
const HASH = /[-_.][0-9a-f]{16}[-_.]/;
const DAY = 86400;

const asked = new URLSearchParams(location.search).get("lang");
const wishes = [asked, ...navigator.languages].map((tag) => tag?.split("-")[0]);
const lang = wishes.find((tag) => Object.hasOwn(languages, tag)) ?? "en";
const words = languages[lang];
const fill = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => `\u2068${values[name]}\u2069`);

const body = document.querySelector("tbody");
let faults = 0;

/** A row: what was looked at, and what came of it. `state` is good, bad or told. */
function row(what, state, text) {
  const line = body.insertRow();
  line.dataset.state = state;
  const name = document.createElement("th");
  name.scope = "row";
  name.textContent = what;
  line.append(name);
  line.insertCell().textContent = text;
  if (state === "bad") faults += 1;
}
const good = (what) => row(what, "good", words.good);

/** The files of the build with their digests. */
async function files() {
  const text = await (await fetch("SHA256SUMS", { cache: "no-store" })).text();
  return text.split("\n").filter(Boolean).map((line) => line.split("  "));
}

async function digest(bytes) {
  const sum = await globalThis.crypto?.subtle?.digest("SHA-256", bytes);
  return sum && [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What is wrong with a file, in words; null where nothing is. */
async function fault(name, sum) {
  const answer = await fetch(name, { cache: "no-store" });
  if (answer.status !== 200) return fill("status", { status: answer.status });
  const wanted = TYPES[name.split(".").pop()];
  const type = answer.headers.get("content-type")?.split(";")[0].trim() ?? "–";
  const script = wanted === TYPES.js && /(java|ecma)script$/.test(type);
  if (wanted && type !== wanted && !script) return fill("type", { type, wanted });
  const found = await digest(await answer.arrayBuffer());
  return found && found !== sum ? words.changed : null;
}

/** What is wrong with how long a file is kept. */
async function keeping(name) {
  const { headers } = await fetch(name, { method: "HEAD", cache: "no-store" });
  const rule = headers.get("cache-control") ?? "";
  const age = Number(/max-age=(\d+)/.exec(rule)?.[1] ?? 0);
  const asks = /no-cache|no-store/.test(rule) || age === 0;
  if (HASH.test(name)) return age >= DAY ? null : fill("cache_short", { file: name });
  return asks ? null : fill("cache_long", { file: name });
}

async function run() {
  const all = await files();
  for (const [sum, name] of all) {
    const wrong = await fault(name, sum);
    if (wrong) row(name, "bad", wrong);
  }
  if (faults === 0) row(words.files, "good", fill("all", { n: all.length }));

  const none = await fetch("no-such-file.bin", { cache: "no-store" });
  if (none.status === 404) good(words.missing);
  else row(words.missing, "bad", fill("missing_bad", { status: none.status }));

  const large = all.map(([, name]) => name).find((name) => name.endsWith(".wasm"));
  await (await fetch(large, { cache: "reload" })).arrayBuffer();
  const { encodedBodySize, decodedBodySize } = performance.getEntriesByName(new URL(large, location.href).href).pop() ?? {};
  if (encodedBodySize < decodedBodySize) good(words.packed);
  else row(words.packed, "bad", words.packed_bad);

  const kept = await Promise.all(["index.html", "sw.js", large].map(keeping));
  const stale = kept.filter(Boolean);
  if (stale.length === 0) good(words.cache);
  else for (const text of stale) row(words.cache, "bad", text);

  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    good("WebAssembly");
  } catch {
    row("WebAssembly", "bad", words.wasm_bad);
  }

  if (isSecureContext) good("HTTPS");
  else row("HTTPS", "bad", words.secure_bad);

  const { headers } = await fetch("connectivity-atlas.js", { method: "HEAD", cache: "no-store" });
  row(words.shared, "told", headers.get("access-control-allow-origin") ? words.shared_yes : words.shared_no);

  const page = (await fetch("./", { method: "HEAD", cache: "no-store" })).headers;
  const ancestors = /frame-ancestors[^;]*/.exec(page.get("content-security-policy") ?? "")?.[0];
  const options = page.get("x-frame-options");
  const rule = ancestors ?? (options && `X-Frame-Options: ${options}`);
  row(words.frames, "told", rule ? fill("frames_some", { rule }) : words.frames_all);
}

document.documentElement.lang = lang;
document.documentElement.dir = words.dir;
document.title = words.title;
document.querySelector("h1").textContent = words.title;
document.querySelector("#lead").textContent = words.lead;
for (const code of ["en", "ur", "ru"]) {
  const { name } = languages[code];
  const link = document.createElement("a");
  link.href = `?lang=${code}`;
  link.lang = code;
  link.textContent = name;
  if (code === lang) link.setAttribute("aria-current", "page");
  document.querySelector("nav").append(link, " ");
}
const [what, outcome] = document.querySelectorAll("thead th");
what.textContent = words.what;
outcome.textContent = words.outcome;
const result = document.querySelector("#result");
result.textContent = words.running;
run().then(
  () => (result.textContent = faults === 0 ? words.all_good : fill("some_bad", { n: faults })),
  (error) => (result.textContent = fill("stopped", { reason: error.message })),
).finally(() => (document.body.dataset.done = ""));
