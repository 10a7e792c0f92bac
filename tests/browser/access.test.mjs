// For everyone: by keyboard alone, on a narrow screen, in every colour scheme, for screen readers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { myself, permissions, printed, serverInfo } from "./printed.mjs";
import { BASE, EMAIL, SITE, until, useBrowser } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const open = useBrowser();

/** The states that a person meets. @type {Record<string, (page: Page) => Promise<void>>} */
const STATES = {
  empty: async () => {},
  everythingOpen: async (page) => {
    await page.typeAll({ site: `${SITE}/jira/software/projects/WEB/boards/1`, email: `${EMAIL}\u200b`, token: await page.sample("{{api-token-cut:150}}") });
    await page.unfold();
  },
  errors: async (page) => {
    await page.typeAll({ site: "http://acme.attlassian.net/jira", email: "jdoe", token: await page.sample("{{password}}") });
    await page.press("Check");
  },
  success: async (page) => {
    await page.typeAll(await page.healthy());
    await page.press("Check");
    await page.unfold();
  },
  blank: (page) => page.press("Check"),
  answer: async (page) => {
    await page.typeAll(await page.healthy());
    await page.give( `HTTP/1.1 401 Unauthorized\nX-Seraph-LoginReason: AUTHENTICATED_FAILED\n\n${"a long line ".repeat(80)}`);
    await page.unfold();
  },
  nothingKnown: (page) => page.give( "make: *** [all] Error 2"),
  guide: async (page) => {
    await page.element.evaluate((element) => element.choose("bolddesk"));
    await page.typeAll(await page.healthy());
    await page.give( printed(serverInfo(), myself(), permissions(["BROWSE_PROJECTS", "DELETE_ISSUES", "ADMINISTER"], { without: ["ADMINISTER"] })));
    await page.unfold();
  },
  live: async (page) => {
    await page.tab.goto(`${BASE}live.html`);
    await page.waitForState("ready");
    await page.typeAll(await page.healthy());
    await page.press("Check");
    await page.openVerdict();
    await page.press("Ask Jira from this page");
    await until(async () => (await page.locator("[part=silence]").count()) === 1);
    await page.unfold();
  },
  header: async (page) => page.give(await page.sample(`Basic {{b64-newline:${EMAIL}:{{api-token}}}}`)),
  changed: async (page) => {
    await page.type("site", `${SITE}/jira`);
    await page.fix("site", "url-has-path");
  },
};

/** These are reached by buttons of English names. */
const ENGLISH = new Set(["errors", "success", "blank", "live"]);

for (const [state, reach] of Object.entries(STATES)) {
  for (const dark of [false, true]) {
    test(`${state}, ${dark ? "dark" : "light"}: axe finds nothing`, async () => {
      const page = await open({ colorScheme: dark ? "dark" : "light" });
      await reach(page);
      assert.deepEqual(await page.violations(), []);
    });
  }

  if (!ENGLISH.has(state)) {
    test(`${state}, in a made-up language from right to left: axe finds nothing`, async () => {
      const page = await open({ hash: "#lang=pseudo-rtl" });
      await reach(page);
      assert.deepEqual(await page.violations(), []);
    });
  }

  test(`${state}: 320 pixels need no scrolling sideways`, async () => {
    const page = await open({ viewport: { width: 320, height: 640 } });
    await reach(page);
    assert.equal(await page.overhang(), 0);
  });

  test(`${state}: everything that can be pressed is large enough`, async () => {
    const page = await open();
    await reach(page);
    const targets = page.tab.locator("button, input:not([type=radio], [type=checkbox]), select, textarea, summary").filter({ visible: true });
    const sizes = await targets.evaluateAll((all) => all.map((one) => ({ text: one.textContent, width: one.getBoundingClientRect().width, height: one.getBoundingClientRect().height })));
    assert.deepEqual(sizes.filter(({ width, height }) => width < 24 || height < 24), []);
  });
}

