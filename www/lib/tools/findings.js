// @ts-check
// Findings of a tool: each with its sentence, the press that fixes it, and the way to its page.
import { gettext } from "../gettext.js";
import { button } from "../parts/button.js";
import { h, hidden, icon, prose } from "../parts/dom.js";

/** @import { Finding } from "../../pkg/jira_doctor.js" */

/**
 * @param {Finding[]} findings
 * @param {string} pages
 * @param {(finding: Finding) => void} [onFix]
 */
export function findingNodes(findings, pages, onFix) {
  return findings.map((finding) => {
    const { fix, message, page, problem, severity, title } = finding;
    const press = fix && onFix && button(fix.title, () => onFix(finding), "jd-fix");
    const about = h("a", { href: new URL(page, pages).href }, gettext("How to fix it"), hidden(`: ${title}`));
    return h("article", { class: "jd-finding", "data-problem": problem, "data-severity": severity }, h("p", { class: "jd-message" }, icon(severity), " ", ...prose(message)), h("p", { class: "jd-row" }, press, about));
  });
}
