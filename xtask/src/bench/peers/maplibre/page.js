// MapLibre GL, whose sources are cut into tiles by a worker and drawn with WebGL.

import { Map as GlMap } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import "../common.css";
import { COLORS, START, data, painted, unrolled } from "../common.js";

const { land, borders, corridors, places, extra } = await data();
const source = (geometry) => ({ type: "geojson", data: geometry });
const line = (name, color, width) => ({
  id: name,
  type: "line",
  source: name,
  layout: { "line-join": "round" },
  paint: { "line-color": color, "line-width": width },
});
const sources = {
  land: source(unrolled(land)),
  borders: source(unrolled(borders)),
  corridors: source(corridors),
  places: source(places),
};
const layers = [
  { id: "sea", type: "background", paint: { "background-color": COLORS.sea } },
  { id: "ground", type: "fill", source: "land", paint: { "fill-color": COLORS.land } },
  line("land", COLORS.coast, 1),
  line("borders", COLORS.border, 1),
  line("corridors", ["get", "color"], 2.5),
  {
    id: "places",
    type: "circle",
    source: "places",
    paint: {
      "circle-radius": 3.5,
      "circle-color": COLORS.dot,
      "circle-stroke-width": 1.5,
      "circle-stroke-color": COLORS.ring,
    },
  },
];
if (extra.features.length > 0) {
  sources.extra = source(extra);
  layers.splice(4, 0, line("extra", COLORS.extra, 2));
}

const map = new GlMap({
  container: "map",
  style: { version: 8, sources, layers },
  attributionControl: false,
  center: [START.lon, START.lat],
  // Its level 0 is 512 px wide.
  zoom: START.zoom - 1,
});
// The first frame for which every tile was there.
map.on("render", () => {
  if (map.loaded() && map.areTilesLoaded()) painted();
});
