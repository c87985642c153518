// @ts-check
// Which composers of the page are watched. A composer shows itself when focus or a key comes into it, so that no
// observer has to follow a page that changes all the time; the guard asks the page itself, at the moment of an event.

/**
 * @typedef {object} Composers
 * @property {() => HTMLElement[]} inPage       those in the page now, watched or not, in shadow roots too
 * @property {(event: Event) => HTMLElement|null} at  the composer on an event's way
 * @property {(composer: HTMLElement) => Platform} platformOf
 * @property {(composer: HTMLElement) => Promise<Watch>} watchOf  starts one where there is none
 * @property {(composer: HTMLElement) => boolean} mayGo   this very draft was checked, and nothing keeps it back
 *
 * One composer under watch.
 * @typedef {object} Watched
 * @property {Promise<Watch>} started
 * @property {AbortSignal} removed   the composer has left the page
 * @property {Watch|null} watch      null until it has started
 * @property {Language|''} language  in which it speaks; '' until it has started
 * @property {string} asked          the draft and its surroundings as they were last asked about
 * @property {Rules|null} rules      as they were when the last answer came
 * @property {string} [gone]         what the server was told to be published
 */

(() => {
  /**
   * @param {Platform[]} platforms  of this page; the first whose composer fits is the draft's
   * @param {AbortSignal} signal    stops all watches
   * @returns {Composers}
   */
  function composersOf(platforms, signal) {
    /** @type {Map<HTMLElement, Watched>} gone with their elements */
    const watched = new Map();
    /** @type {Promise<void>} newer selectors are asked for at the first focus, not in every frame */
    let renewed;

    /** @param {Element} element */
    const platformAt = (element) => platforms.find(({ selectors }) => element.matches(selectors.composer));
    /** @param {HTMLElement} composer */
    const platformOf = (composer) => platformAt(composer) ?? platforms[0];

    /** @param {HTMLElement} composer @param {string} text @returns {Surroundings & {text: string}} */
    function draftOf(composer, text) {
      const platform = platformOf(composer);
      return { ...platform.surroundings(composer), platform: platform.name, text: text.toWellFormed() };
    }

    /** @param {HTMLElement} composer */
    function entryOf(composer) {
      const known = watched.get(composer);
      if (known) return known;
      /** @type {Watched} */
      const entry = { started: Promise.resolve(/** @type {any} */ (null)), removed: Jachai.untilRemoved(composer), watch: null, language: '', asked: '', rules: null };
      watched.set(composer, entry);
      entry.removed.addEventListener('abort', () => watched.delete(composer)); // an editor may put the same element back
      entry.started = start(composer, entry);
      return entry;
    }

    /** @param {HTMLElement} composer @param {Watched} entry */
    async function start(composer, entry) {
      const { language } = await Jachai.rules();
      const watch = watchIn(language, composer, entry);
      const root = composer.getRootNode();
      if (root instanceof ShadowRoot) Jachai.listenIn(root);
      return watch;
    }

    /** @param {Language} language @param {HTMLElement} composer @param {Watched} entry */
    function watchIn(language, composer, entry) {
      const { removed } = entry;
      const platform = platformOf(composer);
      const watch = Jachai.watch(composer, {
        ask: async (question, dropped) => {
          entry.asked = JSON.stringify(draftOf(composer, question.text));
          const result = await Jachai.ask(question, dropped);
          if ('answer' in result) entry.rules = await Jachai.rules(); // before it is told: what is told clear goes at one press
          return result;
        },
        surroundings: () => ({ ...platform.surroundings(composer), platform: platform.name }),
        language,
        offers: Jachai.offersOn(platform.name),
        avoid: () => platform.publishControls(composer),
        container: () => Jachai.containerOf(composer),
        onStatus: ({ state }) => { if (state !== 'empty') Jachai.protection.written(composer, platform); },
        signal: AbortSignal.any([signal, removed]),
      });
      Object.assign(entry, { watch, language });
      Jachai.protection.watching(composer, watch, removed);
      return watch;
    }

    /** Where the language is another, signs and questions begin anew; the draft stays. @param {Language|undefined} language */
    function speak(language) {
      for (const [composer, entry] of watched) {
        if (!language || !entry.watch || entry.language === language) continue;
        entry.watch.stop();
        entry.started = Promise.resolve(watchIn(language, composer, entry));
      }
    }

    /** @param {HTMLElement} composer */
    function mayGo(composer) {
      const { text } = Jachai.text.read(composer);
      if (!text.trim()) return !Jachai.isHeld(); // a picture alone is a post too
      const entry = watched.get(composer);
      const { watch, rules, asked } = entry ?? {};
      const answer = watch?.status.text === text ? watch.status.answer : null;
      if (!answer || !rules || rules.hold || answer.incomplete.length) return false;
      const goes = (answer.verdict === 'clear' || answer.verdict === 'advise') && asked === JSON.stringify(draftOf(composer, text));
      if (entry && goes) tellGone(entry, rules);
      return goes;
    }

    /** The server counts what is published; nobody waits for its answer. @param {Watched} entry @param {Rules} rules */
    function tellGone(entry, { language }) {
      if (entry.gone === entry.asked) return; // a press is several events
      entry.gone = entry.asked;
      const question = { ...JSON.parse(entry.asked), moment: 'publish', ui_language: language };
      void Jachai.tell({ type: 'published', question, host: Jachai.host });
    }

    /** At each key: an editable element is the target of what is typed in it. @param {Event} event @returns {HTMLElement|null} */
    function watchedAt(event) {
      const element = /** @type {HTMLElement} */ (event.target);
      if (watched.has(element)) return element;
      const inner = /** @type {HTMLElement} */ (event.composedPath()[0]); // in an open shadow root
      return watched.has(inner) ? inner : null;
    }

    /** @param {Event} event */
    function notice(event) {
      const known = watchedAt(event);
      if (known && platformAt(known)) return Jachai.protection.known(known); // at each key: nothing more
      if (!Jachai.isAlive()) return;
      const path = Jachai.pathOf(event);
      const ready = renewed ??= Jachai.renewSelectors(platforms);
      if (!noticeIn(path)) ready.then(() => noticeIn(path) || Jachai.protection.noticed(path, platforms));
    }

    /** @param {Element[]} path */
    function noticeIn(path) {
      const composer = path.find(platformAt);
      if (!composer) return false;
      entryOf(/** @type {HTMLElement} */ (composer));
      Jachai.protection.known(composer);
      return true;
    }

    /** Shadow roots in which composers are, or may be. @returns {(Document|ShadowRoot)[]} */
    function roots() {
      const hosts = platforms.flatMap(({ selectors }) => (selectors.host ? [...document.querySelectorAll(/** @type {'div'} */ (selectors.host))] : []));
      const known = [...hosts.map(Jachai.openedRoot), ...[...watched.keys()].map((composer) => composer.getRootNode())];
      return [...new Set([document, ...known.filter((root) => root instanceof ShadowRoot)])];
    }

    // Before the watches hear of it: what is asked anew is asked in the new language.
    Jachai.changes.addEventListener('change', (/** @type {CustomEvent<Rules|null>} */ { detail }) => speak(detail?.language), { signal });
    Jachai.surface.hear(['focusin', 'beforeinput', 'input'], notice, signal);
    return {
      inPage: () => [...new Set(roots().flatMap((root) => platforms.flatMap(({ selectors }) => (
        /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selectors.composer)])))))],
      at: (event) => watchedAt(event) ?? /** @type {HTMLElement|undefined} */ (Jachai.pathOf(event).find(platformAt)) ?? null,
      platformOf,
      watchOf: (composer) => entryOf(composer).started,
      mayGo,
    };
  }

  /** @param {Element} composer  all outside an open modal <dialog> is inert, ours too */
  function containerOf(composer) {
    return Jachai.closest(composer, 'dialog:modal') ?? document.body;
  }

  Object.assign(Jachai, { composersOf, containerOf });
})();
