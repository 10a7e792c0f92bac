// @ts-check
// A filter above a long list. Without scripts the list is there whole, and no box is.
import { gettext } from "./gettext.js";

/**
 * Puts a box above a list whose entries are `li`; groups in which nothing is left are hidden.
 *
 * @param {HTMLElement} list with `data-filter`, the box's label
 */
export function mountFilter(list) {
  const items = [...list.querySelectorAll("li")];
  const groups = [...list.querySelectorAll("section")];
  const label = document.createElement("label");
  const input = document.createElement("input");
  const status = document.createElement("p");
  const form = document.createElement("form");
  input.type = "search";
  input.autocomplete = "off";
  label.append(list.dataset.filter ?? "", input);
  status.role = "status";
  form.className = "filter";
  form.append(label, status);
  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/);
    for (const item of items) item.hidden = !words.every((word) => item.textContent.toLowerCase().includes(word));
    for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
    const shown = items.filter(({ hidden }) => !hidden).length;
    status.textContent = input.value.trim() ? gettext("{shown} of {all} shown", { shown, all: items.length }) : "";
  };
  input.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  list.before(form);
}
