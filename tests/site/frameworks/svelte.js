// The element in an application of Svelte.
import { mount } from "svelte";
import Page from "./Page.js";

mount(Page, { target: document.querySelector("#app") });
