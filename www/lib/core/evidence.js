// @ts-check
// The state as the evidence that is diagnosed.
import { FIELDS } from "../element/field-names.js";

/** @import { Evidence, Field } from "../../pkg/jira_doctor.js" */
/** @import { Fields } from "../element/fields.js" */
/** @import { State } from "./state.js" */

/** @typedef {Pick<State, "pasted" | "recognized" | "calls" | "header" | "targets" | "answers" | "isChecked">} Gathered */

/** Three digits alone are a status and no text. @param {string} text */
export function isStatus(text) {
  return /^\s*[1-5]\d\d\s*$/.test(text);
}

/** Whether something tells of a call. @param {Gathered} gathered */
export function hasAnswer({ calls, pasted, recognized }) {
  return calls.length > 0 || (pasted.trim() !== "" && recognized?.isAnswer !== false);
}

/**
 * @param {Gathered} gathered
 * @param {Fields} fields
 * @returns {Evidence}
 */
export function evidenceOf(gathered, fields) {
  const { calls, pasted, header, targets, answers, isChecked } = gathered;
  /** @type {Evidence} */
  const evidence = {};
  if (targets.project?.trim()) evidence.project = targets.project;
  if (targets.issue?.trim()) evidence.issue = targets.issue;
  const isAnswered = hasAnswer(gathered);
  for (const field of FIELDS) {
    const text = fields.value(field);
    // With an answer at hand a blank field is one that the person did not fill in, and no fault.
    if (text || (isChecked && !isAnswered && !header)) evidence[field] = text;
  }
  if (Object.keys(answers).length > 0) evidence.answers = answers;
  if (calls.length > 0) return { ...evidence, calls };
  if (header) evidence.authorization = header;
  if (!isAnswered) return evidence;
  return { ...evidence, ...(isStatus(pasted) ? { response: { status: Number(pasted) } } : { paste: pasted }) };
}

/**
 * What stands in a field, as it may be quoted: a star for each character of a secret.
 *
 * @param {{ evidence: Evidence, state: State }} store
 * @param {Field} field
 * @returns {string | null}
 */
export function quotable({ evidence, state }, field) {
  const text = evidence[field];
  if (typeof text !== "string") return null;
  const secrets = state.diagnosis?.hidden.filter((part) => part.field === field) ?? [];
  return secrets.reduce((shown, { span: { start, end } }) => shown.slice(0, start) + "*".repeat(end - start) + shown.slice(end), text);
}
