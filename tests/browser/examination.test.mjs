// Every scenario of the stand-in, asked by Chromium's own fetch and by the script in real shells: each names the cause that
// the scenario has. What Jira heard meanwhile shows where the header went.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { diagnose, init, script } from "../../dist/lib/load.js";
import { CURL_HOME, FLAGS, listen, pageOf, scenarios } from "./net.mjs";
import { BASE, until, useBrowser } from "./support.mjs";

/** @typedef {import("./net.mjs").Scenario} Scenario */
/** @typedef {import("./net.mjs").Logged} Logged */
/** @typedef {import("./support.mjs").Tab} Tab */

/** How long a step may take in a page, in milliseconds. The script has limits of its own. */
const LIMIT = 3000;
/** How many shells run at a time: most of them wait. */
const SHELLS = 6;

/** The rows of the table that is printed at the end: the cause that each driver found. @type {Map<string, Record<string, string>>} */
const table = new Map();

/** @type {Scenario[]} */
let all;
const open = useBrowser({ names: FLAGS });

before(async () => {
  await init();
  all = await scenarios();
  for (const { name, cause } of all) table.set(name, { wanted: cause ?? "none" });
});
after(() => print());

for (const shell of ["dash", "bash"]) {
  test(`the script in ${shell} finds every cause`, async () => {
    const heard = await listen("");
    const wrong = await each(all, SHELLS, async (scenario) => {
      const { name, evidence, profile, cause } = scenario;
      const { command, output } = await run(shell, scenario);
      for (const secret of secrets(scenario)) assert.ok(!`${command}${output}`.includes(secret), `${name}: a secret is seen`);
      assert.match(output, /--- jira-doctor: end\s*$/, name);
      return differs(name, shell, first(diagnose({ ...evidence, paste: output }, profile)), cause);
    });
    assert.deepEqual(wrong, []);
    assertKept(await heard());
  });
}

const isCloud = ({ evidence }) => evidence.site.endsWith(".atlassian.net");

test("a page finds nothing at Atlassian's own hosts, and says that it cannot", async () => {
  const heard = await listen("");
  const { tab } = await open({ path: "live.html" });
  const wrong = await each(all.filter(isCloud), 1, async (scenario) => {
    // What the fields alone tell comes first. Never answered, a call fails in time; each other one because nothing may be read.
    const { name, evidence, profile } = scenario;
    const wanted = first(diagnose(evidence, profile)) ?? (name === "slow" ? "timeout" : "cors-blocked");
    const { problem, calls } = await examine(tab, scenario, {});
    assert.ok(calls.every(({ response }) => !response), scenario.name);
    return differs(scenario.name, "fetch", problem, wanted);
  });
  assert.deepEqual(wrong, []);
  assert.deepEqual((await heard()).filter(isForeign).filter(({ authorization }) => authorization), [], "the browser asks before it sends the header");
});

for (const [variant, label] of [["cors", "fetch, CORS"], ["exposed", "fetch, exposed"]]) {
  test(`a page finds every cause where a host allows it (${label})`, async () => {
    const heard = await listen("");
    const { tab } = await open();
    const wrong = await each(all, 1, async (scenario) => {
      const there = { ...scenario, evidence: { ...scenario.evidence, site: scenario.evidence.site?.replace(/^https:\/\/[^.]+/, `$&-${variant}`) } };
      await at(tab, isCloud(scenario) ? `${BASE}live.html` : pageOf("good"));
      const { problem } = await examine(tab, there, {});
      return differs(scenario.name, label, problem, scenario.causeInPage);
    });
    assert.deepEqual(wrong, []);
    assertKept(await heard());
  });
}

test("a page finds every cause by a relay of its own", async () => {
  const heard = await listen("");
  const { tab } = await open();
  const wrong = await each(all, 1, async (scenario) => {
    await at(tab, pageOf(scenario.name));
    const { problem } = await examine(tab, scenario, { relay: "/jira/" });
    return differs(scenario.name, "relay", problem, CAUSES_BY_RELAY[scenario.name] ?? scenario.causeInPage);
  });
  assert.deepEqual(wrong, []);
  assertKept(await heard());
});

