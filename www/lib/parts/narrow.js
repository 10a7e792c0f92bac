// @ts-check
// A reason may point at a whole exchange. What is worth a person's look is the line that says it.

/** @import { Span } from "../../pkg/jira_doctor.js" */

/** More than this is no quote any more. */
const MOST_LINES = 3;
const MOST = 400;

/** The line with the status, where it is none of success: that says nothing. */
const STATUS = [/^.*\bHTTP\/\d(?:\.\d)? [13-5]\d\d\b.*$/m, /^.*\b[3-5]\d\d\b.*$/m, /^.*\S.*$/m];
/** The names of headers, and keys in JSON. */
const NAMES = /[A-Za-z]+(?:-[A-Za-z]+)+|[A-Z_]{5,}/g;

/**
 * @param {string} text
 * @param {Span} span
 * @param {string} reason which may name the header or the key that it speaks of
 * @returns {Span}
 */
export function narrow(text, span, reason) {
  const part = text.slice(span.start, span.end);
  const isShort = part.length <= MOST && part.split("\n", MOST_LINES + 1).length <= MOST_LINES;
  if (isShort) return span;
  const names = reason.match(NAMES) ?? [];
  const patterns = [...names.map((name) => new RegExp(`^.*${name}:.*$|"${name}"\\s*:\\s*\\{[^{}]*\\}`, "im")), ...STATUS];
  for (const pattern of patterns) {
    const found = pattern.exec(part);
    if (!found) continue;
    const start = span.start + found.index;
    return { start, end: start + Math.min(found[0].trimEnd().length, MOST) };
  }
  return span;
}
