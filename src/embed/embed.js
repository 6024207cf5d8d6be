// For pages with the atlas in a frame: gives each of its frames the height that it asks for. A frame is the atlas's
// when its address lies beside this script, and is heard only from its own window and origin.
(() => {
  const base = new URL(".", document.currentScript.src);
  const ours = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(base.href));
  window.addEventListener("message", ({ data, origin, source }) => {
    if (data?.type !== "atlas:height" || data.v !== 1 || !Number.isFinite(data.height)) return;
    const frame = ours().find((one) => one.contentWindow === source);
    if (!frame) return;
    const opaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
    if (origin !== (opaque ? "null" : base.origin)) return;
    frame.style.height = `${Math.min(Math.max(data.height, 240), 1200)}px`;
  });
  // Those that spoke before this script was there say it again.
  for (const frame of ours()) frame.contentWindow?.postMessage({ type: "atlas:measure", v: 1 }, "*");
})();
