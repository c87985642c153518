// @ts-check
// Is the writer protected here? The toolbar icon says so where the page cannot be trusted to: nothing matches though a
// composer seems open, nothing is known to publish it, or the page took our signs away. No text leaves with it.

/**
 * @typedef {object} Protection
 * @property {(path: Element[], platforms: Platform[]) => void} noticed
 * @property {(composer: Element) => void} known
 * @property {(composer: HTMLElement, platform: Platform, isAnswered?: boolean) => void} written
 * @property {(composer: HTMLElement, watch: ShownWatch, gone: AbortSignal) => void} watching
 * @property {(composer: HTMLElement, platform: Platform) => boolean} isGuarded
 * @property {() => boolean} isMarked
 */

(() => {
  const EDITABLE = 'textarea, [contenteditable]:not([contenteditable="false"]), body:read-write'; // the last: of a document in designMode
  const SEARCHING = '[role="searchbox"], [role="search"] *, [aria-hidden="true"], [aria-hidden="true"] *, [readonly]';
  const DRAWN_BESIDE = '.CodeMirror, .ace_editor, .monaco-editor'; // the field that takes the keys of these may be as small as a letter
  const REMOUNTS = 3; // a page that takes our signs away again and again is not fought
  const LEAST = 60; // CSS px of width: smaller fields are no composers
  const EVERY = 1_000; // milliseconds, between two looks for what publishes a draft
  const LOOKS = 5; // that found nothing before IT hears of it: a page may draw its Post late

  /** @typedef {{platform: string, selector: 'composer'|'publish', selectors: string}} Broken  which of our selectors found nothing */

  /** @type {WeakSet<Element>} no composers of ours, of which IT has heard */
  const reported = new WeakSet();
  /** @type {WeakSet<Element>} those that no selector knows now, though one may have known them before */
  const unknown = new WeakSet();
  /** @type {WeakSet<Element>} composers whose signs the page took away */
  const unsigned = new WeakSet();
  /** @type {WeakSet<Element>} something is known to publish them */
  const guarded = new WeakSet();
  /** @type {WeakMap<Element, number>} looks that found nothing to publish it */
  const misses = new WeakMap();
  /** @type {WeakSet<Element>} composers that will be looked at */
  const due = new WeakSet();
  /** @type {Element|null} what the icon warns of */
  let marked = null;

  /** @param {Element} element @param {Broken} [broken] */
  function mark(element, broken) {
    marked = element;
    tell(false, broken);
  }

  function unmark() {
    if (!marked) return;
    marked = null;
    tell(true);
  }

  /** What is written in it is gone, too. */
  function unmarkGone() {
    if (marked && unknown.has(marked) && !Jachai.isThere(marked)) unmark();
  }

  /** @param {boolean} isProtected @param {Broken} [broken] */
  function tell(isProtected, broken) {
    if (Jachai.isAlive()) Jachai.tell({ type: 'protection', isProtected, broken, host: Jachai.host });
  }

  /**
   * Focus or typing in something that no selector of ours takes for a composer.
   * @param {Element[]} path
   * @param {Platform[]} platforms
   */
  function noticed(path, platforms) {
    const field = path.find((element) => element.matches(EDITABLE));
    if (!field || field === marked || field.matches(SEARCHING)) return;
    const [platform] = platforms;
    if (Jachai.isElsewhere(field, platforms)) return;
    const shown = path.find((element) => element.matches(DRAWN_BESIDE)) ?? field;
    if (/** @type {HTMLElement} */ (shown).offsetWidth < LEAST) return;
    const isNews = !reported.has(field); // a composer of ours may have taken the mark away since: the icon warns again
    reported.add(field);
    unknown.add(field);
    Jachai.untilRemoved(field).addEventListener('abort', unmarkGone);
    mark(field, !isNews || platform.littleKnown.includes(Jachai.host) ? undefined : { platform: platform.name, selector: 'composer', selectors: versionOf(platform) });
  }

  /** Focus or typing in a composer that we know. @param {Element} composer */
  function known(composer) {
    unknown.delete(composer);
    if (!unsigned.has(composer) && !misses.has(composer)) unmark();
  }

  /**
   * From now on, until the composer is gone.
   * @param {HTMLElement} composer
   * @param {ShownWatch} watch
   * @param {AbortSignal} gone
   */
  function watching(composer, watch, gone) {
    keepSigns(composer, watch, gone, REMOUNTS);
  }

  /**
   * There is a draft, of whose first key or paste no event may have told.
   * @param {HTMLElement} composer @param {Platform} platform
   * @param {boolean} [isAnswered]  looked at again each time: the page, or what translates it, may have drawn Post otherwise
   */
  function written(composer, platform, isAnswered = false) {
    if (due.has(composer) || (guarded.has(composer) && !isAnswered)) return;
    due.add(composer);
    setTimeout(() => lookForControls(composer, platform), EVERY);
  }

  /** Something is known to publish it: a control, or Enter where the platform has none. @param {HTMLElement} composer @param {Platform} platform */
  const isGuarded = (composer, platform) => platform.publishControls(composer).length > 0 || platform.publishKeys(composer).includes('Enter');

  /** @param {HTMLElement} composer @param {Platform} platform */
  function lookForControls(composer, platform) {
    due.delete(composer);
    const isGone = !composer.isConnected || !Jachai.text.read(composer).text.trim(); // posted: Post may have gone with the text
    if (isGone && !guarded.has(composer)) return;
    if (isGone || isGuarded(composer, platform)) found(composer);
    else missed(composer, platform);
  }

  /** @param {HTMLElement} composer */
  function found(composer) {
    guarded.add(composer);
    misses.delete(composer);
    if (marked === composer && !unsigned.has(composer) && !unknown.has(composer)) unmark();
  }

  /** The writer is told at once; where something was known, at the second look: a page that posts may show its Post otherwise for a moment. @param {HTMLElement} composer @param {Platform} platform */
  function missed(composer, platform) {
    const count = (misses.get(composer) ?? 0) + 1;
    misses.set(composer, count);
    const isNews = count === LOOKS;
    const mayPost = guarded.has(composer) && count === 1;
    if (isNews || !(marked || mayPost)) mark(composer, isNews ? { platform: platform.name, selector: 'publish', selectors: versionOf(platform) } : undefined);
    if (count < LOOKS) written(composer, platform, true); // else at the next key
  }

  /** @param {HTMLElement} composer @param {ShownWatch} watch @param {AbortSignal} gone @param {number} remounts */
  function keepSigns(composer, watch, gone, remounts) {
    const lost = Jachai.untilRemoved(watch.sign);
    lost.addEventListener('abort', () => {
      if (gone.aborted || !composer.isConnected || watch.isStopped) return;
      unsigned.add(composer);
      mark(composer);
      if (remounts === 0) return;
      watch.showAgain();
      keepSigns(composer, watch, gone, remounts - 1);
    });
  }

  /** @param {Platform} platform */
  const versionOf = ({ version }) => version || 'builtin';

  // A browser takes the mark of a tab away with the page, and does not bring it back with one that it had put away.
  addEventListener('pageshow', ({ isTrusted, persisted }) => {
    if (isTrusted && persisted && marked) tell(false);
  }, { capture: true });

  // The tab stays as a frame goes; a page's own mark goes by itself, and comes back with it.
  addEventListener('pagehide', ({ isTrusted, persisted }) => {
    if (isTrusted && !persisted && self !== top) unmark();
  }, { capture: true });

  /** Whether the icon warns of this page. */
  const isMarked = () => marked !== null;

  Jachai.protection = { noticed, known, written, watching, isGuarded, isMarked };
})();
