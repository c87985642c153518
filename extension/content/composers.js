// @ts-check
// Which composers of the page are watched. A composer shows itself when focus or a key comes into it, so that no
// observer has to follow a page that changes all the time; the guard asks the page itself, at the moment of an event.

/**
 * @typedef {object} Composers
 * @property {() => HTMLElement[]} inPage       those in the page now, watched or not
 * @property {(composer: HTMLElement) => Promise<Watch>} watchOf  starts one where there is none
 */

(() => {
  /**
   * @param {Platform} platform
   * @param {AbortSignal} signal  stops all watches
   * @returns {Composers}
   */
  function composersOf(platform, signal) {
    /** @type {WeakMap<HTMLElement, Promise<Watch>>} */
    const watches = new WeakMap();
    const selector = platform.selectors.composer;

    /** @param {HTMLElement} composer */
    function watchOf(composer) {
      const watch = watches.get(composer) ?? start(composer);
      watches.set(composer, watch);
      return watch;
    }

    /** @param {HTMLElement} composer */
    async function start(composer) {
      const { language } = await Jachai.rules();
      const gone = untilRemoved(composer);
      gone.addEventListener('abort', () => watches.delete(composer)); // an editor may put the same element back
      return Jachai.watch(composer, {
        ask: Jachai.ask,
        surroundings: () => ({ ...platform.surroundings(composer), platform: platform.name }),
        language,
        container: () => Jachai.containerOf(composer),
        signal: AbortSignal.any([signal, gone]),
      });
    }

    /** @param {Event} event */
    function notice(event) {
      const composer = event.composedPath().find((node) => node instanceof HTMLElement && node.matches(selector));
      if (composer) watchOf(/** @type {HTMLElement} */ (composer));
    }

    for (const type of ['focusin', 'beforeinput', 'input']) addEventListener(type, notice, { capture: true, signal });
    return {
      inPage: () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]),
      watchOf,
    };
  }

  /**
   * An intersection observer is told when its element leaves the document, and costs nothing meanwhile.
   * @param {Element} element
   */
  function untilRemoved(element) {
    const controller = new AbortController();
    const observer = new IntersectionObserver(() => {
      if (element.isConnected) return;
      observer.disconnect();
      controller.abort();
    });
    observer.observe(element);
    return controller.signal;
  }

  /** @param {Element} composer  all outside an open modal <dialog> is inert, ours too */
  function containerOf(composer) {
    return composer.closest('dialog:modal') ?? document.body;
  }

  Object.assign(Jachai, { composersOf, containerOf });
})();
