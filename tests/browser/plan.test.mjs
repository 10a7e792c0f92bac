// A press sends what was shown beside it, or nothing: whatever happened between. The stand-in's log shows where the header went.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { init, sample } from "../../dist/lib/load.js";
import { FLAGS, listen, pageOf } from "./net.mjs";
import { BASE, until, useBrowser } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

/** Where the frame's page comes from this machine and the one around it does not, Chromium would ask the person first. */
const open = useBrowser({ names: [...FLAGS, "--disable-features=LocalNetworkAccessChecks"] });
const LIVE = { path: "live.html" };

/** Asked after a site that refuses the credentials, and named beside the button too. */
const GATEWAY = "api.atlassian.com";
/** Sites of the stand-in that let a page read what they answer. */
const [FIRST, SECOND, SILENT] = ["good-cors.atlassian.net", "outsider-cors.atlassian.net", "slow-cors.atlassian.net"];

/**
 * Fills the fields with details that no other test has, and opens the ways to ask.
 *
 * @param {Page} page
 * @param {string} host
 */
async function give(page, host) {
  // So that the log, which is one for all test files, tells whose header it was.
  const email = `jane+${process.pid}-${(made += 1)}@acme.example`;
  const token = await page.sample("{{api-token}}");
  await page.typeAll({ site: `https://${host}`, email, token });
  await page.openAsk();
  await shows(page, host);
  const sent = createHash("sha256").update(`Basic ${Buffer.from(`${email}:${token}`).toString("base64")}`).digest("hex");
  const heard = await listen("");
  await page.requests();
  return {
    email,
    /** The hosts that got the header. */
    reached: async () => [...new Set((await heard()).filter(({ authorization }) => authorization?.sha256 === sent).map(({ host }) => host))],
    /** Everything that the page asked others since the last call. */
    asked: async () => (await page.requests()).filter((url) => !url.startsWith(BASE)),
  };
}
let made = 0;

/** Waits until a host stands beside the button. @param {Page} page @param {string} host */
const shows = (page, host) => until(async () => (await page.text(".jd-destination")).includes(host), `${host} stands beside the button`);

/** @param {Page} page */
const button = (page) => page.locator("[part=live] .jd-primary");

/** Presses, and waits until nothing is under way. @param {Page} page */
async function press(page) {
  await button(page).click();
  await until(async () => !(await page.text("[part=live] button")).includes("Cancel"));
}

/** The second host is shown, nothing was sent, and a press asks that host alone. @param {Page} page @param {Awaited<ReturnType<typeof give>>} given */
async function asksSecond(page, { reached, asked }) {
  await shows(page, SECOND);
  assert.deepEqual([await asked(), await reached()], [[], []]);
  await press(page);
  assert.deepEqual(await reached(), [SECOND, GATEWAY]);
}

/** Sets a field as a script does, of which no event tells. @param {Page} page @param {string} field @param {string} text */
const set = (page, field, text) => page.input(field).evaluate((input, text) => (input.value = text), text);

test("a field that a script changed: nothing is sent, the other host is shown, and then it is asked", async () => {
  const page = await open(LIVE);
  const given = await give(page, FIRST);
  await set(page, "site", `https://${SECOND}`);
  await button(page).click();
  await shows(page, SECOND);
  assert.match(await page.text("[part=live]"), /Nothing was sent/);
  assert.equal(await page.locator(".jd-destination:focus").count(), 1, "the focus leaves the button, where a key held down would press again");
  await asksSecond(page, given);
});

test("the second press of a double click is none: nobody has read what it would send", async () => {
  const page = await open(LIVE);
  const { reached, asked } = await give(page, FIRST);
  await set(page, "site", `https://${SECOND}`);
  await button(page).dblclick();
  await shows(page, SECOND);
  assert.deepEqual([await asked(), await reached()], [[], []]);
});

test("while something is typed the button is off, until the new host is shown", async () => {
  const page = await open(LIVE);
  const given = await give(page, FIRST);
  const site = page.input("site");
  await site.click();
  await page.keyboard.press("End");
  await page.keyboard.insertText("/browse");
  assert.equal(await button(page).isEnabled(), false);
  assert.ok(!(await page.text(".jd-destination")).includes(FIRST), "what was shown is not true any more");
  await site.fill(`https://${SECOND}`);
  assert.equal(await button(page).isEnabled(), false);
  await site.blur();
  await asksSecond(page, given);
});

test("what is typed while Jira is asked ends the asking, and nothing more is sent", async () => {
  const page = await open(LIVE);
  const { reached, asked } = await give(page, SILENT);
  await button(page).click();
  await until(async () => (await page.text("[part=live] button")).includes("Cancel"));
  await page.type("site", `https://${FIRST}`);
  await shows(page, FIRST);
  assert.ok(!(await page.text("[part=live] button")).includes("Cancel"));
  assert.equal(await page.shown("[part=examined]").count(), 0, "nothing was found about these details");
  await press(page);
  assert.deepEqual(await reached(), [FIRST, GATEWAY]);
  assert.deepEqual([...new Set((await asked()).map((url) => new URL(url).host))], [SILENT, FIRST, GATEWAY]);
});

