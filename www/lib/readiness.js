// @ts-check
// What is still missing before the details can be saved in a product, and what goes into which of its fields.

/** @import { Diagnosis, Forms, Profile } from "../pkg/jira_doctor.js" */
/** @import { InputField } from "./fields.js" */

/** @typedef {"site" | "email" | "token" | "project" | "issue" | "ask" | "permissions"} Part */
/** @typedef {{ part: Part, isDone: boolean, text: string }} Condition */

/** @type {Record<NonNullable<Profile["site"]>["form"], keyof Forms>} */
const FORMS = { subdomain: "subdomain", host: "host", url: "url" };

/** The site as the product's field wants it. @param {Diagnosis} diagnosis @param {Profile} profile */
export function siteValue({ site }, profile) {
  return site?.forms?.[FORMS[profile.site?.form ?? "url"]] ?? null;
}

/**
 * @param {Diagnosis} diagnosis
 * @param {Profile} profile
 * @param {(field: InputField) => string} value
 * @returns {Condition[]}
 */
export function conditions(diagnosis, profile, value) {
  const isFaulty = (/** @type {InputField} */ field) =>
    diagnosis.findings.some((finding) => finding.field === field && finding.severity === "error" && finding.certainty !== "possible");
  const typed = (/** @type {InputField} */ part, /** @type {string} */ text) => ({ part, isDone: value(part).trim() !== "" && !isFaulty(part), text });
  const passed = (/** @type {string} */ name) => diagnosis.steps.some(({ step, outcome }) => step === name && outcome === "passed");
  const isAccepted = passed("myself") || (profile.token?.scoped === true && passed("gateway-myself"));
  const required = diagnosis.permissions.filter(({ needed }) => needed === "required");
  const missing = required.filter(({ held }) => held === false).map(({ name }) => name);

  /** @type {(Condition | false | undefined)[]} */
  const all = [
    { ...typed("site", "The site’s address is in order."), isDone: !isFaulty("site") && siteValue(diagnosis, profile) !== null },
    typed("email", "The e-mail address is in order."),
    typed("token", "The token is in order, as far as one can see."),
    { part: "ask", isDone: isAccepted, text: "Jira accepts the e-mail and the token." },
    required.length > 0 && {
      part: "permissions",
      isDone: required.every(({ held }) => held === true),
      text: missing.length > 0 ? `The account still lacks: ${missing.join(", ")}.` : `The account has every permission that ${profile.name} must have.`,
    },
    profile.needsProject && { part: "project", isDone: passed("project"), text: "The account can see the project." },
    profile.needsIssue && { part: "issue", isDone: passed("issue"), text: "The account can see the issue." },
  ];
  return all.filter((one) => one !== false && one !== undefined);
}
