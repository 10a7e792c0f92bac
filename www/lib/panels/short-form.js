// @ts-check
// For people who know a number and a sentence, and have nothing to paste.
import { h, uniqueId } from "../parts/dom.js";
import { PLAIN, UNRECORDED, UNRECORDED_CLASSES } from "../element/fields.js";
import { gettext } from "../gettext.js";

/** @import { Evidence } from "../../pkg/jira_doctor.js" */

/**
 * @param {(how: { focus: boolean }) => void} onAnswer
 * @param {() => void} onEdit
 */
export function shortForm(onAnswer, onEdit) {
  const common = { autocomplete: "off", ...PLAIN, ...UNRECORDED, class: UNRECORDED_CLASSES };
  const on = { input: onEdit, change: () => onAnswer({ focus: false }) };
  const statusId = uniqueId("status");
  const bodyId = uniqueId("body");
  const status = h("input", { id: statusId, type: "text", inputmode: "numeric", maxlength: "3", "data-answer-field": "status", ...common, on });
  const body = h("textarea", { id: bodyId, rows: "3", "data-answer-field": "body", ...common, on });
  const node = h(
    "details",
    { class: "jd-fold" },
    h("summary", {}, gettext("You only know the status or the message?")),
    h("label", { for: statusId }, gettext("Status, for example 401")),
    status,
    h("label", { for: bodyId }, gettext("Text of the answer, if you have it")),
    body,
  );
  /** @returns {Evidence["response"]} */
  const response = () => {
    const number = /^\s*[1-5]\d\d\s*$/.test(status.value) ? Number(status.value) : null;
    const text = body.value.trim() ? body.value : null;
    if (number === null && text === null) return null;
    return { ...(number && { status: number }), ...(text && { body: text }) };
  };
  const clear = () => {
    status.value = "";
    body.value = "";
  };
  return { node, response, clear };
}
