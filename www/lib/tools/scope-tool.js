// @ts-check
// The scopes to tick for what a token is wanted for.
import { gettext } from "../gettext.js";
import { purposes, scopes } from "../load.js";
import { copyButton } from "../parts/clipboard.js";
import { fill, h, uniqueId, verbatim } from "../parts/dom.js";

/** @import { Purpose } from "../../pkg/jira_doctor.js" */
/** @import { Setting, Tool } from "./start.js" */

/** @param {Setting} setting @returns {Tool} */
export function scopeTool({ tell }) {
  const list = h("div", { class: "jd-answer", "aria-live": "polite" });
  const show = () => {
    const { classic, granular } = scopes([...boxes.querySelectorAll("input")].filter(({ checked }) => checked).map(({ value }) => value));
    const both = classic.length > 0 && granular.length > 0 && h("p", {}, gettext("Tick either the classic or the granular scopes, not both."));
    fill(list, both, scopeList(gettext("Classic scopes, which Atlassian recommends"), classic, tell), scopeList(gettext("Granular scopes"), granular, tell));
  };
  const boxes = h("fieldset", { class: "jd-choice" }, h("legend", {}, gettext("What is the token for?")), purposes().map((purpose) => box(purpose, show)));
  return { node: h("div", { class: "jd-tool" }, boxes, list) };
}

/**
 * @param {Purpose} purpose
 * @param {() => void} change
 */
function box({ id, title, note }, change) {
  const hint = note ? uniqueId("hint") : null;
  const input = h("input", { type: "checkbox", value: id, "aria-describedby": hint, on: { change } });
  return h("div", {}, h("label", {}, input, h("span", {}, title)), note && h("p", { class: "jd-muted", id: hint }, note));
}

/**
 * @param {string} title
 * @param {string[]} names
 * @param {(sentence: string) => void} tell
 */
function scopeList(title, names, tell) {
  if (names.length === 0) return null;
  const items = names.map((name) => h("li", {}, verbatim(name)));
  return h("div", { class: "jd-scopes" }, h("h3", {}, title), h("ul", {}, items), h("p", {}, copyButton(title, () => names.join(" "), tell)));
}
