// @ts-check
// Which composers of the page are watched. A composer shows itself when focus or a key comes into it, so that no
// observer has to follow a page that changes all the time; the guard asks the page itself, at the moment of an event.

/**
 * @typedef {object} Composers
 * @property {() => HTMLElement[]} inPage       those in the page now, watched or not, in shadow roots and frames too
 * @property {(event: Event) => HTMLElement|null} at  the composer on an event's way
 * @property {(composer: HTMLElement) => Platform} platformOf
 * @property {(composer: HTMLElement) => boolean} isElsewhere  it was made a private message: none of ours
 * @property {(composer: HTMLElement, text: string) => Surroundings & {text: string}} draftOf  as the server is asked about it
 * @property {(composer: HTMLElement) => Promise<Watch>} watchOf  starts one where there is none
 * @property {(composer: HTMLElement) => boolean} mayGo   this very draft was checked or let pass, and nothing keeps it back
 * @property {(composer: HTMLElement) => boolean} isUnchecked  its draft could not be checked, as its badge says
 * @property {(composer: HTMLElement) => boolean} asksMore  what is known of the draft now is more than the writer said yes to
 * @property {(composer: HTMLElement) => void} letPass    the next key or click that publishes this very draft, where nothing more comes meanwhile
 * @property {(composer: HTMLElement) => void} tellGone   it goes: the server counts what is published, each draft once
 *
 * One composer under watch.
 * @typedef {object} Watched
 * @property {Promise<Watch>} started
 * @property {AbortSignal} removed   the composer has left the page
 * @property {Watch|null} watch      null until it has started
 * @property {Language|''} language  in which it speaks; '' until it has started
 * @property {string} asked          the draft and its surroundings as they were last asked about
 * @property {string} [gone]         what the server was told, or asked about, as published
 * @property {{text: string, until: number}|null} pass  Date.now()
 */

