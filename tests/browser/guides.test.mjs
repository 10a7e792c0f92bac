// Each of the three guides, followed on the page from empty fields to "ready to save", and the failure that its readers
// usually meet on the way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { gatewayRefused, issue, myself, noProject, noProjectPermissions, permissions, printed, project, refused, serverInfo, tenantInfo } from "./printed.mjs";
import { EMAIL, SITE, until, useBrowser } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const open = useBrowser();

/** @param {string} id */
function profile(id) {
  return JSON.parse(readFileSync(new URL(`../../www/profiles/${id}.json`, import.meta.url), "utf8"));
}
const [BOLDDESK, AHA, JENTIC] = ["bolddesk", "aha", "jentic"].map(profile);
/** The permissions that a product needs. @param {{ permissions: { key: string }[] }} product */
const keys = ({ permissions }) => permissions.map(({ key }) => key);

/** Opens the page and chooses the product, as a person does. @param {{ name: string }} product */
async function follow(product) {
  const page = await open();
  await page.locator("[part=profile] select").selectOption({ label: product.name });
  // Its profile is loaded first.
  await page.shown("[part=guide] > ol > li").first().waitFor();
  return page;
}

/** Takes the step of the guide that is done in a part. @param {Page} page @param {string} part */
async function goTo(page, part) {
  await page.locator(`[part=guide] li[data-part=${part}] button`).first().click();
}

/** Fills a field, which stands in a step of the guide. @param {Page} page @param {"site" | "email" | "token"} field @param {string} value */
async function fill(page, field, value) {
  assert.equal(await page.locator(`[part=guide] li[data-part=${field}] [data-for=${field}]`).count(), 1, "the step holds its field");
  await page.type(field, value);
}

/** Fills a field of the shadow root, which stands in a step too. @param {Page} page @param {"project" | "issue"} field @param {string} value */
async function aim(page, field, value) {
  const input = page.locator(`[part=guide] li[data-part=${field}] [data-target=${field}]`);
  await input.fill(value);
  await input.blur();
}

/** Copies the command, and pastes what it would have printed. @param {Page} page @param {string} output */
async function runCommand(page, output) {
  await goTo(page, "ask");
  await page.press("Copy the command", "[part=command]");
  const command = await page.copied(/\/rest\/api\/3/);
  assert.ok(command.includes(SITE) && command.includes(EMAIL));
  assert.ok(!command.includes((await page.value("token")).slice(0, 40)), "the token is in the command");
  await page.give(output);
}

/** @param {Page} page @param {string} selector */
const texts = (page, selector) => page.shown(selector).allInnerTexts();
/** @param {Page} page @param {string} selector */
const text = async (page, selector) => (await texts(page, selector))[0] ?? "";
/** The conditions that do not hold yet. @param {Page} page */
const unmet = (page) => page.data(page.locator("[data-condition]"), "condition");
/** The label and the value of each field of the product. @param {Page} page */
const setup = async (page) => (await texts(page, "[part=setup] .jd-form")).map((one) => one.replace(/\s*\n\s*/g, " ").replace(/ Copy .*$/, ""));
/** The labels of the fields, as they stand on the page. @param {Page} page */
const labels = (page) => page.tab.locator("jira-doctor > label").allTextContents();

/** @param {Page} page @param {{ name: string }} product @param {[string, string, string]} values */
async function isReady(page, product, [site, email, token]) {
  assert.deepEqual(await unmet(page), []);
  assert.equal(await text(page, "[part=setup] h2"), `Ready to save in ${product.name}`);
  assert.deepEqual(await setup(page), [site, email, token]);
  const states = await page.data(page.locator("[part=guide] > ol > li[data-part]"), "done");
  assert.deepEqual(new Set(states), new Set(["true"]), "every step that the page can see is done");
  assert.equal(await page.verdict(), "no-fault");
  assert.deepEqual(await page.console(), []);
  assert.deepEqual((await page.requests()).slice(-1).filter((url) => !url.startsWith("http://127.0.0.1")), []);
}

