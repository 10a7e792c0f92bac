// @ts-check
// How far a call got, as a strip: each stage passed, stopped at, or not known.
import { h, hidden, icon } from "../parts/dom.js";
import { gettext } from "../gettext.js";

/** @import { Leg } from "../../pkg/jira_doctor.js" */
/** @import { IconName } from "../parts/dom.js" */

/** @type {Record<Leg["stage"], string>} */
const STAGES = {
  name: gettext("Name"),
  connect: gettext("Connection"),
  secure: "TLS",
  front: gettext("Gateway"),
  "sign-in": gettext("Sign-in"),
  allow: gettext("Permission"),
  find: gettext("Project"),
};

/** @type {Record<Leg["state"], { icon: IconName, word: string }>} */
const STATES = {
  passed: { icon: "success", word: gettext("passed") },
  stopped: { icon: "stop", word: gettext("stopped here") },
  unknown: { icon: "open", word: gettext("not known") },
};

/** @param {Leg[]} legs */
export function journey(legs) {
  return h(
    "ol",
    { class: "jd-journey", part: "journey", "aria-label": gettext("How far the call got") },
    legs.map(({ stage, state }) => h("li", { "data-stage": stage, "data-state": state }, icon(STATES[state].icon), h("span", {}, STAGES[stage]), hidden(`: ${STATES[state].word}`))),
  );
}
