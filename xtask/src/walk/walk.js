// What a walk-through asks of the page on screen: arguments[0] says what, the others are its own. Everything is found
// as a reader finds it, by the words that show or by the name that is read aloud.

const [what, ...given] = arguments;

/** A text without what nobody sees: signs of direction, kinds of space. */
const plain = (text) =>
  (text ?? "").replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]/g, "").replace(/\s+/g, " ").trim();

/** All elements, those in shadow roots too, in the order of the page. */
function* elements(root = document) {
  for (const element of root.querySelectorAll("*")) {
    yield element;
    if (element.shadowRoot) yield* elements(element.shadowRoot);
  }
}

function shows(element) {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

/** The name that is read aloud, as far as the atlas has ways to give one. */
function name(element) {
  const by = element.getAttribute("aria-labelledby");
  const root = element.getRootNode();
  if (by) return plain(by.split(" ").map((id) => root.getElementById(id)?.textContent).join(" "));
  const label = element.getAttribute("aria-label");
  if (label) return plain(label);
  const labels = [...(element.labels ?? [])].map((one) => one.textContent).join(" ");
  return plain(labels || element.innerText || element.title || element.placeholder);
}

const ACTIVE =
  "a[href], button, input, select, textarea, summary, [tabindex], [role=button], [role=option], [role=tab], canvas";

/** Whether a reader can reach an element: no open dialog keeps all else away. */
function open(element) {
  const modal = [...elements()].find((one) => one.matches("dialog:modal"));
  return !element.closest("[inert]") && (!modal || modal.contains(element));
}

/** What bears the name: the whole of it before its beginning before a part. */
function named(wanted, kinds, below) {
  let all = [...elements()];
  if (below) all = all.slice(all.indexOf(showing(below)) + 1);
  all = all.filter((element) => element.matches(kinds) && shows(element) && !element.disabled && open(element));
  const is = (test) => all.find((element) => test(name(element)));
  return is((one) => one === wanted) ?? is((one) => one.startsWith(wanted)) ?? is((one) => one.includes(wanted));
}

/** The innermost element whose words show and contain the text. */
function showing(wanted) {
  let found;
  for (const element of elements()) {
    const inside = element.matches("input, textarea") ? element.value : element.innerText;
    if (element.closest("[aria-live], .sr-only") || !plain(inside).includes(wanted)) continue;
    if (shows(element) && (!found || found.contains(element))) found = element;
  }
  return found;
}

const names = () => {
  const all = [...elements()].filter((element) => element.matches(ACTIVE) && shows(element) && open(element));
  return all.map(name).filter((one) => one && one.length < 40).slice(0, 60);
};

/** The middle of an element once it is in view, and whether a pointer there would reach it. */
function middle(element) {
  element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  const label = element.labels?.[0];
  const reached = element.contains(hit) || hit?.contains(element) || label?.contains(hit);
  return { x, y, reached: Boolean(reached), over: reached ? "" : `${hit?.className ?? hit}` };
}

function active() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

const asked = {
  /** Where to click. */
  click(wanted, below) {
    const element = named(wanted, ACTIVE, below) ?? showing(wanted);
    return element ? middle(element) : { names: names() };
  },
  /** Where the field is, which is emptied. */
  field(wanted) {
    const element = named(wanted, "input, textarea, [contenteditable]");
    if (!element) return { names: names() };
    element.focus();
    element.select?.();
    return middle(element);
  },
  choose(entry, wanted) {
    const list = named(wanted, "select");
    const found = [...(list?.options ?? [])].find((one) => plain(one.text).includes(entry));
    if (!found) return { names: list ? [...list.options].map((one) => plain(one.text)) : names() };
    list.value = found.value;
    list.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    list.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
    return middle(list);
  },
  give(path, text) {
    const field = [...elements()].find((element) => element.matches("input[type=file]"));
    if (!field) return { names: names() };
    const files = new DataTransfer();
    files.items.add(new File([text], path, { type: "application/json" }));
    field.files = files.files;
    field.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
    return {};
  },
  see(wanted) {
    const element = showing(wanted);
    element?.scrollIntoView({ block: "nearest", behavior: "instant" });
    return Boolean(element);
  },
  hear(wanted) {
    const said = [...elements()].filter((element) => element.matches("[aria-live], [role=status], [role=alert]"));
    return said.some((element) => plain(element.textContent).includes(wanted));
  },
  focus(wanted) {
    return name(active()).includes(wanted);
  },
  told() {
    const said = [...elements()].filter((element) => element.matches("[aria-live]"));
    return { focus: name(active()), said: said.map((element) => plain(element.textContent)).filter(Boolean) };
  },
};

return asked[what](...given.map((text) => (what === "give" ? text : plain(text))));
