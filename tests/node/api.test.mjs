// The boundary: what JavaScript gives and gets, through the built package.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as doctor from "../../dist/lib/load.js";

before(() => doctor.init());

const token = () => doctor.sample("{{api-token}}");
const healthy = () => ({ site: "https://acme.atlassian.net", email: "jane@acme.example", token: token() });
const ids = (/** @type {any} */ evidence) => doctor.diagnose(evidence).findings.map((finding) => finding.problem);

/** Every value in a result, however deep. */
function* values(/** @type {unknown} */ result) {
  if (result !== null && typeof result === "object") {
    for (const part of Object.values(result)) yield* values(part);
  } else {
    yield result;
  }
}

test("a healthy set-up has no finding above info, and says what it cannot know", () => {
  const diagnosis = doctor.diagnose(healthy());
  assert.equal(diagnosis.verdict, "no-fault");
  assert.deepEqual(diagnosis.findings.filter((finding) => finding.severity !== "info"), []);
  assert.ok(diagnosis.limits.length > 0);
  assert.ok(diagnosis.questions.some((question) => question.answer === "tokenScoped"));
});

test("nothing given is a state of its own", () => {
  assert.equal(doctor.diagnose({}).verdict, "nothing-given");
  const nulls = { site: null, email: undefined, token: null, answers: undefined, request: null, response: undefined };
  assert.equal(doctor.diagnose(nulls).verdict, "nothing-given");
});

test("missing is null, never undefined", () => {
  for (const result of [doctor.diagnose({ site: "acme" }), doctor.readSite(""), doctor.readAuthorization("Basic")]) {
    for (const value of values(result)) assert.notEqual(value, undefined);
  }
  assert.equal(doctor.diagnose({}).site, null);
});

test("an unknown key is refused by its name, at every depth", () => {
  const refused = (/** @type {any} */ evidence, /** @type {RegExp} */ name) =>
    assert.throws(() => doctor.diagnose(evidence), name);
  refused({ tokn: "x" }, /unknown key `tokn`/);
  refused({ answers: { scoped: true } }, /unknown key `scoped`/);
  refused({ request: { verb: "GET" } }, /unknown key `verb`/);
  refused({ response: { code: 401 } }, /unknown key `code`/);
  assert.throws(() => doctor.authorization(/** @type {any} */ ({ token: "x", mail: "y" })), /unknown key `mail`/);
});

test("a value of the wrong type is refused, and a token in the wrong place is not repeated", () => {
  assert.throws(() => doctor.diagnose(/** @type {any} */ ({ site: 5 })), /site: .*string/);
  const secret = token();
  for (const evidence of [{ answers: secret }, { today: [secret] }, { response: { status: secret } }, { answers: { client: secret } }]) {
    assert.throws(
      () => doctor.diagnose(/** @type {any} */ (evidence)),
      (/** @type {Error} */ error) => !error.message.includes(secret) && !String(error.stack).includes(secret),
    );
  }
});