/** Where a page sends the header: to Jira itself, or to its own server. */
const PRESSES = [
  { name: "scoped-cors", named: ["scoped-cors.atlassian.net", "api.atlassian.com"], where: { path: "live.html" } },
  { name: "scoped", named: ["scoped.help.example"], where: { address: pageOf("scoped") } },
];

for (const { name, named, where } of PRESSES) {
  test(`nothing is asked before the press, and then who is named beside it (${named.join(", ")})`, async () => {
    const scenario = all.find((one) => one.name === "scoped");
    assert.ok(scenario);
    const heard = await listen("");
    const mine = async () => (await heard()).filter(isForeign);
    const page = await open(where);
    const { email = "", token = "" } = scenario.evidence;
    await page.typeAll({ site: `https://${name}.atlassian.net`, email, token });
    await page.openAsk();
    await until(async () => {
      const text = await page.text(".jd-destination");
      return named.every((host) => text.includes(host));
    }, `${named} stand beside the button`);
    // Long enough for whatever would go by itself.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(await mine(), []);
    await page.requests();

    await page.press("Ask Jira from this page");
    await until(async () => (await page.causes())[0] === "token-scoped-needs-gateway");
    const asked = new Set((await page.requests()).map((url) => new URL(url).hostname));
    assert.deepEqual([...asked].sort(), [...named].sort());
    const reached = new Set((await mine()).filter(({ authorization }) => authorization).map(({ host }) => host));
    assert.deepEqual([...reached].sort(), ["api.atlassian.com", `${name}.atlassian.net`]);
  });
}

test("what the script printed, pasted into the page, is the whole diagnosis", async () => {
  for (const name of ["scoped", "outsider", "captcha", "good"]) {
    const scenario = all.find((one) => one.name === name);
    assert.ok(scenario);
    const { output } = await run("dash", scenario);
    const page = await open();
    const { site = "", email } = scenario.evidence;
    await page.typeAll({ site, ...(email && { email }) });
    await page.give(output);
    const wanted = diagnose({ site, email, paste: output });
    await until(async () => (await page.shown("[part=examined]").count()) === 1);
    const steps = await page.locator("[part=examined] .jd-steps li").evaluateAll((all) => all.map((one) => `${one.dataset.step} ${one.dataset.outcome}`));
    assert.deepEqual(steps, wanted.steps.map(({ step, outcome }) => `${step} ${outcome}`), name);
    assert.equal((await page.causes())[0] ?? null, scenario.cause, name);
  }
});

/** nginx answers for a host that hung up, and says so. */
const CAUSES_BY_RELAY = { "closes-early": "server-error" };

/** Opens a page where it is not open yet. @param {Tab} tab @param {string} address */
async function at(tab, address) {
  if (tab.url() !== address) await tab.goto(address);
}

/** Examines in the page that is open. @param {Tab} tab @param {Scenario} scenario @param {{ relay?: string }} how */
async function examine(tab, { name, evidence, profile }, how) {
  const heard = await listen("");
  const told = await tab.evaluate(
    async ({ evidence, how }) => {
      const { init, examine } = await import(new URL("/lib/load.js", location.href).href);
      await init();
      const { diagnosis, calls } = await examine(evidence, how);
      return { diagnosis, calls };
    },
    { evidence, how: { ...how, timeout: LIMIT, ...(profile && { profile }) } },
  );
  const strangers = (await heard()).filter(({ host, authorization }) => authorization && !told.diagnosis.hosts.includes(host));
  assert.deepEqual(strangers.filter(isForeign), [], `${name}: the page named ${told.diagnosis.hosts}`);
  return { problem: first(told.diagnosis), calls: told.calls };
}

