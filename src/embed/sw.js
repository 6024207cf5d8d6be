// The page without a network: all files of one build, kept together. The build fills in the two lines below.
const BUILD = "{build}";
const FILES = ["{files}"];

// Several atlases may lie on one origin; each keeps its own.
const OWN = `connectivity-atlas ${self.registration.scope} `;
const CACHE = OWN + BUILD;

self.addEventListener("install", (event) => {
  const fresh = FILES.map((name) => new Request(name, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

self.addEventListener("activate", (event) => {
  const clear = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(OWN) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clear());
});

// What was kept comes first: a page never meets files of two builds.
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    const { scope } = self.registration;
    const page = request.url.split(/[?#]/)[0];
    // Other pages of the folder are themselves.
    const wanted = page === scope || page === `${scope}index.html` ? scope : request;
    return (await cache.match(wanted, { ignoreSearch: true })) ?? fetch(request);
  };
  event.respondWith(answer());
});

// The reader asked for the newer build.
self.addEventListener("message", (event) => {
  if (event.data === "atlas:update") self.skipWaiting();
});
