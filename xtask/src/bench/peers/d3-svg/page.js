// d3-geo as SVG: projected once; drag and wheel move the finished paths with one transform.

import { geoPath } from "d3-geo";
import { hands, startProjection } from "../d3-hands.js";
import "../common.css";
import { COLORS, data, painted } from "../common.js";

const { land, borders, corridors, places, extra } = await data();
const [width, height] = [innerWidth, innerHeight];
const projection = startProjection(width, height);
const path = geoPath(projection);

const svg = element("svg", { width, height });
const group = element("g", { fill: "none" });
const layers = [];

function element(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** A layer of paths; its strokes keep their width however far the group is scaled. */
function layer(strokeWidth, attributes, paths) {
  const made = element("g", { "stroke-width": strokeWidth, ...attributes });
  for (const own of paths) made.append(element("path", own));
  group.append(made);
  layers.push([made, strokeWidth]);
}

// A path for each polygon and line, so that the browser leaves out those that are not in sight.
const each = (type, geometry) =>
  geometry.coordinates.map((coordinates) => ({ d: path({ type, coordinates }) }));
const polygons = land.features.flatMap((item) => each("Polygon", item.geometry));
layer(1, { fill: COLORS.land, stroke: COLORS.coast }, polygons);
layer(1, { stroke: COLORS.border }, each("LineString", borders));
layer(2, { stroke: COLORS.extra }, extra.features.map((line) => ({ d: path(line) })));
const corridor = (line) => ({ d: path(line), stroke: line.properties.color });
layer(2.5, {}, corridors.features.map(corridor));
// Lines of no length with round ends: dots that keep their size.
const dots = places.features
  .map((place) => projection(place.geometry.coordinates))
  .map(([x, y]) => ({ d: `M${x.toFixed(1)},${y.toFixed(1)}h0` }));
layer(8.5, { stroke: COLORS.ring, "stroke-linecap": "round" }, dots);
layer(5.5, { stroke: COLORS.dot, "stroke-linecap": "round" }, dots);

let [k, x, y] = [1, 0, 0];
let drawn = k;
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
  () => {
    group.setAttribute("transform", `translate(${x},${y}) scale(${k})`);
    if (k === drawn) return;
    drawn = k;
    for (const [made, strokeWidth] of layers) made.setAttribute("stroke-width", strokeWidth / k);
  },
);

requestAnimationFrame(() => {
  svg.append(group);
  document.getElementById("map").append(svg);
  painted();
});
