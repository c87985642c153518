// @ts-check
// What the office, the answer and the writer say of a held attempt.

(() => {
  /** @type {WeakMap<Watch, {text: string, choice: Choice, about: string[]}>} what the writer said yes to, and is not asked about again */
  const confirmed = new WeakMap();

  /** @typedef {'hold'|'ask'|'publish'} Choice   what the answer and the office ask for */

  /**
   * @param {Watch} watch
   * @param {Status} status   of the text that would be published
   * @param {Rules} rules
   * @param {(status: Status) => Surroundings & {text: string}} question  the check's own question, for what is asked beside it
   * @returns {Promise<'publish'|'back'>}
   */
  async function decisionOn(watch, status, rules, question) {
    const show = { findings: status.answer?.findings ?? [], language: rules.language, container: () => Jachai.containerOf(watch.element) };
    const unchecked = status.state === 'unchecked' || status.state === 'checking' || Boolean(status.answer?.incomplete.length);
    const asked = unchecked ? { ...show, unchecked: status.failure ?? /** @type {const} */ (true) } : show;
    if (rules.hold) return Jachai.dialog.hold({ ...show, findings: [], hold: rules.hold });
    const choice = choiceOf(status, unchecked, rules);
    const about = aboutOf(status, unchecked);
    if (choice === 'publish' || rules.pausedUntil > Date.now() || isConfirmed(watch, status, choice, about)) return 'publish';
    const decision = choice === 'hold'
      ? await Jachai.dialog.hold({ ...asked, override: overrideOf(status, unchecked, rules, question) })
      : await Jachai.dialog.confirm(asked);
    if (decision === 'publish') confirmed.set(watch, { text: status.text, choice, about });
    return decision;
  }

  /**
   * @param {Status} status
   * @param {boolean} unchecked
   * @param {Rules} rules
   * @returns {Choice}
   */
  function choiceOf({ answer }, unchecked, { whenUnreachable }) {
    if (answer?.verdict === 'block' || (unchecked && whenUnreachable === 'hold')) return 'hold';
    return answer?.verdict === 'warn' || (unchecked && whenUnreachable === 'warn') ? 'ask' : 'publish';
  }

  /** @param {Status} status @param {boolean} unchecked @returns {string[]} what the question is about */
  function aboutOf({ answer }, unchecked) {
    const weighty = (answer?.findings ?? []).filter(({ severity }) => severity !== 'advise');
    return [...(unchecked ? ['unchecked'] : []), ...weighty.map(({ severity, fingerprint }) => `${severity} ${fingerprint}`)];
  }

  /**
   * @param {Watch} watch
   * @param {Status} status
   * @param {Choice} choice  a yes to a warning is none to a block of the same text
   * @param {string[]} about  nor is a yes to "not checked" one to a warning that was never shown
   */
  function isConfirmed(watch, { text }, choice, about) {
    const last = confirmed.get(watch);
    return last?.text === text && last.choice === choice && about.every((one) => last.about.includes(one));
  }

  /**
   * The way past a block where the office allows one; none past a text that was not checked where the office holds for that.
   * @param {Status} status
   * @param {boolean} unchecked
   * @param {Rules} rules
   * @param {(status: Status) => Surroundings & {text: string}} question
   * @returns {Override|undefined}
   */
  function overrideOf(status, unchecked, { reasons, language, whenUnreachable }, question) {
    const isHeldUnchecked = unchecked && whenUnreachable === 'hold';
    if (status.answer?.verdict !== 'block' || isHeldUnchecked || reasons.length === 0) return undefined;
    return { reasons, send: (reason, note) => Jachai.tell({ type: 'override', body: { ...question(status), moment: 'publish', ui_language: language, reason, note } }) };
  }

  Jachai.decisionOn = decisionOn;
})();
