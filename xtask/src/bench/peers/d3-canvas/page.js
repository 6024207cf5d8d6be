// d3-geo on a canvas: everything is projected, cut and drawn anew in each frame.

import { geoPath } from "d3-geo";
import { hands, startProjection } from "../d3-hands.js";
import "../common.css";
import { COLORS, data, painted } from "../common.js";

const { land, borders, corridors, places, extra } = await data();
const [width, height] = [innerWidth, innerHeight];
const canvas = document.getElementById("map").appendChild(document.createElement("canvas"));
canvas.width = width * devicePixelRatio;
canvas.height = height * devicePixelRatio;
canvas.style.width = `${width}px`;
canvas.style.height = `${height}px`;
const context = canvas.getContext("2d");
context.scale(devicePixelRatio, devicePixelRatio);

// What lies outside the window is cut away before it is drawn.
const projection = startProjection(width, height).clipExtent([[-8, -8], [width + 8, height + 8]]);
const path = geoPath(projection, context);

function draw() {
  context.fillStyle = COLORS.sea;
  context.fillRect(0, 0, width, height);
  context.beginPath();
  path(land);
  context.fillStyle = COLORS.land;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = COLORS.coast;
  context.stroke();
  stroke(borders, COLORS.border, 1);
  for (const line of extra.features) stroke(line, COLORS.extra, 2);
  for (const line of corridors.features) stroke(line, line.properties.color, 2.5);
  context.beginPath();
  for (const place of places.features) {
    const [x, y] = projection(place.geometry.coordinates);
    context.moveTo(x + 3.5, y);
    context.arc(x, y, 3.5, 0, 2 * Math.PI);
  }
  context.fillStyle = COLORS.dot;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = COLORS.ring;
  context.stroke();
}

function stroke(geometry, color, lineWidth) {
  context.beginPath();
  path(geometry);
  context.lineWidth = lineWidth;
  context.strokeStyle = color;
  context.stroke();
}

hands(
  canvas,
  (dx, dy) => {
    const [x, y] = projection.translate();
    projection.translate([x + dx, y + dy]);
  },
  (factor, px, py) => {
    const [x, y] = projection.translate();
    projection.scale(projection.scale() * factor);
    projection.translate([px + (x - px) * factor, py + (y - py) * factor]);
  },
  draw,
);

requestAnimationFrame(() => {
  draw();
  painted();
});
