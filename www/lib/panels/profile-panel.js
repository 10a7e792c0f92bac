// @ts-check
// Which product the details are for: what it needs, and its guide.
import { fill, h, prose, uniqueId } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { guideView } from "../views/guide-view.js";
import { permissionTable } from "../views/permission-table.js";
import { profileById } from "../named-profile.js";
import { NAMES } from "../profile-names.js";
import { say } from "../views/view.js";

/** @import { GuideStep, PermissionRow, Profile } from "../../pkg/jira_doctor.js" */

const DEPLOYMENTS = { cloud: gettext("Jira Cloud"), "data-center": gettext("a Jira server of your own") };

/**
 * @param {object} options
 * @param {boolean} options.isFixed the page around has chosen
 * @param {(profile: Profile | null) => void} options.onChoose
 * @param {(part: NonNullable<GuideStep["part"]>) => void} options.onGo
 */
export function profilePanel({ isFixed, onChoose, onGo }) {
  /** @type {Profile | null} */
  let profile = null;
  /** @type {ReturnType<typeof guideView> | null} */
  let guide = null;
  const id = uniqueId("profile");
  const hint = uniqueId("hint");
  const about = h("div", { class: "jd-about" });
  const needs = h("div");
  const trouble = h("div", { class: "jd-say-place" });
  const change = async () => {
    const chosen = select.selectedIndex;
    const found = await profileById(NAMES[chosen - 1]?.id ?? null).catch((/** @type {Error} */ { message }) => refuse(message));
    // Another one was chosen while this one was on its way, or it did not come.
    if (found === undefined || select.selectedIndex !== chosen) return;
    set(found);
    // Whoever chooses it wants to follow it.
    about.querySelector("details")?.setAttribute("open", "");
    onChoose(profile);
  };
  const select = h(
    "select",
    { id, "aria-describedby": hint, on: { change } },
    h("option", {}, gettext("Another one, or none")),
    NAMES.map(({ name }) => h("option", {}, name)),
  );
  const choice = h("div", {}, h("label", { for: id }, gettext("Which product do you connect to Jira?")), h("p", { class: "jd-muted", id: hint }, gettext("You then see its guide, its own words, and what it needs.")), select);
  const node = h("section", { part: "profile", class: "jd-profile" }, choice, trouble, about);

  const set = (/** @type {Profile | null} */ to) => {
    profile = to;
    say(trouble, "");
    // A profile of the page's own is its choice.
    const at = NAMES.findIndex(({ id }) => id === to?.id);
    choice.hidden = isFixed || (to !== null && at < 0);
    select.selectedIndex = at + 1;
    guide = to?.guide ? guideView(to.name, to.guide, onGo) : null;
    fill(needs);
    fill(about, to && [...aboutView(to, guide?.node), needs]);
  };
  /** What the account must be allowed. @param {PermissionRow[]} rows */
  const need = (rows) => {
    if (rows.length === 0 || !profile) return;
    fill(needs, h("details", {}, h("summary", {}, gettext("What {name} needs the account to be allowed ({length})", { name: profile.name, length: rows.length })), permissionTable(rows, profile.name)));
  };
  /** @param {(part: string) => boolean | null} isDone */
  const update = (isDone) => guide?.update(isDone);
  /** Does without a profile that cannot be read. @param {string} reason */
  const refuse = (reason) => {
    set(null);
    say(trouble, gettext("The profile cannot be used. {reason}", { reason }));
  };
  return { node, set, need, update, refuse, get: () => profile };
}

/**
 * @param {Profile} profile
 * @param {Node | undefined} guide
 */
function aboutView({ name, deployments = [] }, guide) {
  const [first, second] = deployments.map((deployment) => DEPLOYMENTS[deployment]);
  const where = first && second ? gettext("{first} and {second}", { first, second }) : first;
  return [
    where && h("p", {}, prose(gettext("{name} works with {where}.", { name, where }))),
    guide && h("details", {}, h("summary", {}, gettext("{name}’s guide, step by step", { name })), guide),
  ].filter((one) => one !== "" && one !== undefined);
}
