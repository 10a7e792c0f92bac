// @ts-check
// The whole examination as one command, for each shell: the road that always works.
import { copyButton } from "../parts/clipboard.js";
import { h } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { tabs } from "../parts/tabs.js";
import { say } from "../views/view.js";

/** @import { Shell } from "../../pkg/jira_doctor.js" */

/** @type {{ id: Shell, name: string, how: string }[]} */
const SHELLS = [
  { id: "sh", name: gettext("Linux, macOS"), how: gettext("For the terminal: sh, bash, zsh. It needs curl.") },
  { id: "powershell", name: "PowerShell", how: gettext("For Windows PowerShell 5 and PowerShell 7. It needs nothing else.") },
  { id: "cmd", name: gettext("Windows cmd"), how: gettext("For the Command Prompt. It needs curl 8.3 or newer; PowerShell needs nothing.") },
];

/**
 * @param {object} options
 * @param {(shell: Shell) => string} options.script throws a sentence where there can be none
 * @param {(sentence: string) => void} options.tell
 */
export function commandPanel({ script, tell }) {
  const trouble = h("div", { class: "jd-say-place" });
  const shells = SHELLS.map(({ id, name, how }) => {
    const code = h("code");
    const text = h("pre", { class: "jd-code", dir: "ltr", translate: "no", tabindex: "0", role: "region", "aria-label": gettext("Command for {name}", { name }) }, code);
    const content = h(
      "div",
      {},
      h("p", { class: "jd-muted" }, how),
      h("p", { class: "jd-row" }, copyButton(gettext("command for {name}", { name }), () => script(id), tell, gettext("Copy the command"))),
      h("details", {}, h("summary", {}, gettext("Read it before you run it")), text),
    );
    return { id, name, content, code };
  });
  const choice = h(
    "div",
    {},
    tabs(gettext("Kind of terminal"), shells, () => {}),
    h("p", { class: "jd-muted" }, gettext("It asks for your token without showing it, or takes it from the variable JIRA_TOKEN. It only reads, and prints no secret. Paste all that it prints into the box below.")),
  );
  const node = h("div", { part: "command" }, h("h3", {}, gettext("Copy one command, run it, paste what it prints")), trouble, choice);

  /** Writes the commands anew: the site, or what is to be looked for, may be another. */
  const update = () => {
    try {
      for (const { id, code } of shells) code.textContent = script(id);
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
