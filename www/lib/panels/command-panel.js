// @ts-check
// The whole examination as one command, for each shell: the road that always works.
import { gettext } from "../gettext.js";
import { say } from "../parts/button.js";
import { copyButton } from "../parts/clipboard.js";
import { codeBlock } from "../parts/code-block.js";
import { h } from "../parts/dom.js";
import { tabs } from "../parts/tabs.js";

/** @import { Shell } from "../../pkg/jira_doctor.js" */
/** @import { State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */

/** @type {{ id: Shell, name: string, how: string }[]} */
const SHELLS = [
  { id: "sh", name: gettext("Linux, macOS"), how: gettext("For the terminal: sh, bash, zsh. It needs curl.") },
  { id: "powershell", name: "PowerShell", how: gettext("For Windows PowerShell 5 and PowerShell 7. It needs nothing else.") },
  { id: "cmd", name: gettext("Windows cmd"), how: gettext("For the Command Prompt. It needs curl 8.3 or newer; PowerShell needs nothing.") },
];

/** The shell of the person's own system comes first. */
const isWindows = () => /^win/i.test(globalThis.navigator?.platform ?? "");

/** @param {Store} store */
export function commandPanel(store) {
  const trouble = h("div", { class: "jd-say-place" });
  const ordered = isWindows() ? [...SHELLS.slice(1), ...SHELLS.slice(0, 1)] : SHELLS;
  const shells = ordered.map(({ id, name, how }) => {
    const code = h("code");
    const text = codeBlock(gettext("Command for {name}", { name }), code);
    const content = h(
      "div",
      {},
      h("p", { class: "jd-muted" }, how),
      h("p", { class: "jd-row" }, copyButton(gettext("command for {name}", { name }), () => store.script(id), store.tell, gettext("Copy the command"))),
      h("details", {}, h("summary", {}, gettext("Read it before you run it")), text),
    );
    return { id, name, content, code };
  });
  const choice = h(
    "div",
    {},
    tabs(gettext("Kind of terminal"), shells, () => {}),
    h("p", { class: "jd-muted" }, gettext("It asks for your token without showing it, only reads, and prints no secret. Paste everything it prints into the box.")),
  );
  const node = h("div", { part: "command" }, h("p", { class: "jd-strong" }, gettext("Copy one command, run it, paste what it prints.")), trouble, choice);

  /** Writes the commands anew: the site, or what is to be looked for, may be another. @param {State} state */
  const update = ({ load }) => {
    if (load === "loading" || load === "failed") return;
    try {
      for (const { id, code } of shells) code.textContent = store.script(id);
      say(trouble, "");
      choice.hidden = false;
    } catch (error) {
      say(trouble, /** @type {Error} */ (error).message);
      for (const { code } of shells) code.textContent = "";
      choice.hidden = true;
    }
  };
  const focus = () => /** @type {HTMLElement | null} */ (node.querySelector('[aria-selected="true"]'))?.focus();
  return { node, update, focus };
}
