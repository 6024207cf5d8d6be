// Drag and wheel for the two pages of d3-geo, which has no hands of its own.

import { geoConicConformal } from "d3-geo";
import { START } from "./common.js";

/** Zoom levels per pixel of the wheel, as d3-zoom has it. */
const WHEEL = 0.002;

/** The atlas's projection at the scale on the ground that Mercator has at the first view. */
export function startProjection(width, height) {
  const stretch = 1 / Math.cos((START.lat * Math.PI) / 180);
  return geoConicConformal()
    .parallels([30, 58])
    .rotate([-START.lon, 0])
    .center([0, START.lat])
    .translate([width / 2, height / 2])
    .scale((256 * 2 ** START.zoom * stretch) / (2 * Math.PI));
}

/**
 * Calls `moved(dx, dy)` and `zoomed(factor, x, y)` at each input, and `draw` once in the next
 * animation frame.
 */
export function hands(target, moved, zoomed, draw) {
  let held = null;
  let asked = false;
  const redraw = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      draw();
    });
  };
  target.addEventListener("pointerdown", (event) => {
    held = [event.clientX, event.clientY];
    target.setPointerCapture(event.pointerId);
  });
  target.addEventListener("pointermove", (event) => {
    if (!held) return;
    moved(event.clientX - held[0], event.clientY - held[1]);
    held = [event.clientX, event.clientY];
    redraw();
  });
  target.addEventListener("pointerup", () => {
    held = null;
  });
  target.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      zoomed(2 ** (-event.deltaY * WHEEL), event.clientX, event.clientY);
      redraw();
    },
    { passive: false },
  );
}
