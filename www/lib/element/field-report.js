// @ts-check
// What stands under one field: its findings, and after a fix the way back.
import { fill, h, renderer } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { button, findingList } from "../views/view.js";

/** @import { Finding } from "../../pkg/jira_doctor.js" */
/** @import { Context } from "../views/view.js" */

export class FieldReport {
  #note = h("div", { class: "jd-note-place" });
  /** @type {(findings: Finding[]) => void} */
  #render;

  /**
   * @param {HTMLElement} place
   * @param {() => Context} context
   */
  constructor(place, context) {
    const list = h("div");
    fill(place, this.#note, list);
    this.#render = renderer(list, (findings) => findingList(findings, context()));
  }

  /** @param {Finding[]} findings */
  show(findings) {
    this.#render(findings);
  }

  /** @param {() => void} undo */
  offerUndo(undo) {
    fill(this.#note, h("p", { class: "jd-note" }, gettext("Changed by the fix."), " ", button(gettext("Undo"), undo, "jd-link")));
  }

  clear() {
    fill(this.#note);
    this.#render([]);
  }
}
