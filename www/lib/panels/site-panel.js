// @ts-check
// The site as it was read, in every form that a product may ask for.
import { copyButton } from "../parts/clipboard.js";
import { h, outsideLink, prose, renderer, withNodes } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { changeList } from "../views/view.js";

/** @import { Forms, Site } from "../../pkg/jira_doctor.js" */

/** @typedef {[keyof Forms, string, string]} Form */

/** What almost every product asks for. @type {Form[]} */
const USUAL = [
  ["url", gettext("Site URL"), gettext("What most products want.")],
  ["subdomain", gettext("Site name"), gettext("Where a form asks for your domain and shows .atlassian.net after the field.")],
  ["host", "Host", gettext("Where a form asks for a host or domain, without https.")],
];

/** What programs ask for. @type {Form[]} */
const RARE = [
  ["restV3", gettext("REST API, version 3"), gettext("For programs that call Jira Cloud themselves.")],
  ["restV2", gettext("REST API, version 2"), gettext("For older programs and your own Jira server.")],
  ["confluence", "Confluence", gettext("Where the same account is used for Confluence.")],
  ["gateway", "Gateway", gettext("For tokens with scopes: they work here and not at the site’s own address.")],
];

/** @param {(sentence: string) => void} tell */
export function sitePanel(tell) {
  const content = h("div");
  const node = h("section", { part: "site", class: "jd-panel", hidden: true }, content);
  const render = renderer(content, (/** @type {Site} */ site) => siteView(site, tell));
  /** @param {Site | null} site */
  const update = (site) => {
    node.hidden = !site?.forms;
    if (site?.forms) render(site);
  };
  return { node, update };
}

/**
 * @param {Site} site
 * @param {(sentence: string) => void} tell
 */
function siteView(site, tell) {
  const forms = /** @type {Forms} */ (site.forms);
  return [
    h("h2", {}, gettext("Your site, in every form")),
    h("p", {}, gettext("Products ask for it in different ways. Copy the one that yours wants.")),
    site.about && h("p", { class: "jd-muted" }, prose(site.about)),
    site.changes.length > 0 && changes(site),
    list(USUAL, forms, tell),
    h(
      "details",
      {},
      h("summary", {}, gettext("REST API, Confluence and gateway")),
      list(RARE, forms, tell),
      forms.tenantInfo && cloudId(forms.tenantInfo, tell),
    ),
    found(site),
  ];
}

/** @param {Site} site */
function changes(site) {
  return h(
    "details",
    { class: "jd-changes", open: true },
    h("summary", {}, gettext("What you typed, and what will be used")),
    h("ul", {}, changeList(site.changes)),
  );
}

/**
 * @param {Form[]} which
 * @param {Forms} forms
 * @param {(sentence: string) => void} tell
 */
function list(which, forms, tell) {
  return h("dl", { class: "jd-forms" }, which.flatMap(([key, name, use]) => row(name, use, forms[key], tell)));
}

/**
 * @param {string} name
 * @param {string} use
 * @param {string | null} value
 * @param {(sentence: string) => void} tell
 */
function row(name, use, value, tell) {
  if (!value) return [];
  const text = h("code", { dir: "ltr", translate: "no" }, value);
  const copy = copyButton(name, () => value, tell);
  const about = h("dd", { class: "jd-muted" }, use);
  return [h("div", { class: "jd-form" }, h("dt", {}, name), h("dd", { class: "jd-value" }, text, copy), about)];
}

/**
 * @param {string} url
 * @param {(sentence: string) => void} tell
 */
function cloudId(url, tell) {
  return h(
    "div",
    { class: "jd-form" },
    h("h3", {}, gettext("Find the cloud ID")),
    h("p", { class: "jd-muted" }, gettext("A token with scopes needs it. This page of your site shows it, with no sign-in:")),
    h("p", { class: "jd-value" }, outsideLink(url, url), copyButton(gettext("address of the cloud ID"), () => url, tell)),
  );
}

/** @param {Site} site */
function found({ project, issue }) {
  if (!project && !issue) return null;
  const code = { project: h("code", {}, project), issue: h("code", {}, issue) };
  const both = project && issue && gettext("Also in that address: project {project}, issue {issue}.");
  const one = project ? gettext("Also in that address: project {project}.") : gettext("Also in that address: issue {issue}.");
  return h("p", { class: "jd-found" }, withNodes(both || one, code));
}
