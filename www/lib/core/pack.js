// @ts-check
// Values on their way into the wasm: each a letter and what it takes, texts as UTF-8 behind their length. `src/tree.rs` reads it.
// To hand objects over as they are would cost the module more bytes than everything it says of them.

/** An object that holds itself nests for ever. The module reads so many levels, the list of arguments among them. */
const DEEPEST = 16;

const UTF8 = new TextEncoder();

/** @param {unknown[]} values */
export function pack(values) {
  /** @type {Uint8Array[]} */
  const pieces = [];
  put(pieces, values, DEEPEST);
  const packed = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    packed.set(piece, at);
    at += piece.length;
  }
  return packed;
}

/**
 * @param {Uint8Array[]} pieces
 * @param {unknown} value
 * @param {number} levels how many there may be
 */
function put(pieces, value, levels) {
  if (levels === 0) throw new Error("it nests too deep");
  if (value === null || value === undefined) pieces.push(headed("n"));
  else if (typeof value === "boolean") pieces.push(headed(value ? "t" : "f"));
  else if (typeof value === "string") putText(pieces, "s", value);
  else if (typeof value === "number" && value >>> 0 === value) pieces.push(headed("#", value));
  else if (Array.isArray(value)) {
    pieces.push(headed("[", value.length));
    for (const item of value) put(pieces, item, levels - 1);
  } else if (typeof value === "object") {
    // `Headers` and a `Map` are read as what they list.
    const entries = Symbol.iterator in value ? [.../** @type {Iterable<[unknown, unknown]>} */ (value)] : Object.entries(value);
    pieces.push(headed("{", entries.length));
    for (const [key, item] of entries) {
      putText(pieces, "", `${key}`);
      put(pieces, item, levels - 1);
    }
  } else pieces.push(headed("?"));
}

/**
 * @param {Uint8Array[]} pieces
 * @param {string} letter
 * @param {string} text
 */
function putText(pieces, letter, text) {
  const bytes = UTF8.encode(text);
  pieces.push(headed(letter, bytes.length), bytes);
}

/**
 * @param {string} letter
 * @param {number} [number]
 */
function headed(letter, number) {
  const head = new Uint8Array(letter.length + (number === undefined ? 0 : 4));
  if (letter) head[0] = letter.charCodeAt(0);
  if (number !== undefined) new DataView(head.buffer).setUint32(letter.length, number, true);
  return head;
}
