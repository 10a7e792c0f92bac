// @ts-check
// The diagnosis to take along: into a ticket, into a program, onto paper. The core takes the secrets out of it.
import { copyButton } from "../parts/clipboard.js";
import { h } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { button } from "../views/view.js";

/**
 * @param {object} options
 * @param {(format: "markdown" | "json") => string} options.report
 * @param {(sentence: string) => void} options.tell
 * @param {() => Element} options.printed what goes onto paper
 */
export function reportBar({ report, tell, printed }) {
  return h(
    "p",
    { class: "jd-row jd-report", part: "report" },
    copyButton(gettext("report"), () => report("markdown"), tell, gettext("Copy report")),
    copyButton(gettext("report as JSON"), () => report("json"), tell, gettext("Copy as JSON")),
    button(gettext("Print"), () => print(printed())),
  );
}

/** Paper cannot be unfolded: what is folded is opened while it is printed. @param {Element} printed */
function print(printed) {
  const folded = [...printed.querySelectorAll("details:not([open])")];
  for (const details of folded) details.setAttribute("open", "");
  addEventListener("afterprint", () => folded.forEach((details) => details.removeAttribute("open")), { once: true });
  globalThis.print();
}
