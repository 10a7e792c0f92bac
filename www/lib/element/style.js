// @ts-check
// Gives trees their style, as sheets that a Content-Security-Policy of `style-src 'self'` lets through.
import { COMMON, INPUTS, TOKENS } from "./sheets/common.js";
import { LAYOUT } from "./sheets/layout.js";
import { PARTS } from "./sheets/parts.js";

const SHADOW = `:host { display: block; ${TOKENS} color: var(--_ink); font-family: var(--jd-font, inherit); line-height: 1.5; text-align: start; }
  :host([hidden]) { display: none; }
  ${COMMON}
  ${INPUTS}
  ${PARTS}
  ${LAYOUT}`;

/** The element's own inputs and their labels, which stand in the page itself. */
const OUTER = `jira-doctor > .jira-doctor-input {
    ${TOKENS}
    ${INPUTS.replace(/^\s*input[^{]*\{/, "& {")}
  }
  jira-doctor > .jira-doctor-input { padding-inline-end: 2.4rem; scroll-margin-block: 1rem 6rem; }
  /* The tick stands where the words end; what is typed runs from left to right in any language. */
  jira-doctor > label[dir="rtl"] + .jira-doctor-input { padding-inline: 2.4rem 0.7rem; }
  jira-doctor > label { font-weight: 600; }
  /* It may be shown just now, and paper keeps it. */
  @media print { jira-doctor > [data-field="token"] { display: none; } }`;

/** @param {ShadowRoot} root */
export function adoptStyle(root) {
  adopt(root, SHADOW);
}

/** Gives the tree around a shadow root the style of the element's inputs. @param {ShadowRoot} root */
export function adoptOuterStyle(root) {
  adopt(/** @type {Document | ShadowRoot} */ (root.host.getRootNode()), OUTER);
}

/**
 * @param {Document | ShadowRoot} tree
 * @param {string} text
 */
export function adopt(tree, text) {
  const style = sheet(text);
  if (!tree.adoptedStyleSheets.includes(style)) tree.adoptedStyleSheets.push(style);
}

/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/** @param {string} text */
function sheet(text) {
  const known = sheets.get(text) ?? new CSSStyleSheet();
  if (!sheets.has(text)) known.replaceSync(text);
  sheets.set(text, known);
  return known;
}
