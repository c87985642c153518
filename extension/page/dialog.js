// @ts-check
// The guard's questions: a block holds, a warning asks, the office may hold everything.
(() => {
  /** @typedef {{title: string, lead: string, tone: IconName}} Why */
  /** @typedef {'back'|'publish'} Choice */

  /** @param {DialogOptions} options @param {boolean} held @returns {Why} */
  function whyOf({ findings, unchecked, hold, override, language }, held) {
    const words = Jachai.words(language);
    const notChecked = reasonOf(unchecked, language);
    const cure = typeof unchecked === 'object' && (unchecked.message || unchecked.why === 'late') ? '' : ` ${words.later}`; // what is told has one
    if (hold) return { title: words.officeHoldTitle, lead: hold, tone: 'block' };
    if (held && isBlocked(findings, unchecked)) return { title: words.holdTitle, lead: words[holdLeadOf(findings, override)], tone: 'block' };
    if (held) return { title: words.holdTitle, lead: `${words.holdUnchecked} ${notChecked}${cure}`, tone: 'unchecked' };
    if (findings.length) return { title: words.warnTitle, lead: words.warnLead, tone: Jachai.answers.worst(findings) ?? 'warn' };
    return { title: words.uncheckedTitle, lead: `${notChecked} ${words.uncheckedLead}`, tone: 'unchecked' };
  }

  /** By what was found, not by what was left out. @param {Finding[]} findings @param {Failure|true|undefined} unchecked */
  const isBlocked = (findings, unchecked) => findings.some(({ severity }) => severity === 'block') || (findings.length > 0 && !unchecked);

  /** Where warnings stand beside it, what holds is named. @param {Finding[]} findings @param {Override|undefined} override */
  function holdLeadOf(findings, override) {
    const isMixed = new Set(findings.map(({ severity }) => severity)).size > 1;
    if (override) return isMixed ? 'holdMixedOrReason' : 'holdOrReason';
    return isMixed ? 'holdMixed' : 'holdLead';
  }

  /** @param {Failure|true|undefined} unchecked @param {Language} language */
  const reasonOf = (unchecked, language) => (typeof unchecked === 'object' ? Jachai.forms.failureOf(unchecked, language) : Jachai.words(language).partly);

  /** What is asked about: warnings and blocks, the worst first. @param {Finding[]} findings */
  function weighty(findings) {
    return [
      ...findings.filter(({ severity }) => severity === 'block'), ...findings.filter(({ severity }) => severity === 'warn'),
    ];
  }

  /** @param {Surface} surface @param {DialogOptions} options @param {boolean} held @returns {(Node|null)[]} */
  function bodyOf(surface, { findings, unchecked, language }, held) {
    const { make } = Jachai.draw;
    const cards = findings.map((finding) => Jachai.findings.card(surface, finding, language));
    const isTold = held && !isBlocked(findings, unchecked); // by the lead
    const also = findings.length && unchecked && !isTold ? make('p', { class: 'say', text: Jachai.words(language).partly }) : null;
    return [cards.length ? make('ol', {}, cards) : null, also];
  }

  /** @param {DialogOptions} options @param {boolean} held @returns {Promise<Choice>} */
  async function ask(options, held) {
    const { findings, language, container, mend } = options;
    const words = Jachai.words(language);
    let isMending = false;
    const choice = await Jachai.modal({ ...whyOf(options, held), language, container, leave: 'back' },
      (/** @type {Surface} */ surface, /** @type {Ways<Choice>} */ { choose, leave, during, isUnread }) => {
        const { button } = Jachai.draw;
        const text = findings.length ? words.back : words.leave; // nothing to mend where nothing was checked
        const back = button(surface, { class: 'main', text, autofocus: '' }, () => { isMending = findings.length > 0; leave(); });
        const body = bodyOf(surface, options, held);
        if (held && !options.override) return { body, choices: [back] };
        if (options.override) {
          const sending = (/** @type {() => Promise<void>} */ act) => Jachai.forms.busyWhile(back, () => during(act));
          const { opener, form } = Jachai.overrideForm(surface, options.override, language, { sending, publish: () => choose('publish') });
          return { body: [...body, form], choices: [opener, back] };
        }
        // The second click of a double click on Post lands here, or a second try of a writer whom nothing had answered: neither is an answer.
        const publish = button(surface, { class: 'publish', text: words.publish }, (by) => !by.isSecond && !isUnread(by) && choose('publish'));
        return { body, choices: [publish, back] };
      });
    if (choice === 'back' && isMending) mend?.();
    return choice;
  }

  Jachai.dialog = {
    /** A block, or the office holds everything: says why; the only way is back, but for an override. */
    hold: (options) => ask({ ...options, findings: weighty(options.findings) }, true),
    /** A warning, or a text that was not checked: asks once. */
    confirm: (options) => ask({ ...options, findings: weighty(options.findings), override: undefined }, false),
  };
})();
