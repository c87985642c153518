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
    for (const platform of platforms) {
      const renewal = told?.platforms?.find((/** @type {Renewal} */ each) => each.name === platform.name);
      if (renewal && renewal.written >= platform.written) renew(platform, renewal, told.version);
    }
  }

  /** @param {Platform} platform @param {Renewal} renewal @param {string} version  whole or not at all */
  function renew(platform, { written, selectors, labels = {} }, version) {
    const known = Object.entries(selectors).filter(([name]) => name in platform.selectors || OPTIONAL.includes(name));
    if (!known.every(([, selector]) => isSelector(selector))) return;
    Object.assign(platform.selectors, Object.fromEntries(known));
    for (const [use, words] of Object.entries(labels)) platform.labels[use] = words.map((word) => word.normalize('NFC'));
    Object.assign(platform, { written, version });
  }

  const OPTIONAL = ['scope', 'publish', 'button', 'account', 'handle', 'mention', 'picture', 'video', 'link', 'elsewhere', 'host'];

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