test("BoldDesk: an address with a path, a missing permission, then ready to save", async () => {
  const page = await follow(BOLDDESK);
  assert.deepEqual(await labels(page), ["Jira URL", "Email", "Jira API Key"]);
  await fill(page, "site", `${SITE}/jira`);
  assert.deepEqual(await page.problems("site"), ["url-has-path"]);
  await page.fix("site", "url-has-path");
  assert.equal(await page.value("site"), SITE);
  await fill(page, "email", EMAIL);
  await fill(page, "token", await page.sample("{{api-token}}"));
  await aim(page, "issue", "WEB-12");
  assert.deepEqual(await unmet(page), ["ask", "permissions", "issue"]);

  const missing = { without: ["DELETE_ISSUES", "ADMINISTER"] };
  const answers = (/** @type {object} */ how) => printed(serverInfo(), myself(), permissions(keys(BOLDDESK), how), permissions(keys(BOLDDESK), { ...how, project: "WEB" }), project("WEB"), issue("WEB-12"));
  await runCommand(page, answers(missing));
  assert.deepEqual(await unmet(page), ["permissions"]);
  assert.match(await text(page, "[data-condition=permissions]"), /lacks: .*Administer Jira|lacks: .*Delete/i);
  const quoted = await page.locator("[part=verdict] .jd-cause > .jd-proof mark").textContent();
  assert.match(quoted ?? "", /^"(DELETE_ISSUES|ADMINISTER)":\{.*"havePermission":false\}$/, "the proof is the permission, and no status of success");
  assert.equal((await page.data(page.locator("[part=journey] [data-state=stopped]"), "stage"))[0], "allow");
  await goTo(page, "permissions");
  assert.equal(await page.focus(), "examined");
  const row = await text(page, "[part=permissions] [data-permission=ADMINISTER]");
  assert.match(row, /Required/);
  assert.match(row, /No/);
  assert.match(row, /admin/i);

  await runCommand(page, answers({}));
  await isReady(page, BOLDDESK, [`Jira URL ${SITE}`, `Email ${EMAIL}`, "Jira API Key The token that you typed"]);
  await page.press("Copy", "[part=setup] .jd-form:last-child");
  const token = await page.value("token");
  await page.copied(token);
});

test("a question about the project is answered where it is asked", async () => {
  const page = await follow(AHA);
  const { site, email, token } = await page.healthy();
  for (const [field, text] of Object.entries({ site, email, token })) await fill(page, field, text);
  await page.press("Check");
  const answer = page.locator("[part=question] input");
  await answer.fill("WEB");
  await answer.blur();
  await until(async () => (await page.shown("[part=question] input").count()) === 0, "it is asked no more");
  assert.equal(await page.locator("[data-target=project]").inputValue(), "WEB");
});

test("Aha!: the project that “either does not exist”, then ready to save", async () => {
  const page = await follow(AHA);
  assert.deepEqual(await labels(page), ["Jira URL", "Username", "Password"]);
  await page.give("Project with key ‘WEB’ either does not exist or you do not have permission to create versions in it");
  const causes = await page.causes();
  assert.ok(causes.slice(0, 2).includes("permission-project") && causes.includes("project-not-found"), `${causes}`);
  await page.press("Clear", "[part=box]");

  await fill(page, "site", "acme.atlassian.net");
  await page.fix("site", "url-missing-scheme");
  await fill(page, "email", EMAIL);
  await fill(page, "token", await page.sample("{{api-token}}"));
  await aim(page, "project", "WEB");
  const global = permissions(keys(AHA));
  await runCommand(page, printed(serverInfo(), myself(), global, noProjectPermissions("WEB"), noProject("WEB")));
  assert.ok((await unmet(page)).includes("project"));
  assert.equal((await page.causes())[0], "project-not-found");

  await runCommand(page, printed(serverInfo(), myself(), global, permissions(keys(AHA), { project: "WEB", without: ["ADMINISTER_PROJECTS"] }), project("WEB")));
  assert.deepEqual(await unmet(page), ["permissions"]);
  await runCommand(page, printed(serverInfo(), myself(), global, permissions(keys(AHA), { project: "WEB" }), project("WEB")));
  await isReady(page, AHA, [`Jira URL ${SITE}`, `Username ${EMAIL}`, "Password The token that you typed"]);
});

