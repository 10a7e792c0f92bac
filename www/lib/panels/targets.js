// @ts-check
// What else Jira is to be asked about: a project, an issue.
import { PLAIN } from "../element/fields.js";
import { gettext } from "../gettext.js";
import { h, uniqueId } from "../parts/dom.js";

/** @import { State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */

/** @param {Store} store */
export function targets(store) {
  const change = () => store.aim({ project: project.value, issue: issue.value });
  const project = input("project", gettext("for example WEB"), change);
  const issue = input("issue", gettext("for example WEB-12"), change);
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

/**
 * @param {"project" | "issue"} field
 * @param {string} example
 * @param {() => void} change
 */
function input(field, example, change) {
  return h("input", { type: "text", id: uniqueId(field), "data-target": field, placeholder: example, autocomplete: "off", ...PLAIN, on: { change } });
}

/**
 * @param {string} label
 * @param {HTMLInputElement} control
 */
function row(label, control) {
  return h("div", { class: "jd-field" }, h("label", { for: control.id }, label), control);
}
