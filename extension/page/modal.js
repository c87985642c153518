// @ts-check
// A native modal dialog in a root of our own: the top layer makes the page inert, so that no focus trap of the page can
// take the keys, and a page's own modal dialog lies below.

/**
 * How what stands in it decides.
 * @template Choice
 * @typedef {object} Ways
 * @property {(choice: Choice) => void} choose
 * @property {() => void} leave    as Escape does
 * @property {(act: () => Promise<void>) => Promise<void>} during  nobody leaves meanwhile: what is sent cannot be called back
 * @property {(by: Press) => boolean} isUnread  it was pressed before anybody can have read it: meant for what stood there a moment ago
 */

(() => {
  const LOOK_MS = 300; // between two looks at what the page made of it
  const UNREAD_MS = 500; // so long a second press on Post, while the server was asked, may land on what came up in its place

  /**
   * @template Choice
   * @typedef {object} ModalOptions
   * @property {IconName} tone
   * @property {string} title
   * @property {string} lead
   * @property {Language} language
   * @property {() => Element} container
   * @property {Choice} leave           what Escape chooses
   * @property {'alertdialog'|'dialog'} [role]
   */

  /** @param {KeyboardEvent} event @param {() => void} leave */
  function onKey(event, leave) {
    if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault(); // the key that pressed Post is still down
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    leave();
  }

  /** @param {{tone: IconName, title: string, language: Language, role?: string}} options @param {Element[]} children */
  function frameOf({ tone, title, language, role = 'alertdialog' }, children) {
    const { make, icon } = Jachai.draw;
    const head = make('div', { class: `head ${tone}` }, [icon(tone), make('h2', { id: 'title', text: title })]);
    return make('dialog', { role, 'aria-labelledby': 'title', 'aria-describedby': 'lead', lang: language }, [head, ...children]);
  }

  /**
   * Shows it until something is chosen; the focus then goes back to where it was.
   * @template Choice
   * @param {ModalOptions<Choice>} options
   * @param {(surface: Surface, ways: Ways<Choice>) => {body: (Node|null)[], choices: Node[]}} fill
   * @returns {Promise<Choice>}
   */
  function modal(options, fill) {
    const surface = Jachai.surface.create('jachai-dialog', { docked: true });
    const { make, reach } = Jachai.draw;
    return new Promise((resolve) => {
      let isDone = false;
      /** @param {Choice} choice */
      const choose = (choice) => {
        if (isDone) return; // that its host has gone is noticed later: the writer is typing again
        isDone = true;
        clearInterval(looking);
        dialog.close();
        surface.stop();
        if (document.activeElement === before) giveBack();
        resolve(choice);
      };
      let isBusy = false;
      const leave = () => { if (!isBusy) choose(options.leave); };
      /** @param {() => Promise<void>} act */
      const during = async (act) => {
        isBusy = true;
        await act();
        isBusy = false;
        if (!dialog.open || !surface.host.isConnected) leave(); // taken away meanwhile
      };
      let shownAt = 0;
      const isUnread = (/** @type {Press} */ { isByHand }) => isByHand && performance.now() - shownAt < UNREAD_MS;
      const { body, choices } = fill(surface, { choose, leave, during, isUnread });
      const lead = make('p', { class: 'say', id: 'lead', lang: Jachai.langOf(options.lead), text: options.lead });
      const scroller = make('div', { class: 'body', tabindex: '-1' }, [lead, ...body]);
      const dialog = frameOf(options, [scroller, make('div', { class: 'choices' }, choices)]);
      surface.root.append(dialog);
      surface.on('keydown', (event) => onKey(event, leave));
      dialog.addEventListener('cancel', (event) => { event.preventDefault(); leave(); }); // Android's back gesture
      surface.mount(options.container());
      const before = document.activeElement;
      const giveBack = Jachai.keepCaret(before);
      const show = () => {
        dialog.showModal();
        shownAt = performance.now();
      };
      show();
      const look = () => { surface.free(); reach(scroller); }; // once it has its first focus
      look();
      /** The page has folded away what it stands in, and would stay inert: it is shown elsewhere. */
      const moveOn = () => {
        if (!surface.host.isConnected || surface.host.parentNode === options.container()) return leave();
        dialog.close();
        surface.mount(options.container());
        show();
      };
      const looking = setInterval(() => (dialog.checkVisibility() ? look() : moveOn()), LOOK_MS);
      Jachai.untilRemoved?.(surface.host).addEventListener('abort', leave); // a page that takes the question away gets no yes
    });
  }

  Jachai.modal = modal;
})();
