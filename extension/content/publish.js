// @ts-check
// What becomes of a held attempt: the draft is checked as it stands, then goes through, or comes back with the reason.

(() => {
  const PATIENCE = 1_500; // milliseconds that a writer is kept waiting; a text that is not known by then counts as not checked

  /**
   * @typedef {'publish'|'asked'|'back'} Decision  'asked': to be published after a question that the writer answered
   */

  /**
   * @param {HTMLElement} composer
   * @param {Composers} composers
   * @returns {Promise<Decision>} for the text as it is at the end; asks again where it changed meanwhile
   */
  async function decide(composer, composers) {
    const watch = await composers.watchOf(composer);
    const platform = composers.platformOf(composer);
    /** @param {Status} status @returns {Surroundings & {text: string}} */
    const question = ({ text }) => ({ ...platform.surroundings(composer), platform: platform.name, text: text.toWellFormed() });
    for (;;) {
      const status = await settled(watch);
      const decision = await Jachai.decisionOn(watch, status, await Jachai.rules(), question); // the answer may have changed the rules
      if (decision === 'back') return 'back';
      if (Jachai.text.read(composer).text === status.text) return status.state === 'unchecked' || status.answer?.verdict === 'warn' ? 'asked' : 'publish';
    }
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
   * @param {HTMLElement[]} drafts  one after the other: each may be held
   * @param {Composers} composers
   * @returns {Promise<Decision>}
   */
  async function decideAll(drafts, composers) {
    /** @type {Decision} */
    let decision = 'publish';
    for (const composer of drafts) {
      const one = await decide(composer, composers);
      if (one === 'back') return 'back';
      if (one === 'asked') decision = 'asked';
    }
    return decision;
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
        const decision = await decideAll(attempt.composers, composers);
        if (decision !== 'back' && !goOn(attempt, guard, composers, decision)) await askAgain(attempt.composers, guard);
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
  function goOn({ composers: [composer], pressed, form, submitter }, guard, composers, decision) {
    if (form) guard.replay(() => form.requestSubmit(submitter));
    if (form || (!pressed.length && decision !== 'asked')) return Boolean(form);
    const target = pressed.find(({ isConnected }) => isConnected) ?? composers.platformOf(composer).publishControls(composer).at(-1);
    if (target) guard.replay(() => target.click());
    return Boolean(target);
  }

  /**
   * @param {HTMLElement[]} drafts
   * @param {Guard} guard
   */
  async function askAgain(drafts, guard) {
    guard.letPass(drafts);
    Jachai.askForPress(drafts[0], (await Jachai.rules()).language);
  }

  Jachai.publisher = publisher;
})();
