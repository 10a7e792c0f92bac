// @ts-check
// The same from this page, where a browser lets it. Before the press stands who will get the header; nothing is sent before.
import { causesOfSilence, policyWatch, silence } from "./blocked.js";
import { fill, h } from "./dom.js";
import { stepList, STEPS } from "./step-list.js";
import { button, say } from "./view.js";

/** @import { Diagnosis, Examined, StepName, StepResult } from "../pkg/jira_doctor.js" */

/**
 * @typedef {object} Options
 * @property {string | null} relay a folder of this page's own server
 * @property {(how: { signal: AbortSignal, onStep: (steps: StepResult[], next: StepName | null) => void }) => Promise<Examined | null>} examine
 * @property {(examined: Examined) => void} onExamined
 * @property {() => void} onCommand the person wants the command instead
 * @property {AbortSignal} signal
 * @property {(sentence: string) => void} tell
 */

/** @param {Options} options */
export function livePanel({ relay, examine, onExamined, onCommand, signal, tell }) {
  /** Stops what is under way. @type {AbortController | null} */
  let running = null;
  /** Who will get the header, the first first. @type {string[]} */
  let hosts = [];
  const destination = h("p", { class: "jd-destination" });
  const trouble = h("div", { class: "jd-say-place" });
  const steps = stepList({ live: true });
  const outcome = h("div", { class: "jd-silence-place" });
  const start = button("Ask Jira from this page", () => run(), "jd-primary");
  const stop = button("Cancel", () => running?.abort());
  const node = h(
    "div",
    { part: "live" },
    h("h3", {}, "Or try from this page"),
    destination,
    h("details", {}, h("summary", {}, "What this can tell, and what not"), ...limits(relay)),
    h("p", { class: "jd-row" }, start, stop),
    trouble,
    steps.node,
    outcome,
  );
  stop.hidden = true;
  signal.addEventListener("abort", () => running?.abort());

  const run = async () => {
    if (running || hosts.length === 0) return;
    const control = new AbortController();
    const isForgotten = () => running !== control;
    const watch = policyWatch();
    begin(control);
    try {
      const examined = await examine({ signal: control.signal, onStep: (all, next) => isForgotten() || progress(all, next) });
      // The event that tells of a forbidden call comes after the call's end.
      await new Promise((resolve) => setTimeout(resolve));
      if (isForgotten() || !examined) return;
      onExamined(examined);
      // What was found stands in the result, step by step.
      steps.update([]);
      showSilence(examined, watch);
      tell(control.signal.aborted ? "Cancelled. The steps so far are kept." : examined.diagnosis.headline);
    } catch (error) {
      if (!isForgotten()) say(trouble, /** @type {Error} */ (error).message);
    } finally {
      watch.end();
      if (!isForgotten()) end();
    }
  };
  const begin = (/** @type {AbortController} */ control) => {
    running = control;
    say(trouble, "");
    fill(outcome);
    steps.update([]);
    start.hidden = true;
    stop.hidden = false;
    stop.focus();
  };
  const end = () => {
    running = null;
    const hadFocus = stop.matches(":focus");
    start.hidden = false;
    stop.hidden = true;
    if (hadFocus) start.focus();
  };
  const progress = (/** @type {StepResult[]} */ all, /** @type {StepName | null} */ next) => {
    const at = all.findIndex(({ step, outcome }) => step === next && outcome === "not-asked");
    steps.update(all, at);
    if (next) tell(`Asking: ${STEPS[next]}`);
  };
  /**
   * @param {Examined} examined
   * @param {ReturnType<typeof policyWatch>} watch
   */
  const showSilence = ({ calls }, watch) => {
    const silent = calls.find(({ failure }) => failure === "unreachable");
    if (!silent?.request?.url || calls.some(({ response }) => response)) return;
    const url = relay ? new URL(relay, location.href).href : silent.request.url;
    fill(outcome, silence(causesOfSilence(url, { isRefused: watch.refuses(url) }), onCommand));
  };

  /** @param {Diagnosis | null} diagnosis of what stands in the fields */
  const update = (diagnosis) => {
    if (running) return;
    hosts = diagnosis?.given.secretKind ? diagnosis.hosts : [];
    start.disabled = hosts.length === 0;
    fill(destination, destinationOf(hosts, relay));
  };
  /** Forgets what was asked, and stops what is under way. */
  const clear = () => {
    running?.abort();
    if (running) end();
    steps.update([]);
    say(trouble, "");
    fill(outcome);
  };
  update(null);
  return { node, update, clear };
}

/**
 * @param {string[]} hosts
 * @param {string | null} relay
 */
function destinationOf([first, ...others], relay) {
  if (!first) return "Type your site address, e-mail and token above. Then this says who would get them.";
  const name = (/** @type {string} */ host) => h("strong", { dir: "ltr", translate: "no" }, host);
  if (relay) {
    const { host, pathname } = new URL(relay, location.href);
    return ["Sends your e-mail and token to ", name(host), `, this page’s own server, which passes what comes in at ${pathname} on to the Jira that its operator chose.`];
  }
  const gateway = others.length > 0 && ["; where it refuses them also to ", ...others.flatMap((host, at) => [at > 0 ? ", " : "", name(host)]), ", Atlassian’s gateway for tokens with scopes"];
  return ["Sends your e-mail and token to ", name(first), ...(gateway || []), ". To nobody else, and only when you press."];
}

/** @param {string | null} relay */
function limits(relay) {
  if (relay) {
    return [
      h("p", {}, "This page’s operator runs a relay for it, so the browser does not stand in the way. The relay sees your e-mail and token as they pass."),
      h("p", {}, "All calls are GETs: they read and change nothing."),
    ];
  }
  return [
    h("p", {}, "Sites of Jira Cloud usually refuse calls from other people’s pages. Then the browser tells this page nothing at all, and nothing is proved about your credentials: use the command."),
    h("p", {}, "It can work where a Jira server of your own allows this page’s address, and perhaps with Atlassian’s gateway. Some headers of the answer stay hidden all the same."),
    h("p", {}, "All calls are GETs: they read and change nothing. No redirect is followed."),
  ];
}
