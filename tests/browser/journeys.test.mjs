// Ten people in trouble, each as they would act: what they have, what they do, and what they see without scrolling.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { issue, myself, permissions, printed, project, serverInfo } from "./printed.mjs";
import { EMAIL, SITE, until, useBrowser } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const open = useBrowser();

/** The window of a person at a desk, and of one with a phone. */
const WINDOWS = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };

/** Nobody in trouble reads more. */
const MOST_WORDS = 150;

/** @param {string} id */
const profile = (id) => JSON.parse(readFileSync(new URL(`../../www/profiles/${id}.json`, import.meta.url), "utf8"));

const DATA_CENTER = `$ curl -v -H "Authorization: Bearer {{dc-pat}}" https://jira.acme.example/rest/api/2/myself
> GET /rest/api/2/myself HTTP/1.1
> Host: jira.acme.example
>
< HTTP/1.1 401
< X-AREQUESTID: 512x1024x1
< X-Seraph-LoginReason: OUT
< WWW-Authenticate: OAuth realm="https%3A%2F%2Fjira.acme.example"
<
`;

const STACK_TRACE = `Traceback (most recent call last):
  File "/app/sync.py", line 12, in <module>
    jira = JIRA(server="https://acme.atlassian.net", basic_auth=(user, token))
  File "/usr/lib/python3/site-packages/urllib3/connectionpool.py", line 467, in _make_request
urllib3.exceptions.NameResolutionError: Failed to resolve 'acme.atlassian.net' ([Errno -2] Name or service not known)
`;

const ANONYMOUS = `> GET /rest/api/3/issue/WEB-1 HTTP/1.1
> Host: acme.atlassian.net
>
< HTTP/1.1 404 Not Found
< x-arequestid: 1
<
{"errorMessages":["Issue does not exist or you do not have permission to see it."]}
`;

/** @param {Page} page @param {string} id */
async function follow(page, id) {
  const { name, permissions: needed, needsIssue, needsProject } = profile(id);
  await page.locator("[part=profile] select").selectOption({ label: name });
  await page.shown("[part=guide] > ol > li").first().waitFor();
  const { email, token } = await page.healthy();
  await page.typeAll({ site: id === "jentic" ? "acme" : SITE, email, token });
  if (needsIssue) await page.locator("[data-target=issue]").fill("WEB-12");
  if (needsProject) await page.locator("[data-target=project]").fill("WEB");
  const keys = needed.map((/** @type {{ key: string }} */ { key }) => key);
  const targets = needsIssue || needsProject ? [permissions(keys, { project: "WEB" }), project("WEB")] : [];
  await page.give(printed(serverInfo(), myself(), permissions(keys), ...targets, ...(needsIssue ? [issue("WEB-12")] : [])));
}

/**
 * What they do, and the cause that they are to see: its id, or what the verdict is where nothing is wrong.
 *
 * @type {Record<string, { act: (page: Page) => Promise<void>, sees: string }>}
 */
const JOURNEYS = {
  "a user name and a password": {
    act: async (page) => page.typeAll({ site: SITE, email: "jdoe", token: await page.sample("{{password}}") }),
    sees: "username-not-email",
  },
  "the address of a board": { act: (page) => page.give(`${SITE}/jira/software/projects/WEB/boards/1`), sees: "url-has-path" },
  "the body of a 401": { act: (page) => page.give("HTTP/1.1 401 Unauthorized\n\nClient must be authenticated to access this resource."), sees: "" },
  "curl -v of a Data Center with a PAT": { act: async (page) => page.give(await page.sample(DATA_CENTER)), sees: "" },
  "BoldDesk's guide": { act: (page) => follow(page, "bolddesk"), sees: "no-fault" },
  "Aha!'s guide": { act: (page) => follow(page, "aha"), sees: "no-fault" },
  "Jentic's guide": { act: (page) => follow(page, "jentic"), sees: "no-fault" },
  "a stack trace": { act: (page) => page.give(STACK_TRACE), sees: "dns" },
  "a .env file": {
    act: async (page) => page.give(await page.sample(`JIRA_URL=${SITE}/jira\nJIRA_EMAIL=${EMAIL}\nJIRA_API_TOKEN={{api-token-cut:150}}\n`)),
    sees: "token-damaged",
  },
  "an anonymous 404": { act: (page) => page.give(ANONYMOUS), sees: "served-as-anonymous" },
  "all is well": {
    act: async (page) => {
      await page.typeAll(await page.healthy());
      await page.press("Check");
    },
    sees: "no-fault",
  },
  "lorem ipsum": { act: (page) => page.give("Lorem ipsum dolor sit amet."), sees: "nothing-known" },
};

