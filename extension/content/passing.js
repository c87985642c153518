// @ts-check
// Whether one composer's draft may pass the guard without a question: as it was found free, or as the writer let it pass. And what
// has passed: the server counts what is published, each draft once.

/**
 * @typedef {object} Passing
 * @property {(question: Question, ask: () => ReturnType<Ask>) => ReturnType<Ask>} noteAsked  what `ask` answers about the draft as it stands
 * @property {() => void} noteStatus  it is another
 * @property {() => boolean} asksMore  what is known of the draft now is more than the writer said yes to
 * @property {() => void} letPass    the next key or click that publishes this very draft, where nothing more comes meanwhile
 * @property {(text: string) => boolean} isFree  this very text was checked or let pass, and nothing keeps it back
 * @property {() => void} tellGone   it goes
 */

(() => {
  const PRESS_MS = 10_000; // in which a press that was asked for may come

  class ComposerPassing {
    #watched;
    #asked = ''; // the draft and its surroundings as they were last asked about
    /** @type {string|undefined} */
    #counted; // what the server was told, or asked about, as published
    /** @type {{text: string, until: number}|null} */
    #pass = null; // given by the writer; `until` as Date.now()

    /** @param {Watched} watched  whose draft it is */
    constructor(watched) {
      this.#watched = watched;
    }

    /**
     * A question at Post is counted by the server that answers it.
     * @param {Question} question
     * @param {() => ReturnType<Ask>} ask
     */
    async noteAsked(question, ask) {
      const isAtPost = question.moment === 'publish';
      const before = this.#counted;
      this.#asked = this.#keyOf(question.text);
      if (isAtPost) this.#counted = this.#asked;
      const result = await ask();
      if (isAtPost && !('answer' in result)) this.#counted = before;
      return result;
    }

    noteStatus() {
      const { watch } = this.#watched;
      if (watch?.status.state === 'empty') this.#beginAnew(watch); // of a watch that only begins, the draft stands
      if (this.asksMore()) this.#pass = null;
    }

    /** What is written from now on is another draft, though it be the same text: asked about anew, and counted. @param {Watch} watch */
    #beginAnew(watch) {
      this.#pass = null;
      this.#counted = undefined;
      Jachai.forgetSaid(watch);
    }

    asksMore() {
      const { watch } = this.#watched;
      const told = Jachai.toldRules();
      return Boolean(watch && told && Jachai.asksMore(watch, watch.status, told));
    }

    letPass() {
      this.#pass = { text: this.#read(), until: Date.now() + PRESS_MS };
    }

    /** @param {string} text  as it is now */
    isFree(text) {
      if (this.#watched.watch?.isCuring) return false; // it is another text in a moment
      return this.#isLetPass(text) || this.#isKnownFree(text);
    }

    /** @param {string} text */
    #isLetPass(text) {
      const pass = this.#pass;
      return Boolean(pass && pass.until > Date.now() && pass.text === text && !this.asksMore());
    }

    /** @param {string} text */
    #isKnownFree(text) {
      const answer = this.#answerTo(text);
      return answer !== null && !answer.incomplete.length && (answer.verdict === 'clear' || answer.verdict === 'advise');
    }

    /** @param {string} text @returns {Answer|null} to this very draft */
    #answerTo(text) {
      const { watch } = this.#watched;
      const answer = watch?.status.text === text ? watch.status.answer : null;
      return answer && this.#asked === this.#keyOf(text) ? answer : null;
    }

    /** Nobody waits for the server's answer. */
    tellGone() {
      if (this.#counted === this.#asked) return; // one press may be a key, a click and a submit
      if (!this.#answerTo(this.#read())) return;
      this.#counted = this.#asked;
      const question = { ...JSON.parse(this.#asked), moment: 'publish', ui_language: this.#watched.language };
      void Jachai.tell({ type: 'published', question, host: Jachai.host });
    }

    #read() {
      return Jachai.text.read(this.#watched.composer).text;
    }

    /** @param {string} text */
    #keyOf(text) {
      return JSON.stringify(this.#watched.draftOf(text));
    }
  }

  /** @param {Watched} watched @returns {Passing} */
  Jachai.passing = (watched) => new ComposerPassing(watched);
})();
