// @ts-check
// How far the call got, as a strip: each stage passed, stopped at, or not known. It fills from the left while Jira is asked.
import { fill, h, hidden, icon } from "../parts/dom.js";
import { gettext } from "../gettext.js";

/** @import { Leg } from "../../pkg/jira_doctor.js" */
/** @import { State } from "../core/state.js" */
/** @import { IconName } from "../parts/dom.js" */

/** @type {[Leg["stage"], string][]} */
const STAGES = [
  ["name", gettext("Host name")],
  ["connect", gettext("Connection")],
  ["secure", "TLS"],
  ["front", gettext("Proxy or firewall")],
  ["sign-in", gettext("Sign-in")],
  ["allow", gettext("Permission")],
  ["find", gettext("Project and issue")],
];

/** @typedef {Leg["state"] | "running"} LegState */

/** @type {Record<LegState, { icon: IconName, word: string }>} */
const STATES = {
  passed: { icon: "success", word: gettext("passed") },
  stopped: { icon: "stop", word: gettext("stopped here") },
  unknown: { icon: "open", word: gettext("not known") },
  running: { icon: "open", word: gettext("being asked") },
};

export function journey() {
  const stages = STAGES.map(([stage, name]) => {
    const picture = h("span", { class: "jd-leg-icon" });
    const word = hidden("");
    return { stage, picture, word, node: h("li", { "data-stage": stage }, picture, h("span", {}, name), word) };
  });
  const node = h("ol", { class: "jd-journey", part: "journey", "aria-label": gettext("How far the call got") }, stages.map(({ node }) => node));
  /** @param {State} state */
  const update = ({ diagnosis, asking }) => {
    const legs = asking?.journey ?? diagnosis?.journey ?? [];
    // A strip of which nothing is known says nothing.
    node.hidden = !asking && legs.every(({ state }) => state === "unknown");
    const running = asking && legs.find(({ state }) => state === "unknown");
    for (const { stage, picture, word, node } of stages) {
      const leg = legs.find((leg) => leg.stage === stage);
      /** @type {LegState} */
      const state = leg && leg === running ? "running" : (leg?.state ?? "unknown");
      if (node.dataset.state === state) continue;
      node.dataset.state = state;
      fill(picture, icon(STATES[state].icon));
      word.textContent = `: ${STATES[state].word}`;
    }
  };
  return { node, update };
}
