// @ts-check
// The search in the header: a box, and no more until somebody is in it. What it finds, and how, is loaded then.
import { gettext } from "./gettext.js";

/**
 * Puts the search over problems, status codes and known messages into a page's header. It is a script's work alone, so that a page without
 * scripts shows no box that does nothing.
 *
 * The list is a script, `search/entries.js`, because the pages' policy forbids connections. It and the list's view are loaded when the box gets the
 * focus. Addresses are reckoned from this file's folder, so that it works from every page and from the bundle.
 *
 * @param {Element} header the page's `<header class="bar">`
 */
export function mountSearch(header) {
  const form = document.createElement("form");
  const input = document.createElement("input");
  form.role = "search";
  input.type = "search";
  input.autocomplete = "off";
  // What is pasted here may hold a secret, and a spelling service is sent what it checks.
  input.spellcheck = false;
  input.ariaLabel = gettext("Search problems and error texts");
  input.placeholder = gettext("Search errors");
  form.append(input);
  header.append(form);
  const list = "../lib/search-list.js";
  const load = () => import(list).then(({ mountList }) => mountList(form, input), () => input.addEventListener("focus", load, { once: true }));
  input.addEventListener("focus", load, { once: true });
  form.addEventListener("submit", (event) => event.preventDefault());
}
