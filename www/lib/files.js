// @ts-check
// The files that are loaded when they are needed. In the offline edition they are inside: `cargo xtask build` writes this module anew.

/** @import { Place } from "./core/script.js" */

/** The address of a file of the package, from this one. @param {string} place */
const at = (place) => new URL(place, import.meta.url);

/** What reads the fields alone: the glue, and the script that carries the wasm. @type {[Place, Place]} */
export const FIELDS = [at("../pkg/fields.js"), at("../pkg/fields_wasm.js")];
/** What does everything. @type {[Place, Place]} */
export const FULL = [at("../pkg/full.js"), at("../pkg/full_wasm.js")];
/** The parts of the element that need what does everything. @type {Place} */
export const REST = at("./rest.js");

/**
 * A file of `problems/`. They are scripts, because a page whose policy says `connect-src 'none'` may import one where it may not fetch it.
 *
 * @param {string} name
 */
export async function problemFile(name) {
  const address = `../problems/${name}.js`;
  return (await import(address)).default;
}
