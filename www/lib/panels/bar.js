// @ts-check
// Where the verdict has no column of its own: a bar that never leaves the screen, says it in a line and opens it.
import { fixable } from "../core/store.js";
import { gettext } from "../gettext.js";
import { button } from "../parts/button.js";
import { fill, h, icon, prose, withNodes } from "../parts/dom.js";
import { changeNote } from "./change.js";
import { causesOf, headlineOf, isJudged } from "./verdict.js";

/** @import { Diagnosis } from "../../pkg/jira_doctor.js" */
/** @import { State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */
/** @import { IconName } from "../parts/dom.js" */

/** @type {Record<string, IconName>} */
const ICONS = { error: "error", warning: "warning", "no-fault": "success" };

/**
 * @param {Store} store
 * @param {HTMLElement} sheet what it opens
 */
export function bar(store, sheet) {
  const face = h("span", { class: "jd-bar-face" });
  const press = () => open(!isOpen());
  const control = h("button", { type: "button", class: "jd-bar-button", part: "button", "aria-expanded": "false", "aria-controls": sheet.id, on: { click: press } }, face);
  const change = h("div");
  const fix = button("", () => fixAll(), "jd-fix");
  const node = h("div", { class: "jd-bar", part: "bar" }, change, h("div", { class: "jd-bar-line" }, control, fix));
  const isOpen = () => control.getAttribute("aria-expanded") === "true";
  const open = (/** @type {boolean} */ to) => {
    control.setAttribute("aria-expanded", String(to));
    draw();
    sheet.toggleAttribute("data-open", to);
    if (!to) return;
    // The bar may stand higher than at the lower end of the window, and the headline is to be seen.
    sheet.style.setProperty("--_room", `${node.getBoundingClientRect().top}px`);
    const verdict = sheet.querySelector("section");
    verdict?.focus({ preventScroll: true });
    // There it stands in the page, and not above it.
    if (matchMedia("(max-height: 24rem)").matches) verdict?.scrollIntoView();
  };
  const leave = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    event.stopPropagation();
    open(false);
    control.focus();
  };
  sheet.addEventListener("keydown", leave);
  const fixAll = () => {
    store.fixAll();
    // The button goes with what it settled.
    if (fix.hidden) /** @type {HTMLElement | null} */ (change.querySelector(".jd-undo"))?.focus({ preventScroll: true });
  };

  const draw = () => {
    const { state } = store;
    const { diagnosis } = state;
    const isKnown = diagnosis !== null && isJudged(state);
    const count = isKnown ? causesOf(diagnosis).length : 0;
    const fixes = isKnown && !isOpen() ? fixable(diagnosis, store.fields) : [];
    fix.hidden = fixes.length === 0;
    fix.textContent = faceOf(fixes.length, count);
    node.dataset.verdict = isKnown ? diagnosis.verdict : "none";
    node.toggleAttribute("data-stale", state.isStale);
    fill(
      face,
      icon(isKnown ? (ICONS[diagnosis.verdict] ?? "info") : "info"),
      h("span", { class: "jd-bar-text" }, isOpen() ? gettext("Close the verdict") : isKnown ? said(diagnosis, fixes.length === 0 ? count : 0) : gettext("The verdict appears here")),
      h("span", { class: "jd-bar-arrow", "aria-hidden": "true" }, "▴"),
    );
  };
  /** @param {State} state */
  const update = (state) => {
    draw();
    fill(change, changeNote(state.change, store));
    // What was changed is seen in the fields.
    if (state.change) open(false);
  };
  return { node, update, open };
}

/**
 * @param {Diagnosis} diagnosis
 * @param {number} count
 */
function said(diagnosis, count) {
  const headline = prose(headlineOf(diagnosis));
  // A possible cause is one of several, and says so.
  return count > 1 && causesOf(diagnosis)[0]?.certainty !== "possible" ? withNodes(gettext("{headline} · {count} causes"), { headline, count: String(count) }) : headline;
}

/**
 * What the press does, in few words.
 *
 * @param {number} fixes
 * @param {number} causes
 */
function faceOf(fixes, causes) {
  if (fixes < causes) return gettext("Fix {count} of {all}", { count: fixes, all: causes });
  return fixes > 1 ? gettext("Fix all {count}", { count: fixes }) : gettext("Fix");
}
