// @ts-check
// The way of an event through shadow roots. Closed ones hide their inside from the window; the browser opens them to us.

(() => {
  /**
   * @param {Event} event
   * @returns {Element[]} innermost first
   */
  function pathOf(event) {
    const path = /** @type {Element[]} */ (event.composedPath().filter((node) => node instanceof Element));
    for (let inner = insideOf(path[0], event); inner && !path.includes(inner); inner = insideOf(inner, event)) {
      const above = [];
      for (let parent = inner.parentElement; parent; parent = parent.parentElement) above.push(parent);
      path.unshift(inner, ...above);
    }
    return path;
  }

  /**
   * @param {Element|undefined} host
   * @param {Event} event
   * @returns {Element|null} what the event meant inside the host's closed root
   */
  function insideOf(host, event) {
    const root = host instanceof HTMLElement ? openedRoot(host) : null;
    if (!root) return null;
    return event instanceof MouseEvent ? root.elementFromPoint(event.clientX, event.clientY) : root.activeElement;
  }

  /**
   * @param {HTMLElement} host
   * @returns {ShadowRoot|null} Chromium has a call for it, Firefox a property
   */
  function openedRoot(host) {
    const dom = /** @type {any} */ (globalThis.chrome)?.dom;
    try {
      return dom ? dom.openOrClosedShadowRoot(host) : /** @type {any} */ (host).openOrClosedShadowRoot ?? null;
    } catch { // cut off
      return host.shadowRoot;
    }
  }

  /**
   * As Element.closest, and on beyond the shadow roots that the element is in.
   * @param {Element} element
   * @param {string} selector
   * @returns {Element|null}
   */
  function closest(element, selector) {
    const found = element.closest(selector);
    const root = element.getRootNode();
    return found ?? (root instanceof ShadowRoot ? closest(root.host, selector) : null);
  }

  /**
   * @param {Element} element
   * @returns {Element|null} the element around it, a shadow root's host included
   */
  function parentOf(element) {
    const parent = element.parentNode;
    return parent instanceof ShadowRoot ? parent.host : element.parentElement;
  }

  Object.assign(Jachai, { pathOf, openedRoot, closest, parentOf });
})();
