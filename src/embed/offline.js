// Keeping the page for times without a network, and offering the newer one when there is one.

// Late, so that nothing that the reader does waits for it, or when the reader leaves.
const LATE_MS = 20000;

/** Keeps the page of this element, where the browser lets it. */
export function keep(atlas) {
  const begin = () => {
    clearTimeout(late);
    document.removeEventListener("visibilitychange", begin);
    register(atlas).catch(() => {});
  };
  const late = setTimeout(begin, LATE_MS);
  document.addEventListener("visibilitychange", begin);
}

const WORKER = "sw.js";

/** The worker's address; pages under Trusted Types allow it by name, and nothing else. */
function address() {
  const policy = globalThis.trustedTypes?.createPolicy("default", {
    createScriptURL: (url) => (url === WORKER ? url : null),
  });
  return policy?.createScriptURL(WORKER) ?? WORKER;
}

async function register(atlas) {
  // Asking for it throws where storage is refused, and gives nothing on an insecure host.
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register(address());
  let asked = false;
  const offer = () => {
    const { waiting } = registration;
    if (!waiting || !serviceWorker.controller) return;
    atlas._offer(() => {
      asked = true;
      waiting.postMessage("atlas:update");
    });
  };
  offer();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
  serviceWorker.addEventListener("controllerchange", () => {
    if (asked) location.reload();
  });
}
