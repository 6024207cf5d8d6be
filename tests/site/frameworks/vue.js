// The element as Vue 3 uses it: attributes from state, an event into state, on and off the page.
import { createApp, h, ref } from "vue/dist/vue.runtime.esm-browser.prod.js";

const lang = ref("en");
const shown = ref(true);
const chosen = ref("");
window.page = { setLang: (to) => (lang.value = to), show: (to) => (shown.value = to) };
const heard = (event) => (chosen.value = event.detail.id);

createApp({
  render: () => [
    h("p", { id: "chosen" }, chosen.value),
    shown.value && h("connectivity-atlas", { lang: lang.value, theme: "dark", onAtlasSelect: heard }),
  ],
}).mount("#app");
