// @ts-check
// What the office, the answer and the writer say of a held attempt.

(() => {
  /** @typedef {'hold'|'ask'|'publish'} Choice   what the answer and the office ask for */
  /** @typedef {Partial<Record<Choice, string[]>>} Said  what each yes was about */
  /**
   * What the writer said yes to, and is not asked about again while it stands there. By composer: another language makes another watch of the same draft.
   * @type {WeakMap<Element, {text: string, said: Said}>}
   */
  const confirmed = new WeakMap();

  /**
   * @param {Watch} watch
   * @param {Status} status   of the text that would be published
   * @param {Rules} rules
   * @param {(status: Status) => Draft} draftOf  as the server was asked about it, for an override
   * @param {() => Watch[]} [others]  of the drafts that go with it: a yes to "not checked" counts for each of which nothing else is known
   * @returns {Promise<'publish'|'free'|'asked'|'back'|'anew'>} 'asked': the writer said yes to it, now or before; 'free': the office lets go what is not checked;
   *   'anew': the draft has come under another watch meanwhile, in another language, or under none
   */
  async function decisionOn(watch, status, rules, draftOf, others = () => []) {
    const mend = () => { if (!watch.isStopped) watch.openPanel?.(); }; // in a frame its own script shows it
    const isOver = () => watch.isStopped && Jachai.isThere(watch.element);
    const show = { language: rules.language, container: () => Jachai.containerOf(watch.element), mend, isOver };
    if (rules.hold) return Jachai.dialog.hold({ ...show, findings: [], hold: rules.hold });
    const unchecked = isUnchecked(status);
    if (choiceOf(status, unchecked, rules) === 'publish') return unchecked && rules.pausedUntil <= Date.now() ? 'free' : 'publish';
    if (!asksMore(watch, status, rules)) return 'asked';
    let told = status;
    const asked = () => ({ ...show, ...whatOf(told, rules, draftOf) });
    const renew = () => {
      const news = newsOf(watch, told);
      if (news) told = news;
      return news && asked();
    };
    const { choice: first, ...question } = asked();
    const decision = await Jachai.dialog[first === 'hold' ? 'hold' : 'confirm']({ ...question, renew });
    if (decision !== 'publish') return decision;
    noteSaid(watch, told, rules);
    const alike = isOnlyUnchecked(told, rules) ? others().filter((other) => isOnlyUnchecked(other.status, rules)) : [];
    for (const other of alike) noteSaid(other, other.status, rules);
    return 'asked';
  }

  /**
   * What is asked about it.
   * @param {Status} status
   * @param {Rules} rules
   * @param {(status: Status) => Draft} draftOf
   * @returns {Pick<Asked, 'findings'|'unchecked'|'choice'|'override'>}
   */
  function whatOf(status, rules, draftOf) {
    const unchecked = isUnchecked(status);
    const why = status.state === 'checking' ? 'checking' : status.failure ?? true;
    return {
      findings: status.answer?.findings ?? [], choice: choiceOf(status, unchecked, rules), override: overrideOf(status, unchecked, rules, draftOf),
      ...(unchecked && { unchecked: why }),
    };
  }

  /**
   * What has come to be known of the text since the writer was told: nothing once something that was found is there to read.
   * @param {Watch} watch
   * @param {Status} told
   * @returns {Status|null}
   */
  function newsOf({ status, isStopped }, told) {
    if (!isUnchecked(told) || weightyOf(told).length) return null;
    const isOther = isStopped || status.text !== told.text; // no answer to this one will come
    if (isOther) return told.state === 'checking' ? { ...told, state: 'unchecked', failure: { why: 'late', message: '' } } : null;
    return status.state === 'checking' || lookOf(status) === lookOf(told) ? null : status;
  }

  /** @param {Status} status */
  const lookOf = ({ state, answer, failure }) => JSON.stringify([state, failure?.why, failure?.message, answer?.verdict, answer?.findings, answer?.incomplete.length]);

  /** Of what the writer was told last. @param {Watch} watch @param {Status} told @param {Rules} rules */
  function noteSaid(watch, told, rules) {
    const said = saidOf(watch, told);
    const unchecked = isUnchecked(told);
    const choice = choiceOf(told, unchecked, rules);
    confirmed.set(watch.element, { text: told.text, said: { ...said, [choice]: [...said[choice] ?? [], ...aboutOf(told, unchecked)] } });
  }

  /** @param {Status} status  of which nothing, or not all, is known */
  const isUnchecked = ({ state, answer }) => state === 'unchecked' || state === 'checking' || Boolean(answer?.incomplete.length);

  /** Whether it is asked about for that alone. @param {Status} status @param {Rules} rules */
  function isOnlyUnchecked(status, rules) {
    const unchecked = isUnchecked(status);
    return unchecked && choiceOf(status, unchecked, rules) === 'ask' && !weightyOf(status).length;
  }

  /**
   * Whether it is held, or asked about, beyond what the writer said yes to.
   * @param {Watch} watch
   * @param {Status} status
   * @param {Rules} rules
   */
  function asksMore(watch, status, rules) {
    if (rules.hold) return true;
    const unchecked = isUnchecked(status);
    const choice = choiceOf(status, unchecked, rules);
    return choice !== 'publish' && !isConfirmed(watch, status, choice, aboutOf(status, unchecked));
  }

  /**
   * @param {Status} status
   * @param {boolean} unchecked
   * @param {Rules} rules
   * @returns {Choice}
   */
  function choiceOf({ answer }, unchecked, { whenUnreachable, pausedUntil }) {
    if (pausedUntil > Date.now()) return 'publish';
    if (answer?.verdict === 'block' || (unchecked && whenUnreachable === 'hold')) return 'hold';
    return answer?.verdict === 'warn' || (unchecked && whenUnreachable === 'warn') ? 'ask' : 'publish';
  }

  /** @param {Status} status @param {boolean} unchecked @returns {string[]} what the question is about */
  function aboutOf(status, unchecked) {
    return [...(unchecked ? ['unchecked'] : []), ...weightyOf(status).map(({ severity, fingerprint }) => `${severity} ${fingerprint}`)];
  }

  /** @param {Status} status */
  const weightyOf = ({ answer }) => (answer?.findings ?? []).filter(({ severity }) => severity !== 'advise');

  /**
   * @param {Watch} watch
   * @param {Status} status
   * @param {Choice} choice  a yes to a warning is none to a block of the same text
   * @param {string[]} about  nor is a yes to "not checked" one to a warning that was never shown
   */
  function isConfirmed(watch, status, choice, about) {
    const said = saidOf(watch, status)[choice];
    return Boolean(said && about.every((one) => said.includes(one)));
  }

  /** Its text is gone, published or thrown away: the same one again is another draft. @param {Watch} watch */
  const forgetSaid = (watch) => void confirmed.delete(watch.element);

  /** @param {Watch} watch @param {Status} status @returns {Said} of this very text */
  function saidOf(watch, { text }) {
    const last = confirmed.get(watch.element);
    return last?.text === text ? last.said : {};
  }

  /**
   * The way past a block where the office allows one; none past a text that was not checked where the office holds for that.
   * @param {Status} status
   * @param {boolean} unchecked
   * @param {Rules} rules
   * @param {(status: Status) => Draft} draftOf
   * @returns {Override|undefined}
   */
  function overrideOf(status, unchecked, { reasons, language, whenUnreachable }, draftOf) {
    const isHeldUnchecked = unchecked && whenUnreachable === 'hold';
    if (status.answer?.verdict !== 'block' || isHeldUnchecked || reasons.length === 0) return undefined;
    return { reasons, send: (reason, note) => Jachai.tell({ type: 'override', body: { ...draftOf(status), moment: 'publish', ui_language: language, reason, note } }) };
  }

  Jachai.decisionOn = decisionOn;
  Jachai.asksMore = asksMore;
  Jachai.forgetSaid = forgetSaid;
  Jachai.isUnchecked = isUnchecked;
})();
