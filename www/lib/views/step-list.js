// @ts-check
// The steps of the examination, each with what came of it. A step is drawn again only when it changed, so that a screen
// reader hears of that step alone.
import { fill, h, hidden, icon, prose, verbatim } from "../parts/dom.js";
import { gettext } from "../gettext.js";

/** @import { StepName, StepResult } from "../../pkg/jira_doctor.js" */
/** @import { IconName } from "../parts/dom.js" */

/** @type {Record<StepName, string>} */
export const STEPS = {
  "server-info": gettext("Is this a Jira?"),
  myself: gettext("Does it know you?"),
  "tenant-info": gettext("The site's cloud ID"),
  "gateway-myself": gettext("Does the gateway know you?"),
  permissions: gettext("Your permissions in Jira"),
  "project-permissions": gettext("Your permissions in the project"),
  project: gettext("The project"),
  issue: gettext("The issue"),
  confluence: "Confluence",
};

/** @type {Record<StepResult["outcome"], { icon: IconName, word: string }>} */
const OUTCOMES = {
  passed: { icon: "success", word: gettext("Passed") },
  failed: { icon: "error", word: gettext("Failed") },
  unclear: { icon: "warning", word: gettext("Cannot tell") },
  "not-asked": { icon: "info", word: gettext("Not asked") },
};

/** @param {{ live?: boolean }} [how] `live`: whether changes are to be said aloud */
export function stepList({ live = false } = {}) {
  const node = h("ol", { class: "jd-steps", "aria-live": live ? "polite" : null });
  /** @type {string[]} */
  let shown = [];
  /**
   * @param {StepResult[]} steps
   * @param {number} [running] which one is under way
   */
  const update = (steps, running = -1) => {
    steps.forEach((step, at) => {
      const now = JSON.stringify([step, at === running]);
      if (shown[at] === now) return;
      shown[at] = now;
      const item = node.children[at] ?? node.appendChild(h("li"));
      item.setAttribute("data-step", step.step);
      item.setAttribute("data-outcome", at === running ? "running" : step.outcome);
      fill(item, row(step, at === running));
    });
    shown = shown.slice(0, steps.length);
    while (node.children.length > steps.length) node.lastElementChild?.remove();
  };
  return { node, update };
}

/**
 * @param {StepResult} step
 * @param {boolean} isRunning
 */
function row({ step, url, outcome, text }, isRunning) {
  const { icon: name, word } = OUTCOMES[outcome];
  return [
    h("p", { class: "jd-step" }, h("span", { class: "jd-strong" }, STEPS[step]), hidden(": "), h("span", { class: "jd-outcome" }, icon(isRunning ? "info" : name), isRunning ? gettext("Asking…") : word)),
    !isRunning && h("p", {}, prose(text)),
    url && h("p", { class: "jd-muted jd-url" }, verbatim(url)),
  ];
}
