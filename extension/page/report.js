// @ts-check
// "This is a false alarm": shows every word that would leave, lets the writer change them, and sends only then.
(() => {
  const LONGEST = 200; // UTF-16 units of the excerpt
  const LONGEST_NOTE = 80; // UTF-16 units
  const WORDS_AROUND = 6;
  const PRIVATE = /^personal\//;
  const DIGIT = /\p{Nd}/gu;
  const NUMBER = /\p{Nd}(?:[\p{Pd}\s.()[\]{}+]*\p{Nd}){4,}/gu; // whosever it is, it says nothing of the alarm

  /**
   * The words found and a few around, whole words only; numbers keep their shape only.
   * @param {string} text
   * @param {Finding} finding
   * @returns {string} '' for a finding on the whole draft
   */
  const excerptOf = (text, finding) => cut(withoutNumbers(text, finding), finding); // in this order: half a number is not known for one

  /** @param {string} text @param {Finding} finding */
  function cut(text, { start, end }) {
    if (start === null || end === null) return '';
    const before = text.slice(0, start).match(/\S+\s*/gu)?.slice(-WORDS_AROUND) ?? [];
    const after = text.slice(end).match(/\s*\S+/gu)?.slice(0, WORDS_AROUND) ?? [];
    const middle = clip(text.slice(start, end), LONGEST);
    const sides = balance(before, after, LONGEST - middle.length);
    return `${sides.before}${middle}${sides.after}`.trim();
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

  /** All digits where something private was found, else those of longer numbers; offsets stay. @param {string} text @param {Finding} finding */
  const withoutNumbers = (text, { check }) => text.replace(PRIVATE.test(check) ? DIGIT : NUMBER, (number) => number.replace(DIGIT, zeroFor));

  /** @param {string} digit  of any script; those of two units become two */
  const zeroFor = (digit) => (/[\u09e6-\u09ef]/.test(digit) ? '\u09e6' : '0'.repeat(digit.length));

  /** @param {string} text @param {Finding} finding @returns {'excerptPrivate'|'excerptHint'} the first where a name may be there, or digits were changed */
  const hintOf = (text, finding) => (PRIVATE.test(finding.check) || excerptOf(text, finding) !== cut(text, finding) ? 'excerptPrivate' : 'excerptHint');

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
   * @param {{language: Language, container: () => Element, offers: Pick<Offers, 'report'|'platform'>}} options
   * @returns {Promise<'sent'|'back'>}
   */
  function report(finding, text, { language, container, offers }) {
    const { button } = Jachai.draw;
    const words = Jachai.words(language);
    const why = { tone: /** @type {IconName} */ ('advise'), title: words.reportTitle, lead: words.reportLead, language, container };
    return Jachai.modal({ ...why, leave: /** @type {'sent'|'back'} */ ('back'), role: 'dialog' }, (surface, { choose, leave, during }) => {
      const excerpt = Jachai.forms.text({ label: words.excerpt, hint: words[hintOf(text, finding)], longest: LONGEST, value: excerptOf(text, finding) });
      const note = Jachai.forms.line({ label: words.note, hint: words.reportNoteHint, longest: LONGEST_NOTE });
      const trouble = Jachai.forms.trouble();
      const state = Jachai.draw.make('p', { class: 'hint', role: 'status' });
      /** What is sent cannot be called back: nobody leaves meanwhile. @param {() => Promise<void>} act */
      const sending = (act) => Jachai.forms.busyWhile(send, () => Jachai.forms.busyWhile(back, () => during(act)));
      const send = button(surface, { class: 'main', text: words.send }, () => sending(async () => {
        const { check, clause, source, fingerprint } = finding;
        state.textContent = words.sending;
        const outcome = await offers.report({ check, clause, source, fingerprint, excerpt: excerpt.value(), note: note.value() });
        state.textContent = '';
        if ('done' in outcome) return choose('sent');
        trouble.say(`${words.notSent} ${Jachai.forms.failureOf(outcome.failure, language)}`);
      }));
      const back = button(surface, { text: words.leave }, leave);
      const form = Jachai.draw.make('div', { class: 'form' }, [excerpt.element, note.element, alsoLeaves(finding, offers.platform, words), state, trouble.element]);
      return { body: [form], choices: [back, send] };
    });
  }

  Jachai.report = Object.assign(report, { excerptOf, hintOf });
})();
