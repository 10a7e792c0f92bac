// @ts-check
// What stands in the verdict's place before anything is given: three texts to try with one press.
import { gettext } from "../gettext.js";
import { button } from "../parts/button.js";
import { h } from "../parts/dom.js";
import { init, sample } from "../load.js";

/** @import { Store } from "../core/store.js" */

const SITE = "https://acme.atlassian.net";
const EMAIL = "jane@acme.example";

/** @type {[string, string][]} */
const SAMPLES = [
  [gettext("A 401 from curl"), `$ curl -i -u ${EMAIL}:{{api-token}} ${SITE}/rest/api/3/myself\n\nHTTP/2 401\nserver: AtlassianEdge\nx-seraph-loginreason: AUTHENTICATED_FAILED\n\nClient must be authenticated to access this resource.\n`],
  [gettext("A board's address"), `${SITE}/jira/software/projects/WEB/boards/1`],
  [gettext("A .env file"), `JIRA_URL=${SITE}/jira\nJIRA_EMAIL=${EMAIL}\nJIRA_API_TOKEN={{api-token-cut:150}}\n`],
];

/** @param {Store} store */
export function samples(store) {
  const show = async (/** @type {string} */ template) => {
    // It makes the secrets of the sample.
    await init();
    store.paste(sample(template));
  };
  return h(
    "div",
    { class: "jd-samples", part: "samples" },
    h("h2", {}, gettext("The verdict appears here")),
    h("p", { class: "jd-muted" }, gettext("Nothing to paste? Try one of these:")),
    h("p", { class: "jd-row" }, SAMPLES.map(([name, template]) => button(name, () => show(template)))),
  );
}
