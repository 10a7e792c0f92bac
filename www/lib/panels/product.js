// @ts-check
// Which product the details are for, as a chip; and its guide as a stepper that holds the fields.
import { gettext } from "../gettext.js";
import { profileById } from "../named-profile.js";
import { say } from "../parts/button.js";
import { fill, h, uniqueId } from "../parts/dom.js";
import { NAMES } from "../profile-names.js";
import { guide } from "../views/guide.js";

/** @import { Profile } from "../../pkg/jira_doctor.js" */
/** @import { State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */
/** @import { InputField } from "../element/field-names.js" */

/** @typedef {Record<InputField | "project" | "issue", HTMLElement>} Rows */

/**
 * @param {Store} store
 * @param {object} options
 * @param {() => boolean} options.isFixed whether the page around has chosen
 * @param {Rows} options.rows
 * @param {(part: "ask" | "permissions") => void} options.onGo
 */
export function product(store, { isFixed, rows, onGo }) {
  /** @type {Profile | null | undefined} */
  let drawn;
  /** @type {ReturnType<typeof guide> | null} */
  let stepper = null;
  const id = uniqueId("product");
  const trouble = h("div", { class: "jd-trouble" });
  const place = h("div", { class: "jd-fields" });
  const needs = h("div");
  const setup = h("section", { class: "jd-setup", part: "setup", tabindex: "-1", hidden: true });
  const change = async () => {
    const chosen = select.selectedIndex;
    try {
      const found = await profileById(NAMES[chosen - 1]?.id ?? null);
      // Another one was chosen while this one was on its way.
      if (select.selectedIndex === chosen) store.choose(found);
    } catch (error) {
      say(trouble, gettext("The guide could not be loaded. {reason}", { reason: /** @type {Error} */ (error).message }));
    }
  };
  const select = h("select", { id, class: "jd-chip-choice", on: { change } }, h("option", {}, gettext("any")), NAMES.map(({ name }) => h("option", {}, name)));
  const chosen = h("strong", { hidden: true });
  const choice = h("p", { class: "jd-chip-line" }, h("label", { for: id }, gettext("Product")), select, chosen);
  const node = h("section", { part: "profile", class: "jd-product" }, choice, trouble, place, needs, setup);

  /** @param {State} state */
  const update = (state) => {
    const { profile, refusal } = state;
    if (drawn !== profile) draw(profile);
    say(trouble, refusal && gettext("The profile cannot be used. {reason}", { reason: refusal }));
    stepper?.update((part) => isDone(state, part));
  };
  const draw = (/** @type {Profile | null} */ profile) => {
    drawn = profile;
    const at = NAMES.findIndex((name) => name.id === profile?.id);
    const isNamed = !isFixed() && (profile === null || at >= 0);
    select.hidden = !isNamed;
    select.selectedIndex = at + 1;
    chosen.hidden = isNamed;
    chosen.textContent = profile?.name ?? "";
    choice.hidden = isFixed() && profile === null;
    stepper = profile?.guide ? guide(profile, profile.guide, { rows, setup, onGo }) : null;
    const asks = [profile?.needsProject && rows.project, profile?.needsIssue && rows.issue];
    const all = [rows.site, rows.email, rows.token, ...asks];
    fill(place, stepper ? stepper.node : all.filter(Boolean));
    if (!stepper) node.append(setup);
  };
  return { node, needs, setup, update };
}

/**
 * Whether a step is done; `null` where nobody can tell yet.
 *
 * @param {State} state
 * @param {string} part
 */
function isDone({ diagnosis }, part) {
  const setup = diagnosis?.setup;
  // What can be copied may be in order where what was typed is not.
  if (diagnosis?.findings.some(({ field, severity }) => field === part && severity !== "info")) return false;
  if (part === "setup") return setup?.ready ?? null;
  return setup?.conditions.find((one) => one.part === part)?.isDone ?? null;
}
