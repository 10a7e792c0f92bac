// @ts-check
// What shows that a finding is right: the value as a picture, or the line that says so.
import { quotable } from "../core/evidence.js";
import { h, prose } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { narrow } from "../parts/narrow.js";
import { excerpt, quote } from "../parts/quote.js";
import { addressPicture, headerPicture, tokenPicture } from "./picture.js";

/** @import { Field, Finding, Reason } from "../../pkg/jira_doctor.js" */
/** @import { ShownPaste } from "../core/shown-paste.js" */
/** @import { State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */

/**
 * @typedef {object} Context
 * @property {Store} store
 * @property {string | null} pages where the problems' pages are; `null` where the site has none
 * @property {(field: Field) => ShownPaste | null} shown what was pasted, as it may be quoted
 */

/**
 * @param {Finding} finding
 * @param {Context} context
 * @returns {Node | null}
 */
export function proof(finding, context) {
  const { field, span } = finding;
  const picture = pictureOf(field, span, context);
  if (picture) return picture;
  const reason = finding.reasons.find(({ field, span }) => field && span && context.shown(field));
  if (!reason) return null;
  const place = placeOf(reason, finding.message, context);
  return place && h("figure", { class: "jd-proof" }, place);
}

/**
 * @param {Field | null} field
 * @param {Finding["span"]} span
 * @param {Context} context
 */
function pictureOf(field, span, { store }) {
  const { state, fields } = store;
  if (field === "site" && fields.value("site")) return addressPicture(quotable(store, "site") ?? "", state.diagnosis?.site ?? null, span);
  if (field === "token" && fields.value("token")) return tokenPicture(fields.value("token"), state.diagnosis?.given.secretKind ?? null, span);
  if (field === "email" && span) return quote("email", span, quotable(store, "email"));
  const facts = field === "authorization" && state.header ? store.readHeader(state.header) : null;
  return facts && headerPicture(facts);
}

/**
 * @param {Reason} reason
 * @param {string} message which may name what the reason speaks of
 * @param {Context} context
 */
function placeOf({ text, field, span }, message, context) {
  if (!field || !span) return null;
  const pasted = context.shown(field);
  if (pasted) return excerpt(pasted.text, narrow(pasted.text, pasted.span(span), `${text} ${message}`));
  return quote(field, span, quotable(context.store, field));
}

/**
 * @param {Reason} reason
 * @param {string} message
 * @param {Context} context
 */
export function reasonItem(reason, message, context) {
  const place = placeOf(reason, message, context);
  // A reason that was the message already needs no second telling where its place can be shown.
  return h("li", {}, place && reason.text === message ? gettext("It says so here:") : prose(reason.text), place);
}
