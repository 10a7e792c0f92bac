// @ts-check
// The pasted text shown back: redacted, with what the reasons speak of marked. Of a long text only the lines around the
// marks are shown.
import { h } from "../parts/dom.js";
import { UNRECORDED, UNRECORDED_CLASSES } from "../element/fields.js";
import { gettext } from "../gettext.js";
import { narrow } from "../parts/narrow.js";

/** @import { Span } from "../../pkg/jira_doctor.js" */
/** @import { ShownPaste } from "../core/shown-paste.js" */

/** Lines shown on each side of a mark. */
const AROUND = 2;
/** A text of so many lines is shown whole. */
const WHOLE = 20;
/** How much of a line without a break is shown on each side of a mark. */
const REACH = 300;
/** More marks than a person reads make the page slow. */
const MOST_MARKS = 40;

/** @typedef {{ start: number, end: number }} Line of a text, its line break left out */

/**
 * @param {ShownPaste} pasted
 * @param {{ text: string, span: Span }[]} reasons their spans in the original text
 */
export function transcript(pasted, reasons) {
  const { text } = pasted;
  const marks = merged(reasons.map((reason) => narrow(text, pasted.span(reason.span), reason.text)));
  const lines = linesOf(text);
  const groups = groupsOf(lines, marks);
  return h(
    "pre",
    { class: `jd-transcript ${UNRECORDED_CLASSES}`, ...UNRECORDED, dir: "ltr", translate: "no", tabindex: "0", role: "region", "aria-label": gettext("What you pasted") },
    h("code", {}, groups.flatMap((group, at) => [skipped(group.from - (groups[at - 1]?.to ?? 0)), shown(text, lines, group, marks)])),
    skipped(lines.length - (groups.at(-1)?.to ?? 0)),
  );
}

/** @param {number} count */
function skipped(count) {
  if (count <= 0) return null;
  return h("span", { class: "jd-skipped" }, `${leftOut(count)}\n`);
}

/**
 * @param {string} text
 * @param {Line[]} lines
 * @param {{ from: number, to: number }} group
 * @param {Span[]} marks
 */
function shown(text, lines, { from, to }, marks) {
  const start = lines[from]?.start ?? 0;
  const end = lines[to - 1]?.end ?? 0;
  /** @type {(Node | string)[]} */
  const parts = [];
  let at = start;
  for (const mark of marks) {
    if (mark.end <= start || mark.start >= end) continue;
    const until = Math.min(mark.end, end);
    parts.push(clipped(text.slice(at, mark.start)), h("mark", {}, clipped(text.slice(mark.start, until))));
    at = until;
  }
  return h("span", {}, ...parts, clipped(text.slice(at, end)), "\n");
}

/**
 * The lines of a text shortened where they are very long.
 *
 * @param {string} text
 */
function clipped(text) {
  if (text.length <= 2 * REACH) return text;
  const short = (/** @type {string} */ line) => (line.length > 2 * REACH ? `${line.slice(0, REACH)} … ${line.slice(-REACH)}` : line);
  return text.split("\n").map(short).join("\n");
}

/**
 * The lines to show, as groups of neighbours.
 *
 * @param {Line[]} lines
 * @param {Span[]} marks
 */
function groupsOf(lines, marks) {
  if (lines.length <= WHOLE || marks.length === 0) return [{ from: 0, to: Math.min(lines.length, WHOLE) }];
  /** @type {{ from: number, to: number }[]} */
  const groups = [];
  let at = 0;
  for (const mark of marks) {
    while (at < lines.length - 1 && /** @type {Line} */ (lines[at]).end < mark.start) at += 1;
    const first = at;
    let last = first;
    while (last < lines.length - 1 && /** @type {Line} */ (lines[last]).end < mark.end) last += 1;
    const from = Math.max(0, first - AROUND);
    const to = Math.min(lines.length, last + 1 + AROUND);
    const before = groups.at(-1);
    // One line left out would take as much place as the line.
    if (before && from <= before.to + 1) before.to = Math.max(before.to, to);
    else groups.push({ from, to });
  }
  return groups;
}

/** @param {string} text */
function linesOf(text) {
  /** @type {Line[]} */
  const lines = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, end });
    start = end + 1;
  }
  // What ends in a line break has no further line.
  if (lines.length > 1 && text.endsWith("\n")) lines.pop();
  return lines;
}

/** @param {Span[]} spans */
function merged(spans) {
  /** @type {Span[]} */
  const all = [];
  for (const { start, end } of spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start)) {
    const before = all.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else all.push({ start, end });
  }
  return all.slice(0, MOST_MARKS);
}

/** @param {number} count */
function leftOut(count) {
  return count === 1 ? gettext("… 1 line left out") : gettext("… {count} lines left out", { count: count.toLocaleString("en") });
}
