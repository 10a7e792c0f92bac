// @ts-check
// The same from this page, where a browser allows it. The panel says who will get the header; nothing is sent before the press.
import { causesOfSilence, policyWatch, silence } from "../parts/blocked.js";
import { fill, h, withNodes } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { stepList, STEPS } from "../views/step-list.js";
import { button, say } from "../parts/button.js";

/** @import { Examined } from "../../pkg/jira_doctor.js" */
/** @import { Asking, State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */

/**
 * @param {Store} store
 * @param {{ relay: string | null, onCommand: () => void, signal: AbortSignal }} options `relay`: a folder of this page's own server
 */
export function livePanel(store, { relay, onCommand, signal }) {
  /** Stops what is under way. @type {AbortController | null} */
  let running = null;
  /** Who will get the header, the first first. @type {string[]} */
  let hosts = [];
  const destination = h("p", { class: "jd-destination" });
  const trouble = h("div", { class: "jd-say-place" });
  const steps = stepList({ live: true });
  const outcome = h("div", { class: "jd-silence-place" });
  const start = button(gettext("Ask Jira from this page"), () => run(), "jd-primary");
  const stop = button(gettext("Cancel"), () => running?.abort());
  const node = h(
    "div",
    { part: "live" },
    h("p", { class: "jd-strong" }, gettext("Or ask from this page.")),
    destination,
    h("details", {}, h("summary", {}, gettext("What this can and can’t tell you")), ...limits(relay)),
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
      const examined = await store.examine({ relay, signal: control.signal, onStep: (steps, next, journey) => isForgotten() || progress({ steps, next, journey }) });
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
    fill(outcome, silence(causesOfSilence(url, { isRefused: watch.refuses(url), isInternal: store.readSite(url)?.internal ?? false }), onCommand));
  };

  /** @param {State} state */
  const update = ({ diagnosis, calls }) => {
    if (running) return;
    hosts = diagnosis?.given.secretKind ? diagnosis.hosts : [];
    start.disabled = hosts.length === 0;
    fill(destination, destinationOf(hosts, relay));
    // What was asked was asked with other details.
    if (calls.length === 0) fill(outcome);
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

/**
 * @param {string[]} hosts
 * @param {string | null} relay
 */
function destinationOf([first, ...others], relay) {
  if (!first) return gettext("Type your site address, e-mail and token above. Then this says where they would be sent.");
  const name = (/** @type {string} */ host) => h("strong", { dir: "ltr", translate: "no" }, host);
  if (relay) {
    const { host, pathname } = new URL(relay, location.href);
    return withNodes(gettext("Sends your e-mail and token to {host}, this page’s own server, which passes calls to {pathname} on to the Jira site that its operator chose."), { host: name(host), pathname });
  }
  const host = name(first);
  if (others.length === 0) return withNodes(gettext("Sends your e-mail and token to {host}, and nowhere else. Nothing is sent until you press the button."), { host });
  const gateway = others.flatMap((other, at) => [at > 0 ? ", " : "", name(other)]);
  return withNodes(
    gettext("Sends your e-mail and token to {host}. If it refuses them, also to {gateway}, Atlassian’s gateway for tokens with scopes, and nowhere else. Nothing is sent until you press the button."),
    { host, gateway },
  );
}

/** @param {string | null} relay */
function limits(relay) {
  if (relay) {
    return [
      h("p", {}, gettext("This page’s operator runs a relay for it, so the browser doesn’t block the calls. The relay sees your e-mail and token as they pass through.")),
      h("p", {}, gettext("All calls are GET requests: they read and change nothing.")),
    ];
  }
  return [
    h("p", {}, gettext("Jira Cloud usually refuses calls from other websites. The browser then tells this page nothing, so nothing is known about your credentials. Use the command instead.")),
    h("p", {}, gettext("It can work if your own Jira server allows this page’s address, and perhaps through Atlassian’s gateway. Even then, some response headers stay hidden.")),
    h("p", {}, gettext("All calls are GET requests: they read and change nothing. Redirects aren’t followed.")),
  ];
}
