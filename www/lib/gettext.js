// @ts-check
// The page's sentences: each is one whole English template with named placeholders, which `cargo xtask texts` finds here by
// `gettext("…")` and a translation replaces as a whole.

/** @type {Map<string, string>} */
const catalogue = new Map();

/** Languages that run from right to left, and the pseudo-locale that does. */
const LEFTWARDS = /^(?:ar|fa|he|ur|pseudo-rtl)\b/;

/** The language that is spoken. @type {{ name: string, direction: "ltr" | "rtl" }} */
export const language = { name: "en", direction: "ltr" };

/**
 * A sentence in the language that was chosen.
 *
 * @param {string} template
 * @param {Record<string, string | number>} [values]
 */
export function gettext(template, values = {}) {
  const text = catalogue.get(template) ?? template;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * Loads a language of `locales/` for the page, and hands it to the core.
 *
 * @param {string} name
 * @param {(catalogue: string) => void} translate
 */
export async function speak(name, translate) {
  if (!/^[a-z-]+$/i.test(name)) throw new Error("no language has this name");
  const address = `../locales/${name}.js`;
  /** @type {string} */
  const text = (await import(address)).default;
  const lines = text.split("\n");
  catalogue.clear();
  for (let at = 0; at < lines.length; at += 2) {
    const [template, translation] = lines.slice(at, at + 2);
    if (template && translation) catalogue.set(template, translation);
  }
  Object.assign(language, { name: name.startsWith("pseudo") ? "en-x-pseudo" : name, direction: LEFTWARDS.test(name) ? "rtl" : "ltr" });
  translate(text);
}
