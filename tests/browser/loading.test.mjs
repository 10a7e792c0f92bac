// When the checker is not there: blocked, broken, crashed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EMAIL, SITE, useBrowser } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const open = useBrowser();

/** The `diagnose` of each module's first instance traps once. The one that follows is whole. */
function trap() {
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const { instance, module } = await instantiate(...given);
    const { call, memory } = instance.exports;
    const trapping = (at, length, ...rest) => {
      const name = new TextDecoder().decode(new Uint8Array(memory.buffer, at, length));
      if (name === "diagnose") throw new WebAssembly.RuntimeError("unreachable");
      return call(at, length, ...rest);
    };
    return { module, instance: { exports: { ...instance.exports, call: trapping } } };
  };
}

test("a part that does not arrive is said, the fields stay, and trying again works", async () => {
  const page = await open({ state: "failed", without: "**/app/fields.*" });
  assert.match(await notice(page), /could not be downloaded/);
  await page.type("site", "http://acme.atlassian.net");
  assert.ok(await page.locator("[part=notice]").evaluate((one) => one.getBoundingClientRect().bottom < innerHeight), "the notice is on the first screen");
  for (const dead of [page.locator(".jd-primary"), page.box]) assert.ok(await dead.isDisabled(), "nothing looks alive that is not");

  await page.tab.context().unrouteAll();
  await page.press("Try again");
  await page.waitForState("ready");
  assert.deepEqual(await page.problems("site"), ["url-http-not-https"], "what was typed meanwhile is read");
});

test("without the second module the fields are read, and what cannot be read is said", async () => {
  const page = await open({ state: "partial", without: "**/app/full.*" });
  assert.match(await notice(page), /answers and pasted text/);
  await page.type("site", "http://acme.atlassian.net");
  assert.deepEqual(await page.problems("site"), ["url-http-not-https"]);

  await page.box.click();
  await page.paste("HTTP/1.1 401 Unauthorized");

  await page.tab.context().unrouteAll();
  await page.press("Try again");
  await page.waitForState("ready");
  assert.equal(await notice(page), "");
  assert.ok((await page.causes()).includes("token-revoked-or-wrong"), "what was pasted meanwhile is read");
});

test("without the parts that need the whole checker the fields are read, the way to ask says so, and trying again works", async () => {
  const page = await open({ state: "partial", without: "**/app/rest.*" });
  await page.typeAll(await page.healthy());
  await page.type("site", "http://acme.atlassian.net");
  assert.deepEqual(await page.problems("site"), ["url-http-not-https"]);
  await page.openAsk();
  assert.match(await page.text("[part=ask]"), /could not be downloaded/);

  await page.tab.context().unrouteAll();
  await page.press("Try again", "[part=ask]");
  await page.shown("[part=command]").waitFor();
  assert.equal(await notice(page), "");
  assert.equal(await page.value("site"), "http://acme.atlassian.net");
});

test("what comes later moves neither the focus nor the page", async () => {
  const page = await open({ state: "partial", without: "**/app/{full,rest}.*", viewport: { width: 1280, height: 500 } });
  await page.typeAll(await page.healthy());
  await page.tab.context().unrouteAll();
  await page.box.focus();
  const top = () => page.box.evaluate((box) => box.getBoundingClientRect().top);
  const before = await top();
  // What is pasted needs the rest, and asks for it.
  await page.paste("HTTP/1.1 401 Unauthorized");
  await page.waitForState("ready");
  assert.ok(await page.box.evaluate((box) => box.matches(":focus")));
  // What stood above it may go: it keeps its place on the screen.
  assert.ok(Math.abs((await top()) - before) < 2, `moved from ${before} to ${await top()}`);
});

test("WebAssembly that is forbidden is called by its name", async () => {
  const script = () => {
    WebAssembly.instantiate = () => Promise.reject(new WebAssembly.CompileError("blocked by CSP"));
  };
  const page = await open({ state: "failed", script });
  assert.match(await notice(page), /forbids WebAssembly/);
  assert.deepEqual(await page.violations(), []);
});

test("a browser without WebAssembly is told so", async () => {
  const page = await open({ state: "failed", script: () => delete globalThis.WebAssembly });
  assert.match(await notice(page), /switched off/);
});

test("a crash is said, keeps the fields, and the next check works", async () => {
  const page = await open({ script: trap });
  await page.type("site", `${SITE}/jira`);
  assert.match(await notice(page), /was restarted/);
  assert.equal(await page.value("site"), `${SITE}/jira`);

  await page.type("email", EMAIL);
  assert.equal(await notice(page), "");
  await page.type("site", `${SITE}/jira`);
  assert.deepEqual(await page.problems("site"), ["url-has-path"]);
});

test("without scripts the page says what it needs, and where to read on", async () => {
  const page = await open({ javaScriptEnabled: false, state: null });
  const text = await page.tab.locator("main").innerText();
  assert.match(text, /needs JavaScript/);
  assert.doesNotMatch(text, /Starting the checker/);
});

/** @param {Page} page */
function notice(page) {
  return page.locator("[part=notice]").innerText();
}

test("the offline edition is one file that works from a disk, and asks for nothing", async () => {
  const address = new URL("../../dist/offline.html", import.meta.url).href;
  const page = await open({ address });
  await page.box.fill("curl: (6) Could not resolve host: acme.atlassian.net");
  await page.type("site", `${SITE}/jira`);
  assert.equal((await page.causes())[0], "dns");
  await page.fix("site", "url-has-path");
  assert.equal(await page.value("site"), SITE);
  await page.locator("[part=profile] select").selectOption({ label: "BoldDesk" });
  await page.shown("[part=guide]").waitFor();
  await page.unfold();
  await page.locator("[part=verdict] .jd-explained p").first().waitFor({ state: "attached" });
  assert.equal(await page.tab.locator("header a, footer a").count(), 1, "no link leads to a page that is not there");
  assert.deepEqual(await page.requests(), [address]);
  assert.deepEqual(await page.console(), []);
});

test("the page opened from a disk points to the offline edition, and nothing on it looks alive", async () => {
  const page = await open({ address: new URL("../../dist/index.html", import.meta.url).href, state: null });
  const link = page.tab.locator("jira-doctor a").filter({ visible: true });
  await link.waitFor();
  assert.equal(await link.count(), 1);
  await link.click();
  await page.waitForState("ready");
  assert.match(page.tab.url(), /offline\.html$/);
});
