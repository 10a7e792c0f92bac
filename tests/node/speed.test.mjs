// Long pasted logs: read and diagnosed quickly, in time that grows with the text alone.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { diagnose, init, sample } from "../../dist/lib/load.js";

before(() => init());

const MIB = 1 << 20;

/** What `curl -v` prints for one call, with the header it sent. */
const exchange = () => `* Connected to acme.atlassian.net (192.0.2.10) port 443 (#0)
* ALPN: offers h2,http/1.1
} [5 bytes data]
* TLSv1.3 (OUT), TLS handshake, Client hello (1):
> GET /rest/api/3/myself HTTP/2
> Host: acme.atlassian.net
> authorization: Basic ${sample("{{b64:jane@acme.example:{{api-token}}}}")}
> user-agent: curl/8.5.0
> accept: */*
>
< HTTP/2 401
< content-type: text/html;charset=UTF-8
< x-seraph-loginreason: AUTHENTICATED_FAILED
< www-authenticate: OAuth realm="https%3A%2F%2Facme.atlassian.net"
< atl-traceid: f42425d4e06b4a9597a6fc2f130269c2
<
{ [53 bytes data]
Client must be authenticated to access this resource.
`;

/** Texts that could make a careless reader slow: each grows by one unit. @type {[string, () => string][]} */
const texts = [
  ["TLS lines of curl -v", () => "* TLSv1.3 (OUT), TLS handshake, Finished (20):\n{ [1369 bytes data]\n"],
  ["JSON log", () => '{"level":"error","status":401,"url":"https://acme.atlassian.net/rest/api/3/myself","msg":"Unauthorized"}\n'],
  ["one line of words", () => "the request failed and nobody knows why "],
  ["brackets", () => '{"a":[{"b":"'],
  ["escapes", () => "\\\\\\\"\\n&quot;%22"],
  ["quoting", () => "> > > "],
  ["the script's output", () => "--- jira-doctor: myself, basic: GET https://acme.atlassian.net/rest/api/3/myself\nHTTP/2 401\nserver: x\n\n{}\n"],
  ["the script's own text", () => "jira-doctor asks Jira\n--- jira-doctor: curl: (6) \n"],
  ["half a known text", () => "client must be authenticated to access this client must be "],
];

/** The quickest of some runs, in milliseconds: other work on the machine only ever adds. @param {string} paste */
function quickest(paste, runs = 7) {
  let best = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    diagnose({ paste });
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const filled = (/** @type {string} */ unit, /** @type {number} */ size) =>
  unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

/** The time for one MiB and for eight, in milliseconds. @param {import("node:test").TestContext} t @param {string} unit */
function times(t, unit) {
  const one = quickest(filled(unit, MIB));
  const eight = quickest(filled(unit, 8 * MIB), 3);
  t.diagnostic(`1 MiB: ${one.toFixed(1)} ms, 8 MiB: ${eight.toFixed(1)} ms`);
  return { one, eight };
}

test("a MiB of curl -v takes less than 50 ms, eight take less than 8.8 times that", (t) => {
  const { one, eight } = times(t, exchange());
  assert.ok(one < 50, `1 MiB took ${one.toFixed(1)} ms`);
  assert.ok(eight < 8.8 * one, `8 MiB took ${eight.toFixed(1)} ms, 1 MiB ${one.toFixed(1)} ms`);
});

// Eight MiB do not fit into the processor's cache, which alone costs a tenth. A reader that looks at each place twice as
// often when the text is twice as long takes 64 times as long.
const LINEAR = 12;

for (const [name, unit] of texts) {
  test(`the time for ${name} grows with the text alone`, (t) => {
    const { one, eight } = times(t, unit());
    // What takes a millisecond or two is all noise.
    assert.ok(eight < LINEAR * Math.max(one, 4), `8 MiB took ${eight.toFixed(1)} ms, 1 MiB ${one.toFixed(1)} ms`);
  });
}