test("right to left: axe finds nothing and nothing sticks out", async () => {
  const page = await open({ viewport: { width: 360, height: 900 } });
  await page.tab.evaluate(() => (document.documentElement.dir = "rtl"));
  await STATES.everythingOpen(page);
  assert.deepEqual(await page.violations(), []);
  assert.equal(await page.overhang(), 0);
});

test("in a made-up language from right to left all is translated, axe finds nothing and nothing sticks out", async () => {
  const page = await open({ viewport: { width: 360, height: 900 }, hash: "#lang=pseudo-rtl" });
  await page.typeAll({ site: `${SITE}/jira`, email: "jdoe" });
  await page.openVerdict();
  assert.deepEqual(await page.violations(), []);
  assert.equal(await page.overhang(), 0);
  const { direction, plain } = await page.locator(".jd-root").evaluate((root) => {
    const texts = [...root.querySelectorAll("button, summary, h2, h3, label")].filter((one) => one.checkVisibility()).map((one) => one.textContent ?? "");
    return { direction: getComputedStyle(root).direction, plain: texts.filter((text) => /^[\x20-\x7e]{6,}$/.test(text)) };
  });
  assert.equal(direction, "rtl");
  assert.deepEqual(plain, [], "these are in plain English");
  const { dir, title, texts } = await page.tab.evaluate(() => ({
    dir: document.documentElement.dir,
    title: document.title,
    texts: [...document.querySelectorAll("h1, .lead > p, summary, nav a, footer p")].map((one) => one.textContent ?? ""),
  }));
  assert.equal(dir, "rtl", "the page runs as its language does");
  const elsewhere = page.tab.locator("footer a[href='offline.html']");
  assert.match((await elsewhere.locator("xpath=..").textContent()) ?? "", /^⟦[^⟦⟧]*⟧$/, "a sentence is one template, with the link in it");
  assert.match((await elsewhere.textContent()) ?? "", /^öfflíné|^öffliné/, "and the link is translated with it");
  for (const text of [title, ...texts]) assert.match(text, /⟦/, "the page itself is translated too");
  const out = await page.locator(".jd-side").evaluate((sheet) => {
    const { left, right } = sheet.getBoundingClientRect();
    const shown = [...sheet.querySelectorAll("*")].filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect());
    return shown.filter((one) => one.left < left - 1 || one.right > right + 1).length;
  });
  assert.equal(out, 0, "long words stick out of nothing");
});

test("at 400 % the verdict can be read: it stands in the page where there is no room above the bar", async () => {
  const page = await open({ viewport: { width: 320, height: 200 } });
  await page.give("HTTP/1.1 401 Unauthorized\n\nClient must be authenticated to access this resource.");
  await page.openVerdict();
  const { y, height } = (await page.locator("[part=verdict] h2").boundingBox()) ?? { y: -1, height: 0 };
  assert.ok(height > 0 && y >= 0 && y + height <= 200, `the headline is at ${y}, ${height} high`);
  assert.equal(await page.overhang(), 0);
});

test("what is typed and its tick do not meet, in a language from right to left either", async () => {
  for (const hash of ["", "#lang=pseudo-rtl"]) {
    const page = await open({ viewport: { width: 1024, height: 900 }, hash });
    await page.type("site", SITE);
    const tick = await page.locator("[data-for=site] .jd-tick svg").boundingBox();
    const room = await page.input("site").evaluate((input) => {
      const { left, right } = input.getBoundingClientRect();
      const { paddingLeft, paddingRight } = getComputedStyle(input);
      return { from: left + Number.parseFloat(paddingLeft), to: right - Number.parseFloat(paddingRight) };
    });
    assert.ok(tick && (tick.x >= room.to || tick.x + tick.width <= room.from), `${hash} ${JSON.stringify({ tick, room })}`);
  }
});

test("forced colours keep the verdict apart from the page", async () => {
  const page = await open({ forcedColors: "active" });
  await STATES.errors(page);
  assert.deepEqual(await page.violations(), []);
  const border = await page.locator("[part=verdict]").evaluate((one) => getComputedStyle(one).borderTopWidth);
  assert.notEqual(border, "0px");
});

