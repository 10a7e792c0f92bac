// @ts-check
// A button that shows a secret for a while.
import { h, hidden } from "./dom.js";
import { gettext } from "../gettext.js";

const SHOWN_FOR = 30_000;

/**
 * It keeps its place and the focus, and hides the secret again after a while, and whenever the window is left.
 *
 * @param {string} what
 * @param {AbortSignal} signal
 * @param {(shown: boolean) => void} show
 */
export function revealButton(what, signal, show) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let shown = false;
  const face = h("span", {}, gettext("Show"));
  const press = () => turn(!shown);
  const button = h("button", { type: "button", class: "jd-reveal", part: "button", on: { click: press } }, face, hidden(` ${what}`));

  /** @param {boolean} to */
  const turn = (to) => {
    clearTimeout(timer);
    shown = to;
    show(shown);
    face.textContent = shown ? gettext("Hide") : gettext("Show");
    button.setAttribute("aria-pressed", String(shown));
    if (shown) timer = setTimeout(hide, SHOWN_FOR);
  };
  const hide = () => {
    if (shown) turn(false);
  };
  button.setAttribute("aria-pressed", "false");
  addEventListener("blur", hide, { signal });
  document.addEventListener("visibilitychange", hide, { signal });
  signal.addEventListener("abort", hide);
  return { button, hide };
}
