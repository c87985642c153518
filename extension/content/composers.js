// @ts-check
// Which composers of the page are watched. A composer shows itself when focus or a key comes into it, so that no
// observer has to follow a page that changes all the time; the guard asks the page itself, at the moment of an event.

/**
 * @typedef {Surroundings & {text: string}} Draft   as the server is asked about it, without its lone surrogates
 *
 * @typedef {object} Composers
 * @property {() => HTMLElement[]} inPage       those in the page now, watched or not, in shadow roots and frames too
 * @property {(event: Event) => HTMLElement|null} at  the composer on an event's way
 * @property {(composer: HTMLElement) => Platform} platformOf
 * @property {(composer: HTMLElement) => boolean} isElsewhere  it was made a private message: none of ours
 * @property {(composer: HTMLElement) => void} leave  it is none of ours from now on: not read, not asked about, not held
 * @property {(composer: HTMLElement) => Surroundings} surroundingsOf
 * @property {(composer: HTMLElement, text: string) => Draft} draftOf
 * @property {(composer: HTMLElement) => Promise<Watch>} watchOf  starts one where there is none
 * @property {(composer: HTMLElement) => boolean} mayGo   without a question
 * @property {(composer: HTMLElement) => boolean} isCuring  a cure is being written into its draft
 * @property {(composer: HTMLElement) => boolean} isUnchecked  its draft could not be checked, as its badge says
 * @property {(composer: HTMLElement) => boolean} asksMore  this and what follows: as of `Passing`, of what is watched
 * @property {(composer: HTMLElement) => void} letPass
 * @property {(composer: HTMLElement) => void} tellGone
 */