test("an address of the page that changes later changes nothing", async () => {
  const page = await open({ path: "live.html", hash: `#site=${FIRST}&utm_source=mail` });
  assert.equal(await page.value("site"), FIRST);
  assert.equal(await page.tab.locator("#notice").isVisible(), false);
  const { email, reached } = await give(page, FIRST);
  await page.tab.evaluate((hash) => (location.hash = hash), `#site=${SECOND}&email=eve@evil.example&profile=aha`);
  await page.tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  assert.deepEqual([await page.value("site"), await page.value("email")], [`https://${FIRST}`, email]);
  await press(page);
  assert.deepEqual(await reached(), [FIRST, GATEWAY]);
});

test("a secret in the address of the page is told of, whatever it is called", async () => {
  await init();
  for (const name of ["token", "api_token", "jiraToken", "password", "os_password", "access_token", "client_secret", "Authorization", "jwt", "apikey", "pat"]) {
    const page = await open({ hash: `#site=${FIRST}&${name}=${encodeURIComponent(sample("{{api-token}}"))}` });
    await until(() => page.tab.locator("#notice").isVisible(), name);
    assert.match(await page.tab.locator("#notice").innerText(), /carried a secret/, name);
    assert.equal(await page.value("token"), "", name);
  }
});

test("an attribute that changes makes another plan, and is shown before a press", async () => {
  const page = await open(LIVE);
  const { reached, asked } = await give(page, FIRST);
  await page.element.evaluate((element) => element.setAttribute("relay", "/jira/"));
  await page.waitForState("ready");
  await page.openAsk();
  await until(async () => /this page's own server/.test(await page.text(".jd-destination")));
  await press(page);
  assert.deepEqual([await asked(), await reached()], [[], []], "the relay is on the page's own origin, and there is none");
  await page.element.evaluate((element) => (element.removeAttribute("relay"), element.removeAttribute("live")));
  await page.waitForState("ready");
  assert.equal(await page.locator("[part=live]").count(), 0);
});

/** A page that shows the embedder's in a frame. @param {string} outside @param {string} [attribute] */
async function openFramed(outside, attribute) {
  const page = await open({ address: "about:blank", state: null });
  const inside = pageOf("good");
  await page.tab.context().route(outside, (route) => route.fulfill({ contentType: "text/html", body: `<iframe src="${inside}" width=900 height=800></iframe>` }));
  await page.tab.goto(outside);
  const frame = page.tab.frameLocator("iframe");
  const doctor = frame.locator("jira-doctor");
  await doctor.locator("[part=notice][data-state=ready]").waitFor({ state: "attached" });
  if (attribute) await doctor.evaluate((element, attribute) => element.setAttribute(attribute, ""), attribute);
  await doctor.locator("[part=notice][data-state=ready]").waitFor({ state: "attached" });
  for (const [field, text] of Object.entries(await page.healthy())) {
    await doctor.locator(`input[data-field=${field}]`).fill(text);
    await doctor.locator(`input[data-field=${field}]`).blur();
  }
  await doctor.locator(".jd-ask-button").click();
  return { text: () => doctor.locator(".jd-destination").innerText(), isOn: () => doctor.locator("[part=live] .jd-primary").isEnabled() };
}

test("in a frame of another origin the button is off, unless the embedder allows it", async () => {
  const foreign = await openFramed("https://cover.acme.example/");
  await until(async () => /Another website shows this page/.test(await foreign.text()));
  assert.equal(await foreign.isOn(), false);
  const allowed = await openFramed("https://cover.acme.example/", "allow-framed");
  await until(allowed.isOn);
  const own = await openFramed(`${pageOf("good")}outer.html`);
  await until(own.isOn);
});

test("a relay of any length is an answer", async () => {
  const page = await open(LIVE);
  await give(page, FIRST);
  for (const length of [1, 1000, 3_000_000, 30_000_000]) {
    await page.element.evaluate((element, length) => element.setAttribute("relay", `/${"r".repeat(length)}`), length);
    await page.waitForState("ready");
    await page.openAsk();
    await until(() => button(page).isEnabled(), `${length}: it can be asked`);
    await press(page);
    await until(async () => (await page.text("[part=examined], [part=silence]")).length > 0, `${length}: an answer is shown`);
  }
  // The page's policy does not name its own server; the browser tells of that itself.
  assert.deepEqual((await page.console()).filter((said) => !said.includes("Content Security Policy")).map((said) => said.slice(0, 200)), []);
});
