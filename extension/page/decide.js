// @ts-check
// What the office, the answer and the writer say of a held attempt: the guard's rules, which practice has too.
/**
 * @typedef {object} DecisionWays
 * @property {() => Element} container
 * @property {() => boolean} [isThere]  the composer is in the page still; one that is not said cannot go
 * @property {() => Watch[]} [others]   of the drafts that go with it: a yes to "not checked" counts for each of which nothing else is known
 */
(() => {
  /** @typedef {'hold'|'ask'|'publish'} Choice   what the answer and the office ask for */
  /** @typedef {Partial<Record<Choice, string[]>>} Said  what each yes was about */
  /**
   * What the writer said yes to, and is not asked about again while it stands there. By composer: another language makes another watch of the same draft.
   * `given`: the reason for its block, until it is recorded; `refused`: one that could not be, and why.
   * @type {WeakMap<Element, {text: string, said: Said, given?: Given, refused?: {given: Given, failure: Failure}}>}
   */
  const confirmed = new WeakMap();

  /**
   * @param {Watch} watch
   * @param {Status} status   of the text that would be published
   * @param {Rules} rules
   * @param {DecisionWays} ways
   * @returns {Promise<'publish'|'free'|'asked'|'back'|'anew'>} 'asked': the writer said yes to it, now or before; 'free': the office lets go what is not checked;
   *   'anew': the draft has come under another watch meanwhile, in another language, or under none
   */
  async function decisionOn(watch, status, rules, { container, isThere = () => true, others = () => [] }) {
    const mend = () => { if (!watch.isStopped) watch.openPanel?.(); }; // in a frame its own script shows it
    const isOver = () => watch.isStopped && isThere();
    const show = { language: rules.language, container, mend, isOver };
    if (rules.hold) return Jachai.dialog.hold({ ...show, findings: [], hold: rules.hold });
    const unchecked = isUnchecked(status);
    if (choiceOf(status, unchecked, rules) === 'publish') return unchecked && rules.pausedUntil <= Date.now() ? 'free' : 'publish';
    if (!asksMore(watch, status, rules)) return 'asked';
    let told = status;
    /** @type {Given|undefined} */
    let given;
    const asked = () => ({ ...show, ...whatOf(watch, told, rules, (reason) => { given = reason; }) });
    const renew = () => {
      const news = newsOf(watch, told);
      if (news) told = news;
      return news && asked();
    };
    const { choice: first, ...question } = asked();
    const decision = await Jachai.dialog[first === 'hold' ? 'hold' : 'confirm']({ ...question, renew });
    if (decision !== 'publish') return decision;
    noteSaid(watch, told, rules, given);
    const alike = isOnlyUnchecked(told, rules) ? others().filter((other) => isOnlyUnchecked(other.status, rules)) : [];
    for (const other of alike) noteSaid(other, other.status, rules);
    return 'asked';
  }

  /**
   * What is asked about it.
   * @param {Watch} watch
   * @param {Status} status
   * @param {Rules} rules
   * @param {Override['give']} give
   * @returns {Pick<Asked, 'findings'|'unchecked'|'choice'|'override'|'notKept'>}
   */
  function whatOf(watch, status, rules, give) {
    const unchecked = isUnchecked(status);
    const why = status.state === 'checking' ? 'checking' : status.failure ?? true;
    const refused = lastSaid(watch, status)?.refused;
    return {
      findings: status.answer?.findings ?? [], choice: choiceOf(status, unchecked, rules), notKept: refused?.failure,
      override: mayOverride(status, unchecked, rules) ? { reasons: rules.reasons, give, before: refused?.given } : undefined,
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

  /** Of what the writer was told last. @param {Watch} watch @param {Status} told @param {Rules} rules @param {Given} [given]  for a block */
  function noteSaid(watch, told, rules, given) {
    const last = lastSaid(watch, told);
    const said = saidOf(watch, told);
    const unchecked = isUnchecked(told);
    const choice = choiceOf(told, unchecked, rules);
    confirmed.set(watch.element, { text: told.text, said: { ...said, [choice]: [...said[choice] ?? [], ...aboutOf(told, unchecked)] }, given: given ?? last?.given });
  }

  /**
   * @param {Watch} watch
   * @param {Status} status
   * @param {Rules} rules
   * @returns {Given|undefined} the reason that is to be recorded before this very text goes: none where it was, or where it is known to be held no longer
   */
  function unrecorded(watch, status, rules) {
    const unchecked = isUnchecked(status);
    return unchecked || choiceOf(status, unchecked, rules) === 'hold' ? lastSaid(watch, status)?.given : undefined;
  }

  /**
   * What became of that reason. Where it was not recorded the writer has said yes to nothing: they are asked again, and told why.
   * @param {Watch} watch
   * @param {string} text
   * @param {Outcome} outcome
   */
  function noteRecorded(watch, text, outcome) {
    const last = lastSaid(watch, { text });
    if (!last?.given) return;
    const { given, said } = last;
    confirmed.set(watch.element, 'done' in outcome ? { text, said } : { text, said: {}, refused: { given, failure: outcome.failure } });
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

  /** Whether the question was about something to mend. @param {Status} status @param {Rules} rules */
  const isToMend = (status, { hold }) => hold === null && weightyOf(status).length > 0;

  /** Its text is gone, published or thrown away: the same one again is another draft. @param {Watch} watch */
  const forgetSaid = (watch) => void confirmed.delete(watch.element);

  /** @param {Watch} watch @param {Pick<Status, 'text'>} status  of this very text */
  function lastSaid(watch, { text }) {
    const last = confirmed.get(watch.element);
    return last?.text === text ? last : undefined;
  }

  /** @param {Watch} watch @param {Status} status @returns {Said} of this very text */
  const saidOf = (watch, status) => lastSaid(watch, status)?.said ?? {};

  /**
   * Whether there is a way past a block: where the office allows one, and none past a text that was not checked where the office holds for that.
   * @param {Status} status
   * @param {boolean} unchecked
   * @param {Rules} rules
   */
  function mayOverride({ answer }, unchecked, { reasons, whenUnreachable }) {
    const isHeldUnchecked = unchecked && whenUnreachable === 'hold';
    return answer?.verdict === 'block' && !isHeldUnchecked && reasons.length > 0;
  }

  Jachai.decisionOn = decisionOn;
  Jachai.asksMore = asksMore;
  Jachai.isToMend = isToMend;
  Jachai.forgetSaid = forgetSaid;
  Jachai.unrecorded = unrecorded;
  Jachai.noteRecorded = noteRecorded;
  Jachai.isUnchecked = isUnchecked;
})();