/**
 * Runs the script as a person's shell does.
 *
 * @param {string} shell
 * @param {Scenario} scenario
 * @returns {Promise<{ command: string, output: string }>}
 */
function run(shell, { evidence, profile }) {
  const command = script(evidence, "sh", profile);
  const env = { PATH: process.env.PATH, HOME: CURL_HOME, CURL_HOME, JIRA_TOKEN: evidence.token };
  return new Promise((resolve, reject) => {
    const child = execFile(shell, ["-c", command], { env, timeout: 120_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${shell}: ${error.message}\n${stderr}`));
      else resolve({ command, output: `${stdout}${stderr}` });
    });
    child.stdin?.end();
  });
}

/** What must be seen nowhere. @param {Scenario} scenario */
function secrets({ evidence }) {
  const pair = Buffer.from(`${evidence.email}:${evidence.token}`).toString("base64");
  return [evidence.token ?? "", pair];
}

/** @param {import("../../dist/lib/load.js").Diagnosis} diagnosis */
const first = ({ findings }) => findings[0]?.problem ?? null;

/** Notes what was found, and tells where it is not what was wanted. @param {string} name @param {string} column @param {string | null} found @param {string | null} wanted */
function differs(name, column, found, wanted) {
  const row = table.get(name);
  if (row) row[column] = found ?? "none";
  return found === wanted ? [] : [`${name}: ${found} and not ${wanted}`];
}

/**
 * Does something for each, some at a time.
 *
 * @template T
 * @param {T[]} items
 * @param {number} width
 * @param {(item: T) => Promise<string[]>} action
 */
async function each(items, width, action) {
  const waiting = [...items];
  const found = [];
  const work = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) found.push(...(await action(item)));
  };
  await Promise.all(Array.from({ length: width }, work));
  return found;
}

/** The README's relays are tested in another file, perhaps at the same time. @param {Logged} logged */
const isForeign = ({ host }) => !host.startsWith("acme.");

/** Fails where the header came to a host that its person did not name, or where anybody followed a redirect. @param {Logged[]} heard */
function assertKept(heard) {
  const asked = heard.filter(isForeign);
  assert.ok(asked.length > 100, `only ${asked.length} requests were heard`);
  assert.deepEqual(asked.filter(({ host }) => host === "jira.internal.example"), []);
  assert.deepEqual(asked.filter(({ path }) => path.includes("login.jsp")), []);
  assert.deepEqual(asked.filter(({ method }) => method !== "GET" && method !== "OPTIONS"), []);
  assert.deepEqual(asked.filter(({ cookie }) => cookie), []);
  for (const { host, path, authorization } of asked) {
    if (!authorization) continue;
    assert.ok(!/serverInfo|tenant_info/.test(path), `${host}${path} needs no header`);
    const place = host.split(".")[0]?.replace(/-(cors|exposed)$/, "");
    const senders = host === "api.atlassian.com" ? all : all.filter(({ name }) => name === place);
    const sent = senders.some((scenario) => headers(scenario).some((header) => sha256(header) === authorization.sha256));
    assert.ok(sent, `${host}${path}: a header that nobody meant for this host`);
  }
}

/** The headers that a person's credentials make. @param {Scenario} scenario */
function headers({ evidence: { email, token, authorization } }) {
  const made = [`Bearer ${token}`, `Basic ${Buffer.from(`${email}:${token}`).toString("base64")}`];
  return authorization ? [...made, authorization] : made;
}

/** @param {string} text */
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** Prints the table. */
function print() {
  const columns = ["wanted", "dash", "bash", "fetch", "fetch, CORS", "fetch, exposed", "relay"];
  const rows = [["scenario", ...columns], ...[...table].map(([name, row]) => [name, ...columns.map((column) => row[column] ?? "")])];
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  for (const row of rows) console.log(row.map((text, at) => text.padEnd(widths[at])).join("  ").trimEnd());
}
