// @ts-check
// Facebook: the dialog in which a post is written, on a profile, in a group and on a Page.
// A platform is one object: what it is called, where it runs, what to look for, and two hooks.

/**
 * @typedef {object} Platform
 * @property {string} name            as the server knows it
 * @property {string[]} hosts         those of the manifest's matches
 * @property {string} confirmed       when the selectors were last seen to fit the live site
 * @property {{composer: string, [name: string]: string}} selectors  `composer` is the editable element; the rest is for the hooks
 * @property {string[]} publishKeys   keys that publish from within the composer: 'Enter', 'Control+Enter'
 * @property {(composer: HTMLElement) => HTMLElement[]} publishControls  what publishes this composer's draft, or leads on to it
 * @property {(composer: HTMLElement) => Surroundings} surroundings      what shows beside the draft
 */

(() => {
  // Labels in the two languages in which offices use Facebook. On a Page "Next" comes first, with the draft still in sight.
  const PUBLISH = new Set([
    'Post', 'Next', 'Publish', 'Share', 'Share now', 'Schedule',
    'পোস্ট', 'পোস্ট করুন', 'পরবর্তী', 'প্রকাশ করুন', 'শেয়ার করুন', 'এখনই শেয়ার করুন', 'শিডিউল করুন',
  ].map((label) => label.normalize('NFC')));
  // In "Edit post" alone: elsewhere it keeps a choice of audience, and publishes nothing.
  const SAVE = new Set(['Save', 'সংরক্ষণ করুন', 'সেভ করুন'].map((label) => label.normalize('NFC')));
  const EDITING = /^(edit|সম্পাদনা|এডিট)|(সম্পাদনা|এডিট)( করুন)?$/i;
  const SHARING = /^(share|শেয়ার)/i;

  /** @type {Platform} */
  const facebook = {
    name: 'facebook',
    hosts: ['www.facebook.com', 'web.facebook.com'],
    confirmed: 'never on the live site; from public code and issue threads of 2026',
    selectors: {
      // "Create post" and "Edit post"; comments live in dialogs too, but are sent by a plain Enter and have no Post
      composer: 'div[role="dialog"] div[role="textbox"][data-lexical-editor="true"]'
        + ['comment', 'reply', 'মন্তব্য', 'কমেন্ট', 'উত্তর'].map((word) => `:not([aria-label*="${word}" i])`).join(''),
      dialog: 'div[role="dialog"]', // all that follows is looked for inside it
      button: '[role="button"], button',
      title: '[role="heading"], h2',
      audience: '[role="button"][aria-label*="privacy" i], [role="button"][aria-label*="গোপনীয়তা"]', // stands under the account's name
      picture: 'img[src^="blob:"], img[src^="data:"]', // what was added from this computer
      video: 'video[src^="blob:"], video[src^="data:"]',
    },
    publishKeys: ['Control+Enter'],

    publishControls(composer) {
      const dialog = dialogOf(composer);
      const buttons = [...dialog.querySelectorAll(this.selectors.button)].filter((button) => !composer.contains(button));
      const isEdit = actionOf(dialog) === 'edit';
      const named = buttons.filter((button) => PUBLISH.has(labelOf(button)) || (isEdit && SAVE.has(labelOf(button))));
      const last = buttons.filter(saysItsLabel).at(-1); // Post in a language that the labels above do not have
      return /** @type {HTMLElement[]} */ (last && !named.includes(last) ? [...named, last] : named);
    },

    surroundings(composer) {
      const dialog = dialogOf(composer);
      return {
        account: { kind: 'unknown', name: accountName(dialog) },
        action: actionOf(dialog),
        attachments: [
          ...[...dialog.querySelectorAll(this.selectors.picture)].map((image) => ({ kind: 'image', alt: image.getAttribute('alt') ?? '' })),
          ...[...dialog.querySelectorAll(this.selectors.video)].map(() => ({ kind: 'video' })),
        ],
      };
    },
  };

  /** @param {Element} element */
  function dialogOf(element) {
    return element.closest(facebook.selectors.dialog) ?? element;
  }

  /** @param {Element} button */
  function labelOf(button) {
    return (button.getAttribute('aria-label') ?? '').trim().normalize('NFC');
  }

  /** @param {Element} button  the small tools have pictures for faces; Post shows its own label */
  function saysItsLabel(button) {
    const label = labelOf(button);
    return label !== '' && label === (button.textContent ?? '').trim().normalize('NFC');
  }

  /** @param {Element} dialog  the last words before the audience button; '' where that is not there */
  function accountName(dialog) {
    const audience = dialog.querySelector(facebook.selectors.audience);
    if (!audience) return '';
    const title = dialog.querySelector(facebook.selectors.title);
    const walker = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
    let name = '';
    for (let node = walker.nextNode(); node && !audience.contains(node); node = walker.nextNode()) {
      const words = (node.nodeValue ?? '').trim();
      if (words && !title?.contains(node)) name = words;
    }
    return name;
  }

  /**
   * @param {Element} dialog
   * @returns {'edit'|'share'|'post'}
   */
  function actionOf(dialog) {
    const label = dialog.getAttribute('aria-label') ?? dialog.querySelector(facebook.selectors.title)?.textContent ?? '';
    if (EDITING.test(label.trim())) return 'edit';
    return SHARING.test(label.trim()) ? 'share' : 'post';
  }

  (Jachai.platforms ??= []).push(facebook);
})();
