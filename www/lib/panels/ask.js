// @ts-check
// Only Jira can tell whether it takes the credentials. The ways to ask it: one command, and a press where this page may call.
import { gettext } from "../gettext.js";
import { h } from "../parts/dom.js";
import { commandPanel } from "./command-panel.js";
import { livePanel } from "./live-panel.js";
import { snippetPanel } from "./snippet-panel.js";

/** @import { State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */

/**
 * @typedef {object} Ways
 * @property {boolean} live whether this page may ask
 * @property {string | null} relay a folder of this page's own server
 */

/**
 * @param {Store} store
 * @param {Ways & { rows: { project: HTMLElement, issue: HTMLElement }, signal: AbortSignal }} options
 */
export function askPanel(store, { live, relay, rows, signal }) {
  const command = commandPanel(store);
  const snippets = snippetPanel(store);
  const call = live || relay ? livePanel(store, { relay, onCommand: command.focus, signal }) : null;
  const also = h("details", { class: "jd-also" }, h("summary", {}, gettext("Also ask about a project or an issue")));
  const face = h("summary", {}, gettext("Ask Jira"));
  const ways = relay ? [call?.node, command.node] : [command.node, call?.node ?? h("slot", { name: "live" })];
  const node = h("details", { part: "ask", class: "jd-ask" }, face, ...ways, also, snippets.node);
  /** @param {State} state */
  const update = (state) => {
    const { profile, diagnosis } = state;
    // Where a guide asks for them they stand there.
    const asked = [!profile?.needsProject && rows.project, !profile?.needsIssue && rows.issue];
    const isInGuide = (/** @type {HTMLElement} */ row) => row.closest("[part=guide]") !== null;
    for (const row of asked) if (row && !isInGuide(row) && row.parentElement !== also) also.append(row);
    also.hidden = also.childElementCount < 2;
    command.update(state);
    snippets.update(state);
    call?.update(state);
    // With nothing left to find here, this is what comes next.
    if (diagnosis?.verdict === "no-fault" && state.isChecked && !isOffered) node.open = isOffered = true;
  };
  let isOffered = false;
  const focus = () => {
    node.hidden = false;
    node.open = true;
    face.focus();
  };
  return { node, update, focus, stop: () => call?.stop() };
}
