// @ts-check
// When the server is asked: after a rest in typing, or at once when something is to be published. One question is under
// way at most; an answer to an older text is dropped. Knows no DOM.
/**
 * @typedef {object} LoopOptions
 * @property {Ask} ask
 * @property {() => string} read   the text as it is now, read from the composer
 * @property {() => Surroundings} surroundings
 * @property {Language} language
 * @property {(status: Status) => void} onChange
 *
 * @typedef {object} Loop
 * @property {Status} status
 * @property {boolean} isStopped
 * @property {(text: string, at?: number) => void} note  the text as it is now, typed at that performance.now()
 * @property {Watch['settle']} settle
 * @property {() => void} stop
 */

(() => {
  const REST_MS = 250;
  const LIMIT_MS = 10_000;
  const CONFIRM_MS = 1_500; // at Post: how long a newer answer than the known one is waited for
  /**
   * `change`: what an answer depends on beside the draft is new: settings, what is hidden, the office. `retry`: the server may be back;
   * one draft of those not checked asks, and each that is answered lets the next one ask: a page may have fifty, and the server be away.
   */
  const changes = new EventTarget();
  /** @type {{failure: Failure}} */
  const FAILED = { failure: { why: 'failed', message: '' } };
  /** @type {{failure: Failure}} */
  const LATE = { failure: { why: 'late', message: '' } };

  /** @param {Status['state']} state @param {string} text @param {Partial<Status>} [more] @returns {Status} */
  const statusOf = (state, text, more) => ({ state, text, answer: null, failure: null, ...more });

  /** @param {string} text @returns {Status} */
  const freshStatus = (text) => statusOf(text.trim() ? 'checking' : 'empty', text);

  class DraftLoop {
    /** @type {Status} */
    status = statusOf('empty', '');
    isStopped = false;
    #options;
    /** @type {ReturnType<typeof setTimeout>|undefined} one for many keys */
    #resting;
    #restUntil = 0; // performance.now()
    /** @type {ReturnType<typeof setTimeout>|undefined} asks once the server may be asked again */
    #later;
    /** @type {{key: string, controller: AbortController, done: Promise<void>}|null} */
    #underWay = null;
    #knownKey = ''; // of the question whose outcome is shown; '' while there is none
    /** @type {AbortController|null} */
    #confirming = null; // asks beside what is shown
    #hearChange = () => this.#again();
    #hearRetry = (/** @type {Event} */ event) => { if (this.status.state === 'unchecked') void this.#retry(event); };

    /** @param {LoopOptions} options */
    constructor(options) {
      this.#options = options;
      changes.addEventListener('change', this.#hearChange);
      changes.addEventListener('retry', this.#hearRetry);
    }

    /** The text as it is now. @param {string} text @param {number} [at]  when it was typed, performance.now() */
    note(text, at = performance.now()) {
      if (text === this.status.text || this.isStopped) return;
      this.#abort();
      this.#set(freshStatus(text));
      this.#restUntil = at + REST_MS;
      if (this.status.state === 'checking') this.#rest();
    }

    /**
     * The status of the text as it is now; asks where it is not known. Once stopped, at once: what was last known, else not checked.
     * @param {Moment} moment
     * @returns {Promise<Status>}
     */
    async settle(moment) {
      const end = Date.now() + LIMIT_MS;
      while (!this.isStopped && Date.now() < end) {
        this.note(this.#options.read());
        if (this.status.state === 'empty') break;
        if (!this.#isKnown()) await (this.#isAsking() ? this.#underWay?.done : this.#ask(moment));
        else if (moment === 'publish') await this.#confirm();
        if (this.#isSettled()) break; // else asked anew meanwhile
      }
      return this.status.state === 'checking' ? this.#late() : this.status;
    }

    /** Nothing is read any more once it is stopped: to read shows what was read. */
    #isSettled() {
      return this.isStopped || (this.status.state !== 'checking' && this.#options.read() === this.status.text);
    }

    stop() {
      this.isStopped = true;
      changes.removeEventListener('change', this.#hearChange);
      changes.removeEventListener('retry', this.#hearRetry);
      this.#drop();
    }

    #again() {
      if (this.status.state !== 'empty') void this.#ask('typing');
    }

    /** Shows nothing before it is answered, and nothing that is no news. The next time it is another draft's turn: this one's fault may be its own. @param {Event} event */
    async #retry(event) {
      event.stopImmediatePropagation();
      changes.removeEventListener('retry', this.#hearRetry);
      changes.addEventListener('retry', this.#hearRetry);
      this.#confirming?.abort();
      const controller = this.#confirming = new AbortController();
      const key = this.#key();
      const status = await this.#answered(this.#question('typing'), controller);
      if (controller.signal.aborted) return; // typed on, asked otherwise, or stopped
      if (status.answer || status.failure?.message !== this.status.failure?.message) this.#learn(key, status);
      if (status.state !== 'unchecked') changes.dispatchEvent(new Event('retry'));
    }

    /** The last look before publishing: lists or office may have changed since. Where it fails, what is known stands. */
    async #confirm() {
      const controller = this.#confirming = new AbortController();
      const [key, { text }] = [this.#key(), this.status];
      const timer = setTimeout(() => controller.abort(), CONFIRM_MS);
      const late = new Promise((resolve) => { controller.signal.addEventListener('abort', () => resolve(null)); });
      const status = await Promise.race([this.#answered(this.#question('publish'), controller), late]);
      clearTimeout(timer);
      if (status?.answer && this.status.text === text && this.#knownKey === key) this.#set(status);
    }

    #late() {
      const { text } = this.status;
      return statusOf('unchecked', text, LATE);
    }

    #rest() {
      this.#resting ??= setTimeout(() => this.#rested(), Math.ceil(this.#restUntil - performance.now()));
    }

    /** A key may have come meanwhile, and the text may have changed in a way that no event told. */
    #rested() {
      this.#resting = undefined;
      if (this.status.state !== 'checking' || this.#underWay) return;
      if (performance.now() < this.#restUntil) return this.#rest();
      const { text } = this.status;
      this.note(this.#options.read());
      if (this.status.text === text) void this.#ask('typing');
    }

    #drop() {
      clearTimeout(this.#resting);
      this.#resting = undefined;
      this.#abort();
    }

    #abort() {
      clearTimeout(this.#later);
      for (const controller of [this.#underWay?.controller, this.#confirming]) controller?.abort();
      this.#underWay = null;
      this.#confirming = null;
      this.#knownKey = '';
    }

    /** @param {Status} status */
    #set(status) {
      this.status = status;
      this.#options.onChange(status);
    }

    /** @param {Moment} moment @returns {Question} */
    #question(moment) {
      const { surroundings, language } = this.#options;
      return { ...surroundings(), text: this.status.text.toWellFormed(), moment, ui_language: language };
    }

    #key() {
      return JSON.stringify(this.#question('typing'));
    }

    #isKnown() {
      return (this.status.state === 'clear' || this.status.state === 'findings') && this.#knownKey === this.#key();
    }

    #isAsking() {
      return this.#underWay !== null && this.#underWay.key === this.#key();
    }

    /** @param {Moment} moment */
    #ask(moment) {
      this.#drop();
      const controller = new AbortController();
      const underWay = { key: this.#key(), controller, done: Promise.resolve() };
      this.#underWay = underWay;
      if (this.status.state !== 'checking') this.#set(statusOf('checking', this.status.text));
      underWay.done = this.#answered(this.#question(moment), controller).then((status) => {
        if (this.#underWay !== underWay) return; // of an older text
        this.#underWay = null;
        this.#learn(underWay.key, status);
      });
      return underWay.done;
    }

    /** @param {string} key @param {Status} status  what came of that question */
    #learn(key, status) {
      this.#knownKey = key;
      clearTimeout(this.#later);
      if (status.failure?.again) this.#later = setTimeout(() => this.#ask('typing'), status.failure.again);
      this.#set(status); // which may stop it
    }

    /** @param {Question} question @param {AbortController} controller @returns {Promise<Status>} */
    async #answered(question, controller) {
      const { text } = this.status; // with its lone surrogates, as the composer has it
      const reply = await this.#reply(question, controller.signal);
      if ('failure' in reply) return statusOf('unchecked', text, { failure: reply.failure });
      const judged = Jachai.answers.judge(reply.answer, question.text);
      if (!judged) return statusOf('unchecked', text, FAILED);
      return statusOf(judged.state, text, { answer: judged.answer });
    }

    /** @param {Question} question @param {AbortSignal} signal @returns {Promise<{answer: Answer}|{failure: Failure}>} */
    async #reply(question, signal) {
      /** @type {ReturnType<typeof setTimeout>|undefined} */
      let timer;
      /** @type {Promise<{failure: Failure}>} */
      const late = new Promise((resolve) => {
        timer = setTimeout(() => resolve(LATE), LIMIT_MS);
        signal.addEventListener('abort', () => resolve(FAILED));
      });
      try {
        return (await Promise.race([this.#options.ask(question, signal), late])) ?? FAILED;
      } catch {
        return FAILED;
      } finally {
        clearTimeout(timer);
      }
    }
  }

  /** @param {LoopOptions} options */
  Jachai.loop = (options) => new DraftLoop(options);
  Jachai.changes = changes;
})();
