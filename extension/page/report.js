// @ts-check
// "This is a false alarm": shows every word that would leave, lets the writer change them, and sends only then.
(() => {
  const LONGEST = 200; // UTF-16 units of the excerpt
  const LONGEST_NOTE = 80;
  const WORDS_AROUND = 6;
  const PRIVATE = /^personal\//;

  /**
   * The words found and a few around, whole words only.
   * @param {string} text
   * @param {Finding} finding
   * @returns {string} '' for a finding on the whole draft
   */
  function excerptOf(text, { check, start, end }) {
    if (start === null || end === null) return '';
    const before = text.slice(0, start).match(/\S+\s*/gu)?.slice(-WORDS_AROUND) ?? [];
    const after = text.slice(end).match(/\s*\S+/gu)?.slice(0, WORDS_AROUND) ?? [];
    const middle = clip(text.slice(start, end), LONGEST);
    const sides = balance(before, after, LONGEST - middle.length);
    const excerpt = `${sides.before}${middle}${sides.after}`.trim();
    return PRIVATE.test(check) ? withoutDigits(excerpt) : excerpt;
  }

  /** Takes words from the far ends until the rest fits. @param {string[]} before @param {string[]} after @param {number} room */
  function balance(before, after, room) {
    const [left, right] = [[...before], [...after]];
    const size = () => [...left, ...right].join('').length;
    while (size() > room && left.length + right.length > 0) left.length >= right.length ? left.shift() : right.pop();
    return { before: left.join(''), after: right.join('') };
  }

  /** At a word's end where there is one. @param {string} text @param {number} longest */
  function clip(text, longest) {
    if (text.length <= longest) return text;
    const cut = text.slice(0, longest);
    return (/\s/.test(cut) ? cut.replace(/\s\S*$/u, '') : cut).toWellFormed();
  }

  /** A private number keeps its shape only. @param {string} text */
  const withoutDigits = (text) => text.replace(/[0-9]/g, '0').replace(/[\u09e6-\u09ef]/g, '\u09e6');

  /** Everything else that leaves, in plain sight. @param {Finding} finding @param {string} platform @param {Words} words */
  function alsoLeaves({ clause_label: label, check, source, fingerprint }, platform, words) {
    const { make } = Jachai.draw;
    const rows = [[words.sentClause, label], [words.sentCheck, check], [words.sentSource, source], [words.sentPlatform, platform],
      [words.sentFingerprint, fingerprint]];
    return make('details', { class: 'sent' }, [
      make('summary', { text: words.alsoSent }),
      make('dl', {}, rows.flatMap(([name, value]) => [make('dt', { text: name }), make('dd', { text: value })])),
      make('p', { text: words.sentBeside }),
    ]);
  }

  /**
   * @param {Finding} finding
   * @param {string} text  of the draft, in which the finding's offsets count
   * @param {{language: Language, container: () => Element, offers: Offers}} options
   * @returns {Promise<'sent'|'back'>}
   */
  function report(finding, text, { language, container, offers }) {
    const { button } = Jachai.draw;
    const words = Jachai.words(language);
    const why = { tone: /** @type {IconName} */ ('advise'), title: words.reportTitle, lead: words.reportLead, language, container };
    /** @typedef {'sent'|'back'} Choice */
    return Jachai.modal({ ...why, leave: 'back', role: 'dialog' }, (/** @type {Surface} */ surface, /** @type {(choice: Choice) => void} */ choose) => {
      const hint = PRIVATE.test(finding.check) ? words.excerptPrivate : words.excerptHint;
      const excerpt = Jachai.forms.text({ label: words.excerpt, hint, longest: LONGEST, value: excerptOf(text, finding) });
      const note = Jachai.forms.line({ label: words.note, hint: words.reportNoteHint, longest: LONGEST_NOTE });
      const trouble = Jachai.forms.trouble();
      const send = button(surface, { class: 'main', text: words.send }, () => Jachai.forms.busyWhile(send, async () => {
        const { check, clause, source, fingerprint } = finding;
        const outcome = await offers.report({ check, clause, source, fingerprint, excerpt: excerpt.value(), note: note.value() });
        if ('done' in outcome) return choose('sent');
        trouble.say(`${words.notSent} ${Jachai.forms.failureOf(outcome.failure, language)}`);
      }));
      const back = button(surface, { text: words.leave }, () => choose('back'));
      const form = Jachai.draw.make('div', { class: 'form' }, [excerpt.element, note.element, alsoLeaves(finding, offers.platform, words), trouble.element]);
      return { body: [form], choices: [back, send] };
    });
  }

  Jachai.report = Object.assign(report, { excerptOf });
})();
