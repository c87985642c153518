// @ts-check
// The guard's questions. A native modal dialog in our own root: the top layer makes the page inert, so that no
// focus trap of the page can take the keys, and a page's own modal dialog lies below.
(() => {
  /** @typedef {{title: string, lead: string, tone: IconName}} Why */
  /** @typedef {'back'|'publish'} Choice */

  /** @param {ConfirmOptions} options @param {boolean} held @returns {Why} */
  function whyOf({ findings, unchecked, language }, held) {
    const words = Jachai.words(language);
    if (held) return { title: words.holdTitle, lead: words.holdLead, tone: 'block' };
    if (findings.length) return { title: words.warnTitle, lead: words.warnLead, tone: Jachai.answers.worst(findings) ?? 'warn' };
    return { title: words.uncheckedTitle, lead: reasonOf(unchecked, words), tone: 'unchecked' };
  }

  /** @param {Failure|true|undefined} unchecked @param {Words} words */
  function reasonOf(unchecked, words) {
    const reason = typeof unchecked === 'object' ? words[unchecked.why] : words.partly;
    return `${reason} ${words.uncheckedLead}`;
  }

  /** @param {Surface} surface @param {ConfirmOptions} options @param {Why} why */
  function bodyOf(surface, { findings, unchecked, language }, { lead }) {
    const { make } = Jachai.draw;
    const cards = findings.map((finding) => Jachai.findings.card(surface, finding, language));
    const also = findings.length && unchecked ? make('p', { class: 'say', text: Jachai.words(language).partly }) : null;
    return make('div', { class: 'body' }, [
      make('p', { class: 'say', id: 'lead', text: lead }), cards.length ? make('ol', {}, cards) : null, also,
    ]);
  }

  /** @param {Surface} surface @param {Words} words @param {boolean} held @param {(choice: Choice) => void} choose */
  function choicesOf(surface, words, held, choose) {
    const { make, button } = Jachai.draw;
    const back = button(surface, { class: 'main', text: words.back, autofocus: '' }, () => choose('back'));
    if (held) return make('div', { class: 'choices' }, [back]);
    // The second click of a double click on Post lands here: it is no answer.
    const publish = button(surface, { class: 'publish', text: words.publish }, (event) => event.detail < 2 && choose('publish'));
    return make('div', { class: 'choices' }, [publish, back]);
  }

  /** @param {Surface} surface @param {ConfirmOptions} options @param {boolean} held @param {(choice: Choice) => void} choose */
  function dialogOf(surface, options, held, choose) {
    const { make, icon } = Jachai.draw;
    const why = whyOf(options, held);
    const head = make('header', { class: `head ${why.tone}` }, [icon(why.tone), make('h2', { id: 'title', text: why.title })]);
    const attributes = { role: 'alertdialog', 'aria-labelledby': 'title', 'aria-describedby': 'lead', lang: options.language };
    const choices = choicesOf(surface, Jachai.words(options.language), held, choose);
    return make('dialog', attributes, [head, bodyOf(surface, options, why), choices]);
  }

  /** @param {KeyboardEvent} event @param {(choice: Choice) => void} choose */
  function onKey(event, choose) {
    if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault(); // the key that pressed Post is still down
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    choose('back');
  }

  /** @param {ConfirmOptions} options @param {boolean} held @returns {Promise<Choice>} */
  function ask(options, held) {
    const surface = Jachai.surface.create('jachai-dialog', { docked: true });
    const before = focused();
    return new Promise((resolve) => {
      /** @param {Choice} choice */
      const choose = (choice) => {
        dialog.close();
        surface.stop();
        before?.focus({ preventScroll: true });
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

  /** The focused element, also inside open shadow roots. @returns {HTMLElement|null} */
  function focused() {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return /** @type {HTMLElement|null} */ (element);
  }

  Jachai.dialog = {
    /** A block: says why; the only way is back. */
    hold: async (options) => void (await ask(options, true)),
    /** A warning, or a text that was not checked: asks once. */
    confirm: (options) => ask(options, false),
  };
})();
