// @ts-check
// One composer under watch: what is typed goes to the loop, what comes back is underlined, counted and shown.
(() => {
  const LOOK_MS = 300; // between two looks at a composer

  /** @type {Set<() => void>} one timer for all that are looked at: a feed may have fifty boxes that were once clicked into */
  const looks = new Set();
  /** @type {ReturnType<typeof setInterval>|undefined} */
  let looking;

  function lookAtAll() {
    if (!document.hidden) for (const look of looks) look();
  }

  /** @param {() => void} look @param {boolean} isWanted  from now on */
  function keepLooking(look, isWanted) {
    if (isWanted) looks.add(look);
    else looks.delete(look);
    if (looks.size > 0) {
      looking ??= setInterval(lookAtAll, LOOK_MS);
      return;
    }
    clearInterval(looking);
    looking = undefined;
  }

  /** Its shadow roots: a scroll inside one is not heard outside. @param {Element} element @returns {ShadowRoot[]} */
  function rootsAround(element) {
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? [root, ...rootsAround(root.host)] : [];
  }

  /** @param {KeyboardEvent} event */
  const isPanelKey = ({ code, altKey, ctrlKey, metaKey }) => altKey && !ctrlKey && !metaKey && code === 'KeyJ';

  /** @type {Watching|null} whose panel floats: two would lie one over the other */
  let floating = null;

  class Watching {
    /** @type {Element} */
    element;
    #options;
    #underline;
    #badge;
    #panel;
    #loop;
    #ending = new AbortController();
    /** @type {Reading} */
    #reading = { text: '', segments: [] };
    /** @type {Set<Node>|null} */
    #edited = new Set(); // text nodes, since it was read; null: more than that has changed
    #editedAt = 0; // performance.now()
    /** @type {Finding[]} */
    #findings = []; // of the last answer, moved along with the text since
    /** @type {Status['state']} */
    #state = 'empty'; // as last shown
    #frame = 0;
    #placing = 0;
    #placedAt = ''; // where the composer was then
    #isOpen = false;
    /** @type {Promise<unknown>|null} */
    #curing = null; // ends as the cure is written

    /** @param {Element} element @param {WatchOptions} options */
    constructor(element, options) {
      const { language, container, dock, offers, avoid } = options;
      this.element = element;
      this.#options = options;
      this.#underline = Jachai.underline.create(element);
      this.#badge = Jachai.badge(element, { language, container, open: (isByHand) => this.#toggle(!isByHand) });
      this.#panel = Jachai.panel({
        element, language, container, dock, offers, avoid,
        jump: (index) => this.#jump(index),
        replace: (index, text) => this.#alone(() => this.#replace(index, text)),
        insert: (text, at) => this.#alone(() => this.#insert(text, at)),
        subject: (index) => this.#subject(index),
        again: () => void this.settle('typing'),
        isKey: isPanelKey,
        closed: () => {
          this.#isOpen = false; // one that is docked never closes
          this.#badge.expand(false);
          if (floating === this) floating = null;
        },
      });
      this.#loop = Jachai.loop({ ...options, read: () => this.#read(), onChange: (status) => this.#show(status) });
      this.#listen();
      if (dock) this.openPanel();
      this.#show(this.status);
      this.#refresh();
    }

    /** @returns {Status} */
    get status() {
      return this.#loop?.status;
    }

    get isCuring() {
      return this.#curing !== null;
    }

    /** What the writer has pressed is part of the draft, though a busy page takes it late. @param {Moment} moment @returns {Promise<Status>} */
    async settle(moment) {
      await this.#curing?.catch(() => {});
      return this.#loop.settle(moment);
    }

    openPanel(byKey = false) {
      if (!this.#options.dock) {
        if (floating !== this) floating?.closePanel();
        floating = this;
      }
      this.#isOpen = true;
      this.#badge.expand(true);
      this.#panel.open(byKey);
    }

    closePanel() {
      this.#panel.close();
    }

    /** What shows that this composer is watched; a page may take it away. */
    get sign() {
      return this.#badge.surface.host;
    }

    get isStopped() {
      return this.#ending.signal.aborted;
    }

    /** Puts the sign back. */
    showAgain() {
      this.#place();
    }

    stop() {
      this.#ending.abort();
      cancelAnimationFrame(this.#frame);
      cancelAnimationFrame(this.#placing);
      this.#loop.stop();
      for (const part of [this.#underline, this.#badge, this.#panel]) part.stop();
      if (floating === this) floating = null;
    }

    #listen() {
      const { signal } = this.#ending;
      this.#options.signal?.addEventListener('abort', () => this.stop(), { once: true, signal });
      if (Jachai.isField(this.element)) this.element.addEventListener('input', () => this.#soon(), { signal }); // all others change their DOM
      const follow = () => this.#follow();
      for (const target of [window, ...rootsAround(this.element)]) target.addEventListener('scroll', follow, { capture: true, passive: true, signal });
      for (const type of ['resize', 'fullscreenchange']) addEventListener(type, follow, { passive: true, signal });
      this.element.addEventListener('keydown', (event) => this.#onKey(/** @type {KeyboardEvent} */ (event)), { signal });
      const mutations = new MutationObserver((records) => this.#note(records));
      mutations.observe(this.element, { childList: true, characterData: true, subtree: true });
      const sizes = new ResizeObserver(follow);
      sizes.observe(this.element);
      signal.addEventListener('abort', () => { mutations.disconnect(); sizes.disconnect(); keepLooking(this.#look, false); });
    }

    /** Page code that writes into a field, moves a composer, or makes our surfaces inert, makes no event. */
    #look = () => {
      if (Jachai.isField(this.element) && this.element.value !== this.#reading.text) this.#soon();
      if (this.#state === 'empty') return;
      for (const { surface } of [this.#badge, this.#panel]) surface.free();
      if (this.#placeOf() !== this.#placedAt || this.#isSignElsewhere()) this.#follow();
    };

    /** A page closes the dialog in which the composer stands, or shows it; a sign that it takes away is another matter. */
    #isSignElsewhere() {
      return this.sign.isConnected && this.sign.parentNode !== this.#options.container();
    }

    /** Not without a draft, when nothing shows: a feed may have fifty boxes that were once clicked into. Its first letter places all. */
    #follow() {
      if (this.#state !== 'empty') this.#placing ||= requestAnimationFrame(() => this.#place());
    }

    #placeOf() {
      const { left, top } = this.element.getBoundingClientRect();
      return `${left} ${top} ${Jachai.isSeen(this.element)}`;
    }

    /** @param {KeyboardEvent} event */
    #onKey(event) {
      if (!event.isTrusted || !isPanelKey(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) this.#toggle(true);
    }

    /** A key in the draft always leads to the panel: after a cure it goes on there. @param {boolean} byKey */
    #toggle(byKey) {
      const { dock } = this.#options;
      if (this.#isOpen && !dock && !byKey) this.closePanel();
      else if (this.status.state !== 'empty') this.openPanel(byKey || Boolean(dock));
    }

    /** @param {MutationRecord[]} records */
    #note(records) {
      for (const { type, target } of records) {
        if (type === 'characterData') this.#edited?.add(target);
        else this.#edited = null;
      }
      this.#soon();
    }

    /** Many events of one keystroke, one reading of the composer. */
    #soon() {
      this.#editedAt = performance.now();
      this.#frame ||= requestAnimationFrame(() => this.#keepUp());
    }

    /** At each key: where the editor only changed some of its text nodes, only those are read. */
    #keepUp() {
      const patched = this.#edited?.size ? Jachai.text.patch(this.#reading, this.#edited) : null;
      if (patched) this.#take(patched);
      else this.#refresh();
    }

    #refresh() {
      this.#take(Jachai.text.read(this.element));
    }

    #read() {
      this.#refresh();
      return this.#reading.text;
    }

    /** @param {Reading} reading as the composer is now */
    #take(reading) {
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      this.#edited = new Set();
      const before = this.#reading.text;
      this.#reading = reading;
      this.#findings = Jachai.spans.moveFindings(this.#findings, before, reading.text);
      if (reading.text === this.status.text) this.#paint();
      else this.#loop.note(reading.text, this.#editedAt); // which shows, and paints
    }

    #paint() {
      if (this.isStopped) return; // as a cure was being written
      this.#underline.paint(this.#reading, this.#findings);
    }

    #place() {
      this.#placing = 0;
      this.#placedAt = this.#placeOf();
      const seen = Jachai.seenOf(this.element);
      this.#underline.look(seen);
      this.#badge.place(this.#reading, seen);
      this.#panel.place();
    }

    /** @param {Status} status */
    #show(status) {
      if (status.state !== 'checking') this.#findings = status.answer?.findings ?? [];
      if (status.state !== this.#state || status.state !== 'checking') this.#badge.show(status);
      this.#panel.show(status, this.#findings);
      if (status.state === 'empty') this.closePanel();
      this.#paint();
      if (status.state !== 'checking' || this.#state !== 'checking') this.#place(); // not at each key: it costs a layout
      this.#mark(status.state);
      this.#options.onStatus?.(status);
    }

    /** Tests wait on the attribute; a closed surface tells the page nothing. @param {Status['state']} state */
    #mark(state) {
      this.#state = state;
      keepLooking(this.#look, !this.isStopped && (state !== 'empty' || Jachai.isField(this.element))); // the DOM tells of all else that is empty
      if (Jachai.surface.openRoots) this.#badge.surface.host.dataset.state = state;
    }

    /** @param {number} index */
    #jump(index) {
      if (this.isCuring) return; // it would select other words for the cure
      this.#refresh();
      const finding = this.#findings[index];
      if (finding) this.#panel.keepOff(Jachai.jump(this.element, ...finding.spans[0]));
    }

    /** @param {number} index */
    #subject(index) {
      this.#refresh();
      const finding = this.#findings[index];
      return finding ? { finding, text: this.#reading.text } : null;
    }

    /** A cure that is pressed while another is written does nothing: it would select other words for that one. @param {() => Promise<boolean>} act */
    async #alone(act) {
      if (this.isCuring) return true;
      const curing = act();
      this.#curing = curing;
      try {
        return await curing;
      } finally {
        this.#curing = null;
      }
    }

    /** @param {number} index @param {string} text @returns {Promise<boolean>} false where the editor did not take it */
    async #replace(index, text) {
      const { length, [index]: pressed } = this.#findings;
      await Jachai.endComposing(this.element);
      this.#refresh();
      const finding = this.#findings[index];
      // The text had changed unheard, or an answer came: another one has that index now.
      if (this.#findings.length !== length || finding?.fingerprint !== pressed?.fingerprint) return true;
      const span = finding?.spans[0];
      return span ? this.#write(...span, text) : true;
    }

    /** On a line of its own. @param {string} text @param {'start'|'end'} at */
    async #insert(text, at) {
      await Jachai.endComposing(this.element);
      this.#refresh();
      const draft = this.#reading.text;
      const taken = at === 'start'
        ? await this.#write(0, 0, draft ? `${text}\n` : text)
        : await this.#write(draft.length, draft.length, draft && !draft.endsWith('\n') ? `\n${text}` : text);
      if (taken) this.#forget(text);
      return taken;
    }

    /** What missed this text is cured, though the server takes its time to say so: a second press would add it twice. @param {string} text */
    #forget(text) {
      if (this.status.state !== 'checking') return;
      this.#findings = this.#findings.filter(({ insert }) => insert?.text !== text);
      this.#panel.show(this.status, this.#findings);
      this.#paint();
    }

    /** @param {number} start @param {number} end @param {string} text */
    async #write(start, end, text) {
      const taken = await Jachai.replace(this.element, start, end, text);
      this.#refresh();
      return taken;
    }
  }

  /**
   * Watches one composer until stopped.
   * @param {Element} element
   * @param {WatchOptions} options
   * @returns {ShownWatch}
   */
  Jachai.watch = (element, options) => new Watching(element, options);
})();
