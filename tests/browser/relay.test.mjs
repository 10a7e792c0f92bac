// The relays of examples/relay, as they stand there: nginx and Caddy pass on the calls of the examination, and nothing else.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { CADDY, listen, pageOf, request, scenarios } from "./net.mjs";

/** The site that the examples name. No other test asks it, so what it hears comes from here. */
const SITE = "acme";
const RELAYS = { nginx: `${pageOf(SITE)}jira`, Caddy: `${CADDY}jira` };

const PASSED_ON = [
  "/rest/api/3/serverInfo",
  "/rest/api/2/myself",
  "/rest/api/3/myself",
  "/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS%2CADMINISTER&projectKey=WEB",
  "/rest/api/3/project/WEB",
  "/rest/api/3/issue/WEB-1",
  "/_edge/tenant_info",
  "/wiki/rest/api/user/current",
];

const REFUSED = [
  "/",
  "/login.jsp",
  "/rest/api/3",
  "/rest/api/3/search/jql?jql=project%20%3D%20WEB",
  "/rest/api/3/project/search",
  "/rest/api/3/project/WEB/role",
  "/rest/api/3/issue/WEB-1/comment",
  "/rest/api/3/issue/WEB-1/../../user",
  "/rest/api/3/issue/WEB-1%2Fcomment",
  "/rest/api/3/myself/",
  "/rest/api/3/myself%0Ax",
  "/rest/api/1/myself",
  "/rest/agile/1.0/board",
  "/wiki/rest/api/user",
  "/_edge/tenant_info/x",
  "//rest/api/3/user",
  "/@127.0.0.1/rest/api/3/myself",
];

const sha256 = (/** @type {string} */ text) => createHash("sha256").update(text).digest("hex");

async function header(name = "good") {
  const scenario = (await scenarios()).find((one) => one.name === name);
  assert.ok(scenario);
  return `Basic ${Buffer.from(`${scenario.evidence.email}:${scenario.evidence.token}`).toString("base64")}`;
}

for (const [name, relay] of Object.entries(RELAYS)) {
  test(`${name} passes the examination's calls on, with the header and without cookies`, async () => {
    const authorization = await header();
    const headers = {
      Authorization: authorization,
      Accept: "application/json",
      Cookie: "session=of-the-embedder",
      Origin: "https://acme.help.example",
      Referer: "https://acme.help.example/settings",
    };
    for (const path of PASSED_ON) {
      const heard = await listen(SITE);
      const answer = await request(`${relay}${path}`, { headers });
      assert.equal(answer.status, 200, path);
      assert.doesNotThrow(() => JSON.parse(answer.body), path);
      assert.equal(answer.headers["set-cookie"], undefined, path);
      assert.equal(answer.headers["cache-control"], "no-store", path);
      const [logged, ...more] = await heard();
      assert.deepEqual(more, [], path);
      assert.equal(logged?.method, "GET");
      assert.equal(logged?.path, path);
      assert.equal(logged?.authorization?.sha256, sha256(authorization));
      assert.equal(logged?.cookie, false);
      assert.equal(logged?.origin, null);
    }
  });

  test(`${name} refuses every other path and method, and Jira hears nothing of them`, async () => {
    const headers = { Authorization: await header() };
    const heard = await listen(SITE);
    for (const path of REFUSED) {
      const { status } = await request(`${relay}${path}`, { headers });
      assert.ok(status >= 400 && status < 500, `GET ${path}: ${status}`);
    }
    for (const method of ["HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const { status } = await request(`${relay}/rest/api/3/myself`, { method, headers });
      assert.ok(status >= 400 && status < 500, `${method}: ${status}`);
    }
    assert.deepEqual(await heard(), []);
  });
}

for (const [name, relay] of Object.entries(RELAYS)) {
  test(`${name} passes on what is asked of the gateway, and no more than that`, async () => {
    const { cloudId } = JSON.parse((await request(`${relay}/_edge/tenant_info`)).body);
    const headers = { Authorization: await header("scoped") };
    const heard = await listen("api.atlassian.com");
    const myself = await request(`${relay}/ex/jira/${cloudId}/rest/api/3/myself`, { headers });
    assert.equal(myself.status, 200);
    const user = await request(`${relay}/ex/confluence/${cloudId}/wiki/rest/api/user/current`, { headers });
    assert.equal(user.status, 200);
    for (const path of [`/ex/jira/${cloudId}/rest/api/3/search/jql`, `/ex/jira/x/rest/api/3/myself`, `/ex/bitbucket/${cloudId}/rest/api/3/myself`, "/oauth/token"]) {
      assert.equal((await request(`${relay}${path}`, { headers })).status, 404, path);
    }
    const mine = (await heard()).filter(({ path }) => path.includes(cloudId));
    assert.deepEqual(mine.map(({ authorization }) => authorization?.sha256), [sha256(headers.Authorization), sha256(headers.Authorization)]);
  });
}

test("a relay follows no redirect", async () => {
  const heard = await listen("internal");
  const answer = await request(`${pageOf("redirects-elsewhere")}jira/jira/rest/api/2/myself`, { headers: { Authorization: await header() } });
  assert.equal(answer.status, 302);
  assert.equal(answer.headers.location, "https://jira.internal.example/jira/rest/api/2/myself");
  assert.deepEqual(await heard(), []);
});

test("a relay leads to a server below a context path", async () => {
  const answer = await request(`${pageOf("data-center")}jira/jira/rest/api/2/serverInfo`);
  assert.equal(JSON.parse(answer.body).baseUrl, "https://data-center.acme.example/jira");
});