for (const [name, viewport] of Object.entries(WINDOWS)) {
  test(`${name}: the first thing to fill in is on the first screen`, async () => {
    const page = await open({ viewport });
    const { y, height } = (await page.box.boundingBox()) ?? { y: 9999, height: 0 };
    assert.ok(y + height <= 600, `the box ends at ${y + height}`);
  });

  for (const [journey, { act, sees }] of Object.entries(JOURNEYS)) {
    test(`${name}: ${journey}`, async () => {
      const page = await open({ viewport });
      await act(page);
      const isVerdict = ["no-fault", "nothing-known"].includes(sees);
      if (isVerdict) await until(async () => (await page.verdict()) === sees, sees);
      else if (sees) assert.equal((await page.causes())[0], sees, `${await page.causes()}`);
      else assert.equal(await page.verdict(), "error");

      const headline = (await page.locator("[part=verdict] h2").textContent()) ?? "";
      const seen = await inView(page, headline);
      assert.ok(seen, `the verdict “${headline}” is not in view`);
      await page.openVerdict();
      assert.ok((await words(page)) <= MOST_WORDS, `${await words(page)} words`);
      assert.deepEqual(await repeated(page), [], "no sentence twice");
      assert.ok((await page.shown("[part=verdict] .jd-todo > li").count()) <= 3, "at most three steps");
      assert.ok((await page.shown("[part=verdict] [part=question]").count()) <= 1, "one question");
      const presses = page.shown("[part=verdict] :is(.jd-cause .jd-fix, .jd-cause > .jd-leads > a, .jd-primary)");
      // What no press puts right in a field is put right by typing.
      assert.equal(await presses.count(), ["no-fault", "username-not-email"].includes(sees) ? 0 : 1, "one press leads on");
      assert.deepEqual(await page.console(), []);
    });
  }
}

test("what a person reads comes in its order, and what is folded comes last", async () => {
  const page = await open({ viewport: WINDOWS.desktop });
  await page.give(ANONYMOUS);
  const parts = { headline: "h2", way: "[part=journey]", proof: ".jd-cause .jd-proof", steps: ".jd-cause .jd-todo", others: ".jd-line", question: "[part=question]", ask: ".jd-ask-button", folded: ".jd-more" };
  const heights = await Promise.all(Object.values(parts).map(async (selector) => (await page.shown(`[part=verdict] ${selector}`).first().boundingBox())?.y ?? NaN));
  assert.deepEqual(heights, [...heights].sort((a, b) => a - b), Object.keys(parts).join(", "));
  assert.equal(await page.shown("[part=verdict]").getByRole("button", { name: /^Ask Jira/ }).count(), 1, "asked in one place");
});

test("a possible cause is named in the headline as one, without a badge that takes it back", async () => {
  const page = await open({ viewport: WINDOWS.phone });
  await page.give(ANONYMOUS);
  assert.match(await page.text("[part=bar]"), /^Possible cause: /);
  await page.openVerdict();
  assert.match(await page.headline(), /^Possible cause: /);
  assert.equal(await page.shown("[part=verdict] .jd-certainty").count(), 0);
});

test("words that tell of a failure are no text that nobody knows", async () => {
  const page = await open();
  await page.give("It worked last week and now it says my login is wrong");
  assert.equal(await page.verdict(), "error");
  assert.match(await page.text(".jd-recognized"), /^\s*Recognized: an error message\.$/);
  assert.equal(await page.shown("[part=journey]").count(), 0, "nothing is known of the way");
});

test("on a phone the bar shows the whole headline", async () => {
  const page = await open({ viewport: WINDOWS.phone });
  for (const text of [ANONYMOUS, STACK_TRACE, `${SITE}/jira/software/projects/WEB/boards/1`]) {
    await page.give(text);
    const cut = await page.shown(".jd-bar-text").evaluate((one) => one.scrollHeight - one.clientHeight);
    assert.ok(cut <= 1, `${cut} pixels are cut off of “${await page.text(".jd-bar-text")}”`);
  }
});

test("wherever the bar stands, the verdict opens with its headline in view", async () => {
  // The page is shorter than the window, so that the bar stands above its lower end.
  const page = await open({ viewport: { width: 768, height: 1024 } });
  await page.give(ANONYMOUS);
  await page.openVerdict();
  const { y = -1 } = (await page.locator("[part=verdict] h2").boundingBox()) ?? {};
  assert.ok(y >= 0, `the headline is at ${y}`);
});

