// @ts-check
// What the element knows, as one value.

/** @import { Answers, Call, Diagnosis, Field, FilledFields, Leg, PermissionRow, Profile, StepName, StepResult } from "../../pkg/jira_doctor.js" */
/** @import { InputField, Texts } from "../element/fields.js" */
/** @import { LoadState } from "./loader.js" */

/** What a fix changed. The token's texts are not among it. @typedef {{ field: Field, before: string | null, after: string | null }} ChangedField */
/** @typedef {{ fields: ChangedField[], former: Texts, formerHeader: string }} Change */

/**
 * What the box was found to hold.
 *
 * @typedef {object} Recognized
 * @property {(keyof FilledFields)[]} fields
 * @property {InputField[]} kept fields that hold something else and were left alone
 * @property {boolean} tells whether it tells how a call went
 * @property {boolean} isAnswer whether it is to be explained, and not only to be filled in from
 */

/**
 * @typedef {object} State
 * @property {LoadState} load
 * @property {unknown} trouble why something is not loaded
 * @property {Diagnosis | null} diagnosis
 * @property {boolean} isStale whether something was typed since
 * @property {Set<InputField>} reported the fields whose findings are shown
 * @property {boolean} isChecked whether the whole was asked for. From then on an empty field counts as left blank
 * @property {string} pasted what the box holds, its secrets still in it
 * @property {Recognized | null} recognized
 * @property {string} header
 * @property {{ project?: string, issue?: string }} targets
 * @property {Answers} answers
 * @property {Call[]} calls what Jira answered this page. It supersedes what was pasted before
 * @property {Asking | null} asking what is known so far while this page asks Jira
 * @property {Profile | null} profile
 * @property {PermissionRow[]} needs what the profile needs the account to be allowed
 * @property {string} refusal why a profile cannot be used
 * @property {Change | null} change
 * @property {Offer | null} offer
 */

/** @typedef {{ steps: StepResult[], next: StepName | null, journey: Leg[] }} Asking */

/** A pasted text that holds more than the field that it was pasted into. @typedef {{ field: InputField, found: InputField[], text: string }} Offer */

/** @returns {Omit<State, "load" | "trouble" | "profile" | "needs" | "refusal">} */
export const nothing = () => ({
  diagnosis: null,
  isStale: false,
  reported: new Set(),
  isChecked: false,
  pasted: "",
  recognized: null,
  header: "",
  targets: {},
  answers: {},
  calls: [],
  asking: null,
  change: null,
  offer: null,
});
