// @ts-check
// What becomes of a held attempt: the draft is checked as it stands, then goes through, or comes back with the reason.

(() => {
  const { isThere } = Jachai;
  const { all, labelOf } = Jachai.elements;
  const PATIENCE_MS = 1_500; // that a writer is kept waiting; a text that is not known by then counts as not checked
  const SOON_MS = 300; // until the waiting is told: a fast answer comes before
  const GOING_ON = ['pointerdown', 'click', 'beforeinput', 'keydown']; // of many keys an editor lets no input come
  const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn']);
  // Pressed by us, its script falls under our own policy in Chromium, and does not run; where it is nothing, the page's listeners do it.
  const SCRIPT_LINK = 'a[href^="javascript:" i]:not([href^="javascript:void" i], [href="javascript:" i], [href="javascript:;" i])';

  /**
   * @typedef {'publish'|'free'|'asked'|'back'} Decision  'asked': to be published after a question that the writer answered; 'free': unchecked, nobody is asked
   * @typedef {{watch: Watch, status: Status}} Settled  status: as it was then
   * @typedef {{decision: Decision, text: string, isChecked: boolean, settled: Settled, reason?: Given}} Decided
   *   text: what was decided on; isChecked: whole; settled: what it was decided by; reason: to be recorded before it goes
   */

  /** One attempt that is held. */
  class Held {
    #attempt;
    #composers;
    #controls; // what publishes it, as the press found it
    #shown; // what of it was to be seen then, and once the writer has said yes
    /** @type {Map<HTMLElement, Decided>} each draft by its composer */
    #decided = new Map();
    /** @type {Map<HTMLElement, Promise<Settled>>} what is asked about each, until it is decided on */
    #settling = new Map();
    /** @type {Map<HTMLElement, Watch>} */
    #watches = new Map();
    /** @type {Language} */
    #language = 'bn';
    #isOfBefore = false; // the page was put away since
    #isGone = false; // what the page itself submits from now on is another attempt
    #isLeftOff = false; // since the press, or the last yes, the writer went on writing or pressed something else, as what closes the draft
    #over = new AbortController();

    /** @param {Attempt} attempt @param {Composers} composers */
    constructor(attempt, composers) {
      const { composers: [first], pressed } = attempt;
      this.#attempt = attempt;
      this.#composers = composers;
      this.#controls = pressed.length ? pressed : this.#controlsOf(first);
      this.#shown = this.#toBeSeen(attempt.composers);
      const views = new Set([window, ...attempt.composers.map(({ ownerDocument }) => ownerDocument.defaultView)]);
      for (const view of views) {
        for (const type of GOING_ON) view?.addEventListener(type, this.#onGoingOn, { capture: true, passive: true, signal: this.#over.signal });
      }
    }

    /** What is done in what we draw, and presses on Post, are not heard here. */
    #onGoingOn = (/** @type {Event & {key?: string}} */ { isTrusted, type, key }) => {
      if (!isTrusted || MODIFIERS.has(key ?? '')) return;
      const isOurs = type === 'beforeinput' && this.#attempt.composers.some((composer) => this.#composers.isCuring(composer));
      this.#isLeftOff ||= !isOurs; // Firefox tells what a cure writes, too
    };

    stop() {
      this.#over.abort();
    }

    /** @param {Attempt} attempt  another, which may name first another of its drafts */
    isOf(attempt) {
      return !this.#isGone && this.#standing().some((composer) => attempt.composers.includes(composer));
    }

    /** The writer left the page, perhaps so as not to publish, and comes back to it: only what a question says there still counts. */
    letGo() {
      this.#isOfBefore = true;
      this.#decided.clear();
      this.#settling.clear();
    }

    /**
     * Decides on it; then it goes through, or one more press is asked for: by itself nothing goes that the writer has gone on from.
     * @param {Guard} guard
     * @returns {Promise<void>}
     */
    async end(guard) {
      const { decision, isChecked } = await this.#decideAll();
      if (decision === 'back') return;
      if (await this.#record()) return this.end(guard); // that takes a while; and a draft whose reason was refused is asked about again
      if (this.#isLeftOff || !this.#goOn(guard, decision)) this.#askAgain(isChecked);
    }

    /** Why blocked drafts go all the same. Only now that all of the attempt may go: each draft may still hold the others. @returns {Promise<boolean>} whether there was one */
    async #record() {
      const standing = this.#standing();
      const reasoned = standing.flatMap((composer) => {
        const decided = this.#decided.get(composer);
        return decided?.reason ? [{ composer, decided }] : [];
      });
      if (!reasoned.length) return false;
      const show = { language: this.#language, container: () => Jachai.containerOf(standing[0]) };
      await Jachai.dialog.recording(show, () => this.#recordAll(reasoned));
      this.#shown = this.#toBeSeen(this.#standing()); // as after a question: nobody could close it meanwhile, the page may have folded it away
      return true;
    }

    /**
     * All in one: of drafts that go together none is recorded where one is refused, for the writer may then give up.
     * @param {{composer: HTMLElement, decided: Decided}[]} reasoned
     */
    async #recordAll(reasoned) {
      const bodies = reasoned.map(({ composer, decided: { text, reason } }) => ({
        ...this.#composers.draftOf(composer, text), moment: 'publish', ui_language: this.#language, ...reason,
      }));
      /** @type {Outcome} */
      const outcome = await Jachai.tell({ type: 'override', bodies });
      const isKept = 'done' in outcome;
      const told = isKept ? reasoned : [reasoned[outcome.failure.at ?? 0] ?? reasoned[0]]; // the reasons of the others stand
      for (const { composer, decided } of told) {
        Jachai.noteRecorded(decided.settled.watch, decided.text, outcome);
        this.#decided.set(composer, { ...decided, reason: undefined });
        if (!isKept) this.#settling.set(composer, Promise.resolve(decided.settled)); // asked anew as it was: a server that is away would make it another question
      }
    }

    /**
     * Its drafts one after the other: each may be held. All are asked about at once, so that nobody waits for each.
     * @returns {Promise<{decision: Decision, isChecked: boolean}>} for all texts as they are at the end, and for what is known of them then: while
     *   one is decided on, another may be written in, a late answer may come, the office may hold, all may be closed
     */
    async #decideAll() {
      const undecided = () => this.#standing().filter((composer) => !this.#isDecided(composer));
      for (let left = undecided(); left.length; left = undecided()) {
        const [settling] = left.map((each) => this.#settle(each));
        const [composer] = left;
        const one = await this.#decide(composer, settling);
        if (one?.decision === 'back') return one;
        if (one) this.#note(composer, one);
        else if (!this.#isOpen()) break;
        this.#language = (await Jachai.rules()).language; // the writer may have been asked for long
      }
      if (!this.#isOpen()) return { decision: 'back', isChecked: false };
      const decided = [...this.#decided.values()];
      return { decision: decided.find(({ decision }) => decision !== 'publish')?.decision ?? 'publish', isChecked: decided.every(({ isChecked }) => isChecked) };
    }

    /**
     * The page may have folded it away as our question took the focus: only what is to be seen at a yes can be closed from then on.
     * @param {HTMLElement} composer
     * @param {Decided} decided
     */
    #note(composer, decided) {
      this.#decided.set(composer, decided);
      if (decided.decision !== 'asked') return;
      this.#shown = this.#toBeSeen(this.#standing());
      this.#isOfBefore = this.#isLeftOff = false;
    }

    /** Asks about it; once, until it is decided on. @param {HTMLElement} composer @returns {Promise<Settled>} */
    #settle(composer) {
      const begin = async () => {
        const watch = await this.#composers.watchOf(composer);
        this.#watches.set(composer, watch);
        return { watch, status: await settled(watch) };
      };
      const settling = this.#settling.get(composer) ?? begin();
      this.#settling.set(composer, settling);
      return settling;
    }

    /**
     * @param {HTMLElement} composer
     * @param {Promise<Settled>} settling
     * @returns {Promise<Decided|null>} null where the composer has gone, or begins anew, or a cure is being written into it: a question would take the focus from that;
     *   and where it is written in, or asked about anew, since it was settled: the writer may have been asked for long about another
     */
    async #decide(composer, settling) {
      const endSaying = this.#sayChecking(composer);
      const [settled] = await Promise.all([settling, Jachai.rules()]); // side by side: each may wait for the server
      this.#settling.delete(composer);
      const rules = await Jachai.rules(); // the answer may have changed them
      endSaying();
      if (!this.#isOpen() || !isThere(composer)) return null; // no question about a draft that the writer closed
      const { watch } = settled;
      if (watch.isStopped || this.#composers.isCuring(composer)) return null; // in another language: what the old one knew is of before
      const status = latestOf(settled);
      if (status?.text !== Jachai.text.read(composer).text) return null;
      const others = () => this.#standing().filter((each) => each !== composer).flatMap((each) => this.#watches.get(each) ?? []);
      const ways = { container: () => Jachai.containerOf(watch.element), isThere: () => isThere(watch.element), others };
      const decision = await Jachai.decisionOn(watch, status, rules, ways);
      if (decision === 'anew') return null;
      const known = watch.status.text === status.text ? watch.status : status;
      const reason = Jachai.unrecorded(watch, known, rules);
      return { decision, text: status.text, isChecked: !Jachai.isUnchecked(known), settled: { watch, status: known }, reason };
    }

    /** Says that it is being checked, where that takes a while. @param {HTMLElement} composer @returns {() => void} ends it */
    #sayChecking(composer) {
      const over = new AbortController();
      const soon = setTimeout(() => Jachai.notice.checking(composer, Jachai.spoken(), this.#controlsOf(composer), over.signal), SOON_MS); // the background itself may take its time
      return () => {
        clearTimeout(soon);
        over.abort();
      };
    }

    /** What was decided on its draft still holds; with a cure that is being written it is another in a moment. @param {HTMLElement} composer */
    #isDecided(composer) {
      const isSame = this.#decided.get(composer)?.text === Jachai.text.read(composer).text;
      return isSame && !this.#composers.isCuring(composer) && !this.#composers.asksMore(composer);
    }

    /** Whether the writer left it open, in a page that is ours. A page may fold away the draft or its control. */
    #isOpen() {
      const standing = this.#standing();
      if (Jachai.isWithdrawn || this.#isOfBefore || !standing.length) return false;
      return !this.#shown.length || this.#toBeSeen(standing).length > 0;
    }

    /** @param {HTMLElement[]} composers @returns {HTMLElement[]} of these, and of what was pressed */
    #toBeSeen(composers) {
      return [...composers, ...this.#attempt.pressed].filter(isShown);
    }

    /**
     * The composers of the attempt that are there still, and those put under the same control since: a thread grows, an editor is drawn anew.
     * One that was made a private message is none: nothing is asked about it, and the next press is not held.
     */
    #standing() {
      const { composers, form } = this.#attempt;
      const standing = composers.filter((composer) => isThere(composer) && !this.#composers.isElsewhere(composer));
      const known = [...this.#controls, ...standing.slice(0, 1).flatMap((composer) => this.#controlsOf(composer))];
      const isUnder = (/** @type {HTMLElement} */ composer) => (form ? Jachai.isOfForm(composer, form) : this.#controlsOf(composer).some((control) => known.includes(control)));
      return [...new Set([...standing, ...this.#composers.inPage().filter(isUnder)])];
    }

    /** @param {HTMLElement} composer */
    #controlsOf(composer) {
      return this.#composers.platformOf(composer).publishControls(composer);
    }

    /**
     * A click goes on by itself. A key cannot be pressed for the writer; where the writer said yes, or the office lets it go unchecked, the control is clicked instead.
     * @param {Guard} guard
     * @param {Decision} decision
     * @returns {boolean} false where there is nothing that we can click
     */
    #goOn(guard, decision) {
      const { pressed, form, submitter } = this.#attempt;
      const standing = this.#standing();
      const go = (/** @type {() => void} */ act) => {
        standing.forEach((composer) => this.#composers.tellGone(composer)); // while they stand: what was under way as Post was pressed was asked about as typed
        this.#isGone = true;
        guard.replay(act, standing);
        return true;
      };
      if (form) return go(() => form.requestSubmit(submitterIn(form, submitter)));
      if (!pressed.length && decision === 'publish') return false;
      const isLeft = pressed.some((element) => this.#shown.includes(element)) ? isShown : isThere;
      const target = pressed.find(isLeft) ?? controlFor(standing[0], this.#composers.platformOf(standing[0]), pressed.at(-1));
      return target && !target.closest(SCRIPT_LINK) ? go(() => target.click()) : false;
    }

    /** At once: a press that comes before it is said publishes, and is made once more as it is said. @param {boolean} isChecked  all of it, whole */
    #askAgain(isChecked) {
      const standing = this.#standing();
      standing.forEach((composer) => this.#composers.letPass(composer));
      const controls = standing.flatMap((composer) => this.#controlsOf(composer));
      Jachai.notice.pressAgain(standing[0], this.#language, isChecked, controls);
    }
  }

  /**
   * @param {Watch} watch
   * @returns {Promise<Status>}
   */
  function settled(watch) {
    /** @type {Promise<Status>} */
    const late = new Promise((resolve) => { setTimeout(() => resolve(knownOf(watch)), PATIENCE_MS); });
    return Promise.race([watch.settle('publish'), late]);
  }

  /** What has come since counts. @param {Settled} settled @returns {Status|null} null where it is asked about anew */
  function latestOf({ watch: { status }, status: before }) {
    if (status.text !== before.text) return before;
    if (status.state !== 'checking') return status;
    return before.state === 'checking' ? before : null;
  }

  /** What is known stands where only the last look is late; all else is being checked still. @param {Watch} watch @returns {Status} */
  function knownOf({ status }) {
    if (status.state === 'clear' || status.state === 'findings') return status;
    return { ...status, state: 'checking', answer: null, failure: null };
  }

  /** @param {Element} element */
  const isShown = (element) => isThere(element) && element.checkVisibility({ visibilityProperty: true });

  /**
   * A form throws at a button that is not its own.
   * @param {HTMLFormElement} form
   * @param {HTMLElement|null} submitter
   * @returns {HTMLElement|undefined} itself, or the same drawn anew
   */
  function submitterIn(form, submitter) {
    const isOf = (/** @type {HTMLElement} */ button) => 'form' in button && button.form === form;
    if (!submitter || isOf(submitter)) return submitter ?? undefined;
    return all(form, 'button, input').find((button) => isOf(button) && button.isEqualNode(submitter));
  }

  /**
   * What a key would have pressed: of a form the first button that submits it, as browsers have it, before all one whose label says so;
   * elsewhere the one whose label the platform names first. Of a click, what now stands for the control that was pressed.
   * @param {HTMLElement} composer
   * @param {Platform} platform
   * @param {HTMLElement} [pressed]
   * @returns {HTMLElement|undefined}
   */
  function controlFor(composer, { publishControls, labels: { publish = [] } }, pressed) {
    const controls = publishControls(composer);
    if (pressed) return controls.find((control) => labelOf(control) === labelOf(pressed) && isShown(control));
    const submits = controls.filter((control) => 'form' in control && control.form && 'type' in control && control.type === 'submit');
    if (submits.length) return submits.find((control) => publish.includes(labelOf(control))) ?? submits[0];
    const named = publish.map((label) => controls.findLast((control) => labelOf(control) === label));
    return named.find(Boolean) ?? controls.at(-1);
  }

  /**
   * @param {Composers} composers
   * @returns {(attempt: Attempt, guard: Guard) => Promise<void>}
   */
  function publisher(composers) {
    /** @type {Set<Held>} a second press while the first is being decided adds nothing */
    const deciding = new Set();
    addEventListener('pageshow', ({ isTrusted, persisted }) => {
      if (!isTrusted || !persisted) return;
      deciding.forEach((held) => held.letGo());
      deciding.clear();
    }, { capture: true });
    return async (attempt, guard) => {
      if ([...deciding].some((held) => held.isOf(attempt))) return;
      const held = new Held(attempt, composers);
      deciding.add(held);
      try {
        await held.end(guard);
      } finally {
        deciding.delete(held);
        held.stop();
      }
    };
  }

  Jachai.publisher = publisher;
})();
