// @ts-check
// What a text was found to hold.
import { LABELS } from "../element/field-names.js";
import { gettext } from "../gettext.js";
import { button } from "../parts/button.js";
import { h, icon, prose } from "../parts/dom.js";

/** @import { FilledFields } from "../../pkg/jira_doctor.js" */
/** @import { Recognized } from "../core/state.js" */

/** @type {Record<keyof FilledFields, string>} */
const NAMES = {
  site: gettext("site"),
  email: gettext("e-mail"),
  token: gettext("token"),
  authorization: gettext("header"),
  project: gettext("project"),
  issue: gettext("issue"),
};

/**
 * @param {Recognized} found
 * @param {{ statuses: number[], calls: number, isUnderstood: boolean, onUse: () => void }} about `isUnderstood`: a cause was found
 */
export function recognized({ fields, kept, tells }, { statuses, calls, isUnderstood, onUse }) {
  const isError = tells || (isUnderstood && fields.length === 0);
  const things = [isError && callsIn(calls, statuses), ...fields.map((field) => NAMES[field])].filter(Boolean);
  if (things.length === 0) return [h("p", { class: "jd-muted" }, gettext("Nothing recognized in this text."))];
  return [
    h("p", {}, icon("success"), " ", ...prose(gettext("Recognized: {things}.", { things: things.join(", ") }))),
    kept.length > 0 && h("p", {}, gettext("Your fields hold something else: {names}.", { names: kept.map((field) => LABELS[field]).join(", ") }), " ", button(gettext("Use the pasted ones"), onUse, "jd-link")),
  ];
}

/**
 * @param {number} calls
 * @param {number[]} statuses
 */
function callsIn(calls, statuses) {
  const list = statuses.join(", ");
  if (calls > 1 && list) return gettext("{calls} calls with status {statuses}", { calls, statuses: list });
  if (calls > 1) return gettext("{calls} calls", { calls });
  if (list) return gettext("an answer with status {statuses}", { statuses: list });
  return calls === 1 ? gettext("a call") : gettext("an error message");
}
