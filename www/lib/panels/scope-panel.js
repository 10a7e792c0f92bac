// @ts-check
// The scopes to tick for what a token is wanted for.
import { copyButton } from "../parts/clipboard.js";
import { fill, h, uniqueId } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { purposes, scopes } from "../load.js";
import { say } from "../views/view.js";

/** @import { Profile, Purpose } from "../../pkg/jira_doctor.js" */

/** @param {(sentence: string) => void} tell */
export function scopePanel(tell) {
  const list = h("div");
  const note = h("div", { class: "jd-say-place" });
  const boxes = h("fieldset", { class: "jd-choice" });
  const node = h(
    "details",
    { part: "scopes", class: "jd-fold" },
    h("summary", {}, gettext("Which scopes does a token with scopes need?")),
    h("p", { class: "jd-muted" }, gettext("Choose what it is for. Tick either the classic or the granular ones, not both.")),
    note,
    boxes,
    list,
  );
  const chosen = () => [...boxes.querySelectorAll("input")].filter((box) => box.checked).map((box) => box.value);
  const show = () => {
    const { classic, granular } = scopes(chosen());
    fill(list, scopeList(gettext("Classic scopes, which Atlassian recommends"), classic, tell), scopeList(gettext("Granular scopes"), granular, tell));
  };
  /** Reads the purposes as soon as there is something to read them from. */
  const ready = () => {
    fill(boxes, h("legend", {}, gettext("What is the token for?")), purposes().map((purpose) => box(purpose, show)));
    show();
  };
  /** Chooses what a product does. @param {Profile | null} profile */
  const set = (profile) => {
    const ids = profile?.purposes ?? [];
    const without = profile && !profile.token.scoped;
    say(note, without ? gettext("{product} takes no token with scopes: make one without. The scopes listed here are for programs that call the gateway.", { product: profile.name }) : "");
    for (const box of boxes.querySelectorAll("input")) box.checked = ids.includes(box.value);
    if (boxes.childElementCount > 0) show();
  };
  const focus = () => {
    node.open = true;
    node.querySelector("summary")?.focus();
  };
  return { node, ready, set, focus };
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
  return h(
    "div",
    { class: "jd-scopes" },
    h("h3", {}, title),
    h("ul", {}, names.map((name) => h("li", {}, h("code", { dir: "ltr", translate: "no" }, name)))),
    h("p", {}, copyButton(title, () => names.join(" "), tell)),
  );
}
