// @ts-check
// The entry of the package: loads the wasm once and hands its functions on. The generated glue is never imported by others,
// so that what happens before loading, after a failed load and after a crash is said in one place.

export { explain } from "./explain.js";

/** @typedef {typeof import("../pkg/jira_doctor.js")} Api */

/** @type {Promise<void> | null} */
let loading = null;
/** @type {Api | null} */
let api = null;
let attempts = 0;
/** What lasts longer than one call, to be ended when its instance is dropped. */
let lasting = endable();

/**
 * Loads the checker. Later calls wait for the first; after a failure the next call tries again.
 *
 * Without a source the wasm comes out of a JavaScript module, because a page whose policy says `connect-src 'none'` cannot
 * fetch a `.wasm` file.
 *
 * @param {URL | Response | BufferSource} [source]
 * @returns {Promise<void>}
 */
export function init(source) {
  loading ??= load(source).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** @type {Api["diagnose"]} */
export const diagnose = (evidence, profile) => call((api) => api.diagnose(evidence, profile));
/** @type {Api["readSite"]} */
export const readSite = (typed) => call((api) => api.readSite(typed));
/** @type {Api["authorization"]} */
export const authorization = (credentials) => call((api) => api.authorization(credentials));
/** @type {Api["readAuthorization"]} */
export const readAuthorization = (header) => call((api) => api.readAuthorization(header));
/** @type {Api["readFields"]} */
export const readFields = (text) => call((api) => api.readFields(text));
/** @type {Api["applyFix"]} */
export const applyFix = (evidence, problem, profile) => call((api) => api.applyFix(evidence, problem, profile));
/** @type {Api["problems"]} */
export const problems = () => call((api) => api.problems());
/** @type {Api["translate"]} */
export const translate = (catalogue) => call((api) => api.translate(catalogue));
/** @type {Api["report"]} */
export const report = (evidence, format, profile) => call((api) => api.report(evidence, format, profile));
/** @type {Api["script"]} */
export const script = (evidence, shell, profile) => call((api) => api.script(evidence, shell, profile));
/** @type {Api["snippet"]} */
export const snippet = (evidence, form) => call((api) => api.snippet(evidence, form));
/** @type {Api["purposes"]} */
export const purposes = () => call((api) => api.purposes());
/** @type {Api["scopes"]} */
export const scopes = (purposes) => call((api) => api.scopes(purposes));
/** @type {Api["redact"]} */
export const redact = (text) => call((api) => api.redact(text));
/** @type {Api["sample"]} */
export const sample = (template) => call((api) => api.sample(template));

/**
 * Asks Jira, step by step. Sends the credentials: call it only after a person said so, having read the name of the host.
 *
 * @type {typeof import("./load.js").examine}
 */
export async function examine(evidence, { signal, onStep, ...how } = {}) {
  const examining = call((api) => new api.Examining(evidence, how));
  const { dropped } = lasting;
  try {
    for (;;) {
      const next = signal?.aborted ? null : call(() => examining.next());
      onStep?.(call(() => examining.steps()), next);
      if (!next) return call(() => examining.result());
      await Promise.race([call(() => examining.send(signal)), dropped]);
      call(() => examining.tell());
    }
  } finally {
    // It holds the credentials. After a crash its memory is gone already.
    if (dropped === lasting.dropped) examining.free();
  }
}

/** A call during which the wasm gave up. The next call meets a fresh instance. */
export class CrashError extends Error {
  name = "CrashError";
}

/** @param {URL | Response | BufferSource} [source] */
async function load(source) {
  attempts += 1;
  const glue = await importGlue();
  await glue.default({ module_or_path: source ?? (await ownBytes()) });
  api = glue;
}

// A browser may remember that a module failed to load, so each further attempt asks under another name.

/** @returns {Promise<Api>} */
function importGlue() {
  return attempts === 1 ? import("../pkg/jira_doctor.js") : import(`../pkg/jira_doctor.js?attempt=${attempts}`);
}

/** @returns {Promise<BufferSource>} */
async function ownBytes() {
  const carrier = await (attempts === 1 ? import("../pkg/wasm.js") : import(`../pkg/wasm.js?attempt=${attempts}`));
  return carrier.bytes();
}

/**
 * @template T
 * @param {(api: Api) => T} use
 * @returns {T}
 */
function call(use) {
  if (!api) throw new Error("jira-doctor was used before init() finished: call `await init()` first.");
  try {
    return use(api);
  } catch (error) {
    if (!isCrash(error)) throw error;
    // After a trap the instance's memory is in no known state, and may hold a secret: it is dropped for a new one.
    api.__wbg_reset_state();
    const crash = new CrashError("jira-doctor crashed on this input. It was started afresh: the next call works.");
    lasting.drop(crash);
    lasting = endable();
    throw crash;
  }
}

/** A promise that is rejected when `drop` is called, and never settles otherwise. */
function endable() {
  /** @type {(reason: Error) => void} */
  let drop = () => {};
  /** @type {Promise<never>} */
  const dropped = new Promise((_, reject) => (drop = reject));
  // Often nobody waits for it.
  dropped.catch(() => {});
  return { dropped, drop };
}

/** @param {unknown} error */
function isCrash(error) {
  // A stack that ran out is a RangeError, everything else that stops wasm a RuntimeError.
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}
