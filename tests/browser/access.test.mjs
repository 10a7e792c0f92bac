// For everyone: by keyboard alone, on a narrow screen, in every colour scheme, for screen readers.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { By, Key } from "selenium-webdriver";
import { myself, permissions, printed, serverInfo } from "./printed.mjs";
import { BASE, EMAIL, openBrowser, Page, SITE } from "./support.mjs";

/** @type {import("selenium-webdriver").WebDriver} */
let driver;
before(async () => (driver = await openBrowser()));
after(() => driver?.quit());

/** The states that a person meets. @type {Record<string, (page: Page) => Promise<void>>} */
const STATES = {
  empty: async () => {},
  everythingOpen: async (page) => {
    await page.typeAll({ site: `${SITE}/jira/software/projects/WEB/boards/1`, email: `${EMAIL}\u200b`, token: await page.sample("{{api-token-cut:150}}") });
    await page.run("for (const root of [document, element.shadowRoot]) for (const details of root.querySelectorAll('details')) details.open = true");
  },
  errors: async (page) => {
    await page.typeAll({ site: "http://acme.attlassian.net/jira", email: "jdoe", token: await page.sample("{{password}}") });
    await page.press("Check");
  },
  success: async (page) => {
    await page.typeAll(await page.healthy());
    await page.press("Check");
    await page.press("Show", "[part=header]");
  },
  blank: (page) => page.press("Check"),
  answer: async (page) => {
    await page.typeAll(await page.healthy());
    await answer(page, `HTTP/1.1 401 Unauthorized\nX-Seraph-LoginReason: AUTHENTICATED_FAILED\n\n${"a long line ".repeat(80)}`);
    await page.run("for (const details of element.shadowRoot.querySelectorAll('.jd-result details, [part=answer] details')) details.open = true");
  },
  nothingKnown: (page) => answer(page, "make: *** [all] Error 2"),
  guide: async (page) => {
    await page.run("return element.choose('bolddesk')");
    await page.typeAll(await page.healthy());
    await answer(page, printed(serverInfo(), myself(), permissions(["BROWSE_PROJECTS", "DELETE_ISSUES", "ADMINISTER"], { without: ["ADMINISTER"] })));
    await page.run("for (const details of element.shadowRoot.querySelectorAll('details')) details.open = true");
  },
  live: async (page) => {
    await driver.get(`${BASE}live.html`);
    await page.waitForState("ready");
    await page.typeAll(await page.healthy());
    await page.press("Ask Jira from this page");
    await driver.wait(async () => (await page.shown("[part=silence]")).length === 1, 60_000);
    await page.run("for (const details of element.shadowRoot.querySelectorAll('[part=ask] details, [part=examined] details')) details.open = true");
  },
  header: async (page) => {
    await page.run("element.shadowRoot.querySelector('[part=read]').open = true");
    const [box] = await page.inside("[part=read] textarea");
    await box.click();
    await page.paste(await page.sample(`Basic {{b64-newline:${EMAIL}:{{api-token}}}}`));
  },
};

for (const [state, reach] of Object.entries(STATES)) {
  for (const dark of [false, true]) {
    test(`${state}, ${dark ? "dark" : "light"}: axe finds nothing`, async () => {
      const page = await Page.open(driver);
      await page.show({ dark });
      await reach(page);
      assert.deepEqual(await page.violations(), []);
    });
  }

  test(`${state}: 320 pixels need no scrolling sideways`, async () => {
    const page = await Page.open(driver);
    await page.show({ width: 320, height: 640 });
    await reach(page);
    assert.equal(await overhang(), 0);
    await page.show({});
  });

  test(`${state}: everything that can be pressed is large enough`, async () => {
    const page = await Page.open(driver);
    await reach(page);
    const small = await page.run(`
      const targets = [document, element.shadowRoot].flatMap((root) => [...root.querySelectorAll("button, input, select, textarea, summary")]);
      return targets.filter((one) => one.checkVisibility() && one.type !== "radio" && one.type !== "checkbox").map((one) => [one.textContent, one.getBoundingClientRect()])
        .filter(([, box]) => box.height < 24 || box.width < 24).map(([text, box]) => text + " " + box.width + "x" + box.height);`);
    assert.deepEqual(small, []);
  });
}

