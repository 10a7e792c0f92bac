// @ts-check
// The language of a page: its own, English, or one of those that were built along, by the browser's wish or the link's.
import { gettext, language, speak } from "./gettext.js";

/** Texts that nobody translates. */
const CODE = "code, script, style, svg, noscript, [translate=no]";

/**
 * The language that is wanted and is there; `null` for English. A link may ask for any, also one that nobody speaks: `#lang=pseudo`.
 *
 * @param {string} built the languages that were built along, separated by spaces
 * @param {string | null} asked by the link
 */
export function wantedLanguage(built, asked) {
  if (asked) return asked;
  const known = built.split(" ").filter(Boolean);
  for (const wish of navigator.languages) {
    const [name = ""] = wish.toLowerCase().split("-");
    if (name === "en") return null;
    const found = known.find((one) => one.toLowerCase() === wish.toLowerCase()) ?? known.find((one) => one === name);
    if (found) return found;
  }
  return null;
}

/**
 * Puts a page into another language: what its scripts will say, and what stands in it. Where the language does not come, the page stays as it is.
 *
 * @param {string} name
 * @param {(catalogue: string) => void} translate
 */
export async function speakPage(name, translate) {
  try {
    await speak(name, translate);
  } catch {
    return;
  }
  Object.assign(document.documentElement, { lang: language.name, dir: language.direction });
  document.title = gettext(document.title);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = /** @type {Text | null} */ (texts.nextNode()); text; text = /** @type {Text | null} */ (texts.nextNode())) {
    const [, before = "", sentence = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text.data) ?? [];
    if (sentence && !text.parentElement?.closest(CODE)) text.data = before + gettext(sentence.replace(/\s+/g, " ")) + after;
  }
}
