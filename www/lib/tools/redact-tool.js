// @ts-check
// Takes the secrets out of any text, so that it can go into a ticket or a chat.
import { gettext } from "../gettext.js";
import { redact } from "../load.js";
import { copyButton } from "../parts/clipboard.js";
import { codeBlock } from "../parts/code-block.js";
import { fill, h } from "../parts/dom.js";
import { pasteBox } from "../parts/paste-box.js";

/** @import { Setting, Tool } from "./start.js" */

/** @param {Setting} setting @returns {Tool} */
export function redactTool({ tell }) {
  const answer = h("div", { class: "jd-answer", tabindex: "-1" });
  const take = (/** @type {string} */ text) => {
    if (!text.trim()) return false;
    const clean = redact(text);
    const count = clean.split("[redacted]").length - text.split("[redacted]").length;
    const sentence = count > 0 ? gettext("Secrets removed: {count}. Check the text before you share it.", { count }) : gettext("No secret was recognized. Check the text before you share it.");
    const code = codeBlock(gettext("The text without secrets"), h("code", {}, clean));
    fill(answer, h("p", {}, sentence), code, h("p", {}, copyButton(gettext("text without secrets"), () => clean, tell, gettext("Copy the text"))));
    tell(sentence);
    return true;
  };
  const box = pasteBox({
    label: gettext("A log, a command, a configuration"),
    hint: gettext("The text is taken out of this box as soon as you paste it."),
    action: gettext("Remove secrets"),
    take,
  });
  const clear = () => {
    box.clear();
    fill(answer);
  };
  return { node: h("div", { class: "jd-tool" }, box.node, answer), clear };
}
