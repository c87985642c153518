// @ts-check
// What becomes of a held attempt: the draft is checked as it stands, then goes through, or comes back with the reason.

(() => {
  /**
   * @typedef {'publish'|'back'} Decision
   * @typedef {Awaited<ReturnType<typeof Jachai.rules>>} Rules
   */

  /** @type {WeakMap<Watch, string>} the text that the writer said yes to, and is not asked about again */
  const confirmed = new WeakMap();

  /**
   * @param {Watch} watch
   * @returns {Promise<Decision>} for the text as it is at the end; asks again where it changed meanwhile
   */
  async function decide(watch) {
    for (;;) {
      const [status, rules] = await Promise.all([watch.settle('publish'), Jachai.rules()]);
      const decision = await decisionOn(watch, status, rules);
      if (decision === 'back' || Jachai.text.read(watch.element).text === status.text) return decision;
    }
  }

  /**
   * @param {Watch} watch
   * @param {Status} status
   * @param {Rules} rules
   * @returns {Promise<Decision>}
   */
  async function decisionOn(watch, status, { whenUnreachable, language }) {
    const { answer, failure } = status;
    const findings = answer?.findings ?? [];
    const unchecked = status.state === 'unchecked' || status.state === 'checking' || Boolean(answer?.incomplete.length);
    const show = { findings, language, container: () => Jachai.containerOf(watch.element) };
    if (answer?.verdict === 'block' || (unchecked && whenUnreachable === 'hold')) {
      await Jachai.dialog.hold({ ...show, ...(unchecked && { unchecked: failure ?? true }) });
      return 'back';
    }
    const asks = answer?.verdict === 'warn' || (unchecked && whenUnreachable === 'warn');
    if (!asks || confirmed.get(watch) === status.text) return 'publish';
    const decision = await Jachai.dialog.confirm({ ...show, ...(unchecked && { unchecked: failure ?? true }) });
    if (decision === 'publish') confirmed.set(watch, status.text);
    return decision;
  }

  /**
   * @param {Composers} composers
   * @param {Platform} platform
   * @returns {(attempt: Attempt, guard: Guard) => Promise<void>}
   */
  function publisher(composers, platform) {
    /** @type {WeakSet<HTMLElement>} a second press while the first is being decided adds nothing */
    const deciding = new WeakSet();
    return async (attempt, guard) => {
      const { composer } = attempt;
      if (deciding.has(composer)) return;
      deciding.add(composer);
      try {
        const decision = await decide(await composers.watchOf(composer));
        if (decision === 'publish' && !goOn(attempt, guard, platform)) await askAgain(composer, guard);
      } finally {
        deciding.delete(composer);
      }
    };
  }

  /**
   * @param {Attempt} attempt
   * @param {Guard} guard
   * @param {Platform} platform
   * @returns {boolean} false where there is nothing to click
   */
  function goOn({ composer, control, form, submitter }, guard, platform) {
    const target = control?.isConnected ? control : platform.publishControls(composer).at(-1);
    if (form) guard.replay(() => form.requestSubmit(submitter));
    else if (target) guard.replay(() => target.click());
    return Boolean(form ?? target);
  }

  /**
   * A key cannot be pressed for the writer.
   * @param {HTMLElement} composer
   * @param {Guard} guard
   */
  async function askAgain(composer, guard) {
    guard.letPass(composer);
    Jachai.askForPress(composer, (await Jachai.rules()).language);
  }

  Jachai.publisher = publisher;
})();
