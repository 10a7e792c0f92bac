// @ts-check
// What the verdict rests on, folded: the pasted text with what the reasons speak of marked, and what nobody can tell from it.
import { gettext } from "../gettext.js";
import { fill, h, prose, renderer } from "../parts/dom.js";
import { transcript } from "../views/transcript.js";

/** @import { Diagnosis } from "../../pkg/jira_doctor.js" */
/** @import { State } from "../core/state.js" */
/** @import { Context } from "../views/proof.js" */

/** @param {Context} context */
export function evidencePanel(context) {
  const place = h("div");
  const pasted = h("details", { class: "jd-also", part: "pasted", hidden: true }, h("summary", {}, gettext("What you pasted, without its secrets")), place);
  const limits = h("div");
  const node = h("div", { part: "evidence" }, pasted, limits);
  const drawLimits = renderer(limits, (/** @type {string[]} */ all) => all.length > 0 && h("details", { class: "jd-also", "data-key": "limits" }, h("summary", {}, gettext("What this can't tell")), h("ul", {}, all.map((limit) => h("li", {}, prose(limit))))));

  /** It is long, so it is made when somebody opens it. */
  const show = () => {
    const { diagnosis } = context.store.state;
    const field = diagnosis && context.store.evidence.response ? "response" : "paste";
    const shown = pasted.open && diagnosis ? context.shown(field) : null;
    fill(place, shown && diagnosis && transcript(shown, reasonsIn(diagnosis, field)));
  };
  pasted.addEventListener("toggle", show);
  /** @param {State} state */
  const update = ({ diagnosis, pasted: text, recognized }) => {
    pasted.hidden = text === "" || recognized === null;
    drawLimits(diagnosis?.limits ?? []);
    if (pasted.open) show();
  };
  return { node, update };
}

/**
 * @param {Diagnosis} diagnosis
 * @param {"paste" | "response"} of
 */
function reasonsIn({ findings }, of) {
  const reasons = findings.flatMap((finding) => finding.reasons);
  return reasons.flatMap(({ text, field, span }) => (span && field === of ? [{ text, span }] : []));
}
