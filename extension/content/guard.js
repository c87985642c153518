// @ts-check
// Holds what would publish. On window, in the capture phase, at document_start: before any listener of the page.
// It stops a slip, not an attacker: events that the page makes itself are let through and change nothing here.

/**
 * What an event was about to publish, and how.
 * @typedef {object} Attempt
 * @property {HTMLElement} composer
 * @property {HTMLElement|null} control   null where a key or a form publishes and no control is known
 * @property {HTMLFormElement|null} form
 * @property {HTMLElement|null} submitter
 *
 * @typedef {object} Guard
 * @property {(act: () => void) => void} replay    runs `act` while the guard looks away
 * @property {(composer: HTMLElement) => void} letPass  the next key or click that publishes this very draft
 */

(() => {
  const POINTER = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'click', 'auxclick'];
  const KEYS = ['keydown', 'keypress', 'keyup'];
  const COMPOSING = 229; // keyCode of a key that an input method swallowed

  /**
   * @param {{platform: Platform, inPage: () => HTMLElement[], onAttempt: (attempt: Attempt) => void, signal: AbortSignal}} options
   * @returns {Guard}
   */
  function guard({ platform, inPage, onAttempt, signal }) {
    let replaying = false;
    /** @type {{composer: HTMLElement, text: string}|null} */
    let pass = null;

    /** @param {Event} event */
    const looksAway = (event) => replaying || !event.isTrusted || !Jachai.isAlive();

    /**
     * @param {Element[]} path  innermost first
     * @returns {Attempt|null}
     */
    function attemptByControl(path) {
      for (const composer of inPage()) {
        const control = platform.publishControls(composer).find((candidate) => path.includes(candidate));
        if (control) return { composer, control, form: null, submitter: null };
      }
      return null;
    }

    /**
     * @param {KeyboardEvent} event
     * @returns {Attempt|null}
     */
    function attemptByKey(event) {
      const path = pathOf(event);
      if (event.key === 'Enter' || event.key === ' ') {
        const attempt = attemptByControl(path);
        if (attempt) return attempt;
      }
      const composer = platform.publishKeys.includes(nameOf(event)) && inPage().find((candidate) => path.includes(candidate));
      if (!composer) return null;
      return { composer, control: platform.publishControls(composer).at(-1) ?? null, form: null, submitter: null };
    }

    /** @param {HTMLElement} composer */
    function mayPass(composer) {
      if (pass?.composer !== composer || pass.text !== Jachai.text.read(composer).text) return false;
      setTimeout(() => { pass = null; }); // once this event has gone its way
      return true;
    }

    /**
     * @param {Event} event
     * @param {Attempt|null} attempt
     * @returns {attempt is Attempt} held
     */
    function hold(event, attempt) {
      if (!attempt || mayPass(attempt.composer)) return false;
      event.stopImmediatePropagation();
      // A prevented touch or pointer event would also take away the click that we wait for.
      if (!/^(pointer|mouse|touch)/.test(event.type)) event.preventDefault();
      return true;
    }

    /** @param {Event} event */
    function onPointer(event) {
      if (looksAway(event)) return;
      const attempt = attemptByControl(pathOf(event));
      if (hold(event, attempt) && event.type === 'click') onAttempt(attempt);
    }

    /** @param {KeyboardEvent} event */
    function onKey(event) {
      if (looksAway(event) || event.isComposing || event.keyCode === COMPOSING) return;
      const attempt = attemptByKey(event);
      if (hold(event, attempt) && event.type === 'keydown' && !event.repeat) onAttempt(attempt);
    }

    /** @param {SubmitEvent} event */
    function onSubmit(event) {
      if (looksAway(event) || !(event.target instanceof HTMLFormElement)) return;
      const form = event.target;
      const composer = inPage().find((candidate) => form.contains(candidate));
      const attempt = composer ? { composer, control: null, form, submitter: event.submitter } : null;
      if (hold(event, attempt)) onAttempt(attempt);
    }

    for (const type of POINTER) addEventListener(type, onPointer, { capture: true, passive: false, signal });
    for (const type of KEYS) addEventListener(type, /** @type {any} */ (onKey), { capture: true, signal });
    addEventListener('submit', onSubmit, { capture: true, signal });

    return {
      replay(act) {
        replaying = true;
        try { act(); } finally { replaying = false; }
      },
      letPass(composer) {
        pass = { composer, text: Jachai.text.read(composer).text };
      },
    };
  }

  /**
   * @param {Event} event
   * @returns {Element[]} innermost first; closed shadow roots, which hide their inside, are opened
   */
  function pathOf(event) {
    const path = /** @type {Element[]} */ (event.composedPath().filter((node) => node instanceof Element));
    for (let inner = insideOf(path[0], event); inner && !path.includes(inner); inner = insideOf(inner, event)) {
      for (let above = inner.parentElement; above; above = above.parentElement) path.push(above);
      path.unshift(inner);
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
    const dom = /** @type {any} */ (globalThis.chrome).dom;
    return dom ? dom.openOrClosedShadowRoot(host) : /** @type {any} */ (host).openOrClosedShadowRoot ?? null;
  }

  /** @param {KeyboardEvent} event  Command is Control on a Mac */
  function nameOf({ key, ctrlKey, metaKey }) {
    return ctrlKey || metaKey ? `Control+${key}` : key;
  }

  Jachai.guard = guard;
})();
