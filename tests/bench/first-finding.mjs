// How long a person waits for the first finding, in Chromium, with what is in folders: `node first-finding.mjs NAME=FOLDER…`.
// Each page is opened with a site in its hash and fills its field by itself. A page that holds the finding in its HTML is
// measured with them: nothing can be quicker. Times are medians of runs that take turns; they are printed and judge nothing.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";

const RUNS = Number(process.env.RUNS ?? 5);
/** Bytes a second and milliseconds: as Lighthouse simulates them, and as Chromium's tools do. */
const CONDITIONS = [
  { name: "as it is", cpu: 1, network: null },
  { name: "Fast 3G, CPU / 4", cpu: 4, network: { down: 1.6e6 / 8, up: 750e3 / 8, latency: 150 } },
  { name: "Slow 4G, CPU / 4", cpu: 4, network: { down: (1.6e6 / 8) * 0.9, up: (750e3 / 8) * 0.9, latency: 562.5 } },
];
const TYPES = /** @type {Record<string, string>} */ ({ ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".wasm": "application/wasm" });
const HARD_CODED = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hard-coded</title><link rel="stylesheet" href="style.css">
<main><h1>Why does Jira refuse my credentials?</h1><input id="site"><div id="place"></div></main>
<script>if (location.hash) { document.querySelector("#site").value = location.hash.slice(6); const found = document.createElement("section"); found.className = "jd-finding"; found.textContent = "The address includes a page path"; document.querySelector("#place").append(found); }</script>`;

/** Tells when the first finding is in the page, in whichever tree: no observer sees into all of them. */
const watch = () => {
  const isFound = (/** @type {Document | ShadowRoot} */ tree) =>
    tree.querySelector(".jd-finding") !== null || [...tree.querySelectorAll("*")].some(({ shadowRoot }) => shadowRoot !== null && isFound(shadowRoot));
  const look = () => {
    if (isFound(document)) globalThis.firstFinding = performance.now();
    else requestAnimationFrame(look);
  };
  look();
};

const folders = process.argv.slice(2).map((argument) => /** @type {[string, string]} */ (argument.split("=")));
const pages = [...folders.map(([name, folder]) => ({ name, read: (/** @type {string} */ path) => readFileSync(join(folder, path)) })), {
  name: "hard-coded",
  read: (/** @type {string} */ path) => (path === "/index.html" ? Buffer.from(HARD_CODED) : Buffer.from("body { margin: 2rem }")),
}];
const sites = await Promise.all(pages.map(async (page) => ({ ...page, ...(await serve(page.read)) })));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  for (const { name, cpu, network } of CONDITIONS) {
    console.log(`\n${name}`);
    const times = sites.map(() => /** @type {number[]} */ ([]));
    for (let run = 0; run < RUNS; run += 1) {
      for (const [at, site] of sites.entries()) times[at]?.push(await measure(site, cpu, network));
    }
    for (const [at, site] of sites.entries()) {
      console.log(`  ${site.name.padEnd(20)}${median(times[at] ?? []).toFixed(0).padStart(8)} ms${String(site.sent.files).padStart(5)} requests${(site.sent.bytes / 1000).toFixed(1).padStart(9)} kB`);
    }
  }
} finally {
  await browser.close();
  for (const site of sites) site.close();
}

/**
 * @param {typeof sites[number]} site
 * @param {number} cpu
 * @param {{ down: number, up: number, latency: number } | null} network
 */
async function measure(site, cpu, network) {
  // A window of its own has nothing in its cache.
  const context = await browser.newContext();
  await context.addInitScript(watch);
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  await session.send("Network.emulateNetworkConditions", {
    offline: false, latency: network?.latency ?? 0, downloadThroughput: network?.down ?? -1, uploadThroughput: network?.up ?? -1,
  });
  site.sent.files = 0;
  site.sent.bytes = 0;
  await tab.goto(`${site.address}index.html#site=acme.atlassian.net/jira`, { timeout: 0 });
  const found = await tab.waitForFunction(() => globalThis.firstFinding, null, { timeout: 0, polling: 50 });
  const time = await found.jsonValue();
  await context.close();
  return time;
}

/** A static host on this machine, with brotli. @param {(path: string) => Buffer} read */
async function serve(read) {
  const sent = { files: 0, bytes: 0 };
  /** @type {Map<string, Buffer>} */
  const packed = new Map();
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://a").pathname);
    try {
      const body = packed.get(path) ?? brotliCompressSync(read(path));
      packed.set(path, body);
      sent.files += 1;
      sent.bytes += body.length;
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain", "content-encoding": "br", "cache-control": "no-store" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}/`, sent, close: () => server.close() };
}

/** @param {number[]} times */
function median(times) {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? NaN;
}