(() => {
  const PASS = 10_000; // milliseconds in which a press that was asked for may come
  const ON_TOP = 'dialog:modal, :fullscreen:not(:root), :popover-open';
  const RENEWED = 3_600_000; // milliseconds for which selectors are not asked for again
  /** @type {{failure: Failure}} */
  const UNASKED = { failure: { why: 'paused', message: '' } };

  /**
   * @param {Platform[]} platforms  of this page; the first whose composer fits is the draft's
   * @returns {Composers}
   */
  function composersOf(platforms) {
    /** @type {Map<HTMLElement, Watched>} gone with their elements */
    const watched = new Map();
    /** @type {{at: number, done: Promise<void>}|undefined} `at` as Date.now() */
    let renewed;

    /** @param {Element} element */
    const platformAt = (element) => /** @type {Platform|undefined} */ (Jachai.platformFor(element, platforms));
    /** @param {HTMLElement} composer */
    const platformOf = (composer) => platformAt(composer) ?? platforms[0];

    /** @param {HTMLElement} composer @returns {Surroundings} */
    function surroundingsOf(composer) {
      const platform = platformOf(composer);
      return { ...platform.surroundings(composer), platform: platform.name };
    }

    /** @param {HTMLElement} composer @param {string} text */
    const draftOf = (composer, text) => ({ ...surroundingsOf(composer), text: text.toWellFormed() });

    /** @param {HTMLElement} composer */
    function entryOf(composer) {
      const known = watched.get(composer);
      if (known) return known;
      /** @type {Watched} */
      const entry = { started: Promise.resolve(/** @type {any} */ (null)), removed: Jachai.untilRemoved(composer), watch: null, language: '', asked: '', pass: null };
      watched.set(composer, entry);
      entry.removed.addEventListener('abort', () => watched.delete(composer)); // an editor may put the same element back
      entry.started = start(composer, entry);
      return entry;
    }

    /** @param {HTMLElement} composer @param {Watched} entry */
    async function start(composer, entry) {
      const { language } = await Jachai.rules();
      const watch = watchIn(language, composer, entry);
      if (watched.get(composer) !== entry) watch.stop(); // left meanwhile
      const root = composer.getRootNode();
      if (root instanceof ShadowRoot) Jachai.listenIn(root);
      return watch;
    }

    /** @param {Language} language @param {HTMLElement} composer @param {Watched} entry */
    function watchIn(language, composer, entry) {
      const { removed } = entry;
      const platform = platformOf(composer);
      const isFramed = composer.ownerDocument !== document;
      const watch = (isFramed ? framedWatch : Jachai.watch)(composer, {
        ask: async (question, dropped) => {
          if (Jachai.isElsewhere(composer, platforms)) return leave(composer);
          entry.asked = JSON.stringify(draftOf(composer, question.text));
          const result = await counted(entry, question, Jachai.ask(question, dropped));
          if ('answer' in result) await Jachai.rules(); // before it is told: what is told clear goes at one press
          return result;
        },
        surroundings: () => surroundingsOf(composer),
        language,
        offers: Jachai.offersOn(platform.name),
        avoid: () => platform.publishControls(composer),
        container: () => Jachai.containerOf(composer),
        onStatus: ({ state }) => {
          if (entry.watch?.status.state === 'empty') beginAnew(entry); // of a watch that only begins, the draft stands
          if (asksMore(composer)) entry.pass = null;
          if (state === 'empty' || isFramed) return;
          Jachai.protection.written(composer, platform, state !== 'checking');
          if (Jachai.isLate && state !== 'checking') Jachai.notice.reload(composer, language, platform.publishControls(composer)); // the next key takes it away
        },
        signal: removed,
      });
      Object.assign(entry, { watch, language });
      if (!isFramed) Jachai.protection.watching(composer, watch, removed);
      return watch;
    }

    /**
     * A question at Post is counted by the server that answers it.
     * @template Result
     * @param {Watched} entry
     * @param {Question} question
     * @param {Promise<Result>} asking
     */
    async function counted(entry, { moment }, asking) {
      const before = entry.gone;
      if (moment === 'publish') entry.gone = entry.asked;
      const result = await asking;
      if (moment === 'publish' && !('answer' in /** @type {any} */ (result))) entry.gone = before;
      return result;
    }

    /** What is written from now on is another draft, though it be the same text: asked about anew, and counted. @param {Watched} entry */
    function beginAnew(entry) {
      Object.assign(entry, { pass: null, gone: undefined });
      if (entry.watch) Jachai.forgetSaid(entry.watch);
    }

    /** Where the language is another, signs and questions begin anew; the draft stays. @param {Language|undefined} language */
    function speak(language) {
      for (const [composer, entry] of watched) {
        if (!language || !entry.watch || entry.language === language) continue;
        entry.watch.stop();
        entry.started = Promise.resolve(watchIn(language, composer, entry));
      }
    }

    /**
     * A post that was made a private message is none of ours from then on: not read, not asked about, not held.
     * @param {HTMLElement} composer
     */
    function leave(composer) {
      const watch = watched.get(composer)?.watch;
      watched.delete(composer);
      setTimeout(() => watch?.stop()); // what it is asked for right now ends first
      return UNASKED;
    }

    /** @param {HTMLElement} composer */
    function mayGo(composer) {
      const told = /** @type {Rules|null} */ (Jachai.toldRules());
      if (!told || told.hold) return false; // a picture alone is a post too
      const { text } = Jachai.text.read(composer);
      return isLetPass(composer, text) || !text.trim() || told.pausedUntil > Date.now() || isKnownFree(composer, text);
    }

    /** @param {HTMLElement} composer */
    function asksMore(composer) {
      const watch = watched.get(composer)?.watch;
      const told = Jachai.toldRules();
      return Boolean(watch && told && Jachai.asksMore(watch, watch.status, told));
    }

    /** @param {HTMLElement} composer @param {string} text */
    function isLetPass(composer, text) {
      const pass = watched.get(composer)?.pass;
      return Boolean(pass && pass.until > Date.now() && pass.text === text && !asksMore(composer));
    }

    /** @param {HTMLElement} composer */
    function letPass(composer) {
      entryOf(composer).pass = { text: Jachai.text.read(composer).text, until: Date.now() + PASS };
    }

    /** @param {HTMLElement} composer @param {string} text @returns {Answer|null} to this very draft */
    function answerTo(composer, text) {
      const { watch, asked } = watched.get(composer) ?? {};
      const answer = watch?.status.text === text ? watch.status.answer : null;
      return answer && asked === JSON.stringify(draftOf(composer, text)) ? answer : null;
    }

    /** @param {HTMLElement} composer @param {string} text */
    function isKnownFree(composer, text) {
      const answer = answerTo(composer, text);
      return answer !== null && !answer.incomplete.length && (answer.verdict === 'clear' || answer.verdict === 'advise');
    }

    /** Nobody waits for the server's answer. @param {HTMLElement} composer */
    function tellGone(composer) {
      const entry = watched.get(composer);
      if (!entry || entry.gone === entry.asked) return; // one press may be a key, a click and a submit
      if (!answerTo(composer, Jachai.text.read(composer).text)) return;
      entry.gone = entry.asked;
      const question = { ...JSON.parse(entry.asked), moment: 'publish', ui_language: entry.language };
      void Jachai.tell({ type: 'published', question, host: Jachai.host });
    }

    /** At each key: an editable element is the target of what is typed in it. @param {Event} event @returns {HTMLElement|null} */
    function watchedAt(event) {
      const inner = /** @type {HTMLElement} */ (event.composedPath()[0]); // in an open shadow root
      const found = [/** @type {HTMLElement} */ (event.target), inner].find((element) => watched.has(element));
      if (!found || !Jachai.isElsewhere(found, platforms)) return found ?? null;
      leave(found);
      return null;
    }

    /** @param {Event} event */
    function notice(event) {
      const known = watchedAt(event);
      if (known && platformAt(known)) return Jachai.protection.known(known); // at each key: nothing more
      if (!Jachai.isAlive()) return;
      const path = Jachai.pathOf(event);
      const ready = renew();
      if (!noticeIn(path)) ready.then(() => noticeIn(path) || Jachai.protection.noticed(path, platforms));
    }

    /** Newer selectors are asked for at a focus, not in every frame; again after an hour: a page stays open for weeks, and the server may have been away. */
    function renew() {
      if (!renewed || Math.abs(Date.now() - renewed.at) >= RENEWED) renewed = { at: Date.now(), done: Jachai.renewSelectors(platforms) };
      return renewed.done;
    }

    /** @param {Element[]} path */
    function noticeIn(path) {
      const composer = path.find(platformAt);
      if (!composer) return false;
      entryOf(/** @type {HTMLElement} */ (composer));
      Jachai.protection.known(composer);
      return true;
    }

    /** Shadow roots and frames in which composers are, or may be. @returns {(Document|ShadowRoot)[]} */
    function roots() {
      const hosts = platforms.flatMap(({ selectors }) => (selectors.host ? [...document.querySelectorAll(/** @type {'div'} */ (selectors.host))] : []));
      const known = [...hosts.map(Jachai.openedRoot), ...[...watched.keys()].map((composer) => composer.getRootNode())];
      const here = [...new Set([document, ...known.filter((root) => root instanceof ShadowRoot)])];
      return here.flatMap((root) => [root, ...Jachai.documentsIn(root)]);
    }

    /**
     * A form may carry a textarea that never shows, with what an editor stored before. One that the writer wrote in counts also
     * while it is folded away; of a frame only its own script knows that.
     * @param {HTMLElement} composer
     */
    const wasSeen = (composer) => watched.has(composer) || composer.ownerDocument !== document || composer.checkVisibility();

    // Before the watches hear of it: what is asked anew is asked in the new language.
    Jachai.changes.addEventListener('change', (/** @type {CustomEvent<Rules|null>} */ { detail }) => speak(detail?.language));
    Jachai.changes.addEventListener('withdrawn', () => [...watched.keys()].forEach(leave));
    Jachai.surface.hear(['focusin', 'beforeinput', 'input'], notice);
    return {
      inPage: () => [...new Set(roots().flatMap((root) => platforms.flatMap(({ selectors }) => (
        /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selectors.composer)])))))].filter((composer) => platformAt(composer) && wasSeen(composer)),
      at: (event) => watchedAt(event) ?? /** @type {HTMLElement|undefined} */ (Jachai.pathOf(event).find(platformAt)) ?? null,
      platformOf,
      isElsewhere: (composer) => Jachai.isElsewhere(composer, platforms),
      draftOf,
      watchOf: (composer) => entryOf(composer).started,
      mayGo,
      isUnchecked: (composer) => watched.get(composer)?.watch?.status.state === 'unchecked',
      asksMore,
      letPass,
      tellGone,
    };
  }

  /**
   * A composer in a frame whose form may be here: the frame's own script shows it, this one only asks, once it is to be
   * published. No word goes between the two, since a page could fake it.
   * @param {HTMLElement} element
   * @param {WatchOptions} options
   * @returns {Watch}
   */
  function framedWatch(element, options) {
    const loop = Jachai.loop({ ...options, read: () => Jachai.text.read(element).text, onChange: (/** @type {Status} */ status) => options.onStatus?.(status) });
    const stop = () => loop.stop();
    options.signal?.addEventListener('abort', stop, { once: true });
    return /** @type {any} */ ({
      element,
      get status() { return loop.status; },
      settle: (/** @type {Moment} */ moment) => loop.settle(moment),
      get isStopped() { return loop.isStopped; },
      stop,
    });
  }

  /**
   * All outside an open modal <dialog> is inert, ours too; all but what stands in it lies below a fullscreen element; a press or a dialog outside a
   * popover folds it away, with the draft. What stands in an editable element is the draft's.
   * @param {Element} composer
   * @returns {Element} in this document
   */
  function containerOf(composer) {
    const { body, documentElement } = document;
    if (composer.ownerDocument !== document) return containerOf(Jachai.frameOf(composer) ?? body);
    const parent = Jachai.parentOf(composer);
    const top = parent && Jachai.closest(parent, ON_TOP);
    if (top?.ownerDocument === document && !top.isContentEditable) return top;
    return body.isContentEditable ? documentElement : body;
  }

  Object.assign(Jachai, { composersOf, containerOf });
})();
