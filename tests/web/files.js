// Files that the atlas makes, opened as a reader would.

/** Type and bytes of an exported file, or the code of the error. */
export async function exported(element, kind, options) {
  try {
    const file = await element.export(kind, options);
    return { type: file.type, text: await file.text(), bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    return { code: error.code, name: error.name, message: error.message };
  }
}

export const parsed = (text) => JSON.parse(text);

/** Keeps files from the disk: gives the list of those that would have been saved. */
export function keepFiles() {
  const saved = [];
  HTMLAnchorElement.prototype.click = function () {
    saved.push({ name: this.download, href: this.href });
  };
  return saved;
}

export const letFilesGo = () => delete HTMLAnchorElement.prototype.click;

export function press(element, selector) {
  const target = element.shadowRoot.querySelector(selector);
  // A hand on a button gives it the focus too.
  target.focus();
  target.click();
}

export const focused = (element, selector) => element.shadowRoot.activeElement?.matches(selector) ?? false;

/** Chooses in a list as a hand does. */
export function choose(element, selector, value) {
  const list = element.shadowRoot.querySelector(selector);
  list.value = value;
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

export const printing = (name) => window.dispatchEvent(new Event(name));

/** Width of a canvas, and how many colours a small copy of it has. */
export function painted(element, selector) {
  const canvas = element.shadowRoot.querySelector(selector);
  if (!canvas.width || !canvas.height) return [canvas.width, 0];
  const copy = new OffscreenCanvas(64, 64).getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0, 64, 64);
  const data = copy.getImageData(0, 0, 64, 64).data;
  return [canvas.width, new Set(new Uint32Array(data.buffer)).size, data[0], data[1], data[2]];
}

/** Lets a file of that name go over the atlas. */
export function drop(element, name, text) {
  const data = new DataTransfer();
  data.items.add(new File([text], name, { type: "application/json" }));
  const atlas = element.shadowRoot.querySelector(".atlas");
  for (const kind of ["dragover", "drop"]) {
    atlas.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
  }
}

/** An address for a text. */
export const addressOf = (text) => URL.createObjectURL(new Blob([text]));

/** What an error says: its code, and the paths of the problems that it lists. */
export async function refusal(promise) {
  try {
    await promise;
    return null;
  } catch (error) {
    return `${error.name} ${error.code}: ${(error.problems ?? []).map((problem) => problem.path).join(" ")}`;
  }
}
