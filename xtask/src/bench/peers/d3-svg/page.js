// d3-geo as SVG: projected once; drag and wheel move the finished paths with one transform.

import { geoPath } from "d3-geo";
import { hands, startProjection } from "../d3-hands.js";
import "../shared.css";
import { COLORS, data, painted } from "../shared.js";

const { land, borders, corridors, places, extra } = await data();
const [width, height] = [innerWidth, innerHeight];
const projection = startProjection(width, height);
const path = geoPath(projection);

const svg = element("svg", { width, height });
const group = element("g", { fill: "none", "stroke-linecap": "round", "stroke-linejoin": "round" });

function element(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function add(d, attributes) {
  // Strokes keep their width whatever the transform.
  group.append(element("path", { d, "vector-effect": "non-scaling-stroke", ...attributes }));
}

add(path(land), { fill: COLORS.land, stroke: COLORS.coast, "stroke-width": 1 });
add(path(borders), { stroke: COLORS.border, "stroke-width": 1 });
for (const line of extra.features) add(path(line), { stroke: COLORS.extra, "stroke-width": 2 });
for (const line of corridors.features) {
  add(path(line), { stroke: line.properties.color, "stroke-width": 2.5 });
}
// Lines of no length with round ends: dots that keep their size under the transform.
const dots = places.features
  .map((place) => projection(place.geometry.coordinates))
  .map(([x, y]) => `M${x.toFixed(1)},${y.toFixed(1)}h0`)
  .join("");
add(dots, { stroke: COLORS.ring, "stroke-width": 8.5 });
add(dots, { stroke: COLORS.dot, "stroke-width": 5.5 });

let [k, x, y] = [1, 0, 0];
hands(
  svg,
  (dx, dy) => {
    x += dx;
    y += dy;
  },
  (factor, px, py) => {
    k *= factor;
    x = px + (x - px) * factor;
    y = py + (y - py) * factor;
  },
  () => group.setAttribute("transform", `translate(${x},${y}) scale(${k})`),
);

requestAnimationFrame(() => {
  svg.append(group);
  document.getElementById("map").append(svg);
  painted();
});
