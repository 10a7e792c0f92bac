// @ts-check
// What goes into which field of the product, and what is still open before it can be saved.
import { copyButton } from "../parts/clipboard.js";
import { h, hidden, icon, prose, renderer } from "../parts/dom.js";
import { isInputField } from "../element/fields.js";
import { gettext } from "../gettext.js";

/** @import { Setup } from "../../pkg/jira_doctor.js" */
/** @import { InputField } from "../element/fields.js" */

/**
 * @typedef {object} Options
 * @property {(field: InputField) => string} value what was typed: asked for at a press alone, since it may be the token
 * @property {(sentence: string) => void} tell
 */

/** @param {Options} options */
export function setupPanel(options) {
  const node = h("section", { class: "jd-panel", part: "setup", tabindex: "-1", hidden: true });
  const render = renderer(node, (/** @type {Setup | null} */ setup) => setup && content(setup, options));
  /** @param {Setup | null} setup */
  const update = (setup) => {
    node.hidden = setup === null;
    render(setup);
  };
  return { node, update };
}

/**
 * @param {Setup} setup
 * @param {Options} options
 */
function content({ product, ready, entries, conditions }, options) {
  return [
    h("h2", { class: "jd-ready" }, ready && icon("success"), ready ? gettext("Ready to save in {product}", { product }) : gettext("What goes into {product}", { product })),
    h("dl", { class: "jd-forms" }, entries.map((entry) => field(entry, options))),
    !ready && h("h3", {}, gettext("Before you save")),
    h("ul", { class: "jd-conditions" }, conditions.map(condition)),
  ];
}

/**
 * @param {Setup["entries"][number]} entry
 * @param {Options} options
 */
function field({ field, label, value, given }, { value: typed, tell }) {
  /** @returns {(Node | string)[]} */
  const shown = () => {
    if (!given) return [gettext("Not typed yet")];
    if (value !== null) return [h("code", { dir: "ltr", translate: "no" }, value), copyButton(label, () => value, tell)];
    const copy = isInputField(field) && typed(field) !== "" && copyButton(label, () => typed(field), tell);
    return [gettext("The token that you typed"), ...(copy ? [copy] : [])];
  };
  return h("div", { class: "jd-form", "data-entry": field }, h("dt", {}, label), h("dd", { class: "jd-value" }, ...shown()));
}

/** @param {Setup["conditions"][number]} condition */
function condition({ part, isDone, text }) {
  const state = [icon(isDone ? "success" : "info"), hidden(isDone ? gettext("Done: ") : gettext("Still open: "))];
  return h("li", { "data-condition": part, "data-done": String(isDone) }, ...state, h("span", {}, prose(text)));
}
