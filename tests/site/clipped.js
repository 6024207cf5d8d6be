// Text that is cut off or lies on other text, in what shows of the atlas: a list of complaints.

const atlas = document.querySelector("connectivity-atlas");
const root = atlas.shadowRoot;
const complaints = [];

const name = (element) => `${element.localName}.${[...element.classList].join(".")}`;
// What is far off the screen is not laid out, so nothing is known of it.
const shows = (element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
const words = (element) => element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);

/** The boxes of an element's own text, line by line. */
function boxes(element) {
  const found = [];
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    found.push(...range.getClientRects());
  }
  return found.filter((box) => box.width > 1 && box.height > 1);
}

/** Whether an ancestor scrolls, is meant for readers of the screen only, or says that it shortens. */
function excused(element, around) {
  const style = getComputedStyle(around);
  return (
    /(auto|scroll)/.test(style.overflowX + style.overflowY) ||
    style.textOverflow === "ellipsis" ||
    // The subtitle wraps out of sight where there is no room for it; a lowered sheet shows its beginning.
    around.matches(".sr-only, .skip, .features, svg, .map-canvas, .brand, .panel:not(.sheet-open) .panel-body")
  );
}

const texts = [];
for (const element of root.querySelectorAll("*")) {
  if (element.closest("svg, .sr-only, .skip, .features, canvas, option, datalist, script, style")) continue;
  if (!shows(element)) continue;
  for (const box of boxes(element)) texts.push({ element, box });
}

for (const { element, box } of texts) {
  for (let around = element; around && around !== root; around = around.parentElement) {
    const style = getComputedStyle(around);
    if (excused(element, around)) break;
    if (style.overflowX !== "visible" || style.overflowY !== "visible") {
      const edge = around.getBoundingClientRect();
      const out = [edge.left - box.left, box.right - edge.right].some((by) => by > 1.5);
      const below = [edge.top - box.top, box.bottom - edge.bottom].some((by) => by > 6);
      if (out || (below && around.clientHeight > 0 && around !== atlas && !around.matches(".atlas, .frame, .root"))) {
        complaints.push(`cut off by ${name(around)}: ${name(element)} “${words(element)}”`);
        break;
      }
    }
  }
}

// Text on other text: of what floats nothing is asked, since it lies over something on purpose.
const FLOATS = ".map, dialog, .card, .bar, .find, .sheet-handle, .claims-section, .hits";
const flat = texts.filter(({ element }) => !element.closest(FLOATS));
for (let one = 0; one < flat.length; one += 1) {
  for (let two = one + 1; two < Math.min(flat.length, one + 40); two += 1) {
    const [a, b] = [flat[one], flat[two]];
    if (a.element === b.element || a.element.contains(b.element) || b.element.contains(a.element)) continue;
    const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
    const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
    // Boxes of lines are higher than their letters.
    if (wide > 2 && high > Math.min(a.box.height, b.box.height) * 0.6) {
      complaints.push(`on each other: ${name(a.element)} “${words(a.element)}” and ${name(b.element)} “${words(b.element)}”`);
    }
  }
}

// What is wider than its own box without a way to scroll there.
for (const element of root.querySelectorAll(".atlas, .page, .panel-body, .claims-main, .claim-pane, .bar, .filters")) {
  if (!shows(element)) continue;
  if (element.scrollWidth > element.clientWidth + 1) {
    const edge = element.getBoundingClientRect();
    const beyond = [...element.querySelectorAll("*")].filter((one) => {
      const box = one.getBoundingClientRect();
      return shows(one) && box.width > 0 && (box.right > edge.right + 1 || box.left < edge.left - 1);
    });
    const which = beyond.slice(0, 3).map(name).join(", ");
    complaints.push(`${name(element)} is ${element.scrollWidth} wide in ${element.clientWidth}: ${which}`);
  }
}

return [...new Set(complaints)];
