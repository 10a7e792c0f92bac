// @ts-check
// A pasted text as it may be shown: its secrets are gone, and what stands in the original can still be found in it.

/** @import { Span } from "../../pkg/jira_doctor.js" */

/** What the core puts in a secret's place. */
const MARK = "[redacted]";

let ids = 0;

export class ShownPaste {
  /** Tells one text from another without a look at it. */
  id = (ids += 1);
  /** Each gap of the original, and where its mark stands in the text. @type {(Span & { at: number })[]} */
  #gaps = [];

  /** @param {{ text: string, gaps: Span[] }} redacted what the core says of it */
  constructor({ text, gaps }) {
    this.text = text;
    let shift = 0;
    for (const { start, end } of gaps) {
      this.#gaps.push({ start, end, at: start + shift });
      shift += MARK.length - (end - start);
    }
  }

  /**
   * Where a part of the original stands. Of a part inside a secret that is the whole mark.
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
    const gap = this.#gaps[this.#lastBefore(offset)];
    if (!gap) return offset;
    const after = gap.at + MARK.length;
    if (offset >= gap.end) return after + offset - gap.end;
    return isEnd ? after : gap.at;
  }

  /** The number of the last gap that begins before a place. @param {number} offset */
  #lastBefore(offset) {
    let low = 0;
    let high = this.#gaps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#gaps[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
