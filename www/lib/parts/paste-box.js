// @ts-check
// A box for a text that may hold a secret. What is understood never stays in it: a paste is taken before it is shown, and
// what was typed is wiped once it is read.
import { h, uniqueId } from "./dom.js";
import { UNRECORDED, UNRECORDED_CLASSES } from "../element/fields.js";
import { button } from "../parts/button.js";

/**
 * @typedef {object} Options
 * @property {string} label
 * @property {string} hint
 * @property {string} action the button's face
 * @property {(text: string) => boolean | Promise<boolean>} take whether the text was understood
 */

/** @param {Options} options */
export function pasteBox({ label, hint, action, take }) {
  const hintId = uniqueId("hint");
  const id = uniqueId("box");
  const paste = async (/** @type {ClipboardEvent} */ event) => {
    const text = event.clipboardData?.getData("text") ?? "";
    if (!text.trim() || area.value) return;
    event.preventDefault();
    if (!(await take(text))) area.value = text;
  };
  const area = h("textarea", {
    id,
    rows: "3",
    "aria-describedby": hintId,
    class: UNRECORDED_CLASSES,
    ...UNRECORDED,
    autocomplete: "off",
    spellcheck: "false",
    autocapitalize: "none",
    autocorrect: "off",
    translate: "no",
    dir: "ltr",
    on: { paste },
  });
  const press = async () => {
    if (await take(area.value)) area.value = "";
    else area.focus();
  };
  const node = h(
    "div",
    { class: "jd-box" },
    h("label", { for: id }, label),
    h("p", { class: "jd-muted", id: hintId }, hint),
    area,
    h("p", {}, button(action, press)),
  );
  return { node, clear: () => (area.value = "") };
}
