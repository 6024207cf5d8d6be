// What all peer pages share: the data, the first view, the colours and the mark.

import { feature, mesh } from "topojson-client";

/** The middle of the first view, and its zoom on Mercator with 256 px at level 0. */
export const START = { lon: 50, lat: 42, zoom: 4 };

export const COLORS = {
  sea: "#d9e6ec",
  land: "#f7f5f0",
  coast: "#88a5b4",
  border: "#bbb3a6",
  extra: "#7a858c",
  ring: "#15191e",
  dot: "#ffffff",
};

const query = new URLSearchParams(location.search);

/**
 * Land and borders of the world, corridors and places of the atlas, and as many synthetic lines as the
 * query asks for, all as GeoJSON.
 */
export async function data() {
  const [world, overlay, extra] = await Promise.all([
    json("world.json"),
    json("overlay.json"),
    synthetic(Number(query.get("extra") ?? 0)),
  ]);
  return {
    land: feature(world, world.objects.land),
    borders: mesh(world, world.objects.countries, (a, b) => a !== b),
    corridors: overlay.corridors,
    places: overlay.places,
    extra,
  };
}

async function json(name) {
  return (await fetch(name)).json();
}

/** Lines of eight points each, from pairs of longitude and latitude in single precision. */
async function synthetic(count) {
  const features = [];
  if (count > 0) {
    const numbers = new Float32Array(await (await fetch(`extra-${count}.bin`)).arrayBuffer());
    for (let at = 0; at < numbers.length; at += 16) {
      const coordinates = [];
      for (let i = at; i < at + 16; i += 2) coordinates.push([numbers[i], numbers[i + 1]]);
      features.push({
        type: "Feature",
        properties: {},
        geometry: { type: "LineString", coordinates },
      });
    }
  }
  return { type: "FeatureCollection", features };
}

/**
 * The same geometry for a flat map: where a line jumps over the date line it goes on beyond 180°
 * instead, else it would be drawn right across the map.
 */
export function unrolled(geometry) {
  if (geometry.type === "FeatureCollection") {
    const features = geometry.features.map((item) => unrolled(item));
    return { ...geometry, features };
  }
  if (geometry.type === "Feature") return { ...geometry, geometry: unrolled(geometry.geometry) };
  const deep = (item, depth) =>
    depth === 1 ? along(item) : item.map((inner) => deep(inner, depth - 1));
  const depth = { LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }[geometry.type];
  return { ...geometry, coordinates: deep(geometry.coordinates, depth) };
}

function along(points) {
  let turn = 0;
  let before = points[0][0];
  return points.map(([lon, lat]) => {
    if (lon - before > 180) turn -= 360;
    else if (before - lon > 180) turn += 360;
    before = lon;
    return [lon + turn, lat];
  });
}

/** The mark that the atlas sets too: in the animation frame that drew everything. */
export function painted() {
  if (performance.getEntriesByName("atlas-map-painted").length === 0) {
    performance.mark("atlas-map-painted");
  }
}
