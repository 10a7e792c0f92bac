// @ts-check
// A diagnosis as nodes. Pure: the same data gives the same nodes, and nothing here knows the element.
import { fill, h, hidden, icon, outsideLink, prose, withNodes } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { narrow } from "../parts/narrow.js";
import { excerpt, quote } from "../parts/quote.js";

/** @import { Change, Diagnosis, Evidence, Field, Finding, Link, Reason } from "../../pkg/jira_doctor.js" */
/** @import { IconName } from "../parts/dom.js" */
/** @import { Redacted } from "../core/redacted.js" */

/**
 * @typedef {object} Context
 * @property {Evidence} evidence what was typed, to quote from
 * @property {(field: Field) => Redacted | null} [shown] what was pasted, as it may be quoted
 * @property {(finding: Finding) => void} onFix
 * @property {string} pages where the problems' pages are
 */

/** @type {Record<Finding["severity"], string>} */
const SEVERITY = { error: gettext("Problem"), warning: gettext("Check this"), info: gettext("Good to know") };

/** @type {Record<Finding["certainty"], string>} */
export const CERTAINTY = {
  certain: gettext("Certain: what you gave shows it."),
  likely: gettext("Likely: it fits what you gave, but something else is possible."),
  possible: gettext("Possible: worth ruling out."),
};

/** @type {Record<Diagnosis["verdict"], { icon: IconName, title: string }>} */
const VERDICTS = {
  "nothing-given": { icon: "info", title: gettext("Nothing to check yet") },
  error: { icon: "error", title: gettext("There is a problem") },
  warning: { icon: "warning", title: gettext("Something to look at") },
  "no-fault": { icon: "success", title: gettext("No fault found") },
  "nothing-known": { icon: "info", title: gettext("Nothing recognized in this text") },
};

/**
 * Findings in the order given. Those that are merely possible are folded, unless there is nothing better to show.
 *
 * @param {Finding[]} findings
 * @param {Context} context
 */
export function findingList(findings, context) {
  const strong = findings.some(({ certainty }) => certainty !== "possible");
  return findings.map((finding, index) => {
    const folded = finding.certainty === "possible" && (strong || index > 0);
    return folded ? foldedFinding(finding, context) : openFinding(finding, context);
  });
}

/**
 * @param {Finding} finding
 * @param {Context} context
 */
function openFinding(finding, context) {
  return frame(finding, h("h3", { class: "jd-title" }, mark(finding), title(finding)), body(finding, context));
}

/**
 * A remark is told in its own sentence: the problem's title would make more of it than it is.
 *
 * @param {Finding} finding
 */
function title({ severity, title, message }) {
  return prose(severity === "info" ? message : title);
}

/**
 * @param {Finding} finding
 * @param {Context} context
 */
export function foldedFinding(finding, context) {
  const summary = h("summary", {}, withNodes(gettext("Also possible: {title}"), { title: title(finding) }));
  return frame(finding, h("details", { class: "jd-also" }, summary, body(finding, context)));
}

/**
 * @param {Finding} finding
 * @param {...(Node | Node[])} children
 */
export function frame({ problem, severity, certainty }, ...children) {
  const attributes = { "data-problem": problem, "data-severity": severity, "data-certainty": certainty };
  return h("article", { class: "jd-finding", part: "finding", tabindex: "-1", ...attributes }, ...children);
}

/** @param {Finding} finding */
export function mark({ severity }) {
  return h("span", { class: "jd-mark" }, icon(severity), SEVERITY[severity], hidden(": "));
}

/**
 * @param {Finding} finding
 * @param {Context} context
 * @returns {Node[]}
 */
function body(finding, context) {
  const { message, severity, fix } = finding;
  const nodes = [
    severity !== "info" && h("p", { class: "jd-message" }, prose(message)),
    ...fixButton(finding, context),
    // Open where there is no button that does it.
    ...howTo(finding, !fix && severity !== "info"),
    because(finding, context),
  ];
  return /** @type {Node[]} */ (nodes.filter(Boolean));
}

/**
 * @param {Finding} finding
 * @param {Context} context
 */
export function fixButton(finding, context) {
  const { fix } = finding;
  return fix ? [h("p", {}, button(fix.title, () => context.onFix(finding), "jd-fix"))] : [];
}

/**
 * @param {Finding} finding
 * @param {boolean} open
 */
export function howTo({ steps, links }, open) {
  if (steps.length + links.length === 0) return [];
  const list = h("ol", {}, steps.map((step) => h("li", {}, prose(step))));
  return [h("details", { open }, h("summary", {}, gettext("How to fix it")), list, links.length > 0 && linkList(links))];
}

/**
 * @param {Finding} finding
 * @param {Context} context
 */