test("Jentic: the whole address where the name belongs, a token of another account, then ready to save", async () => {
  const page = await follow(JENTIC);
  assert.deepEqual(await labels(page), ["Your Atlassian domain", "Username", "Password/Token"]);
  await fill(page, "site", SITE);
  assert.deepEqual(await page.problems("site"), ["url-subdomain-only"], "it wants the name alone");
  await page.fix("site", "url-subdomain-only");
  await fill(page, "email", EMAIL);
  await fill(page, "token", ` ${await page.sample("{{api-token}}")} `);
  const [first] = await page.problems("token");
  assert.ok(first, "the blanks around it are told");
  await page.fix("token", first);
  assert.equal((await setup(page))[0], "Your Atlassian domain acme");

  await runCommand(page, printed(serverInfo(), refused(), tenantInfo(), gatewayRefused()));
  assert.deepEqual(await unmet(page), ["ask", "permissions"]);
  const causes = await page.causes();
  assert.ok(["token-expired", "token-revoked-or-wrong", "email-mismatch"].includes(causes[0] ?? ""), `${causes}`);
  assert.match(await text(page, "[part=examined] summary"), /of 4 passed/);

  await runCommand(page, printed(serverInfo(), myself(), permissions(keys(JENTIC))));
  await isReady(page, JENTIC, ["Your Atlassian domain acme", `Username ${EMAIL}`, "Password/Token The token that you typed"]);
});

test("each guide says where the vendor's own page is out of date, with the reason", async () => {
  for (const product of [BOLDDESK, AHA, JENTIC]) {
    const page = await follow(product);
    await page.locator(".jd-corrections summary").click();
    const corrections = await texts(page, ".jd-corrections li");
    assert.equal(corrections.length, product.guide.corrections.length);
    for (const correction of corrections) assert.match(correction, /^The guide says: .+\n+Today: .+\n+.+/s);
    const links = page.locator("[part=guide] a");
    assert.equal(await links.count(), await page.locator("[part=guide] a[rel=noreferrer][target=_blank]").count());
  }
});

test("a product is chosen by a link, by an attribute, and by a profile of the page's own", async () => {
  const page = await open({ hash: "#profile=jentic&site=acme.atlassian.net" });
  assert.deepEqual(await labels(page), ["Your Atlassian domain", "Username", "Password/Token"]);
  await until(async () => (await setup(page))[0] === "Your Atlassian domain acme");

  await page.element.evaluate((element) => {
    element.setAttribute("profile", "aha");
  });
  await page.waitForState("ready");
  assert.deepEqual(await labels(page), ["Jira URL", "Username", "Password"]);
  assert.equal(await page.shown("[part=profile] select").count(), 0, "the page has chosen");

  const use = (/** @type {object} */ profile) => page.element.evaluate((element, profile) => (element.profile = profile), profile);
  await use({ ...JENTIC, id: "mine", name: "Acme Sync", site: { form: "host", label: "Jira host" } });
  assert.equal((await labels(page))[0], "Jira host");
  assert.match(await text(page, "[part=profile] .jd-chip-line"), /Acme Sync/);
  await use({ ...JENTIC, permissions: [{ key: "FLY" }] });
  assert.match(await text(page, "[part=profile]"), /cannot be used.*permissions\[0\]\.key/s);
  assert.equal(await page.input("site").count(), 1);
});
