// @ts-check
// What it can mean that a call of this page came to nothing. The browser does not say it; the page tells what it can rule out.
import { h, prose } from "./dom.js";
import { gettext } from "../gettext.js";
import { button } from "../parts/button.js";

/** @typedef {"no" | "yes" | "unknown"} Known */
/** @typedef {{ id: string, known: Known, text: string }} Cause */

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
 * @param {string} url of the call that came to nothing
 * @param {{ isRefused: boolean, isInternal: boolean }} seen whether the page's policy forbade it, and whether only its own network knows the host
 * @returns {Cause[]} what is the cause, then what may be, then what is not
 */
export function causesOfSilence(url, { isRefused, isInternal }) {
  const { protocol, host } = new URL(url);
  const isMixed = protocol === "http:" && location.protocol === "https:";
  const isOwn = host === location.host;
  /** @type {Cause[]} */
  const causes = [
    {
      id: "policy",
      known: isRefused ? "yes" : "no",
      text: isRefused ? gettext("This page forbids itself to call {host}: its Content-Security-Policy does not name that host.", { host }) : gettext("This page's own Content-Security-Policy."),
    },
    {
      id: "offline",
      known: navigator.onLine ? "no" : "yes",
      text: navigator.onLine ? gettext("No network.") : gettext("The browser says that it is offline."),
    },
    {
      id: "mixed-content",
      known: isMixed ? "yes" : "no",
      text: isMixed ? gettext("This page came over https and the address is http: the browser blocks that. Use https.") : gettext("Mixed content."),
    },
    {
      id: "private-network",
      known: isInternal ? "unknown" : "no",
      text: isInternal
        ? gettext("{host} is in a private network. The browser may have asked whether this page may reach it. Without your permission it sends nothing.", { host })
        : gettext("A private address."),
    },
    {
      id: "cors",
      known: isRefused || isOwn ? "no" : "unknown",
      text: isRefused || isOwn
        ? "CORS."
        : gettext("CORS: {host} does not allow calls from this page. That is the usual case: sites of Jira Cloud allow none, and no administrator can change it.", { host }),
    },
    {
      id: "network",
      known: isRefused ? "no" : "unknown",
      text: isRefused ? gettext("The name or the certificate.") : gettext("The name does not resolve, its certificate is not trusted, or a proxy, a firewall or an extension blocks {host}.", { host }),
    },
  ];
  const order = ["yes", "unknown", "no"];
  return causes.sort((a, b) => order.indexOf(a.known) - order.indexOf(b.known));
}

/**
 * @param {Cause[]} causes
 * @param {() => void} onCommand
 */
export function silence(causes, onCommand) {
  const list = (/** @type {Known[]} */ ...known) => causes.filter((cause) => known.includes(cause.known));
  const items = (/** @type {Cause[]} */ some) => h("ul", {}, some.map(({ id, text }) => h("li", { "data-cause": id }, prose(text))));
  const found = list("yes");
  return h(
    "div",
    { class: "jd-silence", part: "silence" },
    h("h3", {}, gettext("The browser gave this page nothing")),
    h("p", {}, gettext("That says nothing about your credentials: not even whether they were looked at.")),
    found.length > 0 ? items(found) : [h("p", {}, gettext("It can mean:")), items(list("unknown"))],
    h("details", {}, h("summary", {}, gettext("What it is not")), items(list("no"))),
    h("p", {}, gettext("A command is not bound by a browser's rules: run it, and paste what it prints.")),
    h("p", {}, button(gettext("Take the command instead"), onCommand)),
  );
}

/** @param {string} url */
function hostOf(url) {
  return URL.canParse(url) ? new URL(url).host : url;
}
