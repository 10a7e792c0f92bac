// @ts-check
// What else Jira is to be asked about: a project, an issue.
import { h, uniqueId } from "../parts/dom.js";
import { PLAIN } from "../element/fields.js";
import { gettext } from "../gettext.js";

/** @param {() => void} onEdit */
export function targetFields(onEdit) {
  const project = input("project", "WEB", onEdit);
  const issue = input("issue", "WEB-12", onEdit);
  const node = h(
    "details",
    { part: "targets", class: "jd-fold" },
    h("summary", {}, gettext("Also look for a project or an issue")),
    labelled(gettext("Project key"), gettext("The letters before the number of an issue, for example WEB."), project),
    labelled(gettext("Issue key"), gettext("One that you can see in Jira, for example WEB-12."), issue),
  );
  const inputs = { project, issue };
  /** @returns {{ project?: string, issue?: string }} */
  const evidence = () => ({ ...(project.value.trim() && { project: project.value }), ...(issue.value.trim() && { issue: issue.value }) });
  /** @param {{ project?: string | null, issue?: string | null }} texts */
  const set = ({ project: key, issue: number }) => {
    project.value = key ?? "";
    issue.value = number ?? "";
  };
  /** @param {"project" | "issue"} field */
  const focus = (field) => {
    node.open = true;
    inputs[field].focus();
  };
  return { node, evidence, set, focus };
}

/**
 * @param {"project" | "issue"} field
 * @param {string} example
 * @param {() => void} onEdit
 */
function input(field, example, onEdit) {
  return h("input", { type: "text", id: uniqueId(field), "data-target": field, placeholder: example, autocomplete: "off", ...PLAIN, on: { change: onEdit } });
}

/**
 * @param {string} label
 * @param {string} hint
 * @param {HTMLInputElement} control
 */
function labelled(label, hint, control) {
  const hintId = uniqueId("hint");
  control.setAttribute("aria-describedby", hintId);
  return h("div", { class: "jd-target" }, h("label", { for: control.id }, label), h("p", { class: "jd-muted", id: hintId }, hint), control);
}
