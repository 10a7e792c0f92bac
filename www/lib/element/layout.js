// @ts-check
// The parts of the element, made and put in their places: what is given at the start, the verdict beside or below it.
import { hasAnswer } from "../core/evidence.js";
import { gettext } from "../gettext.js";
import { askPanel } from "../panels/ask.js";
import { bar as makeBar } from "../panels/bar.js";
import { box as makeBox } from "../panels/box.js";
import { fieldNotes } from "../panels/field-notes.js";
import { noticePanel } from "../panels/notice.js";
import { product as makeProduct } from "../panels/product.js";
import { targets as makeTargets } from "../panels/targets.js";
import { isJudged, verdictPanel } from "../panels/verdict.js";
import { button } from "../parts/button.js";
import { fill, h, hidden, icon, spoken, uniqueId } from "../parts/dom.js";
import { revealButton } from "../parts/reveal.js";
import { statusLine } from "../parts/status.js";
import { FIELDS } from "./field-names.js";

/** @import { State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */
/** @import { Ways } from "../panels/ways.js" */
/** @import { InputField } from "./field-names.js" */

/** `messages`: findings at the fields and nothing else; `compact`: without the box, the verdict behind its bar. @typedef {"full" | "compact" | "messages"} View */

/**
 * @typedef {Ways & {
 *   view: View,
 *   pages: string | null,
 *   isFixed: () => boolean,
 *   signal: AbortSignal,
 * }} Setting `isFixed`: the page around has chosen the product
 */

/** From here on the verdict has a column of its own. */
const WIDE = 800;

/**
 * @param {Store} store
 * @param {Setting} setting
 */
export function layout(store, setting) {
  const { view, pages, isFixed, signal } = setting;
  const status = statusLine(signal);
  store.tell = status.tell;
  const notice = noticePanel(store);
  const targets = makeTargets(store);
  const ask = askPanel(store);
  const sheet = h("div", { class: "jd-side", id: uniqueId("verdict") });
  const verdict = verdictPanel(store, pages, ask);
  const below = h("div", { class: "jd-below" });
  verdict.node.append(below);
  sheet.append(verdict.node);
  const notes = FIELDS.map((field) => /** @type {const} */ ([field, fieldNotes(field, store, verdict.context)]));
  const bar = makeBar(store, sheet);
  const box = view === "full" ? makeBox(store, signal) : null;
  const rows = { site: row("site"), email: row("email"), token: row("token", revealOf(store, signal)), ...targets.rows };
  const show = () => bar.open(true);
  const product = makeProduct(store, {
    isFixed,
    rows,
    onGo: (part) => {
      show();
      if (part !== "permissions" || !rest?.leadToPermissions()) ask.focus();
    },
  });
  const check = () => {
    box?.flush();
    store.check();
    show();
  };
  const clear = () => {
    rest?.stop();
    ask.close();
    verdict.forget();
    store.clear();
    if (box) box.focus();
    else store.fields.focus("site");
  };
  const checkButton = button(gettext("Check"), check, "jd-primary");
  const actions = h("p", { class: "jd-row jd-actions" }, checkButton, button(gettext("Clear everything"), clear));
  const isWithFields = FIELDS.some((field) => store.fields.isOwn(field));
  const work = h("div", { class: "jd-work" }, notice.node, box?.node ?? null, isWithFields && product.node, actions);
  const all = h("div", { class: "jd-columns" }, work, h("div", { class: "jd-dock" }, sheet, bar.node));
  const node = h("div", { class: `jd-root jd-${view}`, ...spoken() }, h("slot", { name: "promise" }), view === "messages" ? notice.node : all, status.node, h("slot"));
  if (view !== "compact") watchWidth(node, signal);

  /** What needs the whole checker, once it is there. @type {ReturnType<typeof import("../rest.js").rest> | undefined} */
  let rest;
  const places = { ask: ask.panel, below, needs: product.needs, setup: product.setup };
  const makeRest = () => store.loader.rest?.rest(store, { ...setting, places, rows: targets.rows, context: verdict.context, printed: verdict.node });

  /**
   * @param {State} state
   * @param {boolean} focus
   */
  const update = (state, focus) => {
    notice.update(state);
    for (const [field, draw] of notes) tick(rows[field], state, draw(state).length === 0 && store.fields.value(field) !== "" && state.reported.has(field));
    if (view === "messages") return;
    targets.update(state);
    product.update(state);
    box?.update(state);
    rest ??= makeRest();
    rest?.update(state);
    ask.update(state);
    verdict.update(state, focus);
    below.hidden = !isJudged(state) || !rest;
    bar.update(state);
    const isDead = state.load === "failed";
    checkButton.disabled = isDead;
    node.toggleAttribute("data-answered", hasAnswer(state));
  };
  return { node, update, check, clear, anchor: verdict.node };
}

/**
 * A field in the shadow root: the input itself is slotted into it.
 *
 * @param {InputField} field
 * @param {Node} [beside]
 */
function row(field, beside) {
  const state = h("span", { class: "jd-tick" });
  return h(
    "div",
    { class: "jd-field", "data-for": field },
    h("div", {}, h("slot", { name: `${field}-label` })),
    h("div", { class: "jd-control" }, h("slot", { name: field }), state, beside ?? null),
    h("div", { class: "jd-below-field" }, h("slot", { name: `${field}-notes` })),
  );
}

/**
 * @param {HTMLElement} row
 * @param {State} state
 * @param {boolean} isFine
 */
function tick(row, state, isFine) {
  const place = row.querySelector(".jd-tick");
  if (place) fill(place, isFine && state.diagnosis ? [icon("success"), hidden(gettext("nothing wrong here"))] : []);
}

/**
 * @param {Store} store
 * @param {AbortSignal} signal
 */
function revealOf({ fields }, signal) {
  return revealButton(gettext("the token"), signal, (shown) => (fields.inputs.token.type = shown ? "text" : "password")).button;
}

/**
 * @param {HTMLElement} node
 * @param {AbortSignal} signal
 */
function watchWidth(node, signal) {
  const watch = new ResizeObserver(([entry]) => node.toggleAttribute("data-wide", (entry?.contentRect.width ?? 0) >= WIDE));
  watch.observe(node);
  signal.addEventListener("abort", () => watch.disconnect());
}
