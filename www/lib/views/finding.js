// @ts-check
// One finding as nodes: the words, the press that settles it, what speaks for it, what to do.
import { button } from "../parts/button.js";
import { h, hidden, icon, outsideLink, prose, withNodes } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { isInputField } from "../element/field-names.js";
import { explain } from "../explain.js";
import { proof, reasonItem } from "./proof.js";

/** @import { Finding } from "../../pkg/jira_doctor.js" */
/** @import { Child } from "../parts/dom.js" */
/** @import { Context } from "./proof.js" */

/** Nobody reads more steps than these; the rest stand on the problem's page. */
export const MOST_STEPS = 3;

/** @type {Record<Finding["severity"], string>} */
const SEVERITY = { error: gettext("Problem"), warning: gettext("Check this"), info: gettext("Good to know") };

/** @type {Record<Finding["certainty"], string>} */
export const CERTAINTY = { certain: gettext("Certain"), likely: gettext("Likely"), possible: gettext("Possible") };

/**
 * @param {Finding} finding
 * @param {Record<string, unknown>} attributes
 * @param {...(Child | Child[])} children
 */
export function frame({ problem, severity, certainty }, attributes, ...children) {
  return h("article", { class: "jd-finding", part: "finding", "data-problem": problem, "data-severity": severity, "data-certainty": certainty, ...attributes }, ...children);
}

/**
 * What is said under a field: the fault and the press.
 *
 * @param {Finding} finding
 * @param {Context} context
 */
export function fieldFinding(finding, context) {
  const { severity, message } = finding;
  return frame(finding, {}, h("p", { class: "jd-message" }, icon(severity), hidden(`${SEVERITY[severity]}: `), h("span", {}, prose(message))), fixButton(finding, context));
}

/**
 * @param {Finding} finding
 * @param {Context} context
 */
export function fixButton(finding, { store }) {
  const { fix, severity } = finding;
  if (!fix || !store.fields.canTake(finding)) return null;
  const press = (/** @type {Event} */ event) => {
    const pressed = /** @type {HTMLElement} */ (event.currentTarget);
    const root = /** @type {ShadowRoot} */ (pressed.getRootNode());
    store.fix(finding);
    // The button goes with what it settled. The person stays beside it: at the field, or at the way back.
    if (pressed.isConnected) return;
    const undo = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".jd-undo"))].find((one) => one.checkVisibility());
    if (undo) undo.focus({ preventScroll: true });
    else if (isInputField(finding.field)) store.fields.focus(finding.field);
  };
  return h("p", {}, button(fix.title, press, severity === "info" ? "jd-fix jd-quiet" : "jd-fix"));
}

/**
 * The first steps and where they lead, where no press does it.
 *
 * @param {Finding} finding
 * @param {number} [most]
 */
export function steps(finding, most = MOST_STEPS) {
  const { fix, steps, links: [first] } = finding;
  if (fix) return null;
  return [list(steps.slice(0, most), 1), first && h("p", { class: leads(finding) && "jd-leads" }, outsideLink(first.url, first.title))];
}

/** Whether its link leads to where something is done. @param {Finding} finding */
export function leads({ links: [first] }) {
  return first?.kind === "act";
}

/**
 * @param {string[]} steps
 * @param {number} start
 */
function list(steps, start) {
  return steps.length > 0 && h("ol", { class: "jd-todo", start }, steps.map((step) => h("li", {}, prose(step))));
}

/**
 * Another cause, as one line that opens.
 *
 * @param {Finding} finding
 * @param {Context} context
 */
export function line(finding, context) {
  const { problem, severity, title, message } = finding;
  // A remark is told in its own sentence: the problem's title would make more of it than it is.
  const face = severity === "info" ? message : title;
  const summary = h("summary", {}, icon(severity), hidden(`${SEVERITY[severity]}: `), h("span", {}, prose(face)));
  return frame(
    finding,
    { class: "jd-finding jd-line" },
    h(
      "details",
      { "data-key": problem },
      summary,
      severity !== "info" && h("p", { class: "jd-message" }, prose(message)),
      fixButton(finding, context),
      proof(finding, context),
      steps(finding),
      more(finding, context),
    ),
  );
}

/**
 * The steps that are left, all reasons, links and the problem's page.
 *
 * @param {Finding} finding
 * @param {Context} context
 * @param {number} [most] so many steps are shown already
 */
export function more(finding, context, most = MOST_STEPS) {
  const { problem, reasons, links, fix } = finding;
  const [shown, link] = fix ? [0, 0] : [most, 1];
  return h(
    "details",
    { class: "jd-more", "data-key": `more ${problem}` },
    h("summary", {}, gettext("Why, and more")),
    list(finding.steps.slice(shown), shown + 1),
    reasons.length > 0 && h("ul", {}, reasons.map((reason) => reasonItem(reason, finding.message, context))),
    links.length > link && h("ul", { class: "jd-links" }, links.slice(link).map(({ title, url }) => h("li", {}, outsideLink(url, title)))),
    page(finding, context),
  );
}

/**
 * The problem's page: a link where the site has its pages, its text in place where it has not.
 *
 * @param {Finding} finding
 * @param {Context} context
 */
function page({ problem, title, page }, { pages }) {
  const about = withNodes(gettext("More about this: {title}"), { title: prose(title) });
  if (pages !== null) return h("p", {}, outsideLink(pages + page, ...about));
  const place = h("div", { class: "jd-explained" });
  const details = h("details", { "data-key": `page ${problem}` }, h("summary", {}, ...about), place);
  details.addEventListener("toggle", async () => {
    if (!details.open || place.firstChild) return;
    try {
      const { meaning, causes } = await explain(problem);
      place.append(...[...meaning, ...causes].map((text) => h("p", {}, prose(gettext(text)))));
    } catch {
      place.append(h("p", {}, gettext("This text is not installed on this site.")));
    }
  });
  return details;
}
