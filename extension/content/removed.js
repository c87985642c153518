// @ts-check
// Notices that an element has left its document, without an observer over the page.

(() => {
  const EVERY = 400; // milliseconds; only while something is waited for

  /** @type {Map<Element, AbortController>} */
  const waiting = new Map();
  /** @type {ReturnType<typeof setInterval>|undefined} */
  let timer;

  function look() {
    for (const [element, controller] of waiting) {
      if (Jachai.isThere(element)) continue;
      waiting.delete(element);
      observer.unobserve(element);
      controller.abort();
    }
    if (waiting.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  }

  // Told at once where the element was to be seen; the timer is for those that were not.
  const observer = new IntersectionObserver(look);

  /**
   * @param {Element} element
   * @returns {AbortSignal} aborts within half a second after the element has left; the same for all who wait for it
   */
  function untilRemoved(element) {
    const known = waiting.get(element);
    if (known) return known.signal;
    const controller = new AbortController();
    waiting.set(element, controller);
    timer ??= setInterval(look, EVERY);
    observer.observe(element);
    return controller.signal;
  }

  Jachai.untilRemoved = untilRemoved;
})();
