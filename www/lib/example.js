// @ts-check
// Shows the example of a problem in the checker: what its page shows as wrong, with secrets made for the occasion.
import { examples } from "./explain.js";
import { init, sample } from "./load.js";
import { exchangeText } from "./parts/exchange-text.js";

/** @import { JiraDoctorElement } from "./element/jira-doctor.js" */

/**
 * @param {JiraDoctorElement} doctor
 * @param {string} problem
 */
export async function tryExample(doctor, problem) {
  const chosen = (await examples()).find((example) => example.problem === problem);
  if (!chosen) return;
  await init();
  const { site, email, token, authorization, ...rest } = expand(JSON.parse(chosen.wrong));
  doctor.clear();
  doctor.fill({ site: site ?? "", email: email ?? "", token: token ?? "" });
  const text = exchangeText(rest);
  if (authorization || text) doctor.paste([authorization && `Authorization: ${authorization}`, text].filter(Boolean).join("\n"));
  else doctor.check();
}

/**
 * @param {any} value
 * @returns {any}
 */
function expand(value) {
  if (typeof value === "string") return sample(value);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expand(inner)]));
}
