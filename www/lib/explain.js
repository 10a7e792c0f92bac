// @ts-check
// The texts of the problems' pages, loaded when asked for.
import { problemFile } from "./files.js";

/** @import { Explanation, ProblemId } from "../pkg/jira_doctor.js" */
/** @typedef {{ problem: ProblemId, title: string, group: string, wrong: string }} Example */

/** @param {ProblemId} problem @returns {Promise<Explanation>} */
export async function explain(problem) {
  // Nothing but an id may become a part of the address.
  if (!/^[a-z0-9-]+$/.test(problem)) throw new Error("no problem has this id");
  return problemFile(problem);
}

/** Every problem with the example that raises it, in the order of the index page. @returns {Promise<Example[]>} */
export const examples = () => problemFile("examples");
