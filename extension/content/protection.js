// @ts-check
// Is the writer protected here? The toolbar icon says so where the page cannot be trusted to: nothing matches though a
// composer seems open, nothing is known to publish it, or the page took our signs away. No text leaves with it.

(() => {
  const EDITABLE = 'textarea, [contenteditable]:not([contenteditable="false"])';
  const SEARCHING = '[role="searchbox"], [role="search"] *, [aria-hidden="true"], [aria-hidden="true"] *, [readonly]';
  const REMOUNTS = 3; // a page that takes our signs away again and again is not fought
  const UNKNOWN = ['m.facebook.com', 'studio.youtube.com']; // most of whose fields no selector knows: shown to the writer, no news to IT
  const LEAST = 60; // CSS px of width: smaller fields are no composers

  /** @type {WeakSet<Element>} */
  const told = new WeakSet();
  /** @type {WeakSet<Element>} */
  const looked = new WeakSet();
  let isMarked = false;

  /**
   * @param {boolean} isProtected
   * @param {{platform: string, selector: 'composer'|'publish', selectors: string}} [broken]  which of our selectors found nothing
   */
  function mark(isProtected, broken) {
    if (isProtected && !isMarked) return;
    isMarked = !isProtected;
    if (Jachai.isAlive()) Jachai.tell({ type: 'protection', isProtected, broken, host: Jachai.host });
  }

  /**
   * Focus or typing in something that no selector of ours takes for a composer.
   * @param {Element[]} path
   * @param {Platform[]} platforms
   */
  function noticed(path, platforms) {
    const field = path.find((element) => element.matches(EDITABLE));
    if (!field || told.has(field) || field.matches(SEARCHING)) return;
    const [platform] = platforms;
    if (Jachai.isElsewhere(field, platforms)) return;
    if (/** @type {HTMLElement} */ (field).offsetWidth < LEAST) return;
    told.add(field);
    mark(false, UNKNOWN.includes(Jachai.host) ? undefined : { platform: platform.name, selector: 'composer', selectors: versionOf(platform) });
  }

  /** Focus or typing in a composer that we know. @param {Element} composer */
  function known(composer) {
    if (!told.has(composer)) mark(true);
  }

  /**
   * From now on, until the composer is gone.
   * @param {HTMLElement} composer
   * @param {Watch} watch
   * @param {AbortSignal} gone
   */
  function watching(composer, watch, gone) {
    keepSigns(composer, watch, gone, REMOUNTS);
  }

  /** There is a draft, of whose first key or paste no event may have told. @param {HTMLElement} composer @param {Platform} platform */
  function written(composer, platform) {
    if (looked.has(composer)) return;
    looked.add(composer);
    setTimeout(() => lookForControls(composer, platform), 1_000);
  }

  /** Something is known to publish it: a control, or Enter where the platform has none. @param {HTMLElement} composer @param {Platform} platform */
  const isGuarded = (composer, platform) => platform.publishControls(composer).length > 0 || platform.publishKeys(composer).includes('Enter');

  /** @param {HTMLElement} composer @param {Platform} platform */
  function lookForControls(composer, platform) {
    if (!composer.isConnected || told.has(composer) || isGuarded(composer, platform)) return;
    told.add(composer);
    mark(false, { platform: platform.name, selector: 'publish', selectors: versionOf(platform) });
  }

  /** @param {HTMLElement} composer @param {Watch} watch @param {AbortSignal} gone @param {number} remounts */
  function keepSigns(composer, watch, gone, remounts) {
    const lost = Jachai.untilRemoved(watch.sign);
    lost.addEventListener('abort', () => {
      if (gone.aborted || !composer.isConnected || watch.isStopped) return;
      told.add(composer);
      mark(false);
      if (remounts === 0) return;
      watch.showAgain();
      keepSigns(composer, watch, gone, remounts - 1);
    });
  }

  /** @param {Platform} platform */
  const versionOf = ({ version }) => version || 'builtin';

  Jachai.protection = { noticed, known, written, watching, isGuarded };
})();
