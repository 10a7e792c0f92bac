// @ts-check
// What else Jira is to be asked about: a project, an issue.
import { PLAIN } from "../element/fields.js";
import { gettext } from "../gettext.js";
import { h, uniqueId } from "../parts/dom.js";

/** @import { State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */

/** @typedef {keyof State["targets"]} Target */

/** @type {Record<Target, string>} */
const EXAMPLES = { project: gettext("for example WEB"), issue: gettext("for example WEB-12") };

/** @param {Store} store */
export function targets(store) {
  const [project, issue] = [input("project", store), input("issue", store)];
  const rows = { project: row(gettext("Project key"), project), issue: row(gettext("Issue key"), issue) };
  /** @param {State} state */
  const update = ({ targets }) => {
    for (const [name, control] of /** @type {const} */ ([["project", project], ["issue", issue]])) {
      const text = targets[name] ?? "";
      if (control.value !== text && !control.matches(":focus")) control.value = text;
    }
  };
  return { rows, update };
}

/** @param {Target} name @param {Store} store */
function input(name, store) {
  return targetInput(name, store, { id: uniqueId(name), "data-target": name });
}

/**
 * @param {Target} name
 * @param {Store} store
 * @param {Record<string, unknown>} attributes
 */
export function targetInput(name, store, attributes) {
  const change = () => store.aim({ ...store.state.targets, [name]: control.value });
  const control = h("input", { type: "text", placeholder: EXAMPLES[name], autocomplete: "off", ...PLAIN, ...attributes, on: { change } });
  return control;
}

/**
 * @param {string} label
 * @param {HTMLInputElement} control
 */
function row(label, control) {
  return h("div", { class: "jd-field" }, h("label", { for: control.id }, label), control);
}
