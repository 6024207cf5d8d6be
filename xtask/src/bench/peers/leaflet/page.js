// Leaflet with its canvas renderer.

import * as L from "leaflet/dist/leaflet-src.esm.js";
import "leaflet/dist/leaflet.css";
import "../common.css";
import { COLORS, START, data, painted, unrolled } from "../common.js";

const { land, borders, corridors, places, extra } = await data();
const map = L.map("map", {
  preferCanvas: true,
  attributionControl: false,
  center: [START.lat, START.lon],
  zoom: START.zoom,
});

const still = { interactive: false };
L.geoJSON(unrolled(land), {
  ...still,
  style: { color: COLORS.coast, weight: 1, fillColor: COLORS.land, fillOpacity: 1 },
}).addTo(map);
L.geoJSON(unrolled(borders), { ...still, style: { color: COLORS.border, weight: 1 } }).addTo(map);
if (extra.features.length > 0) {
  L.geoJSON(extra, { ...still, style: { color: COLORS.extra, weight: 2, opacity: 1 } }).addTo(map);
}
L.geoJSON(corridors, {
  style: (line) => ({ color: line.properties.color, weight: 2.5, opacity: 1 }),
}).addTo(map);
L.geoJSON(places, {
  pointToLayer: (_, at) =>
    L.circleMarker(at, {
      radius: 3.5,
      color: COLORS.ring,
      weight: 1.5,
      fillColor: COLORS.dot,
      fillOpacity: 1,
    }),
}).addTo(map);

// The renderer asked for its frame before this one; the mark comes after it in the same frame.
requestAnimationFrame(painted);
