// @ts-check
// The texts of the problems' pages, loaded when asked for. They are scripts, because a page whose policy says
// `connect-src 'none'` may import one where it may not fetch it.

/** @import { Explanation, ProblemId } from "../pkg/jira_doctor.js" */
/** @typedef {{ problem: ProblemId, title: string, group: string, wrong: string }} Example */

/** @param {ProblemId} problem @returns {Promise<Explanation>} */
export async function explain(problem) {
  // Nothing but an id may become a part of the address.
  if (!/^[a-z0-9-]+$/.test(problem)) throw new Error("no problem has this id");
  return load(problem);
}

/** Every problem with the example that raises it, in the order of the index page. @returns {Promise<Example[]>} */
export const examples = () => load("examples");

/** @param {string} name */
async function load(name) {
  const address = `../problems/${name}.js`;
  return (await import(address)).default;
}
