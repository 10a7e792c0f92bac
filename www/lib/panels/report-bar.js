// @ts-check
// The diagnosis to take along: into a ticket, into a program, onto paper. The core takes the secrets out of it.
import { copyButton } from "../parts/clipboard.js";
import { h } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { button } from "../parts/button.js";

/** @import { Store } from "../core/store.js" */

/**
 * @param {Store} store
 * @param {() => Element} printed what goes onto paper
 */
export function reportBar(store, printed) {
  return h(
    "p",
    { class: "jd-row jd-report", part: "report" },
    copyButton(gettext("report"), () => store.report("markdown"), store.tell, gettext("Copy report")),
    copyButton(gettext("report as JSON"), () => store.report("json"), store.tell, gettext("Copy as JSON")),
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
