// @ts-check
// Reads an Authorization header back. The header is kept out of the page: only its masked form is shown.
import { gettext } from "../gettext.js";
import { applyFix, diagnose, readAuthorization } from "../load.js";
import { copyButton } from "../parts/clipboard.js";
import { fill, h, prose, verbatim } from "../parts/dom.js";
import { pasteBox } from "../parts/paste-box.js";
import { findingNodes } from "./findings.js";

/** @import { AuthorizationFacts, Finding } from "../../pkg/jira_doctor.js" */
/** @import { Setting, Tool } from "./start.js" */

/** @type {Record<string, string>} */
const CHECKSUMS = {
  intact: gettext("The token is complete: its checksum is right."),
  "cut-off": gettext("The token is cut off: its end is missing."),
  damaged: gettext("The token is damaged: its checksum is wrong."),
};

const HEADERS = { basic: gettext("a Basic header"), bearer: gettext("a Bearer header"), missing: gettext("a header that names no scheme") };

/** The kinds of a secret, in words. @type {Record<string, string>} */
const SECRETS = {
  empty: gettext("no secret"),
  "api-token": gettext("an API token"),
  "service-account-token": gettext("a service account's token"),
  "admin-key": gettext("an organization's API key or a Bitbucket access token"),
  "bitbucket-app-password": gettext("a Bitbucket app password"),
  "bitbucket-data-center-token": gettext("a Bitbucket Data Center token"),
  "data-center-pat": gettext("a personal access token of Jira Data Center"),
  "legacy-token": gettext("an API token in the older form"),
  jwt: gettext("an OAuth token or another signed token"),
  uuid: gettext("an ID instead of a secret"),
  trello: gettext("a Trello key or token"),
  email: gettext("an e-mail address instead of a secret"),
  address: gettext("an address instead of a secret"),
  encoded: gettext("an encoded value instead of a secret"),
  masked: gettext("a masked value instead of a secret"),
  placeholder: gettext("a placeholder instead of a secret"),
  variable: gettext("the name of a variable instead of a secret"),
  password: gettext("something that looks like a password"),
};

/** @param {Setting} setting @returns {Tool} */
export function readTool({ tell, pages }) {
  /** Never in the page. */
  let header = "";
  const answer = h("div", { class: "jd-answer", tabindex: "-1" });

  const take = (/** @type {string} */ text) => {
    if (!text.trim()) return false;
    // Both forms are asked for, so that the name is no fault here.
    show(text.replace(/^\s*authorization\s*:\s*/i, ""), false);
    return true;
  };
  const show = (/** @type {string} */ text, /** @type {boolean} */ isFixed) => {
    header = text;
    const facts = readAuthorization(text);
    const findings = diagnose({ authorization: text }).findings.filter(({ field }) => field !== "site");
    const copy = isFixed && copyButton(gettext("corrected header"), () => header, tell);
    fill(
      answer,
      h("p", { class: "jd-value" }, verbatim(facts.masked), copy),
      h("p", {}, summary(facts)),
      flaws(facts, findings),
      findingNodes(findings, pages, fix),
    );
    tell(findings[0]?.message ?? gettext("The form of the header is right."));
  };
  const fix = (/** @type {Finding} */ { problem }) => {
    const better = applyFix({ authorization: header }, problem).authorization;
    if (!better) return;
    show(better, true);
    answer.focus();
  };
  const box = pasteBox({
    label: gettext("Authorization header"),
    hint: gettext("The whole line, or only what comes after the colon. It is taken out of this box as soon as you paste it."),
    action: gettext("Read the header"),
    take,
  });
  const clear = () => {
    header = "";
    box.clear();
    fill(answer);
  };
  return { node: h("div", { class: "jd-tool" }, box.node, answer), clear };
}

/**
 * What no finding says already.
 *
 * @param {AuthorizationFacts} facts
 * @param {Finding[]} findings
 */
function flaws({ flaws: all }, findings) {
  const told = new Set(findings.flatMap(({ message, reasons }) => [message, ...reasons.map(({ text }) => text)]));
  const rest = all.filter(({ message }) => !told.has(message));
  return rest.length > 0 && h("ul", {}, rest.map(({ message }) => h("li", {}, prose(message))));
}

/** @param {AuthorizationFacts} facts */
function summary({ scheme, user, secret, checksum }) {
  const kind = scheme.name === "other" ? gettext("a header of the kind {scheme}, which Jira does not know", { scheme: scheme.typed }) : HEADERS[scheme.name];
  const held = secret && SECRETS[secret];
  return [withKind({ kind, user, held }), checksum && CHECKSUMS[checksum]].filter(Boolean).join(" ");
}

/** @param {{ kind: string, user: string | null, held: string | null | undefined }} values */
function withKind({ kind, user, held }) {
  if (user && held) return gettext("This is {kind} for {user}, with {held}.", { kind, user, held });
  if (user) return gettext("This is {kind} for {user}.", { kind, user });
  return held ? gettext("This is {kind}, with {held}.", { kind, held }) : gettext("This is {kind}.", { kind });
}
