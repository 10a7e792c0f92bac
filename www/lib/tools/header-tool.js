// @ts-check
// Builds the Authorization header that a program would send. It is made at the press of a button and not kept.
import { PLAIN, UNRECORDED, UNRECORDED_CLASSES } from "../element/fields.js";
import { gettext } from "../gettext.js";
import { authorization } from "../load.js";
import { copyButton } from "../parts/clipboard.js";
import { fill, h, prose, uniqueId } from "../parts/dom.js";
import { revealButton } from "../parts/reveal.js";

/** @import { Setting, Tool } from "./start.js" */
/** @typedef {"basic" | "bearer"} Scheme */

const MASK = "•".repeat(16);
const SECRET = { ...UNRECORDED, class: UNRECORDED_CLASSES };

/** @param {Setting} setting @returns {Tool} */
export function headerTool({ tell, signal }) {
  /** @type {Scheme} */
  let scheme = "basic";
  const trouble = h("p", { class: "jd-trouble" });
  const value = h("code", { dir: "ltr", translate: "no", ...SECRET });

  /** @returns {string} throws a sentence where there can be none */
  const header = () => authorization({ email: email.value, token: token.value, scheme });
  const read = () => {
    try {
      fill(trouble);
      return header();
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      fill(trouble, prose(message));
      throw error;
    }
  };
  const show = (/** @type {boolean} */ shown) => {
    value.textContent = `${scheme === "basic" ? "Basic" : "Bearer"} ${MASK}`;
    if (!shown) return;
    try {
      value.textContent = read();
    } catch (error) {
      tell(/** @type {Error} */ (error).message);
    }
  };
  /** What was shown is of details that have changed. */
  const changed = () => {
    reveal.hide();
    fill(trouble);
    show(false);
  };
  const choose = (/** @type {Event} */ event) => {
    scheme = /** @type {Scheme} */ (/** @type {HTMLInputElement} */ (event.target).value);
    emailRow.hidden = scheme === "bearer";
    changed();
  };
  const reveal = revealButton(gettext("the header"), signal, show);
  const email = h("input", { id: uniqueId("email"), type: "text", autocomplete: "off", ...PLAIN, on: { input: changed } });
  const token = h("input", { id: uniqueId("token"), type: "password", autocomplete: "off", "data-1p-ignore": true, "data-bwignore": true, "data-lpignore": "true", ...PLAIN, ...SECRET, on: { input: changed } });
  const emailRow = row(gettext("E-mail, or user name on Jira Data Center"), email);
  const node = h(
    "div",
    { class: "jd-tool" },
    schemes(choose),
    emailRow,
    row(gettext("Token"), token),
    h("p", { class: "jd-value", "data-secret": true }, value, reveal.button, copyButton(gettext("header"), read, tell)),
    trouble,
    h("p", { class: "jd-muted" }, gettext("The header contains your secret. Treat it like the token itself.")),
  );
  show(false);
  const clear = () => {
    token.value = "";
    changed();
  };
  return { node, clear };
}

/**
 * @param {string} label
 * @param {HTMLInputElement} input
 */
function row(label, input) {
  return h("div", { class: "jd-field" }, h("label", { for: input.id }, label), input);
}

/** @param {(event: Event) => void} choose */
function schemes(choose) {
  const name = uniqueId("scheme");
  const radio = (/** @type {Scheme} */ value, /** @type {string} */ text) => h("label", {}, h("input", { type: "radio", name, value, checked: value === "basic", on: { change: choose } }), h("span", {}, text));
  return h(
    "fieldset",
    { class: "jd-choice" },
    h("legend", {}, gettext("Kind of header")),
    radio("basic", gettext("Basic: an e-mail and an API token, for Jira Cloud")),
    radio("bearer", gettext("Bearer: a personal access token, for Jira Data Center")),
  );
}