test("the header is that of RFC 7617", () => {
  const build = (/** @type {string} */ email, /** @type {string} */ secret) =>
    doctor.authorization({ email, token: secret });
  assert.equal(build("Aladdin", "open sesame"), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  assert.equal(build("test", "123£"), "Basic dGVzdDoxMjPCow==");
  assert.equal(build("john.doe@example.com", "abc123"), "Basic am9obi5kb2VAZXhhbXBsZS5jb206YWJjMTIz");
  const secret = token();
  assert.equal(doctor.authorization({ token: secret, scheme: "bearer" }), `Bearer ${secret}`);
  assert.throws(() => build("a:b", "c"), /colon/);
  assert.throws(() => build("a", "c\nd"), (/** @type {Error} */ error) => !error.message.includes("c\nd"));
});

test("a header reads back as it was built, and shows no secret", () => {
  const secret = token();
  const header = doctor.authorization({ email: "jürgen@acme.example", token: secret });
  const facts = doctor.readAuthorization(header);
  assert.deepEqual(facts.scheme, { name: "basic" });
  assert.equal(facts.user, "jürgen@acme.example");
  assert.equal(facts.secret, "api-token");
  assert.equal(facts.checksum, "intact");
  assert.deepEqual(facts.flaws, []);
  const text = JSON.stringify(facts);
  assert.ok(!text.includes(secret) && !text.includes(header.slice(6)) && !text.includes(header.slice(-40)));
});

test("a fix gives the new texts, the token's only when it is asked for", () => {
  const secret = token();
  const evidence = { ...healthy(), token: `"${secret}"` };
  const finding = doctor.diagnose(evidence).findings.find(({ problem }) => problem === "token-damaged");
  assert.deepEqual(finding?.fix?.changes, [{ field: "token", value: null }]);
  assert.deepEqual(doctor.applyFix(evidence, "token-damaged"), { token: secret });
  assert.throws(() => doctor.applyFix(healthy(), "token-damaged"));
});

test("a site gives its normal form and all forms to copy", () => {
  const site = doctor.readSite(" http://Acme.atlassian.net/browse/WEB-7 ");
  assert.equal(site.kind, "cloud");
  assert.equal(site.url, "https://acme.atlassian.net");
  assert.equal(site.issue, "WEB-7");
  assert.equal(site.forms?.subdomain, "acme");
  assert.equal(site.forms?.restV3, "https://acme.atlassian.net/rest/api/3");
  assert.ok(site.changes.every((change) => change.why.length > 0));
});

test("fields are found in a pasted configuration", () => {
  const secret = token();
  const found = doctor.readFields(`JIRA_URL=https://acme.atlassian.net\nJIRA_USERNAME=jane@acme.example\nJIRA_API_TOKEN='${secret}'\n`);
  assert.deepEqual(
    { site: found.site, email: found.email, token: found.token },
    { site: "https://acme.atlassian.net", email: "jane@acme.example", token: secret },
  );
});

test("a report is the diagnosis, without the secret and what was pasted", () => {
  const secret = token();
  const paste = `> authorization: Basic ${btoa(`jane@acme.example:${secret}`)}\n< HTTP/2 401\n\nsome other line`;
  const evidence = { ...healthy(), site: "acme.atlassian.net/jira", token: secret, paste };
  assert.deepEqual(JSON.parse(doctor.report(evidence, "json")), doctor.diagnose(evidence));
  const markdown = doctor.report(evidence, "markdown");
  assert.match(markdown, /^## /);
  assert.match(markdown, /- Site: https:\/\/acme\.atlassian\.net/);
  for (const text of [markdown, doctor.report(evidence, "json")]) {
    assert.ok(!text.includes(secret) && !text.includes(secret.slice(80, 100)) && !text.includes("some other line"));
  }
  assert.throws(() => doctor.report({}, /** @type {any} */ ("pdf")), /markdown/);
});

test("a command and the single calls ask the site, and hold no secret", () => {
  const evidence = healthy();
  const encoded = doctor.authorization({ email: evidence.email, token: evidence.token }).slice(6, 60);
  const texts = [
    .../** @type {const} */ (["sh", "powershell", "cmd"]).map((shell) => doctor.script(evidence, shell)),
    .../** @type {const} */ (["curl", "powershell", "python", "javascript", "httpie", "netrc", "env", "mcp"]).map((form) => doctor.snippet(evidence, form)),
  ];
  for (const text of texts) {
    assert.ok(text.includes("acme.atlassian.net"), text);
    for (const secret of [evidence.token.slice(0, 30), evidence.token.slice(-30), encoded]) assert.ok(!text.includes(secret));
  }
  assert.throws(() => doctor.script({}, "sh"));
  assert.throws(() => doctor.script(evidence, /** @type {any} */ ("fish")), /powershell/);
});

test("the scopes of several purposes are given together, and an unknown purpose is refused", () => {
  const all = doctor.purposes().map(({ id }) => id);
  const [few, many] = [doctor.scopes([]), doctor.scopes(all)];
  assert.ok(few.classic.length > 0 && few.classic.every((scope) => many.classic.includes(scope)));
  assert.ok(many.granular.length > few.granular.length);
  assert.throws(() => doctor.scopes(["fly"]), /purpose/);
});

test("every problem has its page, and an unknown one is refused", async () => {
  for (const id of doctor.problems()) {
    const page = await doctor.explain(id);
    assert.equal(page.problem, id);
    assert.ok(page.meaning.length && page.causes.length && page.steps.length && page.links.length);
  }
  for (const id of ["no-such-problem", "../lib/load", ""]) await assert.rejects(doctor.explain(/** @type {any} */ (id)));
});

test("the age of a token is reckoned from today where no day is given", () => {
  const made = (/** @type {number} */ days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const aged = (/** @type {number} */ days) => ids({ ...healthy(), answers: { tokenCreatedOn: made(days) } });
  assert.ok(aged(370).includes("token-expired"));
  assert.ok(!aged(360).includes("token-expired"));
});

test("any text of any length and script is diagnosed", () => {
  const megabyte = 1 << 20;
  const texts = ["a".repeat(megabyte), "\ud800", "\0", "𝕁𝕚𝕣𝕒".repeat(megabyte / 8), "ATATT3".repeat(megabyte / 6),
    "https://".repeat(megabyte / 8), "@".repeat(megabyte), "=".repeat(megabyte), " \u200b\n".repeat(megabyte / 3),
    "Basic ".repeat(megabyte / 6), "%3D\"'<>".repeat(megabyte / 7), "\u202eمرحبا", "日本語"];
  for (const field of ["site", "email", "token", "authorization", "project", "issue"]) {
    for (const text of texts) {
      const diagnosis = doctor.diagnose({ [field]: text });
      assert.ok(Array.isArray(diagnosis.findings), `${field}: ${text.slice(0, 12)}… of ${text.length}`);
    }
  }
});
