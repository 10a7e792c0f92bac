// No link of the page is a program, whoever gave its address: an attribute, a profile, a link to the page, a paste, a field.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until, useBrowser } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const open = useBrowser();

/** Addresses that run what they hold, as browsers read them. */
const PROGRAMS = ["javascript:window.ran=1//", "JaVaScRiPt:window.ran=1//", " \tjava\nscript:window.ran=1//", "data:text/html,<script>window.ran=1</script>", "vbscript:ran", "blob:https://acme.example/1"];

/** Where the links of the page lead, those in shadow roots too. @param {Page} page */
const schemes = (page) =>
  page.tab.evaluate(() => {
    const all = (/** @type {any} */ node) => [node, ...[...(node.shadowRoot ? all(node.shadowRoot) : []), ...[...node.children].flatMap(all)]];
    const leading = all(document.documentElement).filter((/** @type {any} */ one) => one.matches?.("[href], [src], [action], [formaction]"));
    return leading.flatMap((one) => ["href", "src", "action", "formaction"].filter((name) => one.hasAttribute(name)).map((name) => new URL(one.getAttribute(name), document.baseURI).protocol));
  });

/** @param {Page} page @param {string} what */
async function assertPagesAlone(page, what) {
  await page.unfold();
  const found = await schemes(page);
  assert.ok(found.length > 5, what);
  assert.deepEqual(found.filter((scheme) => !/^https?:$/.test(scheme)), [], what);
  assert.equal(await page.tab.evaluate(() => window.ran ?? null), null, what);
}

test("an attribute, a field, a paste and a link to the page", async () => {
  for (const program of PROGRAMS) {
    const page = await open({ hash: `#site=${encodeURIComponent(program)}&profile=${encodeURIComponent(program)}&example=${encodeURIComponent(program)}` });
    await page.element.evaluate((element, program) => element.setAttribute("pages", program), program);
    await page.element.evaluate((element) => element.setAttribute("view", "full"));
    await page.waitForState("ready");
    await page.type("site", program);
    await page.press("Check");
    await assertPagesAlone(page, `${program} as the site`);
    await page.type("site", "http://acme.atlassian.net/jira");
    await page.give(`HTTP/1.1 302 Found\nLocation: ${program}\n\n{"self":"${program}"}`);
    await page.press("Check");
    await assertPagesAlone(page, `${program} in a paste`);
  }
});

test("a profile", async () => {
  for (const program of PROGRAMS) {
    const page = await open();
    const profile = { id: "acme-sync", name: "Acme Sync", deployments: ["cloud"], site: { form: "url", label: "Site" }, account: { label: "E-mail" }, token: { label: "Token", kinds: ["api-token"], scoped: false } };
    await page.element.evaluate((element, profile) => (element.profile = profile), { ...profile, guide: { title: "Guide", url: program, steps: [{ text: "Go", link: { title: "there", url: program } }] } });
    await until(async () => (await page.text("[part=profile]")).includes("cannot be used"), program);
    await assertPagesAlone(page, `${program} in a profile`);
  }
});
