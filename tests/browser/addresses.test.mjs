// Addresses, as Chromium's parser reads them: the page itself runs what Node's tests run.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { useBrowser } from "./support.mjs";

const open = useBrowser();

// `cargo xtask fuzz` asks for a million.
const COUNT = Number(process.env.ADDRESSES ?? 20_000);

/** The page, to which the module of the comparisons belongs as one of its own. */
async function openWithComparisons() {
  const page = await open({ state: null });
  await page.tab.route("**/addresses.mjs", (route) => route.fulfill({ path: fileURLToPath(new URL("../node/addresses.mjs", import.meta.url)), contentType: "text/javascript" }));
  return page.tab;
}

test(`${COUNT.toLocaleString("en")} generated addresses are at the host that Chromium sees, and none is Cloud elsewhere`, async (t) => {
  const tab = await openWithComparisons();
  const { read, compared, cloud, wrong } = await tab.evaluate(async (count) => {
    const [{ init, readSite }, { readGenerated }] = await Promise.all([import(`${location.origin}/lib/load.js`), import(`${location.origin}/addresses.mjs`)]);
    await init();
    return readGenerated(readSite, count);
  }, COUNT);
  t.diagnostic(`${read} addresses, ${compared} compared, ${cloud} Cloud`);
  assert.deepEqual(wrong, []);
  assert.ok(compared > COUNT / 10 && cloud > COUNT / 20);
});

test("no vector of the web platform's tests is Cloud where Chromium sees another host", async () => {
  const tab = await openWithComparisons();
  // As text: half a surrogate pair would be another sign when it arrives.
  const { read, wrong } = await tab.evaluate(async (vectors) => {
    const [{ init, readSite }, { readVectors }] = await Promise.all([import(`${location.origin}/lib/load.js`), import(`${location.origin}/addresses.mjs`)]);
    await init();
    return readVectors(readSite, JSON.parse(vectors));
  }, readFileSync(new URL("../probes/safety/wpt/inputs.json", import.meta.url), "utf8"));
  assert.ok(read > 1500);
  assert.deepEqual(wrong, []);
});