test("on a phone the title and the promise take a line each", async () => {
  const page = await open({ viewport: WINDOWS.phone });
  for (const selector of ["h1", ".promise summary"]) {
    const lines = await page.tab.locator(selector).evaluate((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
    });
    assert.equal(lines, 1, selector);
  }
});

test("nothing is given: the page is short, and what it says is little", async () => {
  const page = await open({ viewport: WINDOWS.desktop });
  const height = await page.tab.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height <= 1200, `${height} pixels`);
  const lead = await page.tab.locator(".lead > p").innerText();
  assert.ok(lead.split(/\s+/).length <= 12, lead);
});

test("from 1,024 pixels the verdict stands in a column of its own, and neither it nor the page moves", async () => {
  const page = await open({ viewport: { width: 1024, height: 1000 } });
  const place = async () => {
    const { x, y } = (await page.locator("[part=verdict]").boundingBox()) ?? { x: 0, y: 0 };
    return [x, y, await page.tab.evaluate(() => scrollY)];
  };
  const before = await place();
  assert.ok((before[0] ?? 0) > 500, "it stands beside the fields");
  await page.give(await page.sample(`$ curl -i -u ${EMAIL}:{{api-token}} ${SITE}/rest/api/3/myself\n\nHTTP/2 401\nx-seraph-loginreason: AUTHENTICATED_FAILED\n`));
  assert.deepEqual(await place(), before, "a paste");
  await page.press("No", "[part=question]");
  assert.deepEqual(await place(), before, "an answer");
  await page.press("Clear everything");
  await page.give(`${SITE}/jira/software/projects/WEB/boards/1`);
  await page.locator("[part=verdict] .jd-cause .jd-fix").click();
  assert.deepEqual(await place(), before, "a fix");
  await page.press("Undo", "[part=verdict]");
  assert.deepEqual(await place(), before, "its undo");
  await page.tab.setViewportSize({ width: 1024, height: 500 });
  await page.tab.mouse.wheel(0, 240);
  await until(async () => (await page.tab.evaluate(() => scrollY)) === 240);
  const { y = -1 } = (await page.locator("[part=verdict] h2").boundingBox()) ?? {};
  assert.ok(y >= 0, "and stays in view when the page is scrolled");
});

test("a fix on a phone: the fields stay in sight, and the bar says what changed", async () => {
  const page = await open({ viewport: WINDOWS.phone });
  await page.give(`${SITE}/jira/software/projects/WEB/boards/1`);
  await page.openVerdict();
  await page.locator("[part=verdict] .jd-cause .jd-fix").click();
  assert.equal(await page.locator("[part=verdict]").isVisible(), false, "the sheet closes");
  assert.match(await page.text("[part=bar]"), /boards\/1[\s\S]*→[\s\S]*https:\/\/acme\.atlassian\.net[\s\S]*Undo/);
  await page.press("Undo", "[part=bar]");
  assert.equal(await page.value("site"), `${SITE}/jira/software/projects/WEB/boards/1`);
});

test("on a phone the bar fixes all that can be fixed, and nothing else", async () => {
  const page = await open({ viewport: WINDOWS.phone });
  await page.typeAll({ site: `${SITE}/jira`, email: ` ${EMAIL}` });
  await page.press("Fix all 2", "[part=bar]");
  assert.deepEqual([await page.value("site"), await page.value("email")], [SITE, EMAIL]);
  assert.match(await page.text("[part=bar]"), /\/jira[\s\S]*→[\s\S]*Undo/);
  assert.equal(await page.focus(), "Undo", "the focus is at the way back");
  await page.press("Undo", "[part=bar]");
  await page.type("token", await page.sample("{{api-token-cut:150}}"));
  await page.press("Fix 2 of 3", "[part=bar]");
  assert.deepEqual([await page.value("site"), await page.value("email")], [SITE, EMAIL]);
});

test("on a phone the verdict opens above its bar, and moves nothing", async () => {
  const page = await open({ viewport: WINDOWS.phone });
  await page.give("HTTP/1.1 401 Unauthorized\n\nClient must be authenticated to access this resource.");
  const bar = page.locator("[part=bar]");
  const height = () => page.tab.evaluate(() => document.documentElement.scrollHeight);
  const before = [await bar.boundingBox(), await height()];
  await page.openVerdict();
  assert.deepEqual([await bar.boundingBox(), await height()], before);
  const sheet = await page.locator(".jd-side").boundingBox();
  assert.ok(sheet && sheet.y >= 0 && sheet.y + sheet.height <= (before[0]?.y ?? 0) + 1);
});

