// Real mistakes, typed by hand: each is named under its field and settled by one press or by typing the right thing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EMAIL, SITE, until, useBrowser } from "./support.mjs";

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
    await assertRight(page, healthy);
    assert.deepEqual(await page.console(), []);
  });
}

test("a misspelt address is shown with its scheme, its letter and its path marked", async () => {
  const page = await open();
  await page.type("site", "http://acme.attlassian.net/jira");
  const picture = page.locator("[part=verdict] [part=picture] p").first();
  assert.deepEqual(await picture.locator("mark").allTextContents(), ["http://", "t"]);
  assert.deepEqual(await picture.locator("del").allTextContents(), ["/jira"]);
});

test("swapped fields are put right by one press, which can be undone", async () => {
  const page = await open();
  const healthy = await page.healthy();
  await page.typeAll({ site: SITE, email: healthy.token, token: EMAIL });
  assert.ok((await page.problems("email")).includes("fields-swapped"));

  await page.fix("email", "fields-swapped");
  assert.equal(await page.focus(), "email", "the focus stays where the person is");
  await assertRight(page, healthy);

  assert.match(await page.text("[part=verdict] [part=change]"), /E-mail[\s\S]*API token was corrected/);
  await page.press("Undo");
  assert.equal(await page.value("token"), EMAIL);
  assert.ok((await page.problems("email")).includes("fields-swapped"));
});

test("a header with an encoded line break is read, corrected and copied", async () => {
  const page = await open();
  const { token } = await page.healthy();
  const header = await page.sample(`Basic {{b64-newline:${EMAIL}:${token}}}`);
  await page.give(header);
  assert.ok(!`${await page.everything()}${await page.box.inputValue()}`.includes(header.slice(6, 40)), "the header stayed in the box");
  assert.equal((await page.causes())[0], "header-trailing-newline");
  assert.match(await page.text("[part=picture]"), /Basic[\s\S]*jane@acme\.example[\s\S]*•/);

  await page.locator("[part=verdict] .jd-cause .jd-fix").click();
  assert.ok(!(await page.causes()).includes("header-trailing-newline"));
  await page.press("Copy header", "[part=verdict] [part=change]");
  await page.copied(`Basic ${Buffer.from(`${EMAIL}:${token}`).toString("base64")}`);
});

test("a text that holds the details fills the fields, and its secret is masked", async () => {
  const page = await open();
  const healthy = await page.healthy();
  await page.give(`JIRA_URL=${SITE}\nJIRA_EMAIL=${EMAIL}\nJIRA_API_TOKEN=${healthy.token}\n`);
  assert.match(await page.text("[part=box]"), /Recognized: site, e-mail, token/);
  for (const [field, text] of Object.entries(healthy)) assert.equal(await page.value(field), text);
  assert.ok(!`${await page.everything()}${await page.box.inputValue()}`.includes(healthy.token));
  assert.equal(await page.verdict(), "no-fault");
});

test("a text in the wrong field is put where it belongs by one press", async () => {
  const page = await open();
  const healthy = await page.healthy();
  await page.type("site", "acme");
  await page.input("site").click();
  await page.keyboard.press("Control+a");
  await page.paste(`JIRA_URL=${SITE}\nJIRA_EMAIL=${EMAIL}\nJIRA_API_TOKEN=${healthy.token}\n`);
  assert.equal(await page.value("site"), "acme", "nothing is lost");
  await page.locator("[slot=site-notes]").getByRole("button", { name: "Fill the fields" }).click();
  await page.press("Use the pasted ones");
  for (const [field, text] of Object.entries(healthy)) assert.equal(await page.value(field), text);
});

test("several faults are settled by one press, and undone by one", async () => {
  const page = await open();
  const { token } = await page.healthy();
  await page.typeAll({ site: "http://acme.atlassian.net/jira", email: `${EMAIL}.`, token: `"${token}"` });
  await page.press("Fix all");
  await assertRight(page, { site: SITE, email: EMAIL, token });
  await page.press("Undo");
  assert.equal(await page.value("site"), "http://acme.atlassian.net/jira");
  assert.equal(await page.value("token"), `"${token}"`);
});

test("an example of a problem's page is shown by its link", async () => {
  for (const id of ["url-has-path", "token-damaged", "permission-project", "header-trailing-newline"]) {
    const page = await open({ hash: `#example=${id}` });
    await until(async () => (await page.data(page.tab.locator("[data-problem]"), "problem")).includes(id), id);
  }
});

test("the answers to its questions count", async () => {
  const page = await open();
  await page.typeAll(await page.healthy());
  assert.equal(await page.verdict(), "no-fault");
  await page.press("Yes", "[data-answer=tokenScoped]");
  assert.notEqual(await page.verdict(), "no-fault");
  await page.press("Change", "[part=verdict]");
  assert.equal(await page.verdict(), "no-fault", "an answer can be taken back");
  await page.press("I don't know", "[data-answer=tokenScoped]");
  assert.equal(await page.locator("[data-answer=tokenScoped]").count(), 0, "nothing is asked twice");
});

/** @param {Page} page @param {Record<string, string>} details */
async function assertRight(page, details) {
  for (const [field, text] of Object.entries(details)) assert.equal(await page.value(field), text, field);
}
