// @ts-check
// The profiles that come along, by their names. They are loaded when the first is asked for: most people never do.
import { NAMES } from "./profile-names.js";

/** @import { Profile } from "../pkg/jira_doctor.js" */

/**
 * The profile of this name, if it is one of ours.
 *
 * @param {string | null} id
 * @returns {Promise<Profile | null>}
 */
export async function profileById(id) {
  if (!NAMES.some((name) => name.id === id)) return null;
  const { PROFILES } = await import("./profiles.js");
  return PROFILES.find((profile) => profile.id === id) ?? null;
}
