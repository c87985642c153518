// @ts-check
// The panel of one composer: what was found, why, and what to write instead.
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
 *
 * @typedef {object} Panel
 * @property {Surface} surface
 * @property {(status: Status, findings: Finding[]) => void} show  findings: as they stand in the text now
 * @property {(takeFocus?: boolean) => void} open
 * @property {() => void} close
 * @property {() => void} place
 * @property {(words: Range|null) => void} keepOff  what was gone to is to be seen beside it
 * @property {() => void} stop
 */

(() => {
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
      const now = subject(index);
      return offers && now?.finding.fingerprint === shown.fingerprint ? Jachai.report(now.finding, now.text, { language, container, offers }) : 'back';
    };
    const cards = findings.map((finding, index) => Jachai.findings.card(surface, finding, language, {
      jump: () => jump(index),
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

  /** By its card's head and its own words: the card's place changes as others come and go. @param {Element} details */
  const wordsOf = (details) => `${details.closest('.finding')?.querySelector('.title')?.textContent} ${details.querySelector('summary')?.textContent}`;

  /** One name for each, where several have the same words. @param {Element} body @returns {Map<string, HTMLDetailsElement>} */
  function namedDetails(body) {
    const named = new Map();
    for (const details of body.querySelectorAll('details')) {
      let name = wordsOf(details);
      while (named.has(name)) name += '+';
      named.set(name, details);
    }
    return named;
  }

  class FindingsPanel {
    /** @type {Surface} */
    surface;
    #options;
    #parts;
    #isOpen = false;
    #canReport = false; // the office takes reports
    #seen = { at: Infinity }; // the list as it is now
    /** @type {[Status, Finding[]]|null} */
    #shown = null;
    #giveBack; // the focus, and the caret
    #isLeft = false; // the composer, and its caret kept as it was then
    /** @type {Range|null} */
    #goneTo = null; // words of the draft: to be seen beside the panel
    #ending = new AbortController();

    /** @param {PanelOptions} options */
    constructor(options) {
      const { element, language, dock } = options;
      this.#options = options;
      this.surface = Jachai.surface.create('jachai-panel', { docked: Boolean(dock) });
      this.#parts = frameOf(this.surface, () => this.close(), language);
      this.#giveBack = Jachai.keepCaret(element);
      this.#listen();
    }

    #listen() {
      const { surface } = this;
      const { element } = this.#options;
      const { signal } = this.#ending;
      surface.on('keydown', (event) => this.#onKey(event));
      element.addEventListener('blur', () => { this.#giveBack = Jachai.keepCaret(element); this.#isLeft = true; }, { capture: true, signal }); // before Draft.js hears of it
      element.addEventListener('focus', () => { this.#isLeft = false; }, { capture: true, signal });
      const sizes = new ResizeObserver(() => { this.place(); Jachai.draw.reach(this.#parts.body); }); // a clause that is opened must not push it over Post
      sizes.observe(surface.host);
      signal.addEventListener('abort', () => sizes.disconnect());
    }

    /** @param {KeyboardEvent} event */
    #onKey(event) {
      if (event.isComposing || !(event.key === 'Escape' || this.#options.isKey(event))) return;
      event.preventDefault(); // the page's own modal dialog stays open
      if (!event.repeat) this.close();
    }

    /** A closed panel only keeps what it would show. @param {Status} status @param {Finding[]} findings as they stand in the text now */
    show(status, findings) {
      const { body } = this.#parts;
      this.#shown = [status, findings];
      if (status.state === 'empty') this.#tellUntaken(null);
      if (!this.#isOpen) return;
      this.#showHead(headOf(status, findings, this.#options.language));
      body.classList.toggle('stale', status.state === 'checking');
      if (status.state !== 'checking' || body.querySelectorAll('.finding').length !== findings.length) this.#fill(status, findings);
    }

    /** At each key while checking: touches the DOM only where it changes. @param {{icon: IconName, text: string}} face */
    #showHead({ icon, text }) {
      const { head, sign, title } = this.#parts;
      if (title.textContent === text && head.classList.contains(icon)) return;
      head.className = `head ${icon}`;
      sign.replaceChildren(Jachai.draw.icon(icon));
      title.textContent = text;
    }

    /** @param {Status} status @param {Finding[]} findings */
    #fill(status, findings) {
      const { title, body } = this.#parts;
      const { language } = this.#options;
      const hadFocus = this.#hasFocus();
      const options = { ...this.#options, canReport: this.#canReport, untaken: (/** @type {string|null} */ text) => this.#tellUntaken(text) };
      const surface = this.#meant();
      const parts = [
        sayUnchecked(surface, status, options), listOf(surface, findings, options), notesOf(status.answer, Jachai.words(language)),
        footOf(status.answer, language),
      ];
      const unfolded = [...namedDetails(body)].filter(([, { open }]) => open).map(([name]) => name);
      body.replaceChildren(...parts.filter((part) => part !== null));
      for (const [name, details] of namedDetails(body)) details.open = unfolded.includes(name); // what the writer reads stays, at each answer
      if (hadFocus && !this.#hasFocus()) title.focus();
      Jachai.draw.reach(body);
      this.#seen = Jachai.draw.seen();
    }

    /** The surface for a list in which cards move up as one goes: a second click, or one on what was not to be seen there yet, was meant for another. @returns {Surface} */
    #meant() {
      const { surface } = this;
      const isMeant = (/** @type {Press} */ { isByHand, isSecond, at }) => !isByHand || (!isSecond && at >= this.#seen.at);
      return { ...surface, onPress: (element, act) => surface.onPress(element, (by) => isMeant(by) && act(by)) };
    }

    #hasFocus() {
      return this.surface.root.activeElement !== null;
    }

    /** Above all cards, until another cure is tried: the card that it was tried from may be gone. @param {string|null} text */
    #tellUntaken(text) {
      const { alert } = this.#parts;
      alert.replaceChildren(...(text === null ? [] : [Jachai.findings.trouble(this.surface, text, this.#options.language)]));
    }

    /** Whether the office takes reports is asked when the panel opens. */
    async #askOffers() {
      const can = await this.#options.offers?.reports() ?? false;
      if (can === this.#canReport || !this.#shown) return;
      this.#canReport = can;
      if (this.#isOpen) this.#fill(...this.#shown);
    }

    /** @param {boolean} [takeFocus] where it was opened by a key, or is to be gone to */
    open(takeFocus = false) {
      if (!this.#isOpen) {
        this.#isOpen = true;
        if (this.#shown) this.show(...this.#shown);
        this.place();
        void this.#askOffers();
      }
      if (takeFocus) this.#takeFocus();
    }

    #takeFocus() {
      const { element, dock } = this.#options;
      if (dock) this.surface.host.scrollIntoView({ block: 'nearest' });
      if (!this.#hasFocus() && !this.#isLeft) this.#giveBack = Jachai.keepCaret(element);
      this.#parts.title.focus();
    }

    close() {
      if (!this.#isOpen || this.#options.dock) return;
      const hadFocus = this.#hasFocus();
      this.#isOpen = false;
      this.#goneTo = null;
      this.#tellUntaken(null);
      this.surface.host.remove();
      if (hadFocus) this.#giveBack();
      this.#options.closed();
    }

    place() {
      const { element, container, dock, avoid } = this.#options;
      if (!this.#isOpen) return;
      this.surface.mount(dock ?? container());
      if (dock) return;
      const isAway = !Jachai.isSeen(element); // it comes back with the composer, as the badge does
      this.surface.hide(isAway);
      if (!isAway) Jachai.placePanel(element, avoid?.() ?? [], this.surface, this.#goneTo);
    }

    /** @param {Range|null} words  of the draft, that were gone to */
    keepOff(words) {
      this.#goneTo = words;
      this.place();
    }

    stop() {
      this.#ending.abort();
      this.surface.stop();
    }
  }

  /**
   * The panel of one composer; closed at first, unless it has a dock.
   * @param {PanelOptions} options
   */
  Jachai.panel = (options) => new FindingsPanel(options);
})();