function because(finding, context) {
  return h(
    "details",
    { class: "jd-because" },
    h("summary", {}, gettext("Why?")),
    reasonList(finding, context),
    h("p", { class: "jd-certainty" }, CERTAINTY[finding.certainty]),
    pageLink(finding, context),
  );
}

/**
 * @param {Finding} finding
 * @param {Context} context
 */
export function pageLink({ title, page }, { pages }) {
  return h("p", {}, outsideLink(pages + page, ...withNodes(gettext("More about this: {title}"), { title: prose(title) })));
}

/**
 * @param {Finding} finding
 * @param {Context} context
 */
export function reasonList({ reasons, message }, context) {
  return h("ul", {}, reasons.map((reason) => reasonItem(reason, message, context)));
}

/**
 * @param {Reason} reason
 * @param {string} message
 * @param {Context} context
 */
function reasonItem({ text, field, span }, message, { evidence, shown }) {
  const pasted = field && span && shown?.(field);
  const place = pasted ? excerpt(pasted.text, narrow(pasted.text, pasted.span(span), text)) : quote(field, span, textOf(evidence, field));
  // A reason that was the message already needs no second telling where its place can be shown.
  return h("li", {}, place && text === message ? gettext("It stands here:") : prose(text), place);
}

/**
 * @param {Evidence} evidence
 * @param {Field | null} field
 */
function textOf(evidence, field) {
  const value = field && evidence[field];
  return typeof value === "string" ? value : null;
}

/** @param {Link[]} links */
function linkList(links) {
  return h("ul", { class: "jd-links" }, links.map(({ title, url }) => h("li", {}, outsideLink(url, title))));
}

/** What is found in an answer, by how certain the first cause is. @type {Record<Finding["certainty"], string>} */
const FOUND = {
  certain: gettext("The cause is found"),
  likely: gettext("The likely cause"),
  possible: gettext("What it could be"),
};

/**
 * The whole of an answer in a heading and a sentence. The causes stand right below.
 *
 * @param {Diagnosis} diagnosis
 */
export function answerVerdict({ verdict, headline, findings }) {
  const { icon: name, title } = VERDICTS[verdict];
  const first = findings.find(({ severity }) => severity !== "info");
  return [h("h2", {}, icon(name), first ? FOUND[first.certainty] : title), h("p", { class: "jd-headline" }, prose(headline))];
}

/**
 * The whole in a heading and a sentence, with one link for each finding that matters, in the words used beside the field.
 *
 * @param {Diagnosis} diagnosis
 * @param {(finding: Finding) => void} onGo
 */
export function verdict({ verdict, headline, findings }, onGo) {
  const { icon: name, title } = VERDICTS[verdict];
  const serious = findings.filter(({ severity, certainty }) => severity !== "info" && certainty !== "possible");
  const listed = serious.length > 0 ? serious : findings.filter(({ severity }) => severity !== "info").slice(0, 1);
  const isListed = listed.some(({ message }) => message === headline);
  return [
    h("h2", {}, icon(name), title),
    !isListed && h("p", { class: "jd-headline" }, prose(headline)),
    listed.length > 0 && h("ul", {}, listed.map((finding) => h("li", {}, jump(finding, onGo)))),
  ];
}

/**
 * A link to where the finding stands. It moves the focus instead of following an address, which would leave a trace in the
 * history.
 *
 * @param {Finding} finding
 * @param {(finding: Finding) => void} onGo
 */
function jump(finding, onGo) {
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    onGo(finding);
  };
  return h("a", { href: "#", on: { click: go } }, prose(finding.message));
}

/** @param {string[]} limits */
export function limitList(limits) {
  if (limits.length === 0) return null;
  return [
    h("h3", {}, gettext("What these details cannot show")),
    h("ul", {}, limits.map((limit) => h("li", {}, prose(limit)))),
  ];
}

/** @param {Change[]} changes */
export function changeList(changes) {
  return changes.map(({ before, after, why }) => {
    const from = before ? h("del", { dir: "ltr" }, hidden(after ? "" : `${gettext("removed:")} `), before) : null;
    const to = after ? h("ins", { dir: "ltr" }, after) : null;
    const arrow = from && to ? [h("span", { "aria-hidden": "true" }, " → "), hidden(` ${gettext("becomes")} `)] : null;
    return h("li", {}, h("span", { class: "jd-change" }, from, arrow, to), h("span", {}, prose(why)));
  });
}

/**
 * @param {string} text
 * @param {(event: Event) => void} press
 * @param {string} [name]
 */
export function button(text, press, name) {
  return h("button", { type: "button", class: name, part: "button", on: { click: press } }, text);
}

/**
 * A sentence that takes the place of what cannot be shown.
 *
 * @param {Element} place
 * @param {string} sentence
 */
export function say(place, sentence) {
  fill(place, sentence && h("p", { class: "jd-say" }, prose(sentence)));
}
