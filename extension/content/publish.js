// @ts-check
// What becomes of a held attempt: the draft is checked as it stands, then goes through, or comes back with the reason.

(() => {
  const { isThere, elements: { all, labelOf } } = Jachai;
  const PATIENCE = 1_500; // milliseconds that a writer is kept waiting; a text that is not known by then counts as not checked

  /**
   * @typedef {'publish'|'asked'|'back'} Decision  'asked': to be published after a question that the writer answered
   * @typedef {{decision: Decision, text: string, isChecked: boolean}} Decided  text: what was decided on; isChecked: whole
   * @typedef {Attempt & {controls: HTMLElement[], shown: HTMLElement[]}} Held  as the press found it: what publishes it; what of it was to be seen
   */

  /**
   * @param {HTMLElement} composer
   * @param {Composers} composers
   * @param {() => boolean} isOpen  looked at before the question, so that none is put about a draft that the writer closed
   * @returns {Promise<Decided|null>} null where the composer has gone, or begins anew
   */
  async function decide(composer, composers, isOpen) {
    const watch = await composers.watchOf(composer);
    /** @param {Status} status */
    const question = ({ text }) => composers.draftOf(composer, text);
    const [status] = await Promise.all([settled(watch), Jachai.rules()]); // side by side: each may wait for the server
    const rules = await Jachai.rules(); // the answer may have changed them
    if (!isOpen() || !isThere(composer) || watch.isStopped) return null; // in another language: what the old one knew is of before
    const decision = await Jachai.decisionOn(watch, status, rules, question);
    const isChecked = status.state !== 'unchecked' && !status.answer?.incomplete.length;
    return { decision, text: status.text, isChecked };
  }

  /**
   * @param {Watch} watch
   * @returns {Promise<Status>}
   */
  function settled(watch) {
    /** @type {Promise<Status>} */
    const late = new Promise((resolve) => { setTimeout(() => resolve(knownOf(watch)), PATIENCE); });
    return Promise.race([watch.settle('publish'), late]);
  }

  /** What is known stands where only the last look is late. @param {Watch} watch @returns {Status} */
  function knownOf({ status }) {
    if (status.state === 'clear' || status.state === 'findings') return status;
    return { ...status, state: 'unchecked', answer: null, failure: { why: 'unreachable', message: '' } };
  }

  /** @param {Element} element */
  const isShown = (element) => isThere(element) && element.checkVisibility({ visibilityProperty: true });

  /** @param {Attempt} attempt @param {Composers} composers @returns {Held} */
  function heldOf(attempt, composers) {
    const { composers: drafts, pressed } = attempt;
    const controls = pressed.length ? pressed : composers.platformOf(drafts[0]).publishControls(drafts[0]);
    return { ...attempt, controls, shown: [...drafts, ...pressed].filter(isShown) };
  }

  /**
   * Those of the attempt that are there still, and those put under the same control since: a thread grows, an editor is drawn anew. One that
   * was made a private message is none: nothing is asked about it, and the next press is not held.
   * @param {Held} held
   * @param {Composers} composers
   * @returns {HTMLElement[]}
   */
  function draftsOf({ composers: drafts, controls, form }, composers) {
    const standing = drafts.filter((draft) => isThere(draft) && !composers.isElsewhere(draft));
    const known = [...controls, ...standing.slice(0, 1).flatMap((draft) => composers.platformOf(draft).publishControls(draft))];
    const isUnder = (/** @type {HTMLElement} */ draft) => (form ? Jachai.isInside(draft, form) : composers.platformOf(draft).publishControls(draft).some((control) => known.includes(control)));
    return [...new Set([...standing, ...composers.inPage().filter(isUnder)])];
  }

  /**
   * Whether the writer left it open. A page may fold away the draft or its control, and both as our question takes the focus.
   * @param {Held} held
   * @param {Composers} composers
   * @param {boolean} wasAsked  the writer has said yes meanwhile
   */
  function isStillOpen(held, composers, wasAsked) {
    const drafts = draftsOf(held, composers);
    return drafts.length > 0 && (wasAsked || !held.shown.length || [...drafts, ...held.pressed].some(isShown));
  }

  /**
   * @param {Held} held  its drafts one after the other: each may be held
   * @param {Composers} composers
   * @returns {Promise<{decision: Decision, isChecked: boolean}>} for all texts as they are at the end, and for what is known of them then: while
   *   one is decided on, another may be written in, a late answer may come, the office may hold, all may be closed
   */
  async function decideAll(held, composers) {
    /** @type {Map<HTMLElement, Decided>} */
    const decided = new Map();
    const wasAsked = () => [...decided.values()].some(({ decision }) => decision === 'asked');
    const isOpen = () => isStillOpen(held, composers, wasAsked());
    const stands = (/** @type {HTMLElement} */ draft) => decided.get(draft)?.text === Jachai.text.read(draft).text && !composers.asksMore(draft);
    const next = () => draftsOf(held, composers).find((draft) => !stands(draft));
    for (let draft = next(); draft; draft = next()) {
      const one = await decide(draft, composers, isOpen);
      if (one?.decision === 'back') return one;
      if (one) decided.set(draft, one);
      else if (!isOpen()) break;
      await Jachai.rules(); // the writer may have been asked for long
    }
    if (!isOpen()) return { decision: 'back', isChecked: false };
    return { decision: wasAsked() ? 'asked' : 'publish', isChecked: [...decided.values()].every(({ isChecked }) => isChecked) };
  }

  /**
   * @param {Composers} composers
   * @returns {(attempt: Attempt, guard: Guard) => Promise<void>}
   */
  function publisher(composers) {
    /** @type {Set<Held>} a second press while the first is being decided adds nothing, whichever of its drafts it names first */
    const deciding = new Set();
    return async (attempt, guard) => {
      const isOf = (/** @type {Held} */ held) => draftsOf(held, composers).some((draft) => attempt.composers.includes(draft));
      if ([...deciding].some(isOf)) return;
      const held = heldOf(attempt, composers);
      deciding.add(held);
      try {
        const { decision, isChecked } = await decideAll(held, composers);
        if (decision !== 'back' && !goOn(held, guard, composers, decision)) await askAgain(draftsOf(held, composers), composers, isChecked);
      } finally {
        deciding.delete(held);
      }
    };
  }

  /**
   * A click goes on by itself. A key cannot be pressed for the writer; where the writer said yes, the control is clicked instead.
   * @param {Held} held
   * @param {Guard} guard
   * @param {Composers} composers
   * @param {Decision} decision
   * @returns {boolean} false where there is nothing to click
   */
  function goOn(held, guard, composers, decision) {
    const { pressed, form, submitter, shown } = held;
    const drafts = draftsOf(held, composers);
    const go = (/** @type {() => void} */ act) => {
      drafts.forEach((draft) => composers.tellGone(draft)); // while they stand: what was under way as Post was pressed was asked about as typed
      guard.replay(act);
      return true;
    };
    if (form) return go(() => form.requestSubmit(submitterIn(form, submitter)));
    if (!pressed.length && decision !== 'asked') return false;
    const isLeft = decision === 'asked' || !pressed.some((element) => shown.includes(element)) ? isThere : isShown;
    const target = pressed.find(isLeft) ?? controlFor(drafts[0], composers.platformOf(drafts[0]), pressed.at(-1));
    return target ? go(() => target.click()) : false;
  }

  /**
   * A form throws at a button that is not its own.
   * @param {HTMLFormElement} form
   * @param {HTMLElement|null} submitter
   * @returns {HTMLElement|undefined} itself, or the same drawn anew
   */
  function submitterIn(form, submitter) {
    const isOf = (/** @type {HTMLElement} */ button) => 'form' in button && button.form === form;
    if (!submitter || isOf(submitter)) return submitter ?? undefined;
    return all(form, 'button, input').find((/** @type {HTMLElement} */ button) => isOf(button) && button.isEqualNode(submitter));
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
   * @param {HTMLElement[]} drafts
   * @param {Composers} composers
   * @param {boolean} isChecked
   */
  async function askAgain(drafts, composers, isChecked) {
    drafts.forEach((draft) => composers.letPass(draft));
    const controls = drafts.flatMap((draft) => composers.platformOf(draft).publishControls(draft));
    Jachai.notice.pressAgain(drafts[0], (await Jachai.rules()).language, isChecked, controls);
  }

  Jachai.publisher = publisher;
})();
