// @ts-check
// The parts of the element that need the whole checker: the ways to ask Jira, what it answered, what to take along. They are a script
// of their own, so that what reads the fields does not wait for them: `core/loader.js` loads it together with the whole checker.
import { ANSWERS } from "./element/sheets/answers.js";
import { adopt } from "./element/style.js";
import { evidencePanel } from "./panels/evidence.js";
import { examinedPanel } from "./panels/examined.js";
import { reportBar } from "./panels/report-bar.js";
import { setupView } from "./panels/setup.js";
import { waysPanel } from "./panels/ways.js";
import { fill } from "./parts/dom.js";
import { neededView } from "./views/permission-table.js";

/** @import { State } from "./core/state.js" */
/** @import { Store } from "./core/store.js" */
/** @import { Ways } from "./panels/ways.js" */
/** @import { Context } from "./views/proof.js" */

/**
 * Where they go.
 *
 * @typedef {object} Places
 * @property {HTMLElement} ask
 * @property {HTMLElement} below what stands below the verdict
 * @property {HTMLElement} needs
 * @property {HTMLElement} setup
 */

/**
 * @param {Store} store
 * @param {Ways & { places: Places, rows: { project: HTMLElement, issue: HTMLElement }, context: Context, printed: HTMLElement, signal: AbortSignal }} setting
 *   `printed`: what goes onto paper
 */
export function rest(store, { places, context, printed, ...setting }) {
  const ways = waysPanel(store, setting);
  const examined = examinedPanel();
  const evidence = evidencePanel(context);
  const setup = setupView(places.setup, store);
  const needs = neededView(places.needs);
  adopt(/** @type {ShadowRoot} */ (printed.getRootNode()), ANSWERS);
  fill(places.ask, ways.nodes);
  fill(places.below, examined.node, evidence.node, reportBar(store, () => printed));

  /** @param {State} state */
  const update = (state) => {
    setup.update(state.diagnosis?.setup ?? null);
    needs.update(state);
    examined.update(state);
    ways.update(state);
    evidence.update(state);
  };
  return { update, stop: ways.stop, leadToPermissions: examined.focus };
}
