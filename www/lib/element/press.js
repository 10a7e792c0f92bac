// @ts-check

/**
 * Watches for presses. The function returned calls back at once, or after the press that goes on: leaving a field by
 * pressing a button would otherwise let new findings push the button away from under the finger, and the press would miss.
 *
 * @param {AbortSignal} signal
 * @returns {(then: () => void) => void}
 */
export function pressWatch(signal) {
  let pressing = false;
  /** @type {(() => void)[]} */
  let waiting = [];
  const start = () => (pressing = true);
  const end = () => {
    pressing = false;
    // The click comes after the release.
    for (const then of waiting) setTimeout(then);
    waiting = [];
  };
  addEventListener("pointerdown", start, { capture: true, signal });
  for (const type of ["pointerup", "pointercancel", "dragend"]) addEventListener(type, end, { capture: true, signal });
  return (then) => {
    if (pressing) waiting.push(then);
    else then();
  };
}
