// @ts-check
// Only Jira can tell whether it takes the credentials. The ways to ask it, the one that works here first.
import { commandPanel } from "./command-panel.js";
import { h } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { livePanel } from "./live-panel.js";
import { snippetPanel } from "./snippet-panel.js";
import { targetFields } from "./target-fields.js";

/** @import { Diagnosis, Profile, Shell, SnippetForm } from "../../pkg/jira_doctor.js" */
/** @import { Options as LiveOptions } from "./live-panel.js" */

/**
 * @typedef {object} Ways
 * @property {boolean} live whether this page may ask
 * @property {string | null} relay a folder of this page's own server
 */

/**
 * @param {Ways & Pick<LiveOptions, "examine" | "onExamined" | "signal" | "tell"> & {
 *   script: (shell: Shell) => string,
 *   snippet: (form: SnippetForm) => string,
 *   onEdit: () => void,
 * }} options
 */
export function askPanel({ live, relay, script, snippet, examine, onExamined, onEdit, signal, tell }) {
  const command = commandPanel({ script, tell });
  const snippets = snippetPanel({ snippet, tell });
  const targets = targetFields(onEdit);
  const call = live || relay ? livePanel({ relay, examine, onExamined, onCommand: command.focus, signal, tell }) : null;
  const heading = h("h2", { tabindex: "-1" }, gettext("Ask Jira"));
  const node = h(
    "section",
    { part: "ask", class: "jd-panel" },
    heading,
    h("p", {}, gettext("Whether it takes your e-mail and token, only Jira itself can tell.")),
    relay ? [call?.node, command.node] : [command.node, call?.node],
    targets.node,
    snippets.node,
  );
  /** @param {Diagnosis | null} diagnosis */
  const update = (diagnosis) => {
    command.update();
    snippets.update();
    call?.update(diagnosis);
  };
  const clear = () => {
    targets.set({});
    call?.clear();
  };
  /** @param {Profile | null} profile */
  const suit = (profile) => {
    if (profile?.needsProject || profile?.needsIssue) targets.node.open = true;
  };
  const focus = () => heading.focus();
  return { node, update, clear, suit, focus, targets, forget: () => call?.clear() };
}
