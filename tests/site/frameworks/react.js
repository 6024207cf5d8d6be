// The element as React 19 uses it: attributes from state, an event into state, on and off the page.
import { createElement as h, useState } from "react";
import { createRoot } from "react-dom/client";

function Page() {
  const [lang, setLang] = useState("en");
  const [shown, show] = useState(true);
  const [chosen, choose] = useState("");
  window.page = { setLang, show };
  const heard = (event) => choose(event.detail.id);
  return h("main", null,
    h("p", { id: "chosen" }, chosen),
    shown && h("connectivity-atlas", { lang, theme: "dark", "onatlas-select": heard }));
}

createRoot(document.querySelector("#app")).render(h(Page));
