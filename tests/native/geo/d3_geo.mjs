// Writes what d3-geo makes of some points, for the test `d3_geo_draws_the_same`:
//   npm install d3-geo@3.1.2 && node d3_geo.mjs > d3_geo.csv
// Columns: projection, longitude, latitude (degrees), x, y (radii of the globe, y down).
import * as d3 from "d3-geo";

const conic = (projection) => projection.parallels([30, 58]).rotate([-50, 0]).center([0, 44]);
const projections = {
  lambert: conic(d3.geoConicConformal()),
  albers: conic(d3.geoConicEqualArea()),
  "equal-earth": d3.geoEqualEarth().rotate([-50, 0]),
  mercator: d3.geoMercator().rotate([-50, 0]),
  orthographic: d3.geoOrthographic().rotate([-60, -35]),
};
let seed = 20261124;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
for (const [name, projection] of Object.entries(projections)) {
  projection.scale(1).translate([0, 0]).precision(0);
  for (let i = 0; i < 60; i++) {
    // The orthographic row keeps to 85° around its middle.
    const [lon, lat] = name === "orthographic"
      ? projection.invert(polar(Math.sin((85 * random() * Math.PI) / 180), random() * 2 * Math.PI))
      : [-128 + 356 * random(), -74 + 155 * random()];
    const at = [Number((lon > 180 ? lon - 360 : lon).toFixed(6)), Number(lat.toFixed(6))];
    const [x, y] = projection(at);
    console.log([name, ...at, x.toFixed(12), y.toFixed(12)].join(","));
  }
}

function polar(radius, angle) {
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}
