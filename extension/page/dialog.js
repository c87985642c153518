// @ts-check
// The guard's questions. A native modal dialog in our own root: the top layer makes the page inert, so that no
// focus trap of the page can take the keys, and a page's own modal dialog lies below.
(() => {
  /** @typedef {{title: string, lead: string, tone: IconName}} Why */
  /** @typedef {'back'|'publish'} Choice */

  /** @param {DialogOptions} options @param {boolean} held @returns {Why} */
  function whyOf({ findings, unchecked, language }, held) {
    const words = Jachai.words(language);
    const notChecked = reasonOf(unchecked, words);
    if (held && findings.length) return { title: words.holdTitle, lead: words.holdLead, tone: 'block' };
    if (held) return { title: words.holdTitle, lead: `${notChecked} ${words.holdUnchecked}`, tone: 'unchecked' };
    if (findings.length) return { title: words.warnTitle, lead: words.warnLead, tone: Jachai.answers.worst(findings) ?? 'warn' };
    return { title: words.uncheckedTitle, lead: `${notChecked} ${words.uncheckedLead}`, tone: 'unchecked' };
  }

  /** @param {Failure|true|undefined} unchecked @param {Words} words */
  const reasonOf = (unchecked, words) => (typeof unchecked === 'object' ? words[unchecked.why] : words.partly);

  /** What is asked about: warnings and blocks, the worst first. @param {Finding[]} findings */
  function weighty(findings) {
    return [
      ...findings.filter(({ severity }) => severity === 'block'), ...findings.filter(({ severity }) => severity === 'warn'),
    ];
  }

  /** @param {Surface} surface @param {DialogOptions} options @param {Why} why */
  function bodyOf(surface, { findings, unchecked, language }, { lead }) {
    const { make } = Jachai.draw;
    const cards = findings.map((finding) => Jachai.findings.card(surface, finding, language));
    const also = findings.length && unchecked ? make('p', { class: 'say', text: Jachai.words(language).partly }) : null;
    return make('div', { class: 'body' }, [
      make('p', { class: 'say', id: 'lead', text: lead }), cards.length ? make('ol', {}, cards) : null, also,
    ]);
  }

  /** @param {Surface} surface @param {DialogOptions} options @param {boolean} held @param {(choice: Choice) => void} choose */
  function choicesOf(surface, { findings, language }, held, choose) {
    const { make, button } = Jachai.draw;
    const words = Jachai.words(language);
    const text = findings.length ? words.back : words.leave; // nothing to mend where nothing was checked
    const back = button(surface, { class: 'main', text, autofocus: '' }, () => choose('back'));
    if (held) return make('div', { class: 'choices' }, [back]);
    // The second click of a double click on Post lands here: it is no answer.
    const publish = button(surface, { class: 'publish', text: words.publish }, (event) => event.detail < 2 && choose('publish'));
    return make('div', { class: 'choices' }, [publish, back]);
  }

  /** @param {Surface} surface @param {DialogOptions} options @param {boolean} held @param {(choice: Choice) => void} choose */
  function dialogOf(surface, options, held, choose) {
    const { make, icon } = Jachai.draw;
    const why = whyOf(options, held);
    const head = make('div', { class: `head ${why.tone}` }, [icon(why.tone), make('h2', { id: 'title', text: why.title })]);
    const attributes = { role: 'alertdialog', 'aria-labelledby': 'title', 'aria-describedby': 'lead', lang: options.language };
    const choices = choicesOf(surface, options, held, choose);
    return make('dialog', attributes, [head, bodyOf(surface, options, why), choices]);
  }

  /** @param {KeyboardEvent} event @param {(choice: Choice) => void} choose */
  function onKey(event, choose) {
    if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault(); // the key that pressed Post is still down
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    choose('back');
  }

  /** @param {DialogOptions} options @param {boolean} held @returns {Promise<Choice>} */
  function ask(options, held) {
    const surface = Jachai.surface.create('jachai-dialog', { docked: true });
    return new Promise((resolve) => {
      /** @param {Choice} choice */
      const choose = (choice) => {
        dialog.close(); // gives the focus back
        surface.stop();
        resolve(choice);
      };
      const dialog = dialogOf(surface, options, held, choose);
      surface.root.append(dialog);
      surface.on('keydown', (event) => onKey(event, choose));
      dialog.addEventListener('cancel', (event) => { event.preventDefault(); choose('back'); }); // Android's back gesture
      options.signal?.addEventListener('abort', () => choose('back'), { once: true });
      surface.mount(options.container());
      dialog.showModal();
    });
  }

  Jachai.dialog = {
    /** A block: says why; the only way is back. */
    hold: async (options) => void (await ask({ ...options, findings: weighty(options.findings) }, true)),
    /** A warning, or a text that was not checked: asks once. */
    confirm: (options) => ask({ ...options, findings: weighty(options.findings) }, false),
  };
})();