test("settings are settings, and a text that nobody knows is no error message", async () => {
  const page = await open();
  const { token } = await page.healthy();
  await page.give(`JIRA_URL=${SITE}/jira\nJIRA_EMAIL=${EMAIL}\nJIRA_API_TOKEN=${token.slice(0, 150)}\n`);
  assert.match(await page.text(".jd-recognized"), /^\s*Recognized: site, e-mail, token\.$/);
  assert.equal(await page.shown("[part=journey] [data-stage]").count(), 0, "no call, no way to show");
  await page.press("Clear everything");
  await page.give("Lorem ipsum dolor sit amet, consectetur adipiscing elit.");
  assert.match(await page.text(".jd-recognized"), /^\s*Nothing recognized in this text\.$/);
});

test("on a phone the bar hides nothing that has the focus", async () => {
  const page = await open({ viewport: WINDOWS.phone });
  await page.give("HTTP/1.1 401 Unauthorized\n\nClient must be authenticated to access this resource.");
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press("Tab");
    const isSeen = await page.element.evaluate((element) => {
      let at = /** @type {Element | null} */ (document.activeElement);
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const bar = element.shadowRoot?.querySelector("[part=bar]");
      if (!at || bar?.contains(at)) return true;
      return at.getBoundingClientRect().bottom <= (bar?.getBoundingClientRect().top ?? 0) + 1;
    });
    assert.ok(isSeen, `${await page.focus()} is hidden by the bar`);
  }
});

test("where a call stopped stands in a strip", async () => {
  const page = await open({ viewport: WINDOWS.desktop });
  await page.give(STACK_TRACE);
  const legs = page.locator("[part=journey] [data-stage]");
  assert.deepEqual(await page.data(legs, "state"), ["stopped", "unknown", "unknown", "unknown", "unknown", "unknown", "unknown"]);
  await page.give("HTTP/1.1 401 Unauthorized\natl-traceid: 4f\nx-arequestid: 4e\n");
  assert.deepEqual(await page.data(legs, "state"), ["passed", "passed", "passed", "passed", "stopped", "unknown", "unknown"]);
});

test("with the credentials taken the strip is full, and without a call there is none", async () => {
  const page = await open({ viewport: WINDOWS.desktop });
  await page.typeAll(await page.healthy());
  await page.press("Check");
  assert.equal(await page.verdict(), "no-fault");
  assert.equal(await page.shown("[part=journey] [data-stage]").count(), 0, "nothing was asked, so nothing is unknown");
  await page.give(printed(serverInfo(), myself(), permissions(["BROWSE_PROJECTS"])));
  const legs = page.shown("[part=journey] [data-stage]");
  assert.deepEqual(new Set(await page.data(legs, "state")), new Set(["passed"]));
});

/** Whether a headline can be read without scrolling: in its column, or in the bar. @param {Page} page @param {string} headline */
function inView(page, headline) {
  return page.element.evaluate((element, headline) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const places = [root.querySelector("[part=verdict] h2"), root.querySelector("[part=bar] button")];
    return places.some((place) => {
      if (!place?.checkVisibility() || !place.textContent?.includes(headline)) return false;
      const { top, bottom } = place.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  }, headline);
}

/** The sentences that can be seen in the verdict, unless opened. @param {Page} page */
function sentences(page) {
  return page.locator("[part=verdict]").evaluate((verdict) => {
    /** @type {string[]} */
    const found = [];
    const walk = (/** @type {Element} */ at) => {
      if (!at.checkVisibility() || at.classList.contains("jd-hidden")) return;
      const own = [...at.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent?.trim() ?? "");
      found.push(...own.filter(Boolean));
      for (const child of at.children) walk(child);
    };
    walk(verdict);
    return found;
  });
}

/** @param {Page} page */
async function words(page) {
  return (await sentences(page)).flatMap((text) => text.split(/\s+/)).filter((word) => /\w/.test(word)).length;
}

/** Sentences of more than a few words that stand there twice. @param {Page} page */
async function repeated(page) {
  const long = (await sentences(page)).filter((text) => text.split(/\s+/).length > 4);
  return long.filter((text, at) => long.indexOf(text) < at);
}
