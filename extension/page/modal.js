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
 * @property {(by: Press) => boolean} isOfBefore  the same, where that was another question in this very dialog: whatever is pressed, by a key too
 * @property {() => boolean} renew  whether it says something else from now on
 */

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
 * @property {() => ModalSaid<Choice>|null} [renew]  what it says from now on; null: the same
 * @property {() => Choice|null} [ends]  what is chosen without the writer; null: nothing
 */

/**
 * @template Choice
 * @typedef {{tone: IconName, title: string, lead: string, fill: ModalFill<Choice>}} ModalSaid
 */

/**
 * @template Choice
 * @typedef {(surface: Surface, ways: Ways<Choice>) => {body: (Node|null)[], choices: Node[]}} ModalFill  what it holds
 */

(() => {
  const LOOK_MS = 300; // between two looks at what the page made of it
  const UNREAD_MS = 500; // so long a second press on Post, while the server was asked, may land on what came up in its place

  /** @param {KeyboardEvent} event @param {() => void} leave */
  function onKey(event, leave) {
    if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault(); // the key that pressed Post is still down
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    leave();
  }

  /** @param {{tone: IconName, title: string}} said */
  function headOf({ tone, title }) {
    const { make, icon } = Jachai.draw;
    return make('div', { class: `head ${tone}` }, [icon(tone), make('h2', { id: 'title', text: title })]);
  }

  /** @type {Modal<any>[]} that are up; the last one lies over the others */
  const up = [];

  /** @template Choice */
  class Modal {
    #options;
    #resolve;
    #surface = Jachai.surface.create('jachai-dialog', { modal: true });
    #dialog;
    #told = Jachai.draw.make('p', { class: 'unseen', role: 'status' }); // what it came to say in place
    #focused = document.activeElement; // before it
    #giveBack = Jachai.keepCaret(this.#focused);
    #looking;
    #seen = { at: Infinity }; // what it says
    #isRenewed = false;
    #isBusy = false;
    #isDone = false;

    /** @param {ModalOptions<Choice>} options @param {ModalFill<Choice>} fill @param {(choice: Choice) => void} resolve */
    constructor(options, fill, resolve) {
      const { make } = Jachai.draw;
      this.#options = options;
      this.#resolve = resolve;
      const { role = 'alertdialog', language } = options;
      const attributes = { role, 'aria-labelledby': 'title', 'aria-describedby': 'lead', lang: language };
      this.#dialog = make('dialog', attributes, [this.#told, ...this.#partsOf({ ...options, fill })]);
      this.#surface.root.append(this.#dialog);
      this.#show();
      up.push(this);
      this.#look(); // once it has its first focus
      this.#looking = setInterval(() => {
        const end = this.#isFilledIn() ? null : options.ends?.() ?? null;
        if (end !== null) this.#choose(end);
        else if (!this.#dialog.checkVisibility()) this.#moveOn();
        else if (!this.#renew()) this.#look();
      }, LOOK_MS);
      this.#listen();
    }

    /** @param {ModalSaid<Choice>} said @returns {HTMLElement[]} */
    #partsOf({ fill, lead, ...said }) {
      const { make } = Jachai.draw;
      const { body, choices } = fill(this.#surface, this.#ways());
      const first = make('p', { class: 'say', id: 'lead', lang: Jachai.langOf(lead), text: lead });
      return [headOf(said), make('div', { class: 'body', tabindex: '-1' }, [first, ...body]), make('div', { class: 'choices' }, choices)];
    }

    #listen() {
      const leave = () => this.#leave();
      this.#surface.on('keydown', (event) => onKey(event, leave));
      this.#dialog.addEventListener('cancel', (event) => { event.preventDefault(); leave(); }); // Android's back gesture
      Jachai.untilRemoved?.(this.#surface.host).addEventListener('abort', leave); // a page that takes the question away gets no yes
    }

    /** @returns {Ways<Choice>} */
    #ways() {
      return {
        choose: (choice) => this.#choose(choice),
        leave: () => this.#leave(),
        during: (act) => this.#during(act),
        isUnread: (by) => (by.isByHand || this.#isRenewed) && this.#isNew(by),
        isOfBefore: (by) => this.#isRenewed && this.#isNew(by),
        renew: () => this.#renew(),
      };
    }

    /** A reason that is being given stands, as it was asked for. */
    #isFilledIn() {
      return this.#dialog.querySelector('.form:not([hidden])') !== null;
    }

    /** @param {Press} by */
    #isNew({ at }) {
      return at - this.#seen.at < UNREAD_MS;
    }

    #show() {
      this.#surface.mount(this.#options.container());
      this.#dialog.showModal();
      this.comeToBeSeen();
    }

    /** What lay over it has gone. */
    comeToBeSeen() {
      this.#seen = Jachai.draw.seen();
    }

    #renew() {
      const said = this.#isDone || this.#isBusy ? null : this.#options.renew?.() ?? null;
      if (said) this.#say(said);
      return said !== null;
    }

    /** In place. The focus goes from one to the other: were it lost between, the page's trap would take it. @param {ModalSaid<Choice>} said */
    #say(said) {
      const before = [...this.#dialog.children].filter((one) => one !== this.#told);
      const parts = this.#partsOf(said);
      this.#dialog.append(...parts);
      this.#isRenewed = true;
      this.comeToBeSeen();
      /** @type {HTMLElement|null|undefined} */ (parts.at(-1)?.querySelector('[autofocus]'))?.focus();
      before.forEach((one) => one.remove());
      this.#told.textContent = `${said.title}\n${said.lead}`;
      this.#look();
    }

    #look() {
      this.#surface.free();
      Jachai.draw.reach(this.#body);
    }

    get #body() {
      return /** @type {HTMLElement} */ (this.#dialog.querySelector('.body'));
    }

    /** The page has folded away what it stands in, and would stay inert: it is shown elsewhere. */
    #moveOn() {
      const { host } = this.#surface;
      if (!host.isConnected || host.parentNode === this.#options.container()) return this.#leave();
      this.#dialog.close();
      this.#show();
    }

    #leave() {
      if (!this.#isBusy) this.#choose(this.#options.leave);
    }

    /** @param {() => Promise<void>} act */
    async #during(act) {
      this.#isBusy = true;
      await act();
      this.#isBusy = false;
      if (!this.#dialog.open || !this.#surface.host.isConnected) this.#leave(); // taken away meanwhile
    }

    /** @param {Choice} choice */
    #choose(choice) {
      if (this.#isDone) return; // that its host has gone is noticed later: the writer is typing again
      this.#isDone = true;
      clearInterval(this.#looking);
      this.#body.scrollTop = 0; // where Firefox finds it left, it begins the next question
      this.#dialog.close();
      this.#surface.stop();
      up.splice(up.indexOf(this), 1);
      up.at(-1)?.comeToBeSeen();
      if (document.activeElement === this.#focused) this.#giveBack();
      this.#resolve(choice);
    }
  }

  /**
   * Shows it until something is chosen; the focus then goes back to where it was.
   * @template Choice
   * @param {ModalOptions<Choice>} options
   * @param {ModalFill<Choice>} fill
   * @returns {Promise<Choice>}
   */
  const modal = (options, fill) => new Promise((resolve) => { new Modal(options, fill, resolve); });

  Jachai.modal = modal;
})();
