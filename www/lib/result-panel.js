// @ts-check
// The diagnosis as a whole. What belongs to a field stands under the field; here stands the rest, and the way there.
import { fill, h, renderer } from "./dom.js";
import { isInputField } from "./fields.js";
import { findingList, limitList, verdict } from "./view.js";

/** @import { Diagnosis, Finding } from "../pkg/jira_doctor.js" */
/** @import { InputField } from "./fields.js" */
/** @import { Context } from "./view.js" */

/**
 * @param {object} options
 * @param {() => Context} options.context
 * @param {(field: InputField) => void} options.onGoToField
 * @param {Node} options.questions
 */
export function resultPanel({ context, onGoToField, questions }) {
  const summary = h("div", { class: "jd-verdict", part: "verdict", tabindex: "-1" });
  const others = h("div", { class: "jd-others" });
  const limits = h("div", { class: "jd-limits" });
  const more = h("details", { class: "jd-more" }, h("summary", {}, "Jira still refuses them?"), questions, limits);
  const node = h("section", { class: "jd-result", hidden: true }, summary, others, more);

  const onGo = (/** @type {Finding} */ { field, problem }) => {
    if (isInputField(field)) return onGoToField(field);
    const card = /** @type {HTMLElement | null} */ (others.querySelector(`[data-problem="${problem}"]`));
    card?.focus();
  };
  const showOthers = renderer(others, (/** @type {Finding[]} */ findings) => findingList(findings, context()));
  const showLimits = renderer(limits, limitList);

  /**
   * @param {Diagnosis} diagnosis
   * @param {boolean} alert whether a person asked for it just now
   */
  const update = (diagnosis, alert) => {
    // With a fault at hand, what else it might be can wait.
    if (node.hidden) more.open = diagnosis.verdict !== "error";
    more.hidden = diagnosis.questions.length + diagnosis.limits.length === 0;
    node.hidden = false;
    summary.dataset.verdict = diagnosis.verdict;
    // The alert sits on a child: some screen readers read a focused alert incompletely.
    fill(summary, h("div", { role: alert ? "alert" : null }, verdict(diagnosis, onGo)));
    showOthers(diagnosis.findings.filter(({ field }) => !isInputField(field)));
    showLimits(diagnosis.limits);
    if (alert) summary.focus();
  };
  const hide = () => (node.hidden = true);
  return { node, update, hide, summary };
}
