// @ts-check
// Reads an Authorization header back. The header is kept out of the page: only its masked form is shown.
import { copyButton } from "./clipboard.js";
import { fill, h } from "./dom.js";
import { pasteBox } from "./paste-box.js";
import { findingList } from "./view.js";

/** @import { AuthorizationFacts, Evidence, Finding } from "../pkg/jira_doctor.js" */

/**
 * @typedef {object} Reading
 * @property {AuthorizationFacts} facts
 * @property {Finding[]} findings
 */

/** @type {Record<string, string>} */
const CHECKSUMS = {
  intact: "The token is complete: its checksum fits.",
  "cut-off": "The token is cut off: its end is missing.",
  damaged: "The token is damaged: its checksum does not fit.",
};

/**
 * @param {object} options
 * @param {(header: string) => Reading | null} options.read
 * @param {(header: string, finding: Finding) => string | null} options.fix the header put right, if the fix changes it
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
    const count = reading.findings.length;
    tell(count === 0 ? "The header was read. Nothing is wrong with its form." : `The header was read. ${reading.findings[0].message}`);
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
      facts.flaws.length > 0 && h("ul", {}, facts.flaws.map(({ message }) => h("li", {}, message))),
      ...findingList(findings, { evidence, onFix, pages }),
    ];
  };
  const copyFixed = () => copyButton("header put right", () => header, tell);

  const box = pasteBox({
    label: "Authorization header",
    hint: "The whole line, or only what stands behind the colon. It is read, then taken out of this box.",
    action: "Read the header",
    take,
  });
  const node = h(
    "details",
    { part: "read", class: "jd-fold" },
    h("summary", {}, "Read an Authorization header back"),
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
  return { node, open, clear, focus: () => answer.focus() };
}

/** @param {AuthorizationFacts} facts */
function summary({ scheme, user, secret, checksum }) {
  const kind = scheme.name === "other" ? `a scheme that Jira does not know (${scheme.typed})` : KINDS[scheme.name];
  const parts = [
    `This is ${kind}`,
    user && ` for the user ${user}`,
    secret && `; its secret looks like this kind: ${secret}`,
    ".",
    checksum && CHECKSUMS[checksum] && ` ${CHECKSUMS[checksum]}`,
  ];
  return parts.filter(Boolean).join("");
}

const KINDS = { basic: "a Basic header", bearer: "a Bearer header", missing: "a header without a scheme" };
