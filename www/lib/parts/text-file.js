// @ts-check
// What may be put into the box for an answer, and why something may not.
import { gettext } from "../gettext.js";

/** A longer file is read at both ends, where errors stand. The checker reads less than that, and says so. */
const LONGEST_FILE = 64 * 1024 * 1024;
const END = 8 * 1024 * 1024;
/** A picture or an archive has one of these within its first few bytes. */
const LOOKED_AT = 4096;

const BINARY = gettext("This is not text. Copy the message itself, or choose a log file, a HAR file or what a terminal printed.");
const UNREADABLE = gettext("The browser could not read this file. It may be a folder, or it was moved or changed meanwhile.");
const EMPTY = gettext("There is no text in this.");

/**
 * @param {string} text
 * @returns {string | null} a sentence that says why it is kept out
 */
export function refusal(text) {
  return isBinary(text) ? BINARY : null;
}

/**
 * Reads a file here in the browser.
 *
 * @param {Blob} file
 * @returns {Promise<{ text: string } | { refused: string }>}
 */
export async function readFile(file) {
  let text;
  try {
    text = await textOf(file);
  } catch {
    return { refused: UNREADABLE };
  }
  const refused = text.trim() ? refusal(text) : EMPTY;
  return refused ? { refused } : { text };
}

/** @param {Blob} file */
async function textOf(file) {
  const part = file.size > LONGEST_FILE ? new Blob([file.slice(0, END), file.slice(-END)]) : file;
  return decoded(await part.arrayBuffer());
}

/** PowerShell's `>` writes UTF-16. @param {ArrayBuffer} bytes */
function decoded(bytes) {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** @param {string} text */
function isBinary(text) {
  const start = text.slice(0, LOOKED_AT);
  const odd = start.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
  return start.includes("\0") || odd * 10 > start.length;
}

/** @param {number} length */
export function sizeOf(length) {
  return length < 1024 * 1024 ? `${Math.ceil(length / 1024)} KiB` : `${(length / 1024 / 1024).toFixed(1)} MiB`;
}
