// @ts-check
// The panel of one composer: what was found, why, and what to write instead.
(() => {
  /**
   * @typedef {object} PanelOptions
   * @property {Element} element
   * @property {Language} language
   * @property {() => Element} container
   * @property {Element} [dock]
   * @property {(index: number) => void} jump
   * @property {(index: number, text: string) => Promise<boolean>} replace  false where the editor did not take it, as of `insert`
   * @property {(text: string, at: 'start'|'end') => Promise<boolean>} insert
   * @property {(index: number) => {finding: Finding, text: string}|null} subject  as it stands in the text now; null where it is gone
   * @property {() => void} again
   * @property {Offers} [offers]
   * @property {() => Element[]} [avoid]
   * @property {(event: KeyboardEvent) => boolean} isKey  which goes to the panel, and back
   * @property {() => void} closed
   */

  /** @param {Status} status @param {Finding[]} findings @param {Language} language @returns {{icon: IconName, text: string}} */
  function headOf({ state }, findings, language) {
    const words = Jachai.words(language);
    const count = Jachai.digits(findings.length, language);
    if (state === 'findings') {
      return { icon: Jachai.answers.worst(findings) ?? 'advise', text: Jachai.fill(words.findings, { n: count }) };
    }
    return { icon: state === 'empty' ? 'checking' : state, text: words[state] }; // nothing is clear that is not written yet
  }

  /** @param {Surface} surface @param {Status} status @param {PanelOptions} options */
  function sayUnchecked(surface, { state, answer, failure }, { language, again }) {
    const words = Jachai.words(language);
    const { make, button } = Jachai.draw;
    if (state !== 'unchecked' && !answer?.incomplete.length) return null;
    const why = [make('p', { text: failure ? failure.message || words[failure.why] : words.partly })];
    return make('div', { class: 'say' }, [...why, button(surface, { class: 'plain', text: words.again }, again)]);
  }

  /** @param {Answer|null} answer @param {Words} words */
  function notesOf(answer, words) {
    const { make } = Jachai.draw;
    if (!answer?.notes.length) return null;
    const items = answer.notes.map(({ message }) => make('li', { text: message }));
    return make('div', { class: 'notes' }, [make('h3', { text: words.notes }), make('ul', {}, items)]);
  }

  /** @param {Answer|null} answer @param {Language} language */
  function footOf(answer, language) {
    const version = answer?.ruleset?.version;
    if (typeof version !== 'string' || !version) return null;
    const text = Jachai.fill(Jachai.words(language).ruleset, { version: Jachai.digits(version, language) });
    return Jachai.draw.make('p', { class: 'foot', text });
  }

  /** @param {Surface} surface @param {Finding[]} findings @param {PanelOptions & {canReport: boolean, untaken: (text: string|null) => void}} options */
  function listOf(surface, findings, options) {
    const { language, jump, replace, insert, untaken, subject, offers, canReport, container } = options;
    /** @param {Finding} shown @param {number} index */
    const report = async (shown, index) => {
      const { finding, text } = subject(index) ?? {};
      return finding?.fingerprint === shown.fingerprint ? Jachai.report(finding, text, { language, container, offers }) : 'back';
    };
    const cards = findings.map((finding, index) => Jachai.findings.card(surface, finding, language, {
      jump: () => jump(index),
      /** @param {string} text */
      replace: (text) => replace(index, text),
      insert, untaken,
      offers: () => (offers ? Jachai.offersOf(surface, finding, { offers, canReport, language, report: () => report(finding, index) }) : null),
    }));
    return cards.length ? Jachai.draw.make('ol', {}, cards) : null;
  }

  /** @param {Surface} surface @param {() => void} close @param {Language} language */
  function frameOf(surface, close, language) {
    const { make, button, icon } = Jachai.draw;
    const words = Jachai.words(language);
    const title = make('h2', { tabindex: '-1' });
    const sign = make('span', { class: 'sign' });
    const head = make('div', { class: 'head' }, [sign, title]);
    if (!surface.host.classList.contains('docked')) {
      head.append(button(surface, { class: 'close', 'aria-label': words.close, title: words.close }, close, [icon('close')]));
    }
    const body = make('div', { class: 'body', tabindex: '-1' });
    const alert = make('div', { role: 'alert' });
    surface.root.append(make('section', { class: 'panel', 'aria-label': words.name, lang: language }, [head, alert, body]));
    return { title, sign, head, alert, body };
  }

  /** @param {Element} body */
  const detailsIn = (body) => [...body.querySelectorAll('details')];

  /** By its card's place and its own words. @param {Element} details */
  function nameOf(details) {
    const card = details.closest('.finding');
    return `${card ? [...card.parentElement?.children ?? []].indexOf(card) : ''} ${details.querySelector('summary')?.textContent}`;
  }

  /**
   * The panel of one composer; closed at first, unless it has a dock.
   * @param {PanelOptions} options
   */
  Jachai.panel = (options) => {
    const { element, language, dock } = options;
    const surface = Jachai.surface.create('jachai-panel', { docked: Boolean(dock) });
    const { title, sign, head, alert, body } = frameOf(surface, close, language);
    let isOpen = false;
    let canReport = false;
    let giveBack = Jachai.keepCaret(element);
    /** @type {Range|null} */
    let words = null; // of the draft, that were gone to: to be seen beside the panel
    let isLeft = false; // the composer, and its caret kept as it was then
    /** @type {[Status, Finding[]]|null} */
    let shown = null;

    /** A closed panel only keeps what it would show. @param {Status} status @param {Finding[]} findings as they stand in the text now */
    function show(status, findings) {
      shown = [status, findings];
      if (status.state === 'empty') untaken(null);
      if (!isOpen) return;
      showHead(headOf(status, findings, language));
      body.classList.toggle('stale', status.state === 'checking');
      if (status.state !== 'checking' || body.querySelectorAll('.finding').length !== findings.length) fill(status, findings);
    }

    /** Above all cards, until another cure is tried: the card that it was tried from may be gone. @param {string|null} text */
    function untaken(text) {
      alert.replaceChildren(...(text === null ? [] : [Jachai.findings.trouble(surface, text, language)]));
    }

    /** Whether the office takes reports is asked when the panel opens. */
    async function askOffers() {
      const can = await options.offers?.reports() ?? false;
      if (can === canReport || !shown) return;
      canReport = can;
      if (!isOpen) return;
      const unfolded = new Set(detailsIn(body).filter(({ open: isUnfolded }) => isUnfolded).map(nameOf));
      fill(...shown);
      for (const details of detailsIn(body)) details.open = unfolded.has(nameOf(details));
    }

    /** At each key while checking: touches the DOM only where it changes. @param {{icon: IconName, text: string}} face */
    function showHead({ icon, text }) {
      if (title.textContent === text && head.classList.contains(icon)) return;
      head.className = `head ${icon}`;
      sign.replaceChildren(Jachai.draw.icon(icon));
      title.textContent = text;
    }

    /** @param {Status} status @param {Finding[]} findings */
    function fill(status, findings) {
      const hadFocus = surface.root.activeElement !== null;
      body.replaceChildren(...[
        sayUnchecked(surface, status, options), listOf(surface, findings, { ...options, canReport, untaken }), notesOf(status.answer, Jachai.words(language)),
        footOf(status.answer, language),
      ].filter((part) => part !== null));
      if (hadFocus && !surface.root.activeElement) title.focus();
      Jachai.draw.reach(body);
    }

    function place() {
      if (!isOpen) return;
      surface.mount(dock ?? options.container());
      if (dock) return;
      const isAway = !Jachai.isSeen(element); // it comes back with the composer, as the badge does
      surface.hide(isAway);
      if (!isAway) Jachai.placePanel(element, options.avoid?.() ?? [], surface, words);
    }

    /** @param {boolean} [takeFocus] where it was opened by a key, or is to be gone to */
    function open(takeFocus = false) {
      if (!isOpen) {
        isOpen = true;
        if (shown) show(...shown);
        place();
        void askOffers();
      }
      if (!takeFocus) return;
      if (dock) surface.host.scrollIntoView({ block: 'nearest' });
      if (!surface.root.activeElement && !isLeft) giveBack = Jachai.keepCaret(element);
      title.focus();
    }

    function close() {
      if (!isOpen || dock) return;
      const hadFocus = surface.root.activeElement !== null;
      isOpen = false;
      words = null;
      untaken(null);
      surface.host.remove();
      if (hadFocus) giveBack();
      options.closed();
    }

    /** @param {Range|null} range */
    function keepOff(range) {
      words = range;
      place();
    }

    surface.on('keydown', (event) => {
      if (event.isComposing || !(event.key === 'Escape' || options.isKey(event))) return;
      event.preventDefault(); // the page's own modal dialog stays open
      if (!event.repeat) close();
    });
    const listening = new AbortController();
    const { signal } = listening;
    element.addEventListener('blur', () => { giveBack = Jachai.keepCaret(element); isLeft = true; }, { capture: true, signal }); // before Draft.js hears of it
    element.addEventListener('focus', () => { isLeft = false; }, { capture: true, signal });
    const sizes = new ResizeObserver(() => { place(); Jachai.draw.reach(body); }); // a clause that is opened must not push it over Post
    sizes.observe(surface.host);
    const stop = () => {
      listening.abort();
      sizes.disconnect();
      surface.stop();
    };
    return { surface, show, open, close, place, keepOff, stop };
  };
})();
