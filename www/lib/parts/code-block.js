// @ts-check
// A text of many lines to copy: it can be scrolled by the keyboard.
import { h } from "./dom.js";

/**
 * @param {string} label
 * @param {Node} code
 */
export function codeBlock(label, code) {
  return h("pre", { class: "jd-code", dir: "ltr", translate: "no", tabindex: "0", role: "region", "aria-label": label }, code);
}
