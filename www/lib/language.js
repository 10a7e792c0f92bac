// @ts-check
// The language of a page: its own, English, or one of those that were built along, by the browser's wish or the link's.
import { gettext, language, speak } from "./gettext.js";

/** Texts that nobody translates; `tests/support/texts.rs` knows them too. */
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
  speakElement(document.body);
  for (const one of document.body.querySelectorAll("[aria-label]")) one.ariaLabel = gettext(one.ariaLabel ?? "");
}

/** A text of its own makes an element a sentence, with the links and the code in it. @param {Element} element */
function speakElement(element) {
  if (element.matches(CODE)) return;
  if ([...element.childNodes].some((node) => node instanceof Text && node.data.trim())) place(element, gettext(template(element)));
  else for (const child of element.children) speakElement(child);
}

/** What an element says: each element inside is a tag without attributes around its own text. @param {Element} element @returns {string} */
function template(element) {
  const parts = [...element.childNodes].map((node) => (node instanceof Element ? `<${node.localName}>${template(node)}</${node.localName}>` : node.textContent));
  return parts.join("").replace(/\s+/g, " ").trim();
}

/** Puts a sentence into an element. The elements in it stay, wherever the language has them. @param {Element} element @param {string} sentence */
function place(element, sentence) {
  const inner = [...element.children];
  const parts = sentence.split(/<(\w+)>(.*?)<\/\1>/);
  element.textContent = "";
  for (let at = 0; at < parts.length; at += 3) {
    const [text = "", name, within = ""] = parts.slice(at, at + 3);
    element.append(text);
    const child = inner.find(({ localName }) => localName === name);
    if (!child) continue;
    inner.splice(inner.indexOf(child), 1);
    if (!child.matches(CODE)) place(child, within);
    element.append(child);
  }
}
