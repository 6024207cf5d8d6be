// A reader's hands: events as browsers send them, and what can be seen.

const inside = (element) => element.shadowRoot;
const canvas = (element) => inside(element).querySelector(".map-canvas");

export const query = (element, selector) => inside(element).querySelector(selector);
export const count = (element, selector) => inside(element).querySelectorAll(selector).length;
export const text = (element, selector) => query(element, selector)?.textContent?.trim() ?? "";

function pointer(element, type, x, y, more = {}) {
  const target = canvas(element);
  const box = target.getBoundingClientRect();
  const where = { clientX: box.x + x, clientY: box.y + y };
  const init = { bubbles: true, cancelable: true, pointerId: 1, pointerType: "mouse", button: 0, ...where, ...more };
  target.dispatchEvent(new PointerEvent(type, init));
}

export const move = (element, x, y) => pointer(element, "pointermove", x, y);

export function click(element, x, y) {
  pointer(element, "pointerdown", x, y);
  pointer(element, "pointerup", x, y);
}

export function drag(element, x, y, dx, dy) {
  pointer(element, "pointerdown", x, y);
  for (const share of [0.25, 0.5, 0.75, 1]) {
    pointer(element, "pointermove", x + dx * share, y + dy * share, { buttons: 1 });
  }
  pointer(element, "pointerup", x + dx, y + dy);
}

export function pinch(element, x, y, from, to) {
  const finger = (pointerId) => ({ pointerId, pointerType: "touch" });
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

export function key(element, selector, name) {
  const target = query(element, selector);
  target.focus();
  target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, composed: true }));
}

export function type(element, selector, words) {
  const field = query(element, selector);
  field.focus();
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
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
