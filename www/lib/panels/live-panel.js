// @ts-check
// The same from this page, where a browser allows it. The panel says who will get the header: it makes a plan as it says so, and a
// press sends that plan or nothing.
import { causesOfSilence, policyWatch, silence } from "../parts/blocked.js";
import { fill, h, withNodes } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { isInForeignFrame } from "../parts/frame.js";
import { stepList, STEPS } from "../views/step-list.js";
import { button, say } from "../parts/button.js";

/** @import { Examined } from "../../pkg/jira_doctor.js" */
/** @import { Asking, State } from "../core/state.js" */
/** @import { Plan } from "../load.js" */
/** @import { Store } from "../core/store.js" */

/**
 * @param {Store} store
 * @param {{ relay: string | null, allowFramed: boolean, onCommand: () => void, signal: AbortSignal }} options `relay`: a folder of this page's own server
 */
export function livePanel(store, { relay, allowFramed, onCommand, signal }) {
  /** Stops what is under way. @type {AbortController | null} */
  let running = null;
  /** What was shown last: a press sends it. @type {Plan | null} */
  let plan = null;
  /** What it was made for. */
  let planned = "";
  const isCovered = !allowFramed && isInForeignFrame();
  const destination = h("p", { class: "jd-destination", tabindex: "-1" });
  const trouble = h("div", { class: "jd-say-place" });
  const steps = stepList({ live: true });
  const outcome = h("div", { class: "jd-silence-place" });
  const start = button(gettext("Ask Jira from this page"), (event) => run(/** @type {MouseEvent} */ (event)), "jd-primary");
  const stop = button(gettext("Cancel"), () => running?.abort());
  const node = h(
    "div",
    { part: "live" },
    h("p", { class: "jd-strong" }, gettext("Or ask from this page.")),
    destination,
    h("details", {}, h("summary", {}, gettext("What this can and can't tell you")), ...limits(relay)),
    h("p", { class: "jd-row" }, start, stop),
    trouble,
    steps.node,
    outcome,
  );
  stop.hidden = true;
  signal.addEventListener("abort", () => running?.abort());

  const run = async (/** @type {MouseEvent} */ { detail }) => {
    // What a double click's second press meets may not have been read.
    if (running || !plan || detail > 1) return;
    if (store.asked !== planned) return showAnew();
    const control = new AbortController();
    const isForgotten = () => running !== control;
    const watch = policyWatch();
    begin(control);
    try {
      const examined = await store.examine(plan, { signal: control.signal, onStep: (steps, next, journey) => isForgotten() || progress({ steps, next, journey }) });
      // The event that tells of a forbidden call comes after the call's end.
      await new Promise((resolve) => setTimeout(resolve));
      if (isForgotten() || !examined) return;
      store.examined(examined.calls);
      // What was found stands in the result, step by step.
      steps.update([]);
      showSilence(examined, watch);
      store.tell(control.signal.aborted ? gettext("Canceled. The steps so far are kept.") : examined.diagnosis.headline);
    } catch (error) {
      if (!isForgotten()) say(trouble, /** @type {Error} */ (error).message);
    } finally {
      watch.end();
      if (!isForgotten()) end();
    }
  };
  /** A script changed what stands in a field, which no event tells. */
  const showAnew = () => {
    store.refresh();
    say(trouble, gettext("What is in the fields has changed since this was shown. Nothing was sent. Read where it would go now, then press again."));
    destination.focus();
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
    store.ask(null);
    if (hadFocus) start.focus();
  };
  const progress = (/** @type {Asking} */ asking) => {
    const { steps: all, next } = asking;
    const at = all.findIndex(({ step, outcome }) => step === next && outcome === "not-asked");
    steps.update(all, at);
    store.ask(asking);
    if (next) store.tell(gettext("Asking: {step}", { step: STEPS[next] }));
  };
  /**
   * @param {Examined} examined
   * @param {ReturnType<typeof policyWatch>} watch
   */
  const showSilence = ({ calls }, watch) => {
    const silent = calls.find(({ failure }) => failure === "unreachable");
    if (!silent?.request?.url || calls.some(({ response }) => response)) return;
    const url = relay ? new URL(relay, location.href).href : silent.request.url;
    fill(outcome, silence(causesOfSilence(url, watch.refuses(url)), onCommand));
  };

  /** @param {State} state */
  const update = ({ diagnosis, isStale, calls }) => {
    const isOther = isStale || store.asked !== planned;
    if (running && !isOther) return;
    // What comes back of other details tells nothing of these.
    if (running) stopAll();
    if (isOther || !plan) make(!isStale && diagnosis !== null && diagnosis.hosts.length > 0);
    start.disabled = !plan;
    if (isCovered) fill(destination, gettext("Another website shows this page inside of its own, so this button is off: that website could lead your press astray. Open this page in a tab of its own."));
    else if (isStale) fill(destination, gettext("Something has changed. Leave the field, and this says where your details would be sent."));
    else fill(destination, destinationOf(plan?.hosts ?? [], relay));
    // What was asked was asked with other details.
    if (calls.length === 0) fill(outcome);
  };
  /** Plans anew what a press sends, if it may send anything. @param {boolean} isPossible */
  const make = (isPossible) => {
    plan = null;
    planned = store.asked;
    say(trouble, "");
    if (!isPossible || isCovered) return;
    try {
      plan = store.plan(relay);
    } catch (error) {
      say(trouble, /** @type {Error} */ (error).message);
    }
  };
  /** Stops what is under way. */
  const stopAll = () => {
    running?.abort();
    if (running) end();
    steps.update([]);
    say(trouble, "");
  };
  return { node, update, stop: stopAll };
}

/** More of a path tells nobody more, and millions of letters keep the browser busy. */
const LONGEST_PATH = 80;

/**
 * @param {readonly string[]} hosts
 * @param {string | null} relay
 */
function destinationOf([first, ...others], relay) {
  if (!first) return gettext("Type your site address, e-mail and token above. Then this says where they would be sent.");
  const name = (/** @type {string} */ host) => h("strong", { dir: "ltr", translate: "no" }, host);
  if (relay) {
    const { host, pathname } = new URL(relay, location.href);
    return withNodes(gettext("Sends your e-mail and token to {host}, this page's own server, which passes calls to {pathname} on to the Jira site that its operator chose."), { host: name(host), pathname: pathname.length > LONGEST_PATH ? `${pathname.slice(0, LONGEST_PATH)}…` : pathname });
  }
  const host = name(first);
  if (others.length === 0) return withNodes(gettext("Sends your e-mail and token to {host}, and nowhere else. Nothing is sent until you press the button."), { host });
  const gateway = others.flatMap((other, at) => [at > 0 ? ", " : "", name(other)]);
  return withNodes(
    gettext("Sends your e-mail and token to {host}. If it refuses them, also to {gateway}, Atlassian's gateway for tokens with scopes, and nowhere else. Nothing is sent until you press the button."),
    { host, gateway },
  );
}

/** @param {string | null} relay */
function limits(relay) {
  const some = relay
    ? [gettext("This page's operator runs a relay for it, so the browser doesn't block the calls. The relay sees your e-mail and token as they pass through.")]
    : [
        gettext("Jira Cloud usually refuses calls from other websites. The browser then tells this page nothing, so nothing is known about your credentials. Use the command instead."),
        gettext("It can work if your own Jira server allows this page's address, and perhaps through Atlassian's gateway. Even then, some response headers stay hidden."),
      ];
  return [...some, gettext("All calls are GET requests: they read and change nothing. Redirects aren't followed.")].map((text) => h("p", {}, text));
}
