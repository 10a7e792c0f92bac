// @ts-check
// The ways to ask Jira: one command, and a press where this page may call.
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
 * @property {boolean} allowFramed whether another website may show this page in a frame and have it ask
 */

/**
 * @param {Store} store
 * @param {Ways & { rows: { project: HTMLElement, issue: HTMLElement }, signal: AbortSignal }} options
 */
export function waysPanel(store, { live, relay, allowFramed, rows, signal }) {
  const command = commandPanel(store);
  const snippets = snippetPanel(store);
  const call = live || relay ? livePanel(store, { relay, allowFramed, onCommand: command.focus, signal }) : null;
  const also = h("details", { class: "jd-also" }, h("summary", {}, gettext("Also ask about a project or an issue")));
  const ways = relay ? [call?.node, command.node] : [command.node, call?.node ?? h("slot", { name: "live" })];
  const nodes = [...ways, also, snippets.node];
  /** @param {State} state */
  const update = (state) => {
    const { profile } = state;
    // Where a guide asks for them they stand there.
    const asked = [!profile?.needsProject && rows.project, !profile?.needsIssue && rows.issue];
    const isInGuide = (/** @type {HTMLElement} */ row) => row.closest("[part=guide]") !== null;
    for (const row of asked) if (row && !isInGuide(row) && row.parentElement !== also) also.append(row);
    also.hidden = also.childElementCount < 2;
    command.update(state);
    snippets.update(state);
    call?.update(state);
  };
  /** Stops what is under way. */
  const stop = () => call?.stop();
  return { nodes, update, stop };
}
