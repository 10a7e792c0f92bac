// @ts-check
// Examples of what goes wrong, in the fields and in answers, for people who want to see it first. They come from the problems' own pages, so that a new
// problem brings its example along.
import { h, uniqueId } from "../parts/dom.js";
import { examples } from "../explain.js";
import { gettext } from "../gettext.js";
import { init, sample } from "../load.js";
import { button } from "../views/view.js";

/** @import { Evidence } from "../../pkg/jira_doctor.js" */
/** @import { Example } from "../explain.js" */

const TYPED = new Set(["site", "email", "token", "authorization", "answers"]);
const ANSWERED = ["paste", "response"];

/** Examples that show in the fields. @param {(evidence: Evidence) => void} onTry */
export function examplePanel(onTry) {
  return chooser({
    part: "examples",
    summary: gettext("Try an example"),
    hint: gettext("The fields are filled with made-up details that show it."),
    action: gettext("Show the example"),
    fits: isTyped,
    onTry,
  });
}

/** Examples of answers. @param {(evidence: Evidence) => void} onTry */
export function samplePanel(onTry) {
  return chooser({
    part: "samples",
    summary: gettext("Try a sample answer"),
    hint: gettext("The box is filled with a made-up answer that shows it."),
    action: gettext("Show the sample"),
    fits: (evidence) => ANSWERED.some((key) => key in evidence),
    onTry,
  });
}

/**
 * @param {object} options
 * @param {string} options.part
 * @param {string} options.summary
 * @param {string} options.hint
 * @param {string} options.action
 * @param {(evidence: Evidence) => boolean} options.fits
 * @param {(evidence: Evidence) => void} options.onTry
 */
function chooser({ part, summary, hint, action, fits, onTry }) {
  const id = uniqueId("example");
  const select = h("select", { id });
  /** @type {Example[]} */
  let fitting = [];
  const press = async () => {
    // It makes the secrets of the example.
    await init();
    const chosen = fitting.find(({ problem }) => problem === select.value);
    if (chosen) onTry(expand(JSON.parse(chosen.wrong)));
  };
  const node = h(
    "details",
    { part, class: "jd-fold" },
    h("summary", {}, summary),
    h("label", { for: id }, gettext("What goes wrong")),
    h("p", { class: "jd-muted" }, hint),
    h("p", { class: "jd-row" }, select, button(action, press)),
  );
  // Few people want to see one, so the list is loaded when the fold is opened; where that fails, the next opening tries again.
  node.addEventListener("toggle", async () => {
    if (!node.open || fitting.length > 0) return;
    fitting = (await examples().catch(() => [])).filter(({ wrong }) => fits(JSON.parse(wrong)));
    select.replaceChildren(...groups(fitting));
  });
  return { node };
}

/** @param {Example[]} examples */
function groups(examples) {
  const names = [...new Set(examples.map(({ group }) => group))];
  return names.map((name) =>
    h(
      "optgroup",
      { label: name },
      examples.filter(({ group }) => group === name).map(({ problem, title }) => h("option", { value: problem }, title)),
    ),
  );
}

/** @param {Evidence} evidence */
function isTyped(evidence) {
  // A header that was not sent cannot be shown as one that was pasted.
  return Object.keys(evidence).every((key) => TYPED.has(key)) && evidence.authorization !== "";
}

/**
 * Puts secrets made for the occasion where the example has `{{…}}`.
 *
 * @param {any} value
 * @returns {any}
 */
function expand(value) {
  if (typeof value === "string") return sample(value);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expand(inner)]));
}