test("right to left: axe finds nothing and nothing sticks out", async () => {
  const page = await Page.open(driver);
  await page.run("document.documentElement.dir = 'rtl'");
  await page.show({ width: 360 });
  await STATES.everythingOpen(page);
  assert.deepEqual(await page.violations(), []);
  assert.equal(await overhang(), 0);
  await page.show({});
});

test("forced colours keep the findings apart from the page", async () => {
  const page = await Page.open(driver);
  await page.show({ forced: true });
  await STATES.errors(page);
  assert.deepEqual(await page.violations(), []);
  const border = await page.run("return getComputedStyle(document.querySelector('.jd-finding')).borderTopWidth");
  assert.notEqual(border, "0px");
  await page.show({});
});

test("a problem's page passes, light, dark and narrow", async () => {
  const page = await Page.open(driver);
  for (const path of ["problems/index.html", "problems/url-has-path.html", "problems/token-damaged.html"]) {
    await driver.get(`${BASE}${path}`);
    for (const dark of [false, true]) {
      await page.show({ width: 320, dark });
      assert.deepEqual(await page.violations(), [], path);
      assert.equal(await overhang(), 0, path);
    }
  }
  await page.show({});
});

test("the keyboard alone: type, check, go to the fault, mend it, copy the header", async () => {
  const page = await Page.open(driver);
  const { site, email, token } = await page.healthy();
  await page.tabTo("site");
  await page.keys("http://acme.atlassian.net");
  await page.tabTo("email");
  await page.keys(email);
  await page.tabTo("token");
  await page.keys(token, Key.ENTER);
  assert.equal(await page.focus(), "verdict");
  assert.match(await driver.getTitle(), /^(Error: )?Why/);

  await page.keys(Key.TAB, Key.ENTER);
  assert.equal(await page.focus(), "site", "the summary's first link leads to the field");
  await page.tabTo(`Use ${site}`);
  await page.keys(Key.ENTER);
  assert.equal(await page.focus(), "site");
  assert.equal(await page.value("site"), site);
  assert.equal(await page.verdict(), "no-fault");

  await page.tabTo(/^Show the header/);
  await page.tabTo(/^Copy/);
  await page.keys(Key.SPACE);
  await driver.wait(async () => (await page.clipboard()).startsWith("Basic "), 60_000);
  await driver.wait(async () => /^Copied/.test(await page.focus()), 60_000, "the button says so, and keeps the focus");
});

test("a field tells what is wrong with it, and a screen reader hears of it", async () => {
  const page = await Page.open(driver);
  await page.type("email", "<your-email>");
  const input = await page.input("email");
  assert.equal(await input.getAttribute("aria-invalid"), "true");
  const described = (await input.getAttribute("aria-describedby")).split(" ");
  const texts = await Promise.all(described.map((id) => driver.findElement(By.id(id)).getText()));
  assert.match(texts.join(" "), /placeholder/);
  await driver.wait(async () => /E-mail address: .*placeholder/.test(await status(page)), 60_000);
});

test("nothing is marked while a person types, and an edit takes the marks away", async () => {
  const page = await Page.open(driver);
  const input = await page.input("site");
  await input.sendKeys("http://acme.atlassian.net");
  assert.deepEqual(await page.problems("site"), []);
  await input.sendKeys(Key.TAB);
  assert.deepEqual(await page.problems("site"), ["url-http-not-https"]);
  await input.sendKeys("/");
  assert.deepEqual(await page.problems("site"), []);
  assert.equal(await input.getAttribute("aria-invalid"), null);
});

test("a paste is judged at once", async () => {
  const page = await Page.open(driver);
  await (await page.input("site")).click();
  await page.paste("http://acme.atlassian.net");
  assert.deepEqual(await page.problems("site"), ["url-http-not-https"]);
});

test("findings do not push a button away from under the finger", async () => {
  const page = await Page.open(driver);
  await (await page.input("site")).sendKeys("http://acme.attlassian.net/jira");
  // The press leaves the field, and the field's findings move the button down.
  await page.press("Check");
  assert.equal(await page.verdict(), "error");
});

/** @param {Page} page @param {string} text */
async function answer(page, text) {
  const [box] = await page.inside("[part=answer] > textarea");
  await box.click();
  await page.paste(text);
}

/** How many pixels of the document are out of sight at the side. */
function overhang() {
  return driver.executeScript("const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth");
}

/** @param {Page} page @returns {Promise<string>} */
function status(page) {
  return page.run("return [...element.shadowRoot.querySelectorAll('[role=status]')].map((one) => one.textContent).join(' ')");
}
