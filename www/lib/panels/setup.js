// @ts-check
// What goes into which field of the product, and what is left to do before it can be saved. What is done the fields and the guide show.
import { copyButton } from "../parts/clipboard.js";
import { h, icon, prose, renderer, verbatim } from "../parts/dom.js";
import { isInputField } from "../element/field-names.js";
import { gettext } from "../gettext.js";

/** @import { Setup } from "../../pkg/jira_doctor.js" */
/** @import { Store } from "../core/store.js" */

/**
 * @param {HTMLElement} node
 * @param {Store} store
 */
export function setupView(node, store) {
  const render = renderer(node, (/** @type {Setup | null} */ setup) => setup && content(setup, store));
  /** @param {Setup | null} setup */
  const update = (setup) => {
    node.hidden = setup === null;
    render(setup);
  };
  return { update };
}

/**
 * @param {Setup} setup
 * @param {Store} store
 */
function content({ product, ready, entries, conditions }, store) {
  return [
    h("h2", { class: "jd-ready" }, ready && icon("success"), ready ? gettext("Ready to save in {product}", { product }) : gettext("Copy into {product}", { product })),
    h("dl", { class: "jd-forms" }, entries.map((entry) => field(entry, store))),
    !ready && [h("h3", {}, gettext("Still open before you save")), h("ul", {}, conditions.filter(({ isDone }) => !isDone).map(condition))],
  ].flat();
}

/**
 * @param {Setup["entries"][number]} entry
 * @param {Store} store
 */
function field({ field, label, value, given }, { fields, tell }) {
  /** @returns {(Node | string)[]} */
  const shown = () => {
    if (!given) return [gettext("Not typed yet")];
    if (value !== null) return [verbatim(value), copyButton(label, () => value, tell)];
    const copy = isInputField(field) && fields.value(field) !== "" && copyButton(label, () => fields.value(field), tell);
    return [gettext("The token that you typed"), ...(copy ? [copy] : [])];
  };
  return h("div", { class: "jd-form", "data-entry": field }, h("dt", {}, label), h("dd", { class: "jd-value" }, ...shown()));
}

/** @param {Setup["conditions"][number]} condition */
function condition({ part, text }) {
  return h("li", { "data-condition": part }, prose(text));
}
