// Real mistakes, typed by hand: each is named under its field, settled by one press or by typing the right thing, and then
// the header is the right one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EMAIL, SITE, useBrowser } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const open = useBrowser();

// `mend`: what is typed where no press can know it; without it the fix is pressed.
const MISTAKES = [
  { name: "a board's address", field: "site", typed: `${SITE}/jira/software/projects/WEB/boards/1`, problem: "url-has-path" },
  { name: "http", field: "site", typed: "http://acme.atlassian.net", problem: "url-http-not-https" },
  { name: "the bare name", field: "site", typed: "acme", problem: "url-subdomain-only" },
  { name: "a misspelt domain", field: "site", typed: "https://acme.attlassian.net", problem: "url-wrong-site" },
  { name: "a Cyrillic letter", field: "site", typed: "https://\u0430cme.atlassian.net", problem: "url-lookalike" },
  { name: "the sign-in page", field: "site", typed: "https://id.atlassian.com", problem: "url-wrong-host-kind", mend: SITE },
  { name: "a user name", field: "email", typed: "jdoe", problem: "username-not-email", mend: EMAIL },
  { name: "a name with the address", field: "email", typed: `Jane Doe <${EMAIL}>`, problem: "email-mismatch" },
  { name: "a doubled domain", field: "email", typed: `${EMAIL}@acme.example`, problem: "email-mismatch" },
  { name: "a placeholder", field: "email", typed: "<your-email>", problem: "placeholder-unexpanded", mend: EMAIL },
  { name: "a token that lost its end", field: "token", typed: "{{api-token-cut:150}}", problem: "token-damaged", mend: "{{api-token}}" },
  { name: "a token in quotes", field: "token", typed: '"{{api-token}}"', problem: "token-damaged" },
  { name: "a password", field: "token", typed: "{{password}}", problem: "token-is-password", mend: "{{api-token}}" },
  { name: "the encoded header", field: "token", typed: `Basic {{b64:${EMAIL}:{{api-token}}}}`, problem: "token-already-encoded" },
];

for (const { name, field, typed, problem, mend } of MISTAKES) {
  test(`${name} is ${problem}, and can be settled`, async () => {
    const page = await open();
    const healthy = await page.healthy();
    await page.typeAll({ ...healthy, [field]: await page.sample(typed) });
    assert.ok((await page.problems(field)).includes(problem), `under ${field}: ${await page.problems(field)}`);

    if (mend) await page.type(field, await page.sample(mend));
    else await page.fix(field, problem);

    assert.ok(!(await page.problems(field)).includes(problem), "still there");
    await assertHeader(page, healthy);
    assert.deepEqual(await page.console(), []);
  });
}

test("swapped fields are put right by one press, which can be undone", async () => {
  const page = await open();
  const healthy = await page.healthy();
  await page.typeAll({ site: SITE, email: healthy.token, token: EMAIL });
  assert.ok((await page.problems("email")).includes("fields-swapped"));

  await page.fix("email", "fields-swapped");
  assert.equal(await page.focus(), "email");
  await assertHeader(page, healthy);

  await page.tab.locator("[data-for=email] .jd-note button").click();
  assert.equal(await page.value("token"), EMAIL);
  assert.ok((await page.problems("email")).includes("fields-swapped"));
});

test("a header with an encoded line break is read, mended and copied", async () => {
  const page = await open();
  const { token } = await page.healthy();
  await page.locator("[part=read] summary").first().click();
  const box = page.locator("[part=read] textarea");
  await box.click();
  await page.paste(await page.sample(`Basic {{b64-newline:${EMAIL}:${token}}}`));
  assert.equal(await box.inputValue(), "", "the header stayed in the box");
  assert.ok((await page.problemsInside("[part=read]")).includes("header-trailing-newline"));

  await page.press("", "[data-problem=header-trailing-newline] .jd-message + p");
  assert.deepEqual(await page.problemsInside("[part=read]"), []);
  await page.press("Copy", "[part=read]");
  await page.copied(basic({ email: EMAIL, token }));
});

test("a text that holds the details fills the fields, and is gone", async () => {
  const page = await open();
  const healthy = await page.healthy();
  await page.locator("[part=fill] summary").first().click();
  const box = page.locator("[part=fill] textarea");
  await box.click();
  await page.paste(`JIRA_URL=${SITE}\nJIRA_EMAIL=${EMAIL}\nJIRA_API_TOKEN=${healthy.token}\n`);
  assert.equal(await box.inputValue(), "");
  for (const [field, text] of Object.entries(healthy)) assert.equal(await page.value(field), text);
  assert.ok(!(await page.everything()).includes(healthy.token));

  await box.click();
  await page.paste("nothing to find here");
  assert.equal(await box.inputValue(), "nothing to find here", "what was not understood stays");
});

test("every example of the page shows its problem", async () => {
  const page = await open();
  const ids = await page.choices("[part=examples]");
  assert.ok(ids.length > 20, `only ${ids.length} examples`);
  for (const id of ids) {
    await page.locator("[part=examples] select").selectOption(id);
    await page.press("Show the example");
    const shown = await page.data(page.tab.locator("[data-problem]"), "problem");
    assert.ok(shown.includes(id), `${id}: only ${shown}`);
  }
});

test("the answers to its questions count", async () => {
  const page = await open();
  await page.typeAll(await page.healthy());
  assert.equal(await page.verdict(), "no-fault");
  const question = page.locator("[data-answer=tokenScoped]");
  await question.selectOption({ index: 1 });
  assert.notEqual(await page.verdict(), "no-fault");
  assert.ok(await question.isVisible(), "an answer can be taken back");
});

/**
 * @param {Page} page
 * @param {{ email: string, token: string }} details
 */
async function assertHeader(page, details) {
  await page.press("Copy", "[part=header]");
  await page.copied(basic(details));
}

/** @param {{ email: string, token: string }} details */
function basic({ email, token }) {
  return `Basic ${Buffer.from(`${email}:${token}`).toString("base64")}`;
}
