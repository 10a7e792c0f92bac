// @ts-check
// Loads the checker, what reads the fields first and the rest when there is time. Every call goes through here, so that what is
// missing or has crashed is told in one place.
import { gettext } from "../gettext.js";
import { REST } from "../files.js";
import { CrashError, init, initFields, NotLoadedError } from "../load.js";
import { importFrom } from "./script.js";

/** `fields`: what reads the fields is there; `partial`: the rest did not come. @typedef {"loading" | "failed" | "fields" | "partial" | "ready" | "crashed"} LoadState */

export class Loader {
  /** The parts of the element that need the whole checker. @type {typeof import("../rest.js") | null} */
  rest = null;
  /** @type {"loading" | "fields" | "ready"} */
  #state = "loading";
  /** The rest, once it is asked for. @type {Promise<void> | null} */
  #loading = null;
  #attempts = 0;
  /** Why the rest is not there. @type {unknown} */
  #failure = null;
  #tell;

  /** @param {(state: LoadState, trouble: unknown) => void} tell */
  constructor(tell) {
    this.#tell = tell;
  }

  async start() {
    if (this.#state === "loading") this.#tell("loading", null);
    try {
      await initFields();
    } catch (error) {
      this.#tell("failed", error);
      return;
    }
    if (this.#state === "loading") this.#state = "fields";
    this.#failure = null;
    this.#tell(this.#state, null);
    whenIdle(() => this.loadRest());
  }

  /** Loads the rest once. */
  loadRest() {
    this.#loading ??= this.#startRest().finally(() => (this.#loading = null));
  }

  async #startRest() {
    if (this.#state === "ready") return;
    this.#attempts += 1;
    try {
      const [rest] = await Promise.all([importFrom(REST, this.#attempts), init()]);
      this.rest = rest;
    } catch (error) {
      this.#failure = error;
      this.#tell("partial", error);
      return;
    }
    this.#state = "ready";
    this.#tell("ready", null);
  }

  /** Whether something else is to be said than last time, after a crash. */
  #isCrashed = false;

  crashed() {
    this.#isCrashed = true;
    this.#tell("crashed", null);
  }

  /** Says what is there, in place of an earlier crash. */
  tellState() {
    if (!this.#isCrashed) return;
    this.#isCrashed = false;
    this.#tell(this.#failure ? "partial" : this.#state, this.#failure);
  }

  /**
   * Calls the checker for a text that somebody waits for.
   *
   * @param {() => string} use
   */
  ready(use) {
    if (this.#state === "loading") throw new Error(gettext("The checker is still loading."));
    return use();
  }

  /**
   * Calls the checker. A crash is told to the person; the fields stay as they are.
   *
   * @template T
   * @param {() => T} use
   * @returns {T | null}
   */
  attempt(use) {
    if (this.#state === "loading") return null;
    try {
      return use();
    } catch (error) {
      if (error instanceof NotLoadedError) this.loadRest();
      else if (error instanceof CrashError) this.crashed();
      else throw error;
      return null;
    }
  }
}

/** Calls when the browser has nothing else to do. @param {() => void} call */
function whenIdle(call) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(call, { timeout: 2000 });
  else setTimeout(call, 200);
}
