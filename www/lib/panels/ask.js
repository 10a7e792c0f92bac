// @ts-check
// Only Jira can tell whether it takes the credentials. The strip of how far the call got, and after it the ways to ask: one command, and a
// press where this page may call.
import { hasAnswer } from "../core/evidence.js";
import { gettext } from "../gettext.js";
import { h, icon, uniqueId } from "../parts/dom.js";
import { commandPanel } from "./command-panel.js";
import { journey } from "./journey.js";
import { livePanel } from "./live-panel.js";
import { snippetPanel } from "./snippet-panel.js";
import { isJudged } from "./verdict.js";

/** @import { State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */

/**
 * @typedef {object} Ways
 * @property {boolean} live whether this page may ask
 * @property {string | null} relay a folder of this page's own server
 * @property {boolean} allowFramed whether another website may show this page in a frame and have it ask
 */

/**
 * @param {Store} store
 * @param {Ways & { rows: { project: HTMLElement, issue: HTMLElement }, signal: AbortSignal }} options
 */
export function askPanel(store, { live, relay, allowFramed, rows, signal }) {
  const command = commandPanel(store);
  const snippets = snippetPanel(store);
  const call = live || relay ? livePanel(store, { relay, allowFramed, onCommand: command.focus, signal }) : null;
  const also = h("details", { class: "jd-also" }, h("summary", {}, gettext("Also ask about a project or an issue")));
  const ways = relay ? [call?.node, command.node] : [command.node, call?.node ?? h("slot", { name: "live" })];
  const panel = h("div", { part: "ask", class: "jd-ask", id: uniqueId("ask"), hidden: true }, ...ways, also, snippets.node);
  const face = h("button", { type: "button", part: "button", class: "jd-ask-button", "aria-expanded": "false", "aria-controls": panel.id, on: { click: () => open(panel.hidden) } }, icon("next"), gettext("Ask Jira"));
  const strip = journey(face);
  const node = h("div", { class: "jd-way" }, strip.node, panel);
  const open = (/** @type {boolean} */ to) => {
    panel.hidden = !to;
    face.setAttribute("aria-expanded", String(to));
  };
  /** @param {State} state */
  const update = (state) => {
    const { profile, diagnosis } = state;
    node.hidden = !isJudged(state) && panel.hidden;
    // Where a guide asks for them they stand there.
    const asked = [!profile?.needsProject && rows.project, !profile?.needsIssue && rows.issue];
    const isInGuide = (/** @type {HTMLElement} */ row) => row.closest("[part=guide]") !== null;
    for (const row of asked) if (row && !isInGuide(row) && row.parentElement !== also) also.append(row);
    also.hidden = also.childElementCount < 2;
    node.toggleAttribute("data-known", hasAnswer(state) || state.asking !== null);
    strip.update(state);
    command.update(state);
    snippets.update(state);
    call?.update(state);
    // With nothing left to find here, this is what comes next.
    if (diagnosis?.verdict === "no-fault" && state.isChecked && !isOffered) open((isOffered = true));
  };
  let isOffered = false;
  const focus = () => {
    open(true);
    node.hidden = false;
    face.focus();
  };
  /** Stops what is under way, and closes. */
  const stop = () => {
    call?.stop();
    open((isOffered = false));
  };
  return { node, update, focus, stop };
}
