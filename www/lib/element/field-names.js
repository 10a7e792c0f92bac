// @ts-check
// The three fields, by name.
import { gettext } from "../gettext.js";

/** @import { Profile } from "../../pkg/jira_doctor.js" */

/** @typedef {"site" | "email" | "token"} InputField */

/** @type {InputField[]} */
export const FIELDS = ["site", "email", "token"];

/**
 * @param {string | null} field
 * @returns {field is InputField}
 */
export function isInputField(field) {
  return FIELDS.some((known) => known === field);
}

/** @type {Record<InputField, string>} */
export const LABELS = { site: gettext("Site"), email: gettext("E-mail"), token: gettext("API token") };

/** What the fields are called, in the product's own words where it has some. @param {Profile | null} profile @returns {Record<InputField, string>} */
export function labelsOf(profile) {
  return {
    site: profile?.site?.label || LABELS.site,
    email: profile?.account?.label || LABELS.email,
    token: profile?.token?.label || LABELS.token,
  };
}

/** @type {Record<Profile["site"]["form"], string>} */
const SITE_FORMS = {
  subdomain: gettext("Only the name of your site, for example `acme`"),
  host: gettext("The host of your site, for example `acme.atlassian.net`"),
  url: gettext("From your browser's address bar, for example `https://acme.atlassian.net`"),
};

/** What goes into the fields. @param {Profile | null} profile @returns {Record<InputField, string>} */
export function hintsOf(profile) {
  const isServer = profile?.deployments?.every((deployment) => deployment === "data-center");
  const isCloud = profile?.deployments?.every((deployment) => deployment === "cloud");
  const cloud = gettext("The one that you sign in to Atlassian with");
  return {
    site: SITE_FORMS[profile?.site?.form ?? "url"],
    email: isCloud ? cloud : isServer ? gettext("Your user name on the Jira server") : gettext("The one that you sign in to Atlassian with; on your own server, your user name"),
    token: isServer ? gettext("A personal access token, not your password") : gettext("Not your password"),
  };
}
