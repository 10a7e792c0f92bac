// @ts-check
// The example of a problem for the checker: what its page shows as wrong, with secrets made for the occasion.
import { examples } from "./explain.js";
import { init, sample } from "./load.js";
import { exchangeText } from "./parts/exchange-text.js";

/**
 * What goes into the fields and into the box; `null` where no problem has this name.
 *
 * @param {string} problem
 */
export async function exampleOf(problem) {
  const chosen = (await examples()).find((example) => example.problem === problem);
  if (!chosen) return null;
  await init();
  const { site, email, token, authorization, ...rest } = expand(JSON.parse(chosen.wrong));
  const fields = { site: site ?? "", email: email ?? "", token: token ?? "" };
  const paste = [authorization && `Authorization: ${authorization}`, exchangeText(rest)].filter(Boolean).join("\n");
  return { fields, paste };
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
