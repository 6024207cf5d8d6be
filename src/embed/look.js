// What the element shows before the program is there, and without it.

// The element has a size even where the page resets everything, and before the program is there: the
// page can undo all that :host says, but nothing inside. Without a height from the page the frame is
// as high as what follows the map in it. What the page hands down (letters, case, spacing) ends here.
export const LOOK = `
:host { display: block; }
:host([hidden]) { display: none; }
.frame { all: initial; display: block; position: relative; block-size: 100%; overflow: clip; contain: layout paint style; }
.frame::after { content: ""; display: block; block-size: min(70vh, 480px); }
.root { position: absolute; inset: 0; }
.boot { position: absolute; inset: 0; display: grid; place-content: center; padding: 16px;
  text-align: center; font: 15px/1.5 system-ui, sans-serif; color: #48515a; background: #d9e6ec; }
@media (prefers-color-scheme: dark) {
  .boot { color: #b9c2c9; background: #0e1820; }
}
.fault { position: absolute; inset-inline: 16px; inset-block-start: 16px; z-index: 9; margin-inline: auto;
  max-inline-size: 420px; max-block-size: calc(100% - 32px); overflow: auto; box-sizing: border-box;
  padding: 16px; border-radius: 8px; border: 1px solid #48515a; font: 15px/1.5 system-ui, sans-serif;
  color: #15191e; background: #f4f6f7; }
.fault p { margin-block: 8px; }
.fault code { display: block; font-size: 12px; color: #48515a; overflow-wrap: anywhere; }
.fault button { font: inherit; min-block-size: 44px; padding-inline: 16px; border-radius: 6px;
  border: 1px solid #15191e; color: #fff; background: #15191e; cursor: pointer; }
.offer { position: absolute; inset-inline: 16px; inset-block-end: 16px; z-index: 8; display: flex; flex-wrap: wrap;
  align-items: center; gap: 8px 12px; margin-inline: auto; inline-size: fit-content; max-inline-size: 760px;
  box-sizing: border-box; padding: 8px 16px; border-radius: 8px; border: 1px solid #48515a;
  font: 15px/1.5 system-ui, sans-serif; color: #15191e; background: #f4f6f7; box-shadow: 0 2px 12px #0005; }
.offer p { margin: 0; }
.offer button { font: inherit; min-block-size: 44px; padding-inline: 16px; border-radius: 6px;
  border: 1px solid #15191e; color: #15191e; background: none; cursor: pointer; }
.offer button:first-of-type { color: #fff; background: #15191e; }
@media (max-width: 599px) {
  .offer { inset-block-end: 64px; }
}
.fault button:focus-visible, .offer button:focus-visible { outline: 2px solid #15191e; outline-offset: 2px; }
`;

/** The words that stand until the program has drawn. */
export function boot(words) {
  const boot = document.createElement("div");
  boot.className = "boot";
  boot.textContent = words.loading;
  return boot;
}

/** The message that lies over the picture when the program did not start or has ended. */
export function panel(words, message, detail) {
  const [panel, title, text, code, button] = ["div", "strong", "p", "code", "button"].map((tag) =>
    document.createElement(tag),
  );
  panel.className = "fault";
  panel.setAttribute("role", "alert");
  panel.dataset.notice = "";
  panel.lang = words.lang;
  panel.dir = words.dir;
  title.textContent = words.title;
  text.textContent = message;
  code.textContent = detail;
  code.dir = "ltr";
  button.type = "button";
  button.textContent = words.reload;
  button.addEventListener("click", () => location.reload());
  panel.append(title, text, button, code);
  return panel;
}

/** The line at the lower edge that offers something newer; `take` is called where the reader takes it. */
export function offer(words, take) {
  const [offer, text, now, later] = ["div", "p", "button", "button"].map((tag) => document.createElement(tag));
  offer.className = "offer";
  offer.setAttribute("role", "status");
  offer.lang = words.lang;
  offer.dir = words.dir;
  text.textContent = words.update;
  now.type = later.type = "button";
  now.textContent = words.reload;
  later.textContent = words.close;
  now.addEventListener("click", take);
  later.addEventListener("click", () => offer.remove());
  offer.append(text, now, later);
  return offer;
}

/** The language of the page around an element, through the shadow roots that it lies in. */
export function langAround(element) {
  for (let at = element; at; at = at.parentNode ?? at.host) {
    if (at !== element && at.lang) return at.lang;
  }
  return null;
}

/** The words in the first of these languages that there are words in, else in English. */
export function wordsIn(texts, wishes) {
  const known = wishes.map((tag) => tag?.split("-")[0]).find((tag) => tag && Object.hasOwn(texts, tag));
  return texts[known ?? "en"];
}

/** A text with its gaps filled; a name in Latin letters keeps its own direction. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => `\u2068${values[name]}\u2069`);
}
