// @ts-check
import { h, plain } from "./dom.js";

const AFTER = 500;

/**
 * Where changes are said aloud by screen readers. Waits a moment, so that only the last of several is said.
 *
 * @param {AbortSignal} signal
 */
export function statusLine(signal) {
  const node = h("div", { role: "status", class: "jd-hidden" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const tell = (/** @type {string} */ sentence) => {
    clearTimeout(timer);
    timer = setTimeout(() => (node.textContent = plain(sentence)), AFTER);
  };
  signal.addEventListener("abort", () => clearTimeout(timer));
  return { node, tell };
}