test("a problem's page passes, light, dark and narrow", async () => {
  const page = await open({ viewport: { width: 320, height: 900 } });
  for (const path of ["problems/index.html", "problems/url-has-path.html", "problems/token-damaged.html"]) {
    await page.tab.goto(`${BASE}${path}`);
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await page.tab.emulateMedia({ colorScheme });
      assert.deepEqual(await page.violations(), [], path);
      assert.equal(await page.overhang(), 0, path);
    }
  }
});

test("the keyboard alone: type, check, correct, copy the command", async () => {
  const page = await open();
  const { site, email, token } = await page.healthy();
  await page.tabTo("site");
  await page.keyboard.type("http://acme.atlassian.net");
  await page.keyboard.press("Tab");
  await page.tabTo("email");
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  assert.equal(await page.focus(), "token", "nothing stands between e-mail and token");
  await page.keyboard.type(token);
  await page.keyboard.press("Enter");
  assert.equal(await page.focus(), "verdict");
  assert.match(await page.tab.title(), /^(Error: )?Why/);

  await page.tabTo(`Use ${site}`);
  await page.keyboard.press("Enter");
  assert.equal(await page.focus(), "Undo", "the focus is at the way back");
  assert.equal(await page.value("site"), site);
  assert.equal(await page.verdict(), "no-fault");

  await page.tabTo("Ask Jira");
  if (!(await page.locator("[part=command]").isVisible())) await page.keyboard.press("Enter");
  await page.tabTo("Copy the command");
  await page.keyboard.press("Space");
  await page.copied(/rest\/api/);
  await until(async () => /^Copied/.test(await page.focus()), "the button says so, and keeps the focus");
});

test("Tab goes from the site to the e-mail, the token and “Check”", async () => {
  const page = await open();
  await page.input("site").focus();
  const order = ["site"];
  while (order.length < 6 && order.at(-1) !== "Check") {
    await page.keyboard.press("Tab");
    order.push(await page.focus());
  }
  assert.deepEqual(order, ["site", "email", "token", "Show the token", "Check"]);
});

test("a field tells what is wrong with it, and a screen reader hears of it", async () => {
  const page = await open();
  await page.type("email", "<your-email>");
  const input = page.input("email");
  assert.equal(await input.getAttribute("aria-invalid"), "true");
  const described = (await input.getAttribute("aria-describedby"))?.split(" ") ?? [];
  const texts = await Promise.all(described.map((id) => page.tab.locator(`#${id} .jd-notes`).innerText()));
  assert.match(texts.join(" "), /placeholder/);
  await until(async () => /E-mail: .*placeholder/.test(await status(page)));
});

test("nothing is marked while a person types, and an edit takes the marks away", async () => {
  const page = await open();
  const input = page.input("site");
  await input.pressSequentially("http://acme.atlassian.net");
  assert.deepEqual(await page.problems("site"), []);
  await input.press("Tab");
  assert.deepEqual(await page.problems("site"), ["url-http-not-https"]);
  await input.pressSequentially("/");
  assert.deepEqual(await page.problems("site"), []);
  assert.equal(await input.getAttribute("aria-invalid"), null);
});

test("a paste is judged at once", async () => {
  const page = await open();
  await page.input("site").click();
  await page.paste("http://acme.atlassian.net");
  assert.deepEqual(await page.problems("site"), ["url-http-not-https"]);
});

test("findings do not push a button away from under the finger", async () => {
  const page = await open();
  await page.input("site").pressSequentially("http://acme.attlassian.net/jira");
  // The press leaves the field, and the field's findings move the button down.
  await page.press("Check");
  assert.equal(await page.verdict(), "error");
});

/** What a screen reader is told. @param {Page} page */
async function status(page) {
  return (await page.locator("[role=status]").allTextContents()).join(" ");
}
