// @ts-check
// What the element says when the checker is not there: while it loads, when it cannot be loaded, after a crash.
import { fill, h } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { button } from "../parts/button.js";

/** @import { State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */
/** @import { LoadState } from "../core/loader.js" */

/** @param {Store} store */
export function noticePanel(store) {
  const node = h("div", { part: "notice", class: "jd-notice-place", role: "status" });
  /** @param {State} state */
  const update = ({ load, trouble }) => {
    if (node.dataset.state === load) return;
    node.dataset.state = load;
    fill(node, VIEWS[load](trouble, () => store.start()));
  };
  return { node, update };
}

/** @type {Record<LoadState, (error: unknown, onRetry: () => void) => Node | null>} */
const VIEWS = {
  ready: () => null,
  // The rest comes before anybody misses it.
  fields: () => null,
  partial: (error, onRetry) =>
    h(
      "div",
      { class: "jd-notice" },
      h("h2", {}, gettext("Only your details can be checked")),
      h("p", {}, gettext("The part that reads Jira's answers and pasted text, and writes commands and reports, isn't loaded."), " ", whyNot(error)),
      h("p", {}, button(gettext("Try again"), onRetry)),
    ),
  loading: () => h("p", { class: "jd-loading" }, gettext("Loading the checker…")),
  failed: (error, onRetry) =>
    h(
      "div",
      { class: "jd-notice" },
      h("h2", {}, gettext("The checker could not start")),
      h("p", {}, whyNot(error)),
      h("p", {}, gettext("What you typed is still in the fields, and nothing was sent.")),
      h("p", {}, button(gettext("Try again"), onRetry)),
    ),
  crashed: () =>
    h(
      "div",
      { class: "jd-notice" },
      h("h2", {}, gettext("The checker stopped")),
      h("p", {}, gettext("This text crashed the checker, which is a bug in it. The checker was restarted, and what you typed is still in the fields.")),
      h("p", {}, gettext("Change a field and check again. If you report the bug, say what kind of text it was, and leave out the token.")),
    ),
};

/** Why something was not loaded. @param {unknown} error */
export function whyNot(error) {
  if (typeof WebAssembly === "undefined") {
    return gettext("WebAssembly, which the checker needs, is switched off in this browser. Lockdown Mode does that. Use another browser.");
  }
  if (error instanceof WebAssembly.CompileError) {
    return gettext("Something forbids WebAssembly here: a rule of your organization, an extension, or the page's own Content-Security-Policy, which needs 'wasm-unsafe-eval' in script-src. Try another browser or a private window.");
  }
  return gettext("Part of the checker could not be downloaded. Check the connection, then try again.");
}
