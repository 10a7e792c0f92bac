// @ts-check
// What the help pages have beyond their text: the search in the header, and a filter above long lists.
import { mountFilter } from "./lib/filter.js";
import { mountSearch } from "./lib/search.js";

const header = document.querySelector("header");
if (header) mountSearch(header);
for (const list of document.querySelectorAll("[data-filter]")) mountFilter(/** @type {HTMLElement} */ (list));
