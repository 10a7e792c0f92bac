// @ts-check
// What a fix changed, before and after, and the way back.
import { gettext } from "../gettext.js";
import { button } from "../parts/button.js";
import { copyButton } from "../parts/clipboard.js";
import { h, hidden, icon, verbatim } from "../parts/dom.js";

/** @import { Change } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */

/** @param {Change | null} change @param {Store} store */
export function changeNote(change, store) {
  if (!change) return null;
  return h(
    "div",
    { class: "jd-changed", part: "change" },
    icon("success"),
    h("ul", {}, change.fields.map(({ field, before, after }) => h("li", {}, h("strong", {}, store.fields.label(field)), " ", ...difference(before, after), field === "authorization" && copyButton(gettext("header"), () => store.state.header, store.tell)))),
    button(gettext("Undo"), () => store.undo(), "jd-undo"),
  );
}

/**
 * @param {string | null} before `null`: it may be a secret
 * @param {string | null} after
 */
function difference(before, after) {
  if (before === null || after === null) return [gettext("was corrected")];
  const code = (/** @type {string} */ text) => verbatim(text || "–");
  return [h("del", {}, code(before)), h("span", { "aria-hidden": "true" }, " → "), hidden(` ${gettext("becomes")} `), h("ins", {}, code(after))];
}
