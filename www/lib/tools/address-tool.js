// @ts-check
// A site's address in every form that a product may ask for.
import { PLAIN } from "../element/fields.js";
import { gettext } from "../gettext.js";
import { diagnose, readSite } from "../load.js";
import { copyButton } from "../parts/clipboard.js";
import { fill, h, hidden, outsideLink, prose, uniqueId, verbatim, withNodes } from "../parts/dom.js";
import { findingNodes } from "./findings.js";

/** @import { Change, Forms, Site } from "../../pkg/jira_doctor.js" */
/** @import { Setting, Tool } from "./start.js" */

/** @type {[keyof Forms, string, string][]} */
const FORMS = [
  ["url", gettext("Site URL"), gettext("What most products ask for.")],
  ["subdomain", gettext("Site name"), gettext("For forms that show .atlassian.net after the field.")],
  ["host", gettext("Host"), gettext("For forms that ask for a host or a domain, without https.")],
  ["restV3", gettext("REST API, version 3"), gettext("For programs that call Jira Cloud themselves.")],
  ["restV2", gettext("REST API, version 2"), gettext("For older programs and Jira Data Center.")],
  ["confluence", gettext("Confluence"), gettext("For the same account in Confluence.")],
  ["gateway", gettext("Gateway"), gettext("For tokens with scopes, which don't work at the site's own address.")],
];

/** @param {Setting} setting @returns {Tool} */
export function addressTool({ tell, pages }) {
  const answer = h("div", { class: "jd-answer", "aria-live": "polite" });
  const show = () => {
    const typed = input.value;
    if (!typed.trim()) return fill(answer);
    const site = readSite(typed);
    const findings = diagnose({ site: typed }).findings.filter(({ field, certainty }) => field === "site" && certainty !== "possible");
    fill(answer, findingNodes(findings, pages), site.forms ? forms(site, tell) : h("p", {}, gettext("No site address can be read from this.")));
  };
  const input = h("input", { id: uniqueId("address"), type: "text", autocomplete: "off", placeholder: "https://acme.atlassian.net/jira/software/projects/WEB", ...PLAIN, on: { input: show } });
  const field = h("div", { class: "jd-field" }, h("label", { for: input.id }, gettext("Any address of your Jira site")), input);
  return { node: h("div", { class: "jd-tool" }, field, answer) };
}

/**
 * @param {Site} site
 * @param {(sentence: string) => void} tell
 */
function forms(site, tell) {
  const forms = /** @type {Forms} */ (site.forms);
  return [
    site.about && h("p", { class: "jd-muted" }, prose(site.about)),
    site.changes.length > 0 && changes(site.changes),
    h("dl", { class: "jd-forms" }, FORMS.map(([key, name, use]) => forms[key] && row(name, use, forms[key], tell))),
    forms.tenantInfo && cloudId(forms.tenantInfo, tell),
    found(site),
  ];
}

/** @param {Change[]} all */
function changes(all) {
  const item = (/** @type {Change} */ { before, after, why }) => {
    const from = before && h("del", { dir: "ltr" }, hidden(after ? "" : `${gettext("removed:")} `), before);
    const to = after && h("ins", { dir: "ltr" }, after);
    const arrow = from && to ? [h("span", { "aria-hidden": "true" }, " → "), hidden(` ${gettext("becomes")} `)] : [];
    return h("li", {}, h("span", { class: "jd-change" }, from, ...arrow, to), h("span", { class: "jd-muted" }, prose(why)));
  };
  return h("ul", { class: "jd-changes" }, all.map(item));
}

/**
 * @param {string} name
 * @param {string} use
 * @param {string} value
 * @param {(sentence: string) => void} tell
 */
function row(name, use, value, tell) {
  const text = verbatim(value);
  return h("div", { class: "jd-form" }, h("dt", {}, name), h("dd", { class: "jd-value" }, text, copyButton(name, () => value, tell)), h("dd", { class: "jd-muted" }, use));
}

/**
 * @param {string} url
 * @param {(sentence: string) => void} tell
 */
function cloudId(url, tell) {
  return h(
    "div",
    {},
    h("h3", {}, gettext("Find the cloud ID")),
    h("p", { class: "jd-muted" }, gettext("Tokens with scopes need it. This page of your site shows it without signing in:")),
    h("p", { class: "jd-value" }, outsideLink(url, url), copyButton(gettext("address of the cloud ID"), () => url, tell)),
  );
}

/** @param {Site} site */
function found({ project, issue }) {
  if (!project && !issue) return null;
  const code = { project: h("code", {}, project), issue: h("code", {}, issue) };
  const both = project && issue && gettext("The address also names the project {project} and the issue {issue}.");
  const one = project ? gettext("The address also names the project {project}.") : gettext("The address also names the issue {issue}.");
  return h("p", {}, withNodes(both || one, code));
}
