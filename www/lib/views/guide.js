// @ts-check
// A product's own guide as a stepper: a step that can be done here holds what it takes, and shows when it is done.
import { gettext } from "../gettext.js";
import { button } from "../parts/button.js";
import { fill, h, hidden, icon, outsideLink, prose, withNodes } from "../parts/dom.js";

/** @import { Correction, Guide, GuideStep, Profile } from "../../pkg/jira_doctor.js" */
/** @import { Rows } from "../panels/product.js" */

/** @typedef {{ rows: Rows, setup: HTMLElement, onGo: (part: "ask" | "permissions") => void }} Parts */

/**
 * @param {Profile} profile
 * @param {Guide} guide
 * @param {Parts} parts
 */
export function guide({ name }, { title, url, steps: all, corrections = [] }, parts) {
  /** Each part stands in the first step that wants it. @type {Set<string>} */
  const placed = new Set();
  const steps = all.map((step) => stepOf(step, parts, placed));
  const rest = /** @type {const} */ (["site", "email", "token"]).filter((field) => !placed.has(field)).map((field) => parts.rows[field]);
  const node = h(
    "div",
    { part: "guide", class: "jd-guide" },
    h("ol", { class: "jd-steps" }, steps.map((step) => step.node)),
    rest,
    corrections.length > 0 && h(
      "details",
      { class: "jd-corrections" },
      h("summary", {}, gettext("Where {product}'s own page is out of date ({length})", { product: name, length: corrections.length })),
      h("ul", {}, corrections.map(correction)),
    ),
    h("p", { class: "jd-muted" }, withNodes(gettext("Based on {page}, brought up to date."), { page: outsideLink(url, title) })),
  );
  /** @param {(part: string) => boolean | null} isDone */
  const update = (isDone) => {
    for (const step of steps) step.update(step.part ? isDone(step.part) : null);
  };
  return { node, update };
}

/**
 * @param {GuideStep} step
 * @param {Parts} parts
 * @param {Set<string>} placed
 */
function stepOf({ text, link, part }, { rows, setup, onGo }, placed) {
  const isFirst = part && !placed.has(part);
  if (part) placed.add(part);
  const state = h("span", { class: "jd-step-state" });
  const content = () => {
    if (part === "ask") return button(gettext("Ask Jira"), () => onGo("ask"));
    if (part === "permissions") return button(gettext("See the permissions"), () => onGo("permissions"));
    if (!isFirst || part === "scopes") return null;
    return part === "setup" ? setup : rows[part];
  };
  const node = h(
    "li",
    { "data-part": part },
    state,
    h("div", {}, h("p", {}, prose(gettext(text)), " ", link && outsideLink(link.url, link.title)), content()),
  );
  const update = (/** @type {boolean | null} */ isDone) => {
    node.dataset.done = String(isDone);
    fill(state, icon(isDone ? "success" : "open"), isDone && hidden(gettext("Done")));
  };
  return { node, part, update };
}

/** @param {Correction} correction */
function correction({ says, holds, why, link }) {
  return h(
    "li",
    {},
    h("p", {}, withNodes(gettext("The guide says: {quote}"), { quote: h("q", { lang: "en", dir: "ltr" }, ...prose(says)) })),
    h("p", {}, h("strong", {}, gettext("Today:")), " ", prose(gettext(holds))),
    why && h("p", { class: "jd-muted" }, prose(gettext(why))),
    link && h("p", {}, outsideLink(link.url, link.title)),
  );
}
