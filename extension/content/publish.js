// @ts-check
// What becomes of a held attempt: the draft is checked as it stands, then goes through, or comes back with the reason.

(() => {
  const PATIENCE = 1_500; // milliseconds that a writer is kept waiting; a text that is not known by then counts as not checked

  /**
   * @typedef {'publish'|'asked'|'back'} Decision  'asked': to be published after a question that the writer answered
   * @typedef {{decision: Decision, text: string, isChecked: boolean}} Decided  text: what was decided on; isChecked: whole
   */

  /**
   * @param {HTMLElement} composer
   * @param {Composers} composers
   * @returns {Promise<Decided>}
   */
  async function decide(composer, composers) {
    const watch = await composers.watchOf(composer);
    const platform = composers.platformOf(composer);
    /** @param {Status} status @returns {Surroundings & {text: string}} */
    const question = ({ text }) => ({ ...platform.surroundings(composer), platform: platform.name, text: text.toWellFormed() });
    const status = await settled(watch);
    const decision = await Jachai.decisionOn(watch, status, await Jachai.rules(), question); // the answer may have changed the rules
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

  /**
   * Those of the attempt, and those put under the same control since: a thread grows.
   * @param {Attempt} attempt
   * @param {Composers} composers
   * @returns {HTMLElement[]}
   */
  function draftsOf({ composers: drafts, pressed, form }, { inPage, platformOf }) {
    const controls = pressed.length ? pressed : platformOf(drafts[0]).publishControls(drafts[0]);
    const isUnder = (/** @type {HTMLElement} */ draft) => (form ? Jachai.isInside(draft, form) : platformOf(draft).publishControls(draft).some((control) => controls.includes(control)));
    return [...new Set([...drafts, ...inPage().filter(isUnder)])];
  }

  /**
   * @param {Attempt} attempt  its drafts one after the other: each may be held
   * @param {Composers} composers
   * @returns {Promise<{decision: Decision, isChecked: boolean}>} for all texts as they are at the end, and for what is known of them then: while
   *   one is decided on, another may be written in, a late answer may come, the office may hold
   */
  async function decideAll(attempt, composers) {
    /** @type {Map<HTMLElement, Decided>} */
    const decided = new Map();
    const stands = (/** @type {HTMLElement} */ draft) => decided.get(draft)?.text === Jachai.text.read(draft).text && !composers.asksMore(draft);
    const next = () => draftsOf(attempt, composers).find((draft) => !stands(draft));
    for (let draft = next(); draft; draft = next()) {
      const one = await decide(draft, composers);
      if (one.decision === 'back') return one;
      decided.set(draft, one);
      await Jachai.rules(); // the writer may have been asked for long
    }
    const all = [...decided.values()];
    return { decision: all.some(({ decision }) => decision === 'asked') ? 'asked' : 'publish', isChecked: all.every(({ isChecked }) => isChecked) };
  }

  /**
   * @param {Composers} composers
   * @returns {(attempt: Attempt, guard: Guard) => Promise<void>}
   */
  function publisher(composers) {
    /** @type {WeakSet<HTMLElement>} a second press while the first is being decided adds nothing */
    const deciding = new WeakSet();
    return async (attempt, guard) => {
      const [composer] = attempt.composers;
      if (deciding.has(composer)) return;
      deciding.add(composer);
      try {
        const { decision, isChecked } = await decideAll(attempt, composers);
        if (decision !== 'back' && !goOn(attempt, guard, composers, decision)) await askAgain(attempt.composers, composers, isChecked);
      } finally {
        deciding.delete(composer);
      }
    };
  }

  /**
   * A click goes on by itself. A key cannot be pressed for the writer; where the writer said yes, the control is clicked instead.
   * @param {Attempt} attempt
   * @param {Guard} guard
   * @param {Composers} composers
   * @param {Decision} decision
   * @returns {boolean} false where there is nothing to click
   */
  function goOn(attempt, guard, composers, decision) {
    const { composers: [composer], pressed, form, submitter } = attempt;
    const go = (/** @type {() => void} */ act) => {
      draftsOf(attempt, composers).forEach(composers.tellGone); // while they stand: what was under way as Post was pressed was asked about as typed
      guard.replay(act);
      return true;
    };
    if (form) return go(() => form.requestSubmit(submitter));
    if (!pressed.length && decision !== 'asked') return false;
    const target = pressed.find(({ isConnected }) => isConnected) ?? controlFor(composer, composers.platformOf(composer));
    return target ? go(() => target.click()) : false;
  }

  /**
   * What a key would have pressed: of a form the first button that submits it, as browsers have it, before all one whose label says so.
   * @param {HTMLElement} composer
   * @param {Platform} platform
   * @returns {HTMLElement|undefined}
   */
  function controlFor(composer, { publishControls, labels }) {
    const controls = publishControls(composer);
    const submits = controls.filter((control) => 'form' in control && control.form && 'type' in control && control.type === 'submit');
    return submits.find((control) => labels.publish?.includes(Jachai.around.labelOf(control))) ?? submits[0] ?? controls.at(-1);
  }

  /**
   * @param {HTMLElement[]} drafts
   * @param {Composers} composers
   * @param {boolean} isChecked
   */
  async function askAgain(drafts, { platformOf, letPass }, isChecked) {
    drafts.forEach(letPass);
    const controls = drafts.flatMap((draft) => platformOf(draft).publishControls(draft));
    Jachai.notice.pressAgain(drafts[0], (await Jachai.rules()).language, isChecked, controls);
  }

  Jachai.publisher = publisher;
})();
