// @ts-check
// A product's own guide, to be followed to its end here: what can be done on this page is one press away, and shows when it
// is done.
import { fill, h, icon, outsideLink, prose, withNodes } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { button } from "./view.js";

/** @import { Guide, GuideStep, Correction } from "../../pkg/jira_doctor.js" */

/** What leads to where a step is done. @type {Record<NonNullable<GuideStep["part"]>, string>} */
const PARTS = {
  site: gettext("To the address"),
  email: gettext("To the e-mail"),
  token: gettext("To the token"),
  project: gettext("To the project"),
  issue: gettext("To the issue"),
  scopes: gettext("To the scopes"),
  ask: gettext("To “Ask Jira”"),
  permissions: gettext("To the permissions"),
  setup: gettext("To the values"),
};

/**
 * @param {string} product
 * @param {Guide} guide
 * @param {(part: NonNullable<GuideStep["part"]>) => void} onGo
 */
export function guideView(product, guide, onGo) {
  const steps = guide.steps.map((step) => guideStep(step, onGo));
  const corrections = guide.corrections ?? [];
  const node = h(
    "div",
    { part: "guide" },
    h("ol", { class: "jd-guide" }, steps.map((step) => step.node)),
    corrections.length > 0 && h(
      "details",
      { class: "jd-corrections" },
      h("summary", {}, gettext("Where {product}’s own page is out of date ({length})", { product, length: corrections.length })),
      h("ul", {}, corrections.map(correction)),
    ),
    h("p", { class: "jd-muted" }, withNodes(gettext("Based on {page}, brought up to date. You don’t need to open it."), { page: outsideLink(guide.url, guide.title) })),
  );
  /** @param {(part: string) => boolean | null} isDone `null`: nobody can tell */
  const update = (isDone) => {
    for (const step of steps) step.update(step.part ? isDone(step.part) : null);
  };
  return { node, update };
}

/**
 * @param {GuideStep} step
 * @param {(part: NonNullable<GuideStep["part"]>) => void} onGo
 */
function guideStep({ text, link, part }, onGo) {
  const state = h("span", { class: "jd-outcome" });
  const node = h(
    "li",
    { "data-part": part },
    h("p", {}, prose(text), " ", link && outsideLink(link.url, link.title), part && button(PARTS[part], () => onGo(part), "jd-link"), " ", state),
  );
  const update = (/** @type {boolean | null} */ isDone) => {
    node.dataset.done = String(isDone);
    fill(state, isDone && [icon("success"), gettext("Done")]);
  };
  return { node, part, update };
}

/** @param {Correction} correction */
function correction({ says, holds, why, link }) {
  return h(
    "li",
    {},
    h("p", {}, withNodes(gettext("The guide says: {quote}"), { quote: h("q", {}, ...prose(says)) })),
    h("p", {}, h("strong", {}, gettext("Today:")), " ", prose(holds)),
    why && h("p", { class: "jd-muted" }, prose(why)),
    link && h("p", {}, outsideLink(link.url, link.title)),
  );
}
