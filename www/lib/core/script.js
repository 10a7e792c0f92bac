// @ts-check
// Scripts that are loaded when they are needed.

/** The address of a script, or the way to one that is at hand. @typedef {URL | (() => unknown)} Place */

/**
 * Imports what stands at a place. A browser may remember that a script failed to load, so each further attempt asks under another name.
 *
 * @param {Place} place
 * @param {number} attempt
 * @returns {Promise<any>}
 */
export async function importFrom(place, attempt) {
  if (typeof place === "function") return place();
  const { href } = place;
  return import(attempt === 1 ? href : `${href}?attempt=${attempt}`);
}
