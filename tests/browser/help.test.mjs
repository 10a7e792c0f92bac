// The help pages and the tools: read without scripts, found by search and filter, worked by keyboard, and shut to the network.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BASE, EMAIL, SITE, until, useBrowser } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const open = useBrowser();

/** One page of each kind. */
const PAGES = [
  "problems/index.html",
  "problems/url-has-path.html",
  "codes/index.html",
  "codes/401.html",
  "messages/index.html",
  "messages/client-must-be-authenticated.html",
  "tools.html",
];

for (const path of PAGES) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`${path}, ${colorScheme}: axe finds nothing, and 320 pixels are enough`, async () => {
      const page = await open({ path, state: null, viewport: { width: 320, height: 900 }, colorScheme });
      if (path === "tools.html") await ready(page);
      assert.deepEqual(await page.violations(), []);
      assert.equal(await page.overhang(), 0);
    });
  }
}

test("each says what language it is in, and has the policy that forbids every connection", async () => {
  for (const path of PAGES) {
    const page = await open({ path, state: null });
    const html = page.tab.locator("html");
    assert.deepEqual([await html.getAttribute("lang"), await html.getAttribute("dir")], ["en", "ltr"], path);
    const policy = (await page.tab.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content")) ?? "";
    assert.match(policy, /^default-src 'none';.* connect-src 'none';/, path);
    assert.equal(policy.includes("wasm-unsafe-eval"), path === "tools.html", path);
  }
});

test("without scripts everything can be read, and no box is there that does nothing", async () => {
  const page = await open({ path: "problems/index.html", state: null, javaScriptEnabled: false });
  assert.equal(await page.tab.locator("input").count(), 0);
  const problems = page.tab.locator("[data-filter] li");
  assert.ok((await problems.count()) > 70);
  await problems.getByRole("link").first().click();
  assert.match(page.tab.url(), /problems\/url-has-path\.html$/);
  assert.ok(await page.tab.getByRole("heading", { name: "How to fix it" }).isVisible());
});

test("every link of every kind of page leads somewhere, sections included", async () => {
  const page = await open({ path: PAGES[0], state: null });
  const seen = new Map();
  for (const path of PAGES) {
    await page.tab.goto(`${BASE}${path}`);
    const links = await page.tab.locator("a").evaluateAll((all) => all.map((one) => /** @type {HTMLAnchorElement} */ (one).href));
    for (const link of links.filter((one) => one.startsWith(BASE))) {
      const [file = "", hash] = link.split("#");
      if (!seen.has(file)) seen.set(file, await page.tab.request.get(file).then((answer) => (answer.ok() ? answer.text() : null)));
      assert.ok(seen.get(file) !== null, `${path}: ${link}`);
      if (hash && !hash.includes("=")) assert.ok(seen.get(file).includes(`id="${hash}"`), `${path}: ${link}`);
    }
  }
  assert.ok(seen.size > 200, `only ${seen.size} pages`);
});

test("the search loads its list when it gets the focus, and finds a whole error text", async () => {
  const page = await open({ path: "codes/401.html", state: null });
  const box = page.tab.getByRole("searchbox");
  assert.ok(!page.asked.some((url) => url.includes("/search/")));
  await box.fill('Traceback: JiraError HTTP 401 url: https://acme.atlassian.net text: "Client must be authenticated to access this resource."');
  const first = page.tab.locator(".found a").first();
  await first.waitFor();
  assert.match(await first.innerText(), /Client must be authenticated/);
  assert.deepEqual(page.asked.filter((url) => !url.startsWith(BASE)), []);
  assert.deepEqual(await page.violations(), []);
});

test("the search works by keyboard alone", async () => {
  const page = await open({ path: "problems/index.html", state: null });
  const box = page.tab.getByRole("searchbox").first();
  await box.focus();
  await page.keyboard.type("captcha");
  await page.tab.locator(".found a").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  assert.match(await focused(page), /captcha/i, "the first link has the focus");
  await page.keyboard.press("Escape");
  assert.ok(await page.tab.locator(".found").isHidden());
  assert.ok(await box.evaluate((one) => one === document.activeElement));

  await page.keyboard.type(" locked");
  await page.keyboard.press("Enter");
  await page.tab.waitForURL(/captcha/);
});

test("what nothing fits is said", async () => {
  const page = await open({ path: "problems/index.html", state: null });
  await page.tab.getByRole("searchbox").first().fill("xyzzyplugh");
  await until(async () => /Nothing found/.test(await page.tab.locator(".found").innerText().catch(() => "")));
  assert.deepEqual(page.said, []);
});

test("the filter leaves what fits, and hides the groups that are empty", async () => {
  const page = await open({ path: "problems/index.html", state: null });
  const all = await page.tab.locator("[data-filter] li").count();
  await page.tab.getByLabel("Filter problems").fill("certificate");
  const left = page.tab.locator("[data-filter] li:visible");
  assert.ok((await left.count()) > 0 && (await left.count()) < all / 2);
  for (const text of await left.allInnerTexts()) assert.match(text, /certificate/i);
  for (const group of await page.tab.locator("[data-filter] section:visible").all()) assert.ok((await group.locator("li:visible").count()) > 0);
  await page.tab.getByLabel("Filter problems").fill("");
  assert.equal(await left.count(), all);
});

test("a problem's page quotes messages that lead to it, and goes on to the next", async () => {
  const page = await open({ path: "problems/captcha-locked.html", state: null });
  assert.match(await page.tab.locator("#messages").innerText(), /CAPTCHA_CHALLENGE/);
  assert.ok((await page.tab.locator("#related li").count()) > 2);
  assert.match((await page.tab.getByRole("link", { name: "Try it in the checker" }).getAttribute("href")) ?? "", /index\.html#example=captcha-locked$/);
  const here = page.tab.url();
  await page.tab.locator(".pager [rel=next]").click();
  await page.tab.locator(".pager [rel=prev]").click();
  assert.equal(page.tab.url(), here);
});

test("the tools: every form of an address", async () => {
  const page = await tools();
  await page.tab.getByLabel("Any address of your Jira site").fill(`${SITE}/jira/software/projects/WEB/boards/1`);
  const tool = page.tab.locator("[data-tool=address]");
  for (const form of ["acme", "acme.atlassian.net", SITE, `${SITE}/rest/api/3`]) await tool.getByText(form, { exact: true }).first().waitFor();
  assert.deepEqual(await page.violations(), []);
});

test("the tools: a header is built, shown for a while, and read back", async () => {
  const page = await tools();
  const token = await page.sample("{{api-token}}");
  const header = `Basic ${Buffer.from(`${EMAIL}:${token}`).toString("base64")}`;
  const build = page.tab.locator("[data-tool=build]");
  await build.getByLabel(/E-mail/).fill(EMAIL);
  await build.getByLabel("Token", { exact: true }).fill(token);
  assert.ok(!(await build.innerText()).includes(header.slice(6, 20)), "masked until somebody asks");
  await build.getByRole("button", { name: "Copy header" }).click();
  await until(async () => (await page.tab.evaluate(() => navigator.clipboard.readText())) === header);

  const read = page.tab.locator("[data-tool=read]");
  const box = read.getByLabel("Authorization header");
  await box.fill(`Authorization: ${await page.sample(`Basic {{b64-newline:${EMAIL}:${token}}}`)}`);
  await read.getByRole("button", { name: "Read the header" }).click();
  assert.equal(await box.inputValue(), "", "the header stayed in the box");
  await read.locator("[data-problem=header-trailing-newline] .jd-fix").click();
  await read.getByText(/API token/).first().waitFor();
  assert.equal(await read.locator("[data-problem]").count(), 0);
  await read.getByRole("button", { name: "Copy corrected header" }).click();
  await until(async () => (await page.tab.evaluate(() => navigator.clipboard.readText())) === header);
});

test("the tools: scopes are listed for what was chosen", async () => {
  const page = await tools();
  const tool = page.tab.locator("[data-tool=scopes]");
  await tool.getByRole("checkbox").first().check();
  await tool.getByText("read:jira-user", { exact: true }).waitFor();
});

test("the tools: a text loses its secrets, and the page keeps none", async () => {
  const page = await tools();
  const token = await page.sample("{{api-token}}");
  const tool = page.tab.locator("[data-tool=redact]");
  await tool.getByLabel(/A log/).fill(`curl -u ${EMAIL}:${token} ${SITE}\nHTTP/2 401`);
  await tool.getByRole("button", { name: "Remove secrets" }).click();
  await tool.getByText("HTTP/2 401").waitFor();
  assert.ok(!(await tool.innerText()).includes(token));
  assert.equal(await tool.getByLabel(/A log/).inputValue(), "");
  assert.deepEqual(page.asked.filter((url) => !url.startsWith(BASE)), []);
  assert.deepEqual(page.said, []);
});

/** The tools page, loaded. */
async function tools() {
  const page = await open({ path: "tools.html", state: null });
  await ready(page);
  return page;
}

/** @param {Page} page */
async function ready(page) {
  await page.tab.locator("[data-tool=redact] textarea").waitFor();
}

/** @param {Page} page */
function focused(page) {
  return page.tab.evaluate(() => document.activeElement?.textContent ?? "");
}
