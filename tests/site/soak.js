// A round of random actions on one element, as hosts, readers and hostile pages do them: `args` are the seed and how
// many. Gives what went wrong, which is nothing; errors with a code are answers, and counted.

let seed = args[0];
// Mulberry32: the same numbers in each browser.
const random = () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};
const below = (count) => Math.floor(random() * count);
const pick = (list) => list[below(list.length)];
const maybe = (value) => (random() < 0.5 ? value : undefined);

const JUNK = [
  "", " ", "x", "null", "NaN", "-1", "1e309", "%ZZ", "\u0000", "\u202e", "💥", "a".repeat(5000), "&&==;;##",
  "<img src=x onerror=alert(1)>", "constructor", "__proto__",
];
const VALUES = [...JUNK, 0, -1, NaN, Infinity, null, undefined, true, [], {}, [[]], () => 0, Symbol.iterator, 1n];
const IDS = [
  "gwadar", "karachi", "moscow", "astrakhan", "hormuz", "suez-canal", "psgp", "cpec-west", "volga", "sco", "C188",
  "place:azov", "project:ml1", "kind:azov", "no-such-place", ...JUNK,
];
const ATTRIBUTES = {
  lang: ["en", "ur", "ru", "ru-RU"],
  theme: ["auto", "light", "dark"],
  controls: ["full", "compact", "none"],
  gestures: ["cooperative", "direct"],
  canonical: ["https://atlas.example/"],
  state: ["lang=en", "map=5/40/50"],
};
const PARTS = [
  () => `lang=${pick(["en", "ur", "ru", "xx"])}`,
  () => `map=${below(12)}/${below(160) - 80}/${below(400) - 200}`,
  () => `select=${pick(IDS)}`,
  () => `view=${pick(["map", "routes", "tour", "claims", "timeline", "sources", "x"])}`,
  () => `proj=${pick(["lambert", "albers", "equal-earth", "mercator", "orthographic", "x"])}`,
  () => `from=${pick(IDS)}&to=${pick(IDS)}`,
  () => `q=${pick(["Gwadar", "Волга", "گوادر", ...JUNK])}`,
  () => `claim=C${below(400)}`,
  () => `layers=${pick(["places", "projects,borders", "", "x"])}`,
  () => `theme=${pick(["auto", "light", "dark", "x"])}`,
  () => `${pick(JUNK)}=${pick(JUNK)}`,
];
const fragment = () => Array.from({ length: below(5) }, () => pick(PARTS)()).join("&");
const question = () => ({
  from: pick(IDS), to: maybe(pick(IDS)), by: maybe(pick(["time", "cost", "distance", ...VALUES])),
  month: maybe(pick([1, 7, 12, 13, ...VALUES])), closed: maybe(pick([["hormuz"], ...VALUES])),
  limit: maybe(pick([500, ...VALUES])), [pick(["n", "modes", "assumptions", "x"])]: pick(VALUES),
});

const root = () => atlas.shadowRoot;
const canvas = () => root().querySelector(".map-canvas");
const point = () => ({
  bubbles: true, cancelable: true, composed: true, clientX: below(900), clientY: below(600), button: pick([0, 0, 2]),
  pointerId: 1 + below(3), pointerType: pick(["mouse", "touch", "pen"]), deltaY: below(800) - 400,
  ctrlKey: random() < 0.5, shiftKey: random() < 0.2, key: pick(["ArrowLeft", "ArrowUp", "+", "-", "Home", "Escape", "Enter"]),
});
// Not what would leave the page: files, paper, other addresses, what the browser asks a reader for.
const BUTTONS = "button:not(.export-go, .export-print *, .export-own *, .export-ways *, .fault *), summary, [role=option], input:not([type=file])";

const ACTIONS = [
  () => atlas.select(pick(IDS)),
  () => atlas.setState(fragment()),
  () => atlas.getState(),
  () => {
    const name = pick(Object.keys(ATTRIBUTES));
    if (random() < 0.3) atlas.removeAttribute(name);
    else atlas.setAttribute(name, pick([...ATTRIBUTES[name], ...JUNK]));
  },
  () => atlas.claims(pick([{ search: pick(IDS) }, { section: pick(JUNK) }, ...VALUES])),
  () => atlas.routes(question()),
  () => atlas.reach(question()),
  () => atlas.load(pick([{}, { places: [] }, ...VALUES])),
  () => canvas()?.dispatchEvent(new PointerEvent(pick(["pointerdown", "pointermove", "pointerup", "pointercancel"]), point())),
  () => canvas()?.dispatchEvent(new WheelEvent("wheel", point())),
  () => canvas()?.dispatchEvent(new KeyboardEvent("keydown", point())),
  () => canvas()?.dispatchEvent(new MouseEvent(pick(["contextmenu", "dblclick"]), point())),
  () => pick([...root().querySelectorAll(BUTTONS)])?.click(),
  () => {
    const field = pick([...root().querySelectorAll("input[type=search], input[role=combobox]")]);
    if (!field) return;
    field.value = pick(["kar", "Волга", ...JUNK]);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  },
  () => {
    atlas.style.width = `${below(1400)}px`;
    atlas.style.height = `${below(900)}px`;
  },
  () => {
    atlas.remove();
    document.body.append(atlas);
  },
  () => {
    const data = pick([{ type: pick(["atlas:height", "atlas:measure", ...JUNK]), v: pick([1, 2, "1"]), height: 300 }, null, "x"]);
    window.postMessage(data, "*");
  },
];

const codes = {};
const wrong = [];
const answered = (error) => {
  const code = error?.code;
  if (typeof code !== "string" || code === "" || code === "crashed" || error.message === "") wrong.push(String(error?.stack ?? error));
  codes[code] = (codes[code] ?? 0) + 1;
};
const hear = (event) => answered(event.detail);
atlas.addEventListener("atlas-error", hear);
const waiting = [];
for (let done = 0; done < args[1]; done += 1) {
  const action = pick(ACTIONS);
  try {
    const given = action();
    if (typeof given?.then === "function") waiting.push(given.then(() => {}, answered));
  } catch (error) {
    answered(error);
  }
  if (done % 10 === 9) await new Promise((next) => setTimeout(next));
}
await Promise.all(waiting);
// What waits for an element that is taken off the page is answered when it comes back.
await atlas.ready;
atlas.removeEventListener("atlas-error", hear);
return { wrong: wrong.slice(0, 5), codes };
