// @ts-check
// Shows the part of a text that a reason speaks of. Characters that cannot be seen are named, since they are often the fault.
import { h, verbatim } from "./dom.js";
import { gettext } from "../gettext.js";

/** @import { Field, Span } from "../../pkg/jira_doctor.js" */

/** How much of the text is shown on each side of the part. */
const CONTEXT = 40;

/** A longer part is cut in its middle. */
const LONGEST = 300;

/** Fields whose text may be a secret: of these only the place is told. */
const SECRET = new Set(["token", "authorization", "paste"]);

/** The message beside it names any other, and its number. @type {Record<string, string>} */
const NAMES = { " ": gettext("space"), "\t": gettext("tab"), "\n": gettext("line break") };

/**
 * The part of a field's text that a reason points at; words for its place where the text may be a secret; `null` where
 * there is nothing to point at.
 *
 * @param {Field | null} field
 * @param {Span | null} span
 * @param {string | null | undefined} text
 */
export function quote(field, span, text) {
  if (!field || !span || !text) return null;
  return SECRET.has(field) ? h("p", { class: "jd-place" }, place(span, text.length)) : quoted(span, text);
}

/**
 * A part of a text of many lines that may be shown, with what stands beside it in its line.
 *
 * @param {string} text
 * @param {Span} span
 */
export function excerpt(text, { start, end }) {
  if (end <= start) return null;
  const from = Math.max(start - CONTEXT, Math.min(start, text.lastIndexOf("\n", start - 1) + 1), 0);
  const lineEnd = text.indexOf("\n", end);
  const to = Math.min(end + CONTEXT, lineEnd < 0 ? text.length : lineEnd);
  const part = text.slice(start, end);
  const short = part.length > LONGEST ? `${part.slice(0, LONGEST / 2)} … ${part.slice(-LONGEST / 2)}` : part;
  const line = (/** @type {string} */ piece) => piece.replaceAll("\r", "");
  return h(
    "p",
    { class: "jd-quote jd-lines", dir: "ltr" },
    verbatim(line(text.slice(from, start)), h("mark", {}, line(short)), line(text.slice(end, to))),
  );
}

/**
 * @param {Span} span
 * @param {string} text
 */
function quoted({ start, end }, text) {
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(text.length, end + CONTEXT);
  return h(
    "p",
    { class: "jd-quote", dir: "ltr" },
    verbatim(
      from > 0 && "…",
      visible(text.slice(from, start)),
      h("mark", {}, visible(text.slice(start, end), true)),
      visible(text.slice(end, to)),
      to < text.length && "…",
    ),
  );
}

/**
 * A text whose invisible characters are named. In a marked part every character outside ASCII is named too: it may be the
 * double of a letter.
 *
 * @param {string} text
 * @param {boolean} [marked]
 */
export function visible(text, marked = false) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let plain = "";
  for (const character of text) {
    if (isVisible(character)) plain += character;
    if (isVisible(character) && !(marked && character > "\u007f")) continue;
    parts.push(plain, chip(character));
    plain = "";
  }
  if (marked && text === " ") return [chip(text)];
  return [...parts, plain];
}

/** @param {string} character */
function isVisible(character) {
  return character === " " || !/[\p{C}\p{Z}]/u.test(character);
}

/** @param {string} character */
function chip(character) {
  const code = /** @type {number} */ (character.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0");
  return h("span", { class: "jd-chip" }, NAMES[character] ?? `U+${code}`);
}

/**
 * @param {Span} span
 * @param {number} length
 */
function place({ start, end }, length) {
  if (start === 0 && end >= length) return gettext("The whole text.");
  const last = Math.max(end, start + 1);
  const values = { first: start + 1, last, length };
  return last - start > 1 ? gettext("Characters {first} to {last} of {length}.", values) : gettext("Character {first} of {length}.", values);
}
