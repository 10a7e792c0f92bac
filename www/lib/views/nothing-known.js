// @ts-check
// For a text that says nothing known: what would help.
import { h } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { toRun } from "../panels/question-panel.js";

/** @import { Site } from "../../pkg/jira_doctor.js" */

/** What may stand in a shell as it is. */
const PLAIN = /^[\w:/.%~-]+$/;

/**
 * @param {Site | null} site
 * @param {(sentence: string) => void} tell
 */
export function nothingKnown(site, tell) {
  const forms = site?.forms;
  const base = forms?.restV3 ?? forms?.restV2 ?? "";
  const url = PLAIN.test(base) ? base : "https://your-site.atlassian.net/rest/api/3";
  return h(
    "div",
    { class: "jd-help" },
    h("h3", {}, gettext("What would help")),
    h(
      "ul",
      {},
      h("li", {}, gettext("The lines before and after the error: the address that was called, the status, and the text of the answer.")),
      h("li", {}, gettext("The program’s own log, at its most detailed log level.")),
      h("li", {}, gettext("The answer to this command, which asks Jira who you are.")),
    ),
    ...toRun(
      {
        text: gettext("Run this and paste all that it prints."),
        why: gettext("Put your e-mail and your token into the variables JIRA_EMAIL and JIRA_TOKEN before."),
        command: `curl -sS -i -u "$JIRA_EMAIL:$JIRA_TOKEN" ${url}/myself`,
        link: null,
      },
      tell,
    ).filter((node) => node !== null),
  );
}
