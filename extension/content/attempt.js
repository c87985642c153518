// @ts-check
// What an event is about to publish: which composers' drafts, and by what.

/**
 * @typedef {object} Attempt
 * @property {HTMLElement[]} composers    all whose drafts it publishes: a thread has several
 * @property {HTMLElement[]} pressed      from the innermost element to the control; none where a key or a form publishes
 * @property {HTMLFormElement|null} form
 * @property {HTMLElement|null} submitter
 *
 * @typedef {object} Attempts
 * @property {(path: Element[]) => Attempt|null} byPress  on any element of an event's path, innermost first
 * @property {(event: KeyboardEvent) => Attempt|null} byKey
 * @property {(event: Event) => Attempt|null} bySubmit
 */

(() => {
  const { areaOf, scopeOf } = Jachai.elements;
  const COMPOSING = 229; // keyCode of a key that an input method swallowed

  class PageAttempts {
    #composers;

    /** @param {Composers} composers */
    constructor(composers) {
      this.#composers = composers;
    }

    /** @param {Element[]} path @returns {Attempt|null} */
    byPress(path) {
      const found = this.#composers.inPage().map((composer) => {
        const controls = new Set(/** @type {Element[]} */ (this.#controlsOf(composer)));
        return { composer, at: path.findIndex((element) => controls.has(element)) };
      });
      const hit = found.filter(({ at }) => at >= 0);
      if (!hit.length) return null;
      const pressed = path.slice(0, Math.max(...hit.map(({ at }) => at)) + 1).filter((element) => element instanceof HTMLElement);
      return { ...attemptOn(hit.map(({ composer }) => composer)), pressed };
    }

    /** @param {KeyboardEvent} event @returns {Attempt|null} */
    byKey(event) {
      if ((event.key !== 'Enter' && event.key !== ' ') || isOfInputMethod(event)) return null;
      const composer = this.#composers.at(event);
      if (!composer) return this.byPress(Jachai.pathOf(event)) ?? this.#byKeyBeside(event);
      if (event.key === ' ') return null; // it types
      if (!this.#isPublishedBy(composer, nameOf(event)) || (nameOf(event) === 'Enter' && isPicking(composer))) return null;
      return attemptOn(this.#together(composer));
    }

    /**
     * Control+Enter publishes from all of a draft's dialog or form, not from its composer alone.
     * @param {KeyboardEvent} event
     * @returns {Attempt|null}
     */
    #byKeyBeside(event) {
      const name = nameOf(event);
      if (!name.startsWith('Control+')) return null;
      const path = Jachai.pathOf(event);
      const beside = this.#composers.inPage().filter((composer) => this.#isPublishedBy(composer, name) && path.includes(/** @type {Element} */ (this.#areaOf(composer))));
      return beside.length ? attemptOn(beside) : null;
    }

    /** @param {Event} event @returns {Attempt|null} */
    bySubmit(event) {
      const form = event.composedPath()[0];
      if (!(form instanceof HTMLFormElement)) return null;
      const inside = this.#composers.inPage().filter((composer) => Jachai.isOfForm(composer, form));
      const { submitter } = /** @type {SubmitEvent} */ (event);
      const publishes = inside.length > 0 && !inside.every((composer) => this.#doesElse(submitter, composer));
      return publishes ? { ...attemptOn(inside), form, submitter } : null;
    }

    /** Cancel, Delete: known to submit the draft's form, and not to publish it. @param {HTMLElement|null} submitter @param {HTMLElement} composer */
    #doesElse(submitter, composer) {
      const platform = this.#composers.platformOf(composer);
      if (!platform.submits || !submitter?.matches(platform.selectors.publish) || scopeOf(platform, submitter) !== scopeOf(platform, composer)) return false;
      const controls = this.#controlsOf(composer);
      return controls.length > 0 && !controls.includes(submitter);
    }

    /** @param {HTMLElement} composer */
    #controlsOf(composer) {
      return this.#composers.platformOf(composer).publishControls(composer);
    }

    /** @param {HTMLElement} composer @param {string} key  its name */
    #isPublishedBy(composer, key) {
      return this.#composers.platformOf(composer).publishKeys(composer).includes(key);
    }

    /** @param {HTMLElement} composer @returns {Element|null} all of its draft, by what publishes it as the hook has it */
    #areaOf(composer) {
      const [control] = this.#controlsOf(composer);
      const hasIt = (/** @type {Element} */ around) => Boolean(control) && Jachai.isInside(control, around);
      return areaOf(this.#composers.platformOf(composer), composer, hasIt);
    }

    /** @param {HTMLElement} composer @returns {HTMLElement[]} it, and those that the same control publishes with it */
    #together(composer) {
      const controls = this.#controlsOf(composer);
      return [composer, ...this.#composers.inPage().filter((other) => other !== composer && this.#controlsOf(other).some((control) => controls.includes(control)))];
    }
  }

  /** @param {HTMLElement[]} composers @returns {Attempt} */
  const attemptOn = (composers) => ({ composers, pressed: [], form: null, submitter: null });

  /** A list of names or tags is open, and to be seen: Enter takes one of it. @param {HTMLElement} composer */
  function isPicking(composer) {
    const active = composer.getAttribute('aria-activedescendant');
    const root = /** @type {Document|ShadowRoot} */ (composer.getRootNode());
    const option = active ? root.getElementById?.(active) : null;
    return Boolean(option?.checkVisibility({ visibilityProperty: true }));
  }

  /** Enter ends a word that is being composed; with Control it may publish all the same: not every page looks. @param {KeyboardEvent} event */
  const isOfInputMethod = (event) => event.keyCode === COMPOSING || (event.isComposing && nameOf(event) === 'Enter');

  /** As `publishKeys` has it: Command is Control on a Mac; Shift+Enter is a line wherever Enter publishes. @param {KeyboardEvent} event */
  function nameOf({ key, ctrlKey, metaKey, shiftKey, altKey }) {
    if (ctrlKey || metaKey) return `Control+${key}`;
    return `${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${key}`;
  }

  /** @param {Composers} composers @returns {Attempts} */
  Jachai.attemptsOn = (composers) => new PageAttempts(composers);
})();
