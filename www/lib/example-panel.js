// @ts-check
// Examples of what goes wrong, for people who want to see it first. They come from the problems' own pages, so that a new
// problem brings its example along.
import { h, uniqueId } from "./dom.js";
import { explain, problems, sample } from "./load.js";
import { button } from "./view.js";

/** @import { Evidence, Explanation } from "../pkg/jira_doctor.js" */

const SHOWABLE = new Set(["site", "email", "token", "authorization", "answers"]);

/** @param {(evidence: Evidence) => void} onTry */
export function examplePanel(onTry) {
  const id = uniqueId("example");
  const select = h("select", { id });
  const press = () => onTry(expand(JSON.parse(explain(/** @type {any} */ (select.value)).wrong)));
  const node = h(
    "details",
    { part: "examples", class: "jd-fold" },
    h("summary", {}, "Try an example"),
    h("label", { for: id }, "What goes wrong"),
    h("p", { class: "jd-muted" }, "The fields are filled with made-up details that show it."),
    h("p", { class: "jd-row" }, select, button("Show the example", press)),
  );
  /** Reads the list as soon as there is something to read it from. */
  const ready = () => select.replaceChildren(...groups(problems().map((id) => explain(id)).filter(isShowable)));
  return { node, ready };
}

/** @param {Explanation[]} explanations */
function groups(explanations) {
  const names = [...new Set(explanations.map(({ group }) => group))];
  return names.map((name) =>
    h(
      "optgroup",
      { label: name },
      explanations.filter(({ group }) => group === name).map(({ problem, title }) => h("option", { value: problem }, title)),
    ),
  );
}

/** @param {Explanation} explanation */
function isShowable({ wrong }) {
  const evidence = JSON.parse(wrong);
  // A header that was not sent cannot be shown as one that was pasted.
  return Object.keys(evidence).every((key) => SHOWABLE.has(key)) && evidence.authorization !== "";
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
