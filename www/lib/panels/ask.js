// @ts-check
// Only Jira can tell whether it takes the credentials: what opens the ways to ask.
import { gettext } from "../gettext.js";
import { button } from "../parts/button.js";
import { h, renderer, setAttributes, uniqueId } from "../parts/dom.js";
import { whyNot } from "./notice.js";
import { isJudged } from "./verdict.js";

/** @import { LoadState } from "../core/loader.js" */
/** @import { State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */

/** @param {Store} store */
export function askPanel(store) {
  /** The ways themselves come with the whole checker. */
  const waiting = h("div");
  const panel = h("div", { part: "ask", class: "jd-ask", id: uniqueId("ask"), hidden: true }, waiting);
  const face = button(gettext("Ask Jira"), () => open(panel.hidden), "jd-ask-button");
  setAttributes(face, { "aria-expanded": "false", "aria-controls": panel.id });
  const node = h("div", { class: "jd-way" }, face, panel);
  const open = (/** @type {boolean} */ to) => {
    panel.hidden = !to;
    face.setAttribute("aria-expanded", String(to));
    if (to && !store.loader.rest) store.loader.loadRest();
  };
  const drawWaiting = renderer(waiting, (/** @type {LoadState} */ load) =>
    load === "partial" ? [h("p", {}, whyNot(store.state.trouble)), h("p", {}, button(gettext("Try again"), () => store.start()))] : h("p", { class: "jd-muted" }, gettext("The checker is still loading.")),
  );
  /** @param {State} state */
  const update = (state) => {
    node.hidden = !isJudged(state) && panel.hidden;
    if (!store.loader.rest) return drawWaiting(state.load);
    // With nothing left to find here, this is what comes next.
    if (state.diagnosis?.verdict === "no-fault" && state.isChecked && !isOffered) open((isOffered = true));
  };
  let isOffered = false;
  const focus = () => {
    open(true);
    node.hidden = false;
    face.focus();
  };
  const close = () => open((isOffered = false));
  /** Whether it is the press that leads on. @param {boolean} to */
  const lead = (to) => face.classList.toggle("jd-primary", to);
  return { node, panel, update, focus, close, lead };
}
