// @ts-check
// Buttons, and sentences in the place of what cannot be shown.
import { fill, h, prose } from "./dom.js";

/**
 * @param {string} text
 * @param {(event: Event) => void} press
 * @param {string} [name]
 */
export function button(text, press, name) {
  return h("button", { type: "button", class: name, part: "button", on: { click: press } }, text);
}

/**
 * A sentence that takes the place of what cannot be shown.
 *
 * @param {Element} place
 * @param {string} sentence
 */
export function say(place, sentence) {
  fill(place, sentence && h("p", { class: "jd-say" }, prose(sentence)));
}
