// A reader's hands: events as browsers send them, and what can be seen.

const inside = (element) => element.shadowRoot;
const canvas = (element) => inside(element).querySelector(".map-canvas");

export const query = (element, selector) => inside(element).querySelector(selector);
// The one that shows these words.
export const worded = (element, selector, words) =>
  [...inside(element).querySelectorAll(selector)].find((one) => one.textContent.trim() === words);
export const count = (element, selector) => inside(element).querySelectorAll(selector).length;
export const text = (element, selector) => query(element, selector)?.textContent?.trim() ?? "";

// An event at a point of the map; `when` replaces the browser's own time stamp.
function pointer(element, type, x, y, more = {}, when = undefined) {
  const target = canvas(element);
  const box = target.getBoundingClientRect();
  const where = { clientX: box.x + x, clientY: box.y + y };
  const init = { bubbles: true, cancelable: true, pointerId: 1, pointerType: "mouse", button: 0, ...where, ...more };
  const event = new PointerEvent(type, init);
  if (when !== undefined) Object.defineProperty(event, "timeStamp", { value: when });
  target.dispatchEvent(event);
}

export const move = (element, x, y) => pointer(element, "pointermove", x, y);

export function click(element, x, y) {
  pointer(element, "pointerdown", x, y);
  pointer(element, "pointerup", x, y);
}

export function clickAt(element, x, y, when) {
  pointer(element, "pointerdown", x, y, {}, when);
  pointer(element, "pointerup", x, y, {}, when);
}

// A drag that lets go while the hand still moves: a pixel per millisecond.
export function fling(element, x, y, dx) {
  pointer(element, "pointerdown", x, y, {}, 0);
  for (let gone = 10; gone <= dx; gone += 10) {
    pointer(element, "pointermove", x + gone, y, { buttons: 1 }, gone);
  }
  pointer(element, "pointerup", x + dx, y, {}, dx + 1);
}

export const press = (element, x, y, shiftKey) => pointer(element, "pointerdown", x, y, { shiftKey });
export const pull = (element, x, y) => pointer(element, "pointermove", x, y, { buttons: 1 });
export const letGo = (element, x, y) => pointer(element, "pointerup", x, y);

const finger = (pointerId) => ({ pointerId, pointerType: "touch" });
export const touch = (element, type, id, x, y) => pointer(element, type, x, y, finger(id));

// False when the map keeps the browser from scrolling the page.
export function touchScrolls(element) {
  return canvas(element).dispatchEvent(new TouchEvent("touchmove", { bubbles: true, cancelable: true }));
}

export function rightClick(element, x, y) {
  const box = canvas(element).getBoundingClientRect();
  const where = { clientX: box.x + x, clientY: box.y + y, button: 2 };
  const init = { bubbles: true, cancelable: true, ...where };
  return canvas(element).dispatchEvent(new MouseEvent("contextmenu", init));
}

// A pinch on a trackpad as Safari tells it.
export function trackpad(element, x, y, scale) {
  const box = canvas(element).getBoundingClientRect();
  for (const [type, now] of [["gesturestart", 1], ["gesturechange", scale]]) {
    const event = new Event(type, { cancelable: true });
    canvas(element).dispatchEvent(Object.assign(event, { scale: now, clientX: box.x + x, clientY: box.y + y }));
  }
}

export function drag(element, x, y, dx, dy) {
  pointer(element, "pointerdown", x, y);
  for (const share of [0.25, 0.5, 0.75, 1]) {
    pointer(element, "pointermove", x + dx * share, y + dy * share, { buttons: 1 });
  }
  pointer(element, "pointerup", x + dx, y + dy);
}

export function pinch(element, x, y, from, to) {
  pointer(element, "pointerdown", x - from, y, finger(2));
  pointer(element, "pointerdown", x + from, y, finger(3));
  pointer(element, "pointermove", x - to, y, finger(2));
  pointer(element, "pointermove", x + to, y, finger(3));
  pointer(element, "pointerup", x - to, y, finger(2));
  pointer(element, "pointerup", x + to, y, finger(3));
}

export function wheel(element, x, y, deltaY, ctrlKey) {
  const target = canvas(element);
  const box = target.getBoundingClientRect();
  const init = { bubbles: true, cancelable: true, clientX: box.x + x, clientY: box.y + y, deltaY, ctrlKey };
  return target.dispatchEvent(new WheelEvent("wheel", init));
}

export function twice(element, x, y) {
  const target = canvas(element);
  const box = target.getBoundingClientRect();
  const init = { bubbles: true, cancelable: true, clientX: box.x + x, clientY: box.y + y };
  target.dispatchEvent(new MouseEvent("dblclick", init));
}

// A key, with Shift where its name begins so.
export function key(element, selector, name) {
  const target = query(element, selector);
  target.focus();
  const shiftKey = name.startsWith("Shift+");
  const init = { key: name.replace("Shift+", ""), shiftKey, bubbles: true, cancelable: true, composed: true };
  target.dispatchEvent(new KeyboardEvent("keydown", init));
}

// Left, top, right, bottom of something, in pixels of the map.
export function edges(element, selector) {
  const map = canvas(element).getBoundingClientRect();
  const box = query(element, selector).getBoundingClientRect();
  return [box.left - map.left, box.top - map.top, box.right - map.left, box.bottom - map.top];
}

export const scrollPage = () => window.dispatchEvent(new Event("scroll"));

export function type(element, selector, words) {
  const field = query(element, selector);
  field.focus();
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

// The map as a text: equal for equal pictures.
export function picture(element) {
  return query(element, ".map-canvas").toDataURL();
}

// How many colours a small copy of the map has: an empty one has one.
export function colours(element) {
  const seen = canvas(element);
  if (!seen?.width || !seen.height) return 0;
  const copy = new OffscreenCanvas(64, 64).getContext("2d", { willReadFrequently: true });
  copy.drawImage(seen, 0, 0, 64, 64);
  return new Set(new Uint32Array(copy.getImageData(0, 0, 64, 64).data.buffer)).size;
}

export function call(element, method, ...values) {
  try {
    return { value: element[method](...values) };
  } catch (error) {
    return { code: error.code, message: error.message };
  }
}

export const heard = (element, name) => {
  const list = [];
  element.addEventListener(name, (event) => list.push(event.detail));
  return list;
};

export const frame = () => new Promise((done) => requestAnimationFrame(done));

const real = HTMLCanvasElement.prototype.getContext;
export const takeCanvas = () => (HTMLCanvasElement.prototype.getContext = () => null);
export const giveCanvas = () => (HTMLCanvasElement.prototype.getContext = real);

// The clipboard, where tests may not use the real one.
export function keepCopies() {
  const kept = [];
  const clipboard = { writeText: async (text) => void kept.push(text) };
  Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
  return kept;
}
export const giveClipboard = () => delete navigator.clipboard;

// A reader who asks for no motion.
const media = window.matchMedia;
export const still = () => {
  window.matchMedia = (query) => media.call(window, query.includes("reduced-motion") ? "all" : query);
};
export const moving = () => (window.matchMedia = media);
