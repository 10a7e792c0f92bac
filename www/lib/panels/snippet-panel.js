// @ts-check
// One call alone, for people who have a program or a tool at hand.
import { gettext } from "../gettext.js";
import { say } from "../parts/button.js";
import { copyButton } from "../parts/clipboard.js";
import { codeBlock } from "../parts/code-block.js";
import { h, uniqueId } from "../parts/dom.js";

/** @import { SnippetForm } from "../../pkg/jira_doctor.js" */
/** @import { State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */

/** @type {[SnippetForm, string][]} */
const FORMS = [
  ["curl", "curl"],
  ["powershell", "PowerShell"],
  ["python", gettext("Python, requests")],
  ["javascript", gettext("JavaScript, fetch")],
  ["httpie", "HTTPie"],
  ["netrc", gettext("A line of .netrc")],
  ["env", gettext("A .env file")],
  ["mcp", gettext("Configuration of an MCP server")],
];

/** @param {Store} store */
export function snippetPanel(store) {
  const id = uniqueId("snippet");
  const code = h("code");
  const text = codeBlock(gettext("The single call"), code);
  const trouble = h("div", { class: "jd-say-place" });
  const chosen = () => /** @type {SnippetForm} */ (select.value);
  const write = () => {
    try {
      code.textContent = store.snippet(chosen());
      say(trouble, "");
    } catch (error) {
      code.textContent = "";
      say(trouble, /** @type {Error} */ (error).message);
    }
    text.hidden = code.textContent === "";
  };
  const select = h("select", { id, on: { change: write } }, FORMS.map(([value, name]) => h("option", { value }, name)));
  const node = h(
    "details",
    { part: "snippets", class: "jd-also" },
    h("summary", {}, gettext("Only a single call, in another form")),
    h("label", { for: id }, gettext("Form")),
    h("p", { class: "jd-muted" }, gettext("Your token is not in it: it comes from the variable JIRA_TOKEN, or you put it where the text says so.")),
    h("p", { class: "jd-row" }, select, copyButton(gettext("single call"), () => store.snippet(chosen()), store.tell)),
    trouble,
    text,
  );
  /** @param {State} state */
  const update = ({ load }) => load === "loading" || load === "failed" || write();
  return { node, update };
}
