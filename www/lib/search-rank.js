// @ts-check
// Which help pages a typed text means. A word that few pages have counts more than one that many have, and a title's word more than one
// of the text: so a whole error message finds its page although most of its words stand on no page.

/** The folder, the file's name, the title, and further words. @typedef {[folder: string, name: string, title: string, more: string]} Entry */

const IN_TITLE = 3;
const BEGUN = 0.6;

/** Runs of letters and digits in lower case, longer than one. @param {string} text */
export function words(text) {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1);
}

/** @type {WeakMap<Entry, { title: string[], more: string[] }>} */
const split = new WeakMap();

/** @param {Entry} entry */
function read(entry) {
  const known = split.get(entry) ?? { title: words(entry[2]), more: entry[3].split(" ") };
  split.set(entry, known);
  return known;
}

/**
 * The entries that a text means, best first.
 *
 * @param {Entry[]} entries
 * @param {string} text
 * @returns {Entry[]}
 */
export function rank(entries, text) {
  /** @type {Map<Entry, number>} */
  const scores = new Map();
  const typed = [...new Set(words(text))];
  for (const [at, word] of typed.entries()) {
    // The last word may still be typed.
    const fits = entries.map((entry) => [entry, fit(read(entry), word, at === typed.length - 1)]).filter(([, score]) => score);
    const rarity = Math.log(1 + entries.length / (fits.length || 1));
    for (const [entry, score] of /** @type {[Entry, number][]} */ (fits)) scores.set(entry, (scores.get(entry) ?? 0) + score * rarity);
  }
  const phrase = words(text).join(" ");
  for (const [entry, score] of scores) {
    const title = read(entry).title.join(" ");
    if (title.includes(phrase) || phrase.includes(title)) scores.set(entry, score * 2);
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([entry]) => entry);
}

/**
 * @param {{ title: string[], more: string[] }} entry
 * @param {string} word
 * @param {boolean} isLast
 */
function fit({ title, more }, word, isLast) {
  const begins = (/** @type {string} */ other) => isLast && other.startsWith(word);
  if (title.includes(word)) return IN_TITLE;
  if (title.some(begins)) return IN_TITLE * BEGUN;
  if (more.includes(word)) return 1;
  return more.some(begins) ? BEGUN : 0;
}
