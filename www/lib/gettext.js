// @ts-check
// The page's sentences: each is one whole English template with named placeholders, which `cargo xtask texts` finds here by
// `gettext("…")` and a translation replaces as a whole.

/** @type {Map<string, string>} */
const catalogue = new Map();

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
 * @param {string} language
 * @param {(catalogue: string) => void} translate
 */
export async function speak(language, translate) {
  if (!/^[a-z-]+$/i.test(language)) throw new Error("no language has this name");
  const address = `../locales/${language}.js`;
  /** @type {string} */
  const text = (await import(address)).default;
  const lines = text.split("\n");
  catalogue.clear();
  for (let at = 0; at < lines.length; at += 2) {
    const [template, translation] = lines.slice(at, at + 2);
    if (template && translation) catalogue.set(template, translation);
  }
  translate(text);
}
