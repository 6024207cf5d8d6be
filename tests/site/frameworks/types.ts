// What a host writes in TypeScript; the compiler must take all of it, and refuse what is marked.
import { AtlasError, type Claim, type Place } from "./connectivity-atlas.js";

const atlas = document.querySelector("connectivity-atlas")!;

atlas.addEventListener("atlas-select", (event) => console.log(event.detail.kind, event.detail.id));
atlas.addEventListener("atlas-change", ({ detail }) => console.log(detail.state.length));

async function ask(): Promise<[Place[], Claim[], number]> {
  await atlas.ready;
  atlas.select("gwadar");
  const places = await atlas.places();
  const claims = await atlas.claims({ search: "Gwadar", lang: "ur" });
  const { routes } = await atlas.routes({ from: "karachi", to: "moscow", by: "time", closed: ["hormuz"] });
  const file: Blob = await atlas.export("png", { scale: 2 });
  // @ts-expect-error There is no such kind of file.
  await atlas.export("pdf");
  // @ts-expect-error A month is a number.
  await atlas.routes({ from: "karachi", to: "moscow", month: "may" });
  return [places, claims, routes[0].hours.mid + file.size];
}

ask().catch((error) => {
  if (error instanceof AtlasError && error.code === "bad-data") console.log(error.problems?.[0].path);
});
