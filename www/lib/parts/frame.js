// @ts-check

/**
 * Whether a page of another origin shows this one in a frame. It could lay anything over a button, and no policy inside of a page can
 * forbid that.
 */
export function isInForeignFrame() {
  for (let at = /** @type {Window} */ (window); at !== at.parent; at = at.parent) if (originOf(at.parent) !== location.origin) return true;
  return false;
}

/** @param {Window} page */
function originOf(page) {
  try {
    return page.location.origin;
  } catch {
    // No other origin lets itself be read.
    return null;
  }
}
