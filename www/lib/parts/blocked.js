// @ts-check
// A call of this page came to nothing. The verdict says what that can mean; here stands what the browser knows of it.
import { h, prose } from "./dom.js";
import { gettext } from "../gettext.js";
import { button } from "../parts/button.js";

/** Notes what the page's own policy forbids, from now until it is asked. */
export function policyWatch() {
  /** @type {Set<string>} */
  const refused = new Set();
  const note = (/** @type {SecurityPolicyViolationEvent} */ { effectiveDirective, blockedURI }) => {
    if (effectiveDirective === "connect-src") refused.add(hostOf(blockedURI));
  };
  document.addEventListener("securitypolicyviolation", note);
  return {
    /** @param {string} url */
    refuses: (url) => refused.has(hostOf(url)),
    end: () => document.removeEventListener("securitypolicyviolation", note),
  };
}

/**
 * What keeps this page from calling, as far as the browser tells it.
 *
 * @param {string} url of the call that came to nothing
 * @param {boolean} isRefused whether the page's policy forbade it
 */
export function causesOfSilence(url, isRefused) {
  const { protocol, host } = new URL(url);
  return [
    isRefused && gettext("This page forbids itself to call {host}: its Content-Security-Policy does not name that host.", { host }),
    !navigator.onLine && gettext("The browser says that it is offline."),
    protocol === "http:" && location.protocol === "https:" && gettext("This page came over https and the address is http: the browser blocks that. Use https."),
  ].filter((cause) => cause !== false);
}

/**
 * @param {string[]} causes
 * @param {() => void} onCommand
 */
export function silence(causes, onCommand) {
  return h(
    "div",
    { class: "jd-silence", part: "silence" },
    h("h3", {}, gettext("The browser gave this page nothing")),
    h("p", {}, gettext("That says nothing about your credentials: not even whether they were looked at.")),
    causes.length > 0 && h("ul", {}, causes.map((cause) => h("li", {}, prose(cause)))),
    h("p", {}, gettext("A command is not bound by a browser's rules: run it, and paste what it prints.")),
    h("p", {}, button(gettext("Take the command instead"), onCommand)),
  );
}

/** @param {string} url */
function hostOf(url) {
  return URL.canParse(url) ? new URL(url).host : url;
}
