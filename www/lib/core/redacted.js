// @ts-check
// A pasted text as it may be shown: its secrets are gone, and positions in the original can still be found in it.
import { redact } from "../load.js";

/** @import { Span } from "../../pkg/jira_doctor.js" */

/** What redact() puts in a secret's place. */
const GAP = "[redacted]";

/** A shorter one would stand in many words by chance. */
const SHORTEST_SECRET = 6;

/** A stretch that both texts have. @typedef {{ from: number, to: number, length: number }} Stretch */

let ids = 0;

export class Redacted {
  /** Tells one text from another without a look at it. */
  id = (ids += 1);
  /** @type {Stretch[]} */
  #stretches;

  /**
   * @param {string} original
   * @param {string[]} secrets further texts that must not be shown: redact() goes by shape and cannot know them
   */
  constructor(original, secrets) {
    let text = redact(original);
    for (const secret of secrets) if (secret.length >= SHORTEST_SECRET) text = text.replaceAll(secret, GAP);
    this.text = text;
    this.#stretches = stretches(original, text);
  }

  /**
   * Where a part of the original stands. Of a part inside a secret that is the whole gap.
   *
   * @param {Span} span
   * @returns {Span}
   */
  span({ start, end }) {
    const from = this.#place(start, false);
    return { start: from, end: Math.max(from, this.#place(end, true)) };
  }

  /**
   * @param {number} offset
   * @param {boolean} isEnd
   */
  #place(offset, isEnd) {
    const stretch = this.#stretches[lastBefore(this.#stretches, offset)];
    if (!stretch) return 0;
    const { from, to, length } = stretch;
    if (offset <= from + length) return to + offset - from;
    return Math.min(this.text.length, to + length + (isEnd ? GAP.length : 0));
  }
}

/**
 * The stretches between the gaps, found one after the other. Where a short one stands in a secret by chance, a mark sits a
 * little off; what is shown is right all the same, since it is taken from the redacted text alone.
 *
 * @param {string} original
 * @param {string} redacted
 */
function stretches(original, redacted) {
  /** @type {Stretch[]} */
  const found = [];
  let to = 0;
  for (const piece of redacted.split(GAP)) {
    const before = found.at(-1);
    const from = before ? original.indexOf(piece, before.from + before.length + 1) : 0;
    if (from < 0) break;
    found.push({ from, to, length: piece.length });
    to += piece.length + GAP.length;
  }
  return found;
}

/**
 * @param {Stretch[]} list
 * @param {number} offset
 */
function lastBefore(list, offset) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {Stretch} */ (list[middle]).from <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
