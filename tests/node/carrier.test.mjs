// The modules as scripts: what a page makes of them is the module, byte for byte.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

const PACKAGE = new URL("../../dist/pkg/", import.meta.url);
/** @type {string} */
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "jira-doctor-"));
  await writeFile(join(folder, "package.json"), `{ "type": "module" }`);
});
after(() => rm(folder, { recursive: true }));

const carrier = (/** @type {URL | string} */ file) => import(new URL(file, PACKAGE).href);

for (const name of ["fields", "full"]) {
  test(`${name}_wasm.js carries ${name}_bg.wasm`, async () => {
    const bytes = await (await carrier(`${name}_wasm.js`)).bytes();
    assert.ok(Buffer.from(bytes).equals(await readFile(new URL(`${name}_bg.wasm`, PACKAGE))));
  });
}

test("what belongs to another build is told instead of being put together", async () => {
  await cp(new URL("full_wasm.js", PACKAGE), join(folder, "full_wasm.js"));
  const fields = await readFile(new URL("fields_wasm.js", PACKAGE), "utf8");
  await writeFile(join(folder, "fields_wasm.js"), fields.replace("asm", "asn"));
  const { bytes } = await carrier(pathToFileURL(join(folder, "full_wasm.js")).href);
  await assert.rejects(bytes, /different builds/);
});

test("after a failure the other part is asked for again", async () => {
  const address = pathToFileURL(join(folder, "full_wasm.js")).href;
  await rm(join(folder, "fields_wasm.js"));
  await assert.rejects((await carrier(`${address}?attempt=2`)).bytes, /fields_wasm/);
  await cp(new URL("fields_wasm.js", PACKAGE), join(folder, "fields_wasm.js"));
  const bytes = await (await carrier(`${address}?attempt=3`)).bytes();
  assert.equal(bytes[0], 0);
});
