// @ts-check
// What an answer can mean: the causes by rank, each with what speaks for it.
import { h, prose } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { CERTAINTY, frame, findingList, foldedFinding, howTo, mark, fixButton, pageLink, reasonList } from "./view.js";

/** @import { Finding } from "../../pkg/jira_doctor.js" */
/** @import { Context } from "./view.js" */

/** Further causes are folded. */
const OPEN = 3;

/**
 * @param {Finding[]} findings
 * @param {Context} context
 */
export function causeList(findings, context) {
  const causes = findings.filter(({ severity }) => severity !== "info");
  const remarks = findings.filter(({ severity }) => severity === "info");
  const tied = tiedWithFirst(causes);
  return [
    causes.length > 1 && h("p", { class: "jd-lead" }, lead(causes, tied)),
    causes.length > 0 && h("ol", { class: "jd-causes" }, causes.map((cause, at) => h("li", {}, card(cause, at, tied, context)))),
    ...findingList(remarks, context),
  ];
}

/**
 * How many of the first causes are as certain as the first, where that one is not certain.
 *
 * @param {Finding[]} causes
 */
export function tiedWithFirst(causes) {
  const [first] = causes;
  if (!first || first.certainty === "certain") return Math.min(causes.length, 1);
  const others = causes.findIndex(({ certainty }) => certainty !== first.certainty);
  return others < 0 ? causes.length : others;
}

/**
 * @param {Finding[]} causes
 * @param {number} tied
 */
function lead(causes, tied) {
  if (tied > 1) return gettext("Each of the first {count} could be the cause, the likeliest first. What would tell them apart is below.", { count: Math.min(tied, OPEN) });
  return gettext("The likeliest cause first.");
}

/**
 * @param {Finding} finding
 * @param {number} at
 * @param {number} tied
 * @param {Context} context
 */
function card(finding, at, tied, context) {
  const isFolded = at >= OPEN || (finding.certainty === "possible" && at >= tied);
  return isFolded ? foldedFinding(finding, context) : openCard(finding, at, context);
}

/**
 * @param {Finding} finding
 * @param {number} at
 * @param {Context} context
 */
function openCard(finding, at, context) {
  const { title, message, certainty, reasons } = finding;
  return frame(
    finding,
    h("h3", { class: "jd-title" }, mark(finding), h("span", { class: "jd-rank" }, `${at + 1}. `), prose(title)),
    h("p", { class: "jd-message" }, prose(message)),
    h("p", { class: "jd-certainty" }, CERTAINTY[certainty]),
    ...fixButton(finding, context),
    h("details", { class: "jd-because", open: at === 0 && reasons.length > 0 }, h("summary", {}, gettext("Why?")), reasonList(finding, context)),
    ...howTo(finding, at === 0),
    pageLink(finding, context),
  );
}
