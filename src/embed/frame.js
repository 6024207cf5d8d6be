// What a framed page tells the page around it: how high it would like to be, by its width. Nothing in it is secret,
// so any page may hear it; what is heard is nothing but the question for it.

const TYPE = "atlas:height";
const ASKED = "atlas:measure";
const VERSION = 1;

// Narrow frames hold the map with the sheet over it, wide ones the panel beside it.
const NARROW = 600;
const height = (width) => (width < NARROW ? 560 : Math.round(Math.min(Math.max(width * 0.6, 480), 720)));

/** Tells the height now, when the width changes, and when it is asked for. */
export function tell() {
  let last = document.documentElement.clientWidth;
  const say = () => window.parent.postMessage({ type: TYPE, v: VERSION, height: height(last) }, "*");
  // At once: a frame out of sight is not laid out, and so not observed, until it comes near.
  say();
  new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width === last) return;
    last = contentRect.width;
    say();
  }).observe(document.documentElement);
  window.addEventListener("message", ({ data, source }) => {
    if (source === window.parent && data?.type === ASKED) say();
  });
}
