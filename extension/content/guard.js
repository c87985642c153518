// @ts-check
// Holds what would publish. On window, in the capture phase, at document_start: before any listener of the page.
// It stops a slip, not an attacker: events that the page makes itself are let through and change nothing here.
// After an update of the extension the old guard is cut off: it asks one last time, then lets go of the page.

/**
 * What an event was about to publish, and how.
 * @typedef {object} Attempt
 * @property {HTMLElement[]} composers    all whose drafts it publishes: a thread has several
 * @property {HTMLElement[]} pressed      from the innermost element to the control; none where a key or a form publishes
 * @property {HTMLFormElement|null} form
 * @property {HTMLElement|null} submitter
 *
 * @typedef {object} Guard
 * @property {(act: () => void) => void} replay    runs `act` while the guard looks away
 * @property {(root: ShadowRoot) => void} listenIn  a submit stays inside its shadow root
 * @property {() => void} listen    anew, where all listeners were taken away
 */

(() => {
  const { scopeOf } = Jachai.elements;
  const POINTER = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'click', 'auxclick'];
  const KEYS = ['keydown', 'keypress', 'keyup'];
  const COMPOSING = 229; // keyCode of a key that an input method swallowed
  const PUBLISHING = new Set(['click', 'keydown', 'submit']); // a button may be pressed, and left before it is let go

  /**
   * @param {{composers: Composers, onAttempt: (attempt: Attempt) => Promise<void>}} options
   * @returns {Guard}
   */
  function guard({ composers, onAttempt }) {
    let replaying = false;
    let isLastAsked = false;
    let hasLetGo = false;

    /** @param {Event} event */
    const looksAway = (event) => replaying || !event.isTrusted || hasLetGo || Jachai.isWithdrawn;
    /** @param {HTMLElement} composer */
    const controlsOf = (composer) => composers.platformOf(composer).publishControls(composer);

    /**
     * @param {Element[]} path  innermost first
     * @returns {Attempt|null}
     */
    function attemptByControl(path) {
      const found = composers.inPage().map((composer) => {
        const controls = new Set(/** @type {Element[]} */ (controlsOf(composer)));
        return { composer, at: path.findIndex((element) => controls.has(element)) };
      });
      const hit = found.filter(({ at }) => at >= 0);
      if (!hit.length) return null;
      const pressed = path.slice(0, Math.max(...hit.map(({ at }) => at)) + 1).filter((element) => element instanceof HTMLElement);
      return { composers: hit.map(({ composer }) => composer), pressed, form: null, submitter: null };
    }

    /**
     * @param {KeyboardEvent} event
     * @returns {Attempt|null}
     */
    function attemptByKey(event) {
      if (event.key !== 'Enter' && event.key !== ' ') return null;
      const composer = composers.at(event);
      if (!composer) return attemptByControl(Jachai.pathOf(event)) ?? attemptBeside(event);
      if (event.key === ' ') return null; // it types
      if (!composers.platformOf(composer).publishKeys(composer).includes(nameOf(event)) || (nameOf(event) === 'Enter' && isPicking(composer))) return null;
      return { composers: together(composer), pressed: [], form: null, submitter: null };
    }

    /**
     * Control+Enter publishes from all of a draft's dialog or form, not from its composer alone.
     * @param {KeyboardEvent} event
     * @returns {Attempt|null}
     */
    function attemptBeside(event) {
      const name = nameOf(event);
      if (!name.startsWith('Control+')) return null;
      const path = Jachai.pathOf(event);
      const beside = composers.inPage().filter((composer) => composers.platformOf(composer).publishKeys(composer).includes(name) && path.includes(/** @type {Element} */ (areaOf(composer))));
      return beside.length ? { composers: beside, pressed: [], form: null, submitter: null } : null;
    }

    /** @param {HTMLElement} composer @returns {Element|null} all of its draft; where no scope is known, the least that has what publishes it */
    function areaOf(composer) {
      const known = scopeOf(composers.platformOf(composer), composer);
      if (known) return known;
      const [control] = controlsOf(composer);
      let around = control ? Jachai.parentOf(composer) : null;
      while (around && !Jachai.isInside(control, around)) around = Jachai.parentOf(around);
      return around;
    }

    /** @param {HTMLElement} composer @returns {HTMLElement[]} it, and those that the same control publishes with it */
    function together(composer) {
      const controls = controlsOf(composer);
      return [composer, ...composers.inPage().filter((other) => other !== composer && controlsOf(other).some((control) => controls.includes(control)))];
    }

    /**
     * @param {Event} event
     * @param {Attempt|null} attempt
     * @returns {attempt is Attempt} held
     */
    function hold(event, attempt) {
      if (!attempt) return false;
      if (attempt.composers.every((composer) => composers.mayGo(composer))) {
        if (PUBLISHING.has(event.type)) attempt.composers.forEach((composer) => composers.tellGone(composer));
        return false;
      }
      event.stopImmediatePropagation();
      // A prevented touch or pointer event would also take away the click that we wait for.
      if (!/^(pointer|mouse|touch)/.test(event.type)) event.preventDefault();
      return true;
    }

    /** Holds until the last question is answered: the second click of a double click is no answer. @param {Attempt} attempt */
    function ask(attempt) {
      if (Jachai.isAlive()) return void onAttempt(attempt);
      if (isLastAsked) return;
      isLastAsked = true;
      Jachai.endRules();
      void onAttempt(attempt).finally(() => { hasLetGo = true; });
    }

    /** @param {Event} event */
    function onPointer(event) {
      if (looksAway(event)) return;
      const attempt = attemptByControl(Jachai.pathOf(event));
      if (hold(event, attempt) && event.type === 'click') ask(attempt);
    }

    /** @param {KeyboardEvent} event */
    function onKey(event) {
      if (looksAway(event) || isOfInputMethod(event)) return;
      const attempt = attemptByKey(event);
      if (hold(event, attempt) && event.type === 'keydown' && !event.repeat) ask(attempt);
    }

    /** @param {Event} event */
    function onSubmit(event) {
      const form = event.composedPath()[0];
      if (looksAway(event) || !(form instanceof HTMLFormElement)) return;
      const inside = composers.inPage().filter((candidate) => Jachai.isInside(candidate, form));
      const { submitter } = /** @type {SubmitEvent} */ (event);
      const publishes = inside.length > 0 && !inside.every((composer) => doesElse(submitter, composer));
      const attempt = publishes ? { composers: inside, pressed: [], form, submitter } : null;
      if (hold(event, attempt)) ask(attempt);
    }

    /** Cancel, Delete: known to submit the draft's form, and not to publish it. @param {HTMLElement|null} submitter @param {HTMLElement} composer */
    function doesElse(submitter, composer) {
      const platform = composers.platformOf(composer);
      if (!platform.submits || !submitter?.matches(platform.selectors.publish) || scopeOf(platform, submitter) !== scopeOf(platform, composer)) return false;
      const controls = controlsOf(composer);
      return controls.length > 0 && !controls.includes(submitter);
    }

    function listen() {
      for (const type of POINTER) addEventListener(type, onPointer, { capture: true, passive: false });
      addEventListener('submit', onSubmit, { capture: true });
    }
    Jachai.surface.hear(KEYS, onKey);
    listen();

    return {
      listen,
      replay(act) {
        replaying = true;
        try { act(); } finally { replaying = false; }
      },
      listenIn: (root) => root.addEventListener('submit', onSubmit, { capture: true }), // the same listener is added once
    };
  }

  /** A list of names or tags is open, and to be seen: Enter takes one of it. @param {HTMLElement} composer */
  function isPicking(composer) {
    const active = composer.getAttribute('aria-activedescendant');
    const root = /** @type {Document|ShadowRoot} */ (composer.getRootNode());
    const option = active ? root.getElementById?.(active) : null;
    return Boolean(option?.checkVisibility({ visibilityProperty: true }));
  }

  /** Enter ends a word that is being composed; with Control it may publish all the same: not every page looks. @param {KeyboardEvent} event */
  const isOfInputMethod = (event) => event.keyCode === COMPOSING || (event.isComposing && nameOf(event) === 'Enter');

  /** @param {KeyboardEvent} event  Command is Control on a Mac; Shift+Enter is a line wherever Enter publishes */
  function nameOf({ key, ctrlKey, metaKey, shiftKey, altKey }) {
    if (ctrlKey || metaKey) return `Control+${key}`;
    return `${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${key}`;
  }

  Jachai.guard = guard;
})();
