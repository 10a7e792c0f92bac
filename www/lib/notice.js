// @ts-check
// What the element says when the checker is not there: while it loads, when it cannot be loaded, after a crash.
import { fill, h } from "./dom.js";
import { button } from "./view.js";

/** @typedef {"loading" | "failed" | "fields" | "partial" | "crashed" | "misused" | "ready"} State */

/** @param {() => void} onRetry */
export function noticePanel(onRetry) {
  const node = h("div", { part: "notice", class: "jd-notice-place", role: "status" });
  /**
   * @param {State} state
   * @param {unknown} [error]
   */
  const update = (state, error) => {
    node.dataset.state = state;
    fill(node, VIEWS[state](error, onRetry));
  };
  return { node, update };
}

/** @type {Record<State, (error: unknown, onRetry: () => void) => Node | null>} */
const VIEWS = {
  ready: () => null,
  // The rest comes before anybody misses it.
  fields: () => null,
  partial: (error, onRetry) =>
    h(
      "div",
      { class: "jd-notice" },
      h("h2", {}, "Only your details can be checked"),
      h("p", {}, `The part that reads Jira’s answers and pasted text, and writes commands and reports, isn’t here. ${whyNot(error)}`),
      h("p", {}, button("Try again", onRetry)),
    ),
  loading: () => h("p", { class: "jd-loading" }, "Loading the checker…"),
  failed: (error, onRetry) =>
    h(
      "div",
      { class: "jd-notice" },
      h("h2", {}, "The checker could not start"),
      h("p", {}, whyNot(error)),
      h("p", {}, "What you typed is still in the fields, and nothing was sent."),
      h("p", {}, button("Try again", onRetry)),
    ),
  crashed: () =>
    h(
      "div",
      { class: "jd-notice" },
      h("h2", {}, "The checker stopped"),
      h("p", {}, "It could not cope with this text, which is a fault of the checker. It has been started afresh, and what you typed is still in the fields."),
      h("p", {}, "Change a field and check again. If you report it, say what kind of text it was, and leave the token out."),
    ),
  misused: (error) => h("p", { class: "jd-notice" }, /** @type {Error} */ (error).message),
};

/** @param {unknown} error */
function whyNot(error) {
  if (typeof WebAssembly === "undefined") {
    return "This browser has WebAssembly switched off, which the checker needs. A lockdown mode does that; another browser will do.";
  }
  if (error instanceof WebAssembly.CompileError) {
    return "Something forbids WebAssembly here: a rule of your organisation, an extension, or the page’s own Content-Security-Policy, which must have 'wasm-unsafe-eval' in script-src. Try another browser or a private window.";
  }
  return "A part of it could not be downloaded. Check the connection, then try again.";
}
