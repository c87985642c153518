// @ts-check
// The guard's questions: a block holds, a warning asks, the office may hold everything. One that waits for an answer changes as that comes.
(() => {
  /** @typedef {{title: string, lead: string, tone: IconName}} Why */
  /** @typedef {'back'|'publish'|'anew'} Choice */

  /** @param {Asked} asked @returns {Why} */
  function whyOf(asked) {
    const { notKept, language } = asked;
    const why = questionOf(asked);
    return notKept ? { ...why, lead: `${Jachai.words(language).notKept} ${Jachai.forms.failureOf(notKept, language)} ${why.lead}` } : why;
  }

  /** @param {Asked} asked @returns {Why} */
  function questionOf({ findings, unchecked, hold, override, language, choice }) {
    const words = Jachai.words(language);
    const held = choice === 'hold';
    if (unchecked === 'checking') return { title: words.checking, lead: `${words.waiting} ${held ? words.holdUnchecked : words.waitingLead}`, tone: 'checking' };
    if (choice === 'publish') return freeOf(findings, language);
    const notChecked = reasonOf(unchecked, language);
    const cure = typeof unchecked === 'object' && (unchecked.message || unchecked.why === 'late') ? '' : ` ${words.later}`; // what is told has one
    if (hold) return { title: words.officeHoldTitle, lead: hold, tone: 'block' };
    if (held && isBlocked(findings, unchecked)) return { title: words.holdTitle, lead: words[holdLeadOf(findings, override)], tone: 'block' };
    if (held) return { title: words.holdTitle, lead: `${words.holdUnchecked} ${notChecked}${cure}`, tone: 'unchecked' };
    if (findings.length) return { title: words.warnTitle, lead: words.warnLead, tone: Jachai.answers.worst(findings) ?? 'warn' };
    return { title: words.uncheckedTitle, lead: `${notChecked} ${words.uncheckedLead}`, tone: 'unchecked' };
  }

  /** What was waited for asks for nothing. @param {Finding[]} findings @param {Language} language @returns {Why} */
  function freeOf({ length }, language) {
    const words = Jachai.words(language);
    if (length === 0) return { title: words.clear, lead: words.clearLead, tone: 'clear' };
    const count = Jachai.fill(words.findings, { n: Jachai.digits(length, language) });
    return { title: `${words.severity.advise}: ${count}`, lead: words.adviceLead, tone: 'advise' };
  }

  /** By what was found, not by what was left out. @param {Finding[]} findings @param {DialogOptions['unchecked']} unchecked */
  const isBlocked = (findings, unchecked) => findings.some(({ severity }) => severity === 'block') || (findings.length > 0 && !unchecked);

  /** Where warnings stand beside it, what holds is named. @param {Finding[]} findings @param {Override|undefined} override */
  function holdLeadOf(findings, override) {
    const isMixed = new Set(findings.map(({ severity }) => severity)).size > 1;
    if (override) return isMixed ? 'holdMixedOrReason' : 'holdOrReason';
    return isMixed ? 'holdMixed' : 'holdLead';
  }

  /** @param {DialogOptions['unchecked']} unchecked @param {Language} language */
  const reasonOf = (unchecked, language) => (typeof unchecked === 'object' ? Jachai.forms.failureOf(unchecked, language) : Jachai.words(language).partly);

  /** What is asked about: warnings and blocks, the worst first. @param {Finding[]} findings */
  function weighty(findings) {
    return [
      ...findings.filter(({ severity }) => severity === 'block'), ...findings.filter(({ severity }) => severity === 'warn'),
    ];
  }

  /** @param {Surface} surface @param {Asked} asked @returns {(Node|null)[]} */
  function bodyOf(surface, { findings, unchecked, language, choice }) {
    const { make } = Jachai.draw;
    const cards = findings.map((finding) => Jachai.findings.card(surface, finding, language));
    const isTold = choice === 'hold' && !isBlocked(findings, unchecked); // by the lead
    const also = findings.length && unchecked && !isTold ? make('p', { class: 'say', text: Jachai.words(language).partly }) : null;
    return [cards.length ? make('ol', {}, cards) : null, also];
  }

  /** What is advised is the main one: back, but where nothing stands against it. @param {Surface} surface @param {Asked} asked @param {Ways<Choice>} ways @param {() => void} leave */
  function fillOf(surface, asked, ways, leave) {
    const { findings, override, language, choice } = asked;
    const { button } = Jachai.draw;
    const words = Jachai.words(language);
    const main = { class: 'main', autofocus: '' };
    const isFree = choice === 'publish';
    const text = findings.length ? words.back : words.leave; // nothing to mend where nothing was checked
    const back = button(surface, { ...(isFree ? {} : main), text }, (by) => !ways.isOfBefore(by) && leave());
    const body = bodyOf(surface, asked);
    if (choice === 'hold' && !override) return { body, choices: [back] };
    if (override) {
      const { opener, form } = Jachai.overrideForm(surface, override, language, { publish: () => ways.choose('publish'), isOfBefore: ways.isOfBefore });
      return { body: [...body, form], choices: [opener, back] };
    }
    // The second click of a double click on Post lands here, or a second try of a writer whom nothing had answered: neither is an answer.
    // Nor is a yes that what has come meanwhile makes one to something else.
    const attributes = isFree ? { ...main, text: words.publishNow } : { class: 'publish', text: words.publish };
    const publish = button(surface, attributes, (by) => !by.isSecond && !ways.isUnread(by) && !ways.renew() && ways.choose('publish'));
    return { body, choices: isFree ? [back, publish] : [publish, back] };
  }

  /** @param {DialogOptions} options @param {Asked['choice']} choice @returns {Asked} */
  function askedOf(options, choice) {
    const isHeld = choice === 'hold';
    return { ...options, choice, findings: choice === 'publish' ? options.findings : weighty(options.findings), override: isHeld ? options.override : undefined };
  }

  /** @param {DialogOptions} options @param {'hold'|'ask'} first @returns {Promise<Choice>} */
  async function ask(options, first) {
    const { language, container, mend, isOver } = options;
    let isMending = false;
    /** @param {Asked} asked */
    const saidOf = (asked) => ({
      ...whyOf(asked),
      fill: (/** @type {Surface} */ surface, /** @type {Ways<Choice>} */ ways) => fillOf(surface, asked, ways, () => {
        isMending = asked.findings.length > 0;
        ways.leave();
      }),
    });
    const renew = () => {
      const next = options.renew?.();
      return next ? saidOf(askedOf(next, next.choice)) : null;
    };
    const ends = () => (isOver?.() ? 'anew' : null);
    const { fill, ...why } = saidOf(askedOf(options, first));
    const choice = await Jachai.modal({ ...why, language, container, leave: /** @type {Choice} */ ('back'), renew, ends }, fill);
    if (choice === 'back' && isMending) mend?.();
    return choice;
  }

  /** @param {Pick<DialogOptions, 'language'|'container'>} options @param {() => Promise<void>} act @returns {Promise<void>} */
  function recording({ language, container }, act) {
    const words = Jachai.words(language);
    const said = { tone: /** @type {IconName} */ ('checking'), title: words.keeping, lead: words.keepingLead };
    return Jachai.modal({ ...said, language, container, leave: undefined }, (_surface, { choose, during }) => {
      void during(act).then(() => choose(undefined));
      return { body: [], choices: [] };
    });
  }

  Jachai.dialog = {
    /** A block, or the office holds everything: says why; the only way is back, but for an override. */
    hold: (options) => ask(options, 'hold'),
    /** A warning, or a text that was not checked: asks once. */
    confirm: (options) => ask(options, 'ask'),
    /** A reason is being recorded: nobody writes in the draft meanwhile, or leaves, since a record of a post that does not go would be false. */
    recording,
  };
})();
