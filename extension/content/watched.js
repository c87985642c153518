// @ts-check
// One composer under watch: begins its watch of page/, and anew where the language is another; asks for it; lets the icon know of its draft.

/**
 * @typedef {object} Watched
 * @property {HTMLElement} composer
 * @property {AbortSignal} removed   the composer has left the page
 * @property {Promise<Watch>} started
 * @property {Watch|null} watch      null until it has started
 * @property {Language|''} language  in which it speaks; '' until it has started
 * @property {Passing} passing
 * @property {(text: string) => Draft} draftOf  as the server is asked about it
 * @property {(language: Language) => void} speak  begins anew where it speaks another
 * @property {() => void} leave      it is none of ours any more
 */

(() => {
  /** @type {{failure: Failure}} */
  const UNASKED = { failure: { why: 'paused', message: '' } };

  class WatchedComposer {
    /** @type {Watch|null} */
    watch = null;
    /** @type {Language|''} */
    language = '';
    #composers;
    #isLeft = false;

    /** @param {HTMLElement} composer @param {Composers} composers */
    constructor(composer, composers) {
      this.composer = composer;
      this.#composers = composers;
      this.removed = Jachai.untilRemoved(composer);
      this.passing = Jachai.passing(this);
      this.started = this.#start();
    }

    async #start() {
      const { language } = await Jachai.rules();
      const watch = this.#watchIn(language);
      if (this.#isLeft || this.removed.aborted) watch.stop();
      const root = this.composer.getRootNode();
      if (root instanceof ShadowRoot) Jachai.listenIn(root);
      return watch;
    }

    /** @param {Language} language @returns {Watch} */
    #watchIn(language) {
      const { composer, removed } = this;
      const platform = this.#composers.platformOf(composer);
      const isFramed = composer.ownerDocument !== document;
      /** @type {(element: Element, options: WatchOptions) => Watch|ShownWatch} */
      const begin = isFramed ? framedWatch : Jachai.watch;
      const watch = begin(composer, {
        ask: (question, dropped) => this.#ask(question, dropped),
        surroundings: () => this.#composers.surroundingsOf(composer),
        language,
        offers: Jachai.offersOn(platform.name),
        avoid: () => platform.publishControls(composer),
        container: () => Jachai.containerOf(composer),
        onStatus: ({ state }) => {
          this.passing.noteStatus();
          if (state !== 'empty' && !isFramed) this.#tellWritten(platform, language, state !== 'checking');
        },
        signal: removed,
      });
      Object.assign(this, { watch, language });
      if ('sign' in watch) Jachai.protection.watching(composer, watch, removed);
      return watch;
    }

    /** @type {Ask} */
    async #ask(question, dropped) {
      if (this.#composers.isElsewhere(this.composer)) {
        this.#composers.leave(this.composer);
        return UNASKED;
      }
      const result = await this.passing.noteAsked(question, () => Jachai.ask(question, dropped));
      if ('answer' in result) await Jachai.rules(); // before it is told: what is told clear goes at one press
      return result;
    }

    /** @param {Platform} platform @param {Language} language @param {boolean} isAnswered */
    #tellWritten(platform, language, isAnswered) {
      Jachai.protection.written(this.composer, platform, isAnswered);
      if (Jachai.isLate && isAnswered) Jachai.notice.reload(this.composer, language, platform.publishControls(this.composer)); // the next key takes it away
    }

    /** @param {string} text @returns {Draft} */
    draftOf(text) {
      return this.#composers.draftOf(this.composer, text);
    }

    /** Signs and questions begin anew; the draft stays. @param {Language} language */
    speak(language) {
      if (!this.watch || this.language === language) return;
      this.watch.stop();
      this.started = Promise.resolve(this.#watchIn(language));
    }

    leave() {
      const { watch } = this;
      this.#isLeft = true;
      setTimeout(() => watch?.stop()); // what it is asked for right now ends first
    }
  }

  /**
   * A composer in a frame whose form may be here: the frame's own script shows it, this one only asks, once it is to be
   * published. No word goes between the two, since a page could fake it.
   * @param {Element} element
   * @param {WatchOptions} options
   * @returns {Watch}
   */
  function framedWatch(element, options) {
    const loop = Jachai.loop({ ...options, read: () => Jachai.text.read(element).text, onChange: (status) => options.onStatus?.(status) });
    const stop = () => loop.stop();
    options.signal?.addEventListener('abort', stop, { once: true });
    return {
      element,
      get status() { return loop.status; },
      settle: (moment) => loop.settle(moment),
      get isStopped() { return loop.isStopped; },
      stop,
    };
  }

  /** @param {HTMLElement} composer @param {Composers} composers @returns {Watched} */
  Jachai.watched = (composer, composers) => new WatchedComposer(composer, composers);
})();
