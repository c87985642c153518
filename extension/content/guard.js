// @ts-check
// Holds what would publish. On window, in the capture phase, at document_start: before any listener of the page.
// It stops a slip, not an attacker: events that the page makes itself are let through and change nothing here.
// After an update of the extension the old guard is cut off: it asks one last time, then lets go of the page.

/**
 * @typedef {{composers: Composers, onAttempt: (attempt: Attempt) => Promise<void>}} GuardOptions
 *
 * @typedef {object} Guard
 * @property {(act: () => void, composers: HTMLElement[]) => void} replay  runs `act`, by which the drafts of these go, while the guard looks away
 * @property {(root: ShadowRoot) => void} listenIn  a submit stays inside its shadow root
 * @property {() => void} listen    anew, where all listeners were taken away
 */

(() => {
  const POINTER = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'click', 'auxclick'];
  const KEYS = ['keydown', 'keypress', 'keyup'];
  const PUBLISHING = new Set(['click', 'keydown', 'submit']); // a button may be pressed, and left before it is let go

  class PageGuard {
    #composers;
    #attempts;
    #onAttempt;
    #isReplaying = false;
    /** @type {{composers: HTMLElement[], at: number}} what went last; `at`: performance.now() */
    #gone = { composers: [], at: 0 };
    #isLastAsked = false; // once cut off
    #hasLetGo = false;

    /** @param {GuardOptions} options */
    constructor({ composers, onAttempt }) {
      this.#composers = composers;
      this.#attempts = Jachai.attemptsOn(composers);
      this.#onAttempt = onAttempt;
      Jachai.surface.hear(KEYS, this.#onKey);
      this.listen();
    }

    /** The same listener is added once. No touch is prevented: the page would wait for us before it scrolls. */
    listen() {
      for (const type of POINTER) addEventListener(type, this.#onPointer, { capture: true, passive: type.startsWith('touch') });
      addEventListener('submit', this.#onSubmit, { capture: true });
    }

    /** @param {ShadowRoot} root */
    listenIn(root) {
      root.addEventListener('submit', this.#onSubmit, { capture: true });
    }

    /** @param {() => void} act @param {HTMLElement[]} composers */
    replay(act, composers) {
      this.#isReplaying = true;
      try { act(); } finally { this.#isReplaying = false; }
      this.#gone = { composers, at: performance.now() };
    }

    #onPointer = (/** @type {Event} */ event) => {
      if (this.#looksAway(event)) return;
      const attempt = this.#attempts.byPress(Jachai.pathOf(event));
      if (this.#hold(event, attempt) && event.type === 'click') this.#ask(event, attempt);
    };

    #onKey = (/** @type {KeyboardEvent} */ event) => {
      if (this.#looksAway(event)) return;
      const attempt = this.#attempts.byKey(event);
      if (this.#hold(event, attempt) && event.type === 'keydown' && !event.repeat) this.#ask(event, attempt);
    };

    #onSubmit = (/** @type {Event} */ event) => {
      if (this.#looksAway(event)) return;
      const attempt = this.#attempts.bySubmit(event);
      if (this.#hold(event, attempt)) this.#ask(event, attempt);
    };

    /** @param {Event} event */
    #looksAway(event) {
      return this.#isReplaying || !event.isTrusted || this.#hasLetGo || Jachai.isWithdrawn;
    }

    /**
     * @param {Event} event
     * @param {Attempt|null} attempt
     * @returns {attempt is Attempt} held
     */
    #hold(event, attempt) {
      if (!attempt) return false;
      if (!this.#hasGone(event, attempt) && attempt.composers.every((composer) => this.#composers.mayGo(composer))) {
        if (PUBLISHING.has(event.type)) attempt.composers.forEach((composer) => this.#composers.tellGone(composer));
        return false;
      }
      event.stopImmediatePropagation();
      // A prevented touch or pointer event would also take away the click that we wait for. The focus that mousedown takes away is needed where a cure is written.
      const isTaken = event.type === 'mousedown' && attempt.composers.some((composer) => this.#composers.isCuring(composer));
      if (isTaken || !/^(pointer|mouse|touch)/.test(event.type)) event.preventDefault();
      return true;
    }

    /** A second press, made while the first was decided on: a busy page hears of it once the draft has gone, and would publish it twice. @param {Event} event @param {Attempt} attempt */
    #hasGone({ timeStamp }, { composers }) {
      return timeStamp < this.#gone.at && composers.some((composer) => this.#gone.composers.includes(composer));
    }

    /** Holds until the last question is answered: the second click of a double click is no answer. @param {Event} event @param {Attempt} attempt */
    #ask(event, attempt) {
      if (this.#hasGone(event, attempt)) return;
      if (Jachai.isAlive()) return void this.#onAttempt(attempt);
      if (this.#isLastAsked) return;
      this.#isLastAsked = true;
      Jachai.endRules();
      void this.#onAttempt(attempt).finally(() => { this.#hasLetGo = true; });
    }
  }

  /**
   * @param {GuardOptions} options
   * @returns {Guard}
   */
  Jachai.guard = (options) => new PageGuard(options);
})();
