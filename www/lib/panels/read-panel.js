// @ts-check
// Reads an Authorization header back. The header is kept out of the page: only its masked form is shown.
import { copyButton } from "../parts/clipboard.js";
import { fill, h, prose } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { pasteBox } from "../parts/paste-box.js";
import { findingList } from "../views/view.js";

/** @import { AuthorizationFacts, Evidence, Finding } from "../../pkg/jira_doctor.js" */

/**
 * @typedef {object} Reading
 * @property {AuthorizationFacts} facts
 * @property {Finding[]} findings
 */

/** @type {Record<string, string>} */
const CHECKSUMS = {
  intact: gettext("The token is complete: its checksum fits."),
  "cut-off": gettext("The token is cut off: its end is missing."),
  damaged: gettext("The token is damaged: its checksum does not fit."),
};

const HEADERS = { basic: gettext("a Basic header"), bearer: gettext("a Bearer header"), missing: gettext("a header that names no scheme") };

/** The kinds of a secret, in words. @type {Record<string, string>} */
const SECRETS = {
  empty: gettext("nothing in the secret’s place"),
  "api-token": gettext("an API token"),
  "service-account-token": gettext("a service account’s token"),
  "admin-key": gettext("an organization’s key or a Bitbucket access token"),
  "bitbucket-app-password": gettext("a Bitbucket app password"),
  "bitbucket-data-center-token": gettext("a Bitbucket Data Center token"),
  "data-center-pat": gettext("a personal access token of a Jira server"),
  "legacy-token": gettext("an API token of the older kind"),
  jwt: gettext("an OAuth token or another signed token"),
  uuid: gettext("an ID in the secret’s place"),
  trello: gettext("a Trello key or token"),
  email: gettext("an e-mail address in the secret’s place"),
  address: gettext("an address in the secret’s place"),
  encoded: gettext("an encoded value in the secret’s place"),
  masked: gettext("a mask in the secret’s place"),
  placeholder: gettext("a placeholder in the secret’s place"),
  variable: gettext("a variable in the secret’s place"),
  password: gettext("what looks like a password"),
};

/**
 * @param {object} options
 * @param {(header: string) => Reading | null} options.read
 * @param {(header: string, finding: Finding) => string | null} options.fix the corrected header, if the fix changes it
 * @param {(sentence: string) => void} options.tell
 * @param {string} options.pages
 */
export function readPanel({ read, fix, tell, pages }) {
  // Never in the page, and gone with "Clear".
  let header = "";
  let isFixed = false;
  const answer = h("div", { class: "jd-answer", tabindex: "-1" });

  const take = (/** @type {string} */ text) => {
    if (!text.trim()) return false;
    isFixed = false;
    return show(text);
  };
  const show = (/** @type {string} */ text) => {
    const reading = read(text);
    if (!reading) return false;
    header = text;
    fill(answer, view(reading));
    const [first] = reading.findings;
    tell(`${gettext("The header was read.")} ${first?.message ?? gettext("Nothing is wrong with its form.")}`);
    return true;
  };
  const onFix = (/** @type {Finding} */ finding) => {
    const better = fix(header, finding);
    if (better === null) return;
    isFixed = true;
    show(better);
    answer.focus();
  };
  /** @param {Reading} reading */
  const view = ({ facts, findings }) => {
    /** @type {Evidence} */
    const evidence = { authorization: header };
    return [
      h("p", { class: "jd-value" }, h("code", { dir: "ltr", translate: "no" }, facts.masked), isFixed && copyFixed()),
      h("p", {}, summary(facts)),
      flawList(facts, findings),
      ...findingList(findings, { evidence, onFix, pages }),
    ];
  };
  const copyFixed = () => copyButton(gettext("corrected header"), () => header, tell);

  const box = pasteBox({
    label: gettext("Authorization header"),
    hint: gettext("The whole line, or only what comes after the colon. It is read, then taken out of this box."),
    action: gettext("Read the header"),
    take,
  });
  const node = h(
    "details",
    { part: "read", class: "jd-fold" },
    h("summary", {}, gettext("Read an Authorization header back")),
    box.node,
    answer,
  );
  const clear = () => {
    header = "";
    box.clear();
    fill(answer);
  };
  const open = (/** @type {string} */ text) => {
    node.open = true;
    take(text);
  };
  return { node, open, clear, focus: () => answer.focus(), header: () => header };
}

/**
 * What no finding says already.
 *
 * @param {AuthorizationFacts} facts
 * @param {Finding[]} findings
 */
function flawList({ flaws }, findings) {
  const told = new Set(findings.flatMap(({ message, reasons }) => [message, ...reasons.map(({ text }) => text)]));
  const rest = flaws.filter(({ message }) => !told.has(message));
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
