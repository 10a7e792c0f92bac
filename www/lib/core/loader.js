// @ts-check
// Loads the checker, what reads the fields first and the rest when there is time. Every call goes through here, so that what is
// missing or has crashed is told in one place.
import { gettext } from "../gettext.js";
import { CrashError, init, initFields, NotLoadedError } from "../load.js";

/** @import { State } from "../panels/notice.js" */

/**
 * @typedef {object} Options
 * @property {(state: State, error?: unknown) => void} tell
 * @property {() => void} onFields what reads the fields is there
 * @property {() => void} onReady all is there
 */

export class Loader {
  /** @type {"loading" | "fields" | "ready"} */
  state = "loading";
  /** The rest, once it is asked for. @type {Promise<void> | null} */
  #rest = null;
  /** Why the rest is not there. @type {unknown} */
  #failure = null;
  #options;

  /** @param {Options} options */
  constructor(options) {
    this.#options = options;
  }

  async start() {
    const { tell, onFields } = this.#options;
    tell("loading");
    try {
      await initFields();
    } catch (error) {
      tell("failed", error);
      return;
    }
    this.state = "fields";
    this.#failure = null;
    tell("fields");
    onFields();
    whenIdle(() => this.#loadRest());
  }

  /** Loads the rest once. */
  #loadRest() {
    this.#rest ??= this.#startRest().finally(() => (this.#rest = null));
  }

  async #startRest() {
    const { tell, onReady } = this.#options;
    if (this.state === "ready") return;
    try {
      await init();
    } catch (error) {
      this.#failure = error;
      tell("partial", error);
      return;
    }
    this.state = "ready";
    tell("ready");
    onReady();
  }

  /** Says what is there, in place of an earlier crash. */
  tellState() {
    if (this.#failure) this.#options.tell("partial", this.#failure);
    else this.#options.tell(this.state);
  }

  /**
   * Calls the checker for a text that somebody waits for.
   *
   * @param {() => string} use
   */
  ready(use) {
    if (this.state === "loading") throw new Error(gettext("The checker is still loading."));
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
    if (this.state === "loading") return null;
    try {
      return use();
    } catch (error) {
      if (error instanceof NotLoadedError) this.#loadRest();
      else if (error instanceof CrashError) this.#options.tell("crashed");
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