(() => {
  const RENEWED_MS = 3_600_000; // for which selectors are not asked for again

  class PageComposers {
    #platforms;
    /** @type {Map<HTMLElement, Watched>} gone with their elements */
    #watched = new Map();
    /** @type {{at: number, done: Promise<void>}|undefined} */
    #renewed; // the selectors; `at` as Date.now()

    /** @param {Platform[]} platforms */
    constructor(platforms) {
      this.#platforms = platforms;
      // Before the watches hear of it: what is asked anew is asked in the new language.
      Jachai.changes.addEventListener('change', (event) => this.#speak(/** @type {CustomEvent<Rules|null>} */ (event).detail?.language));
      Jachai.changes.addEventListener('withdrawn', () => [...this.#watched.keys()].forEach((composer) => this.leave(composer)));
      Jachai.surface.hear(['focusin', 'beforeinput', 'input'], (event) => this.#notice(event));
    }

    inPage() {
      const selectors = this.#platforms.map(({ selectors: { composer } }) => composer);
      const found = this.#roots().flatMap((root) => selectors.flatMap((selector) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)])));
      return [...new Set(found)].filter((composer) => this.#platformAt(composer) && this.#wasSeen(composer));
    }

    /** Shadow roots and frames in which composers are, or may be. @returns {(Document|ShadowRoot)[]} */
    #roots() {
      const hosts = this.#platforms.flatMap(({ selectors: { host } }) => (host ? [...document.querySelectorAll(/** @type {'div'} */ (host))] : []));
      const known = [...hosts.map(Jachai.openedRoot), ...[...this.#watched.keys()].map((composer) => composer.getRootNode())];
      const here = [...new Set([document, ...known.filter((root) => root instanceof ShadowRoot)])];
      return here.flatMap((root) => [root, ...Jachai.documentsIn(root)]);
    }

    /**
     * A form may carry a textarea that never shows, with what an editor stored before. One that the writer wrote in counts also
     * while it is folded away; of a frame only its own script knows that.
     * @param {HTMLElement} composer
     */
    #wasSeen(composer) {
      return this.#watched.has(composer) || composer.ownerDocument !== document || composer.checkVisibility();
    }

    /** @param {Event} event @returns {HTMLElement|null} */
    at(event) {
      return this.#watchedAt(event) ?? this.#composerIn(Jachai.pathOf(event)) ?? null;
    }

    /** At each key: an editable element is the target of what is typed in it. @param {Event} event @returns {HTMLElement|null} */
    #watchedAt(event) {
      const inner = /** @type {HTMLElement} */ (event.composedPath()[0]); // in an open shadow root
      const found = [/** @type {HTMLElement} */ (event.target), inner].find((element) => this.#watched.has(element));
      if (!found || !this.isElsewhere(found)) return found ?? null;
      this.leave(found);
      return null;
    }

    /** @param {Element[]} path @returns {HTMLElement|undefined} */
    #composerIn(path) {
      return /** @type {HTMLElement|undefined} */ (path.find((element) => this.#platformAt(element)));
    }

    /** @param {Element} element @returns {Platform|undefined} whose composer it is */
    #platformAt(element) {
      return Jachai.platformFor(element, this.#platforms);
    }

    /** @param {HTMLElement} composer @returns {Platform} */
    platformOf(composer) {
      return this.#platformAt(composer) ?? this.#platforms[0];
    }

    /** @param {HTMLElement} composer @returns {boolean} */
    isElsewhere(composer) {
      return Jachai.isElsewhere(composer, this.#platforms);
    }

    /** @param {HTMLElement} composer @returns {Surroundings} */
    surroundingsOf(composer) {
      const platform = this.platformOf(composer);
      return { ...platform.surroundings(composer), platform: platform.name };
    }

    /** @param {HTMLElement} composer @param {string} text @returns {Draft} */
    draftOf(composer, text) {
      return { ...this.surroundingsOf(composer), text: text.toWellFormed() };
    }

    /** @param {Event} event */
    #notice(event) {
      const known = this.#watchedAt(event);
      if (known && this.#platformAt(known)) return Jachai.protection.known(known); // at each key: nothing more
      if (!Jachai.isAlive()) return;
      const path = Jachai.pathOf(event);
      const ready = this.#renew();
      if (!this.#noticeIn(path)) ready.then(() => this.#noticeIn(path) || Jachai.protection.noticed(path, this.#platforms));
    }

    /** @param {Element[]} path  of an event @returns {boolean} whether a composer is on it */
    #noticeIn(path) {
      const composer = this.#composerIn(path);
      if (!composer) return false;
      this.#watch(composer);
      Jachai.protection.known(composer);
      return true;
    }

    /** Newer selectors are asked for at a focus, not in every frame; again after an hour: a page stays open for weeks, and the server may have been away. */
    #renew() {
      if (!this.#renewed || Math.abs(Date.now() - this.#renewed.at) >= RENEWED_MS) this.#renewed = { at: Date.now(), done: Jachai.renewSelectors(this.#platforms) };
      return this.#renewed.done;
    }

    /** @param {HTMLElement} composer @returns {Watched} as it was, where it is watched */
    #watch(composer) {
      const known = this.#watched.get(composer);
      if (known) return known;
      const watched = Jachai.watched(composer, this);
      this.#watched.set(composer, watched);
      watched.removed.addEventListener('abort', () => this.#watched.delete(composer)); // an editor may put the same element back
      return watched;
    }

    /** @param {Language|undefined} language */
    #speak(language) {
      if (!language) return;
      for (const watched of this.#watched.values()) watched.speak(language);
    }

    /** @param {HTMLElement} composer */
    leave(composer) {
      this.#watched.get(composer)?.leave();
      this.#watched.delete(composer);
    }

    /** @param {HTMLElement} composer */
    watchOf(composer) {
      return this.#watch(composer).started;
    }

    /** @param {HTMLElement} composer */
    mayGo(composer) {
      const told = Jachai.toldRules();
      if (!told || told.hold) return false; // a picture alone is a post too
      const { text } = Jachai.text.read(composer);
      return !text.trim() || told.pausedUntil > Date.now() || Boolean(this.#watched.get(composer)?.passing.isFree(text));
    }

    /** @param {HTMLElement} composer */
    isCuring(composer) {
      return Boolean(this.#watched.get(composer)?.watch?.isCuring);
    }

    /** @param {HTMLElement} composer */
    isUnchecked(composer) {
      return this.#watched.get(composer)?.watch?.status.state === 'unchecked';
    }

    /** @param {HTMLElement} composer */
    asksMore(composer) {
      return Boolean(this.#watched.get(composer)?.passing.asksMore());
    }

    /** @param {HTMLElement} composer */
    letPass(composer) {
      this.#watch(composer).passing.letPass();
    }

    /** @param {HTMLElement} composer */
    tellGone(composer) {
      this.#watched.get(composer)?.passing.tellGone();
    }
  }

  /**
   * @param {Platform[]} platforms  of this page; the first whose composer fits is the draft's
   * @returns {Composers}
   */
  Jachai.composersOf = (platforms) => new PageComposers(platforms);
})();
