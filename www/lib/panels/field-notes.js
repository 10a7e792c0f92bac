// @ts-check
// What stands under a field: its findings, an offer to take a text that belongs into the box, or else the hint.
import { gettext } from "../gettext.js";
import { button } from "../parts/button.js";
import { fill, h, prose, renderer } from "../parts/dom.js";
import { LABELS } from "../element/field-names.js";
import { fieldFinding } from "../views/finding.js";

/** @import { Finding } from "../../pkg/jira_doctor.js" */
/** @import { InputField } from "../element/field-names.js" */
/** @import { Offer, State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */
/** @import { Context } from "../views/proof.js" */

/**
 * @param {InputField} field
 * @param {Store} store
 * @param {Context} context
 */
export function fieldNotes(field, store, context) {
  const place = h("div", { class: "jd-notes" });
  fill(store.fields.place(field), place);
  const draw = renderer(place, (/** @type {[Finding[], Offer | null, string]} */ [findings, offer, hint]) => {
    if (offer) return offerNote(offer, store);
    if (findings.length > 0) return findings.map((finding) => fieldFinding(finding, context));
    return hint && h("p", { class: "jd-hint" }, prose(hint));
  });
  /** @param {State} state */
  return ({ diagnosis, reported, offer }) => {
    const own = reported.has(field) ? strongest(diagnosis?.findings.filter((finding) => finding.field === field) ?? []) : [];
    // Whoever has typed something knows what goes there.
    const hint = store.fields.value(field) ? "" : store.fields.hint(field);
    draw([own, offer?.field === field ? offer : null, hint]);
    store.fields.mark(field, own.some(({ severity }) => severity === "error"));
    return own;
  };
}

/** What is only possible is told where there is nothing better. @param {Finding[]} findings */
function strongest(findings) {
  const strong = findings.filter(({ certainty }) => certainty !== "possible");
  return strong.length > 0 ? strong : findings.slice(0, 1);
}

/**
 * @param {Offer} offer
 * @param {Store} store
 */
function offerNote({ found }, store) {
  const names = found.map((name) => LABELS[name]).join(", ");
  return h(
    "div",
    { class: "jd-offer" },
    h("p", {}, gettext("This text holds more than one field: {names}. It is not in the field yet.", { names })),
    h("p", { class: "jd-row" }, button(gettext("Fill the fields from it"), () => store.takeOffer(), "jd-fix"), button(gettext("Leave it"), () => store.leaveOffer())),
  );
}
