// OpenLayers with vector layers on canvas.

import OlMap from "ol/Map.js";
import View from "ol/View.js";
import GeoJSON from "ol/format/GeoJSON.js";
import VectorLayer from "ol/layer/Vector.js";
import { fromLonLat } from "ol/proj.js";
import VectorSource from "ol/source/Vector.js";
import { Circle, Fill, Stroke, Style } from "ol/style.js";
import "ol/ol.css";
import "../common.css";
import { COLORS, START, data, painted, unrolled } from "../common.js";

const { land, borders, corridors, places, extra } = await data();
const format = new GeoJSON({ featureProjection: "EPSG:3857" });
const layer = (geometry, style) =>
  new VectorLayer({ source: new VectorSource({ features: format.readFeatures(geometry) }), style });
const stroke = (color, width) => new Stroke({ color, width });

const dot = new Style({
  image: new Circle({
    radius: 3.5,
    fill: new Fill({ color: COLORS.dot }),
    stroke: stroke(COLORS.ring, 1.5),
  }),
});
const inks = new Map();
const ink = (line) => {
  const color = line.get("color");
  if (!inks.has(color)) inks.set(color, new Style({ stroke: stroke(color, 2.5) }));
  return inks.get(color);
};
const ground = new Style({
  fill: new Fill({ color: COLORS.land }),
  stroke: stroke(COLORS.coast, 1),
});
const layers = [
  layer(unrolled(land), ground),
  layer(unrolled(borders), new Style({ stroke: stroke(COLORS.border, 1) })),
  layer(corridors, ink),
  layer(places, dot),
];
if (extra.features.length > 0) {
  layers.splice(2, 0, layer(extra, new Style({ stroke: stroke(COLORS.extra, 2) })));
}

const map = new OlMap({
  target: "map",
  layers,
  view: new View({ center: fromLonLat([START.lon, START.lat]), zoom: START.zoom }),
});
map.once("rendercomplete", painted);
