// @ts-check
// Newer selectors, which the server may have: data, checked here by the browser's own parser before they are used.

(() => {
  /**
   * As the background hands it on; of the right shape, its selectors not yet tried.
   * @typedef {{name: string, written: string, selectors: Record<string, string>, labels?: Record<string, string[]>}} Renewal
   */

  /**
   * @param {Platform[]} platforms  changed in place: hooks read their selectors anew each time
   * @returns {Promise<void>} the built-in ones serve meanwhile
   */
  async function renewSelectors(platforms) {
    const told = await Jachai.tell({ type: 'platforms' });
    if (!told.platforms) return; // not answered: what was told before still holds
    for (const platform of platforms) {
      putBack(platform);
      const renewal = told.platforms.find((/** @type {Renewal} */ each) => each.name === platform.name);
      if (renewal && renewal.written >= platform.written) renew(platform, renewal, told.version);
    }
  }

  /** @type {WeakMap<Platform, Pick<Platform, 'selectors'|'labels'|'written'>>} as they came with the extension */
  const builtIn = new WeakMap();

  /** A file that IT takes back leaves nothing behind, though the page stays open for weeks. @param {Platform} platform */
  function putBack(platform) {
    const { selectors, labels, written } = platform;
    const own = builtIn.get(platform) ?? { selectors: { ...selectors }, labels: { ...labels }, written };
    builtIn.set(platform, own);
    putInto(selectors, own.selectors);
    putInto(labels, own.labels);
    Object.assign(platform, { written: own.written, version: undefined });
  }

  /** @param {Record<string, unknown>} table  stays the same object @param {Record<string, unknown>} rows  all that it has from now on */
  function putInto(table, rows) {
    for (const name of Object.keys(table)) delete table[name];
    Object.assign(table, rows);
  }

  /** @param {Platform} platform @param {Renewal} renewal @param {string} version  whole or not at all */
  function renew(platform, { written, selectors, labels = {} }, version) {
    const known = Object.entries(selectors).filter(([name]) => name in platform.selectors || JachaiSelectors.some((each) => each === name));
    if (!known.every(([, selector]) => isSelector(selector))) return;
    Object.assign(platform.selectors, Object.fromEntries(known));
    for (const [use, words] of Object.entries(labels)) platform.labels[use] = words.map((word) => word.normalize('NFC'));
    Object.assign(platform, { written, version });
  }

  /** @param {string} selector */
  function isSelector(selector) {
    try {
      document.createDocumentFragment().querySelector(selector);
      return true;
    } catch {
      return false;
    }
  }

  Jachai.renewSelectors = renewSelectors;
})();
