// @ts-check
// Facebook: the dialog in which a post is written (profile, group, Page, share, edit), comments, and Business Suite.

(() => {
  const { all, labelOf, textOf } = Jachai.around;
  const EDITING = /^(edit|সম্পাদনা|এডিট)|(সম্পাদনা|এডিট)( করুন)?$/i;
  const SHARING = /^(share|শেয়ার)/i;
  const REPLYING = /reply|উত্তর/i;
  const COMMENT_AS = /^(?:comment|reply) as (.+)$|^(.+) হিসেবে /i;

  const labelled = (/** @type {string[]} */ words) => words.map((word) => `[aria-label*="${word}" i]`).join(', ');
  const BOX = 'div[role="textbox"][data-lexical-editor="true"]';
  const COMMENTS = labelled(['comment', 'reply', 'answer', 'মন্তব্য', 'কমেন্ট', 'উত্তর', 'জবাব']);
  const POSTS = labelled(['on your mind', 'your post', 'public post', 'write something', 'say something', 'মনে কী', 'মনে কি', 'কিছু লিখুন', 'কিছু বলুন', 'পোস্ট']);

  // A chat has the same box as a post: none is ours whose label or place does not say so, and none of these.
  const OWN_NAME = ':not([aria-label^="comment as" i], [aria-label$="হিসেবে মন্তব্য করুন"])'; // "Comment as দৈনিক বার্তা"
  const CHATS = [
    `:is(${labelled(['message', 'বার্তা', 'মেসেজ', 'মেসেঞ্জার'])})${OWN_NAME}`, '[aria-label="Aa"]', '[aria-placeholder="Aa"]',
    '[aria-label^="write to" i]', '[aria-label$="কে লিখুন"]:not([aria-label$="থেকে লিখুন"])', '[aria-label$="কাছে লিখুন"]',
    '[aria-label^="reply in" i]', '[aria-label^="reply on" i]', labelled(["'s story", '’s story', 'to story', 'স্টোরি']), // Business Suite's inbox; answers to a story
    '[role="dialog"]:is([aria-label*="চ্যাট"], [aria-label*="মেসেঞ্জার"]) *',
    ':is([aria-label="chats" i], [aria-label="messenger" i], [aria-label^="chat with" i], [aria-label^="conversation with" i], [aria-label="thread composer" i]) *',
  ].join(', ');

  /** @type {PlatformFile} */
  const facebook = {
    name: 'facebook',
    hosts: ['www.facebook.com', 'web.facebook.com', 'business.facebook.com'],
    confirmed: 'never on the live site; from public code and issue threads of 2026',
    written: '2026-11-27',
    selectors: {
      composer: `${BOX}:is([role="dialog"] *, [role="article"] *, ${COMMENTS}, ${POSTS}):not(${CHATS})`,
      comment: COMMENTS, // in a dialog too, beside a photo
      post: POSTS,
      elsewhere: `${CHATS}, [role="combobox"]`,
      scope: 'form[role="presentation"], div[role="dialog"]',
      dialog: 'div[role="dialog"]',
      send: '#focused-state-composer-submit [role="button"], [role="button"][aria-label="Comment"], [role="button"][aria-label="Reply"], [role="button"][aria-label="Post comment"]',
      button: '[role="button"], button',
      title: '[role="heading"], h2',
      audience: '[role="button"][aria-label*="privacy" i], [role="button"][aria-label*="গোপনীয়তা"]', // stands under the account's name
      account: '[role="combobox"][aria-label="Post to"]', // Business Suite's
      mention: 'span[data-lexical-mention], a[href*="/profile.php"], span[data-mention]',
      picture: 'img[src^="blob:"], img[src^="data:"]', // what was added from this computer
      video: 'video[src^="blob:"], video[src^="data:"]',
      origin: '[role="article"], div[role="dialog"]',
      context: '[role="article"]:not(:has([role="textbox"])), [data-ad-preview="message"], [data-ad-comet-preview="message"]',
    },
    labels: {
      // The two languages in which offices use Facebook. On a Page "Next" comes first, with the draft still in sight.
      publish: [
        'Post', 'Next', 'Publish', 'Share', 'Share now', 'Schedule',
        'পোস্ট', 'পোস্ট করুন', 'পরবর্তী', 'প্রকাশ করুন', 'শেয়ার করুন', 'এখনই শেয়ার করুন', 'শিডিউল করুন',
      ],
      save: ['Save', 'সংরক্ষণ করুন', 'সেভ করুন'], // in "Edit post" alone: elsewhere it keeps a choice of audience, and publishes nothing
    },

    publishControls(composer, scope, usual) {
      if (isComment(composer)) return all(scope, facebook.selectors.send);
      if (!isDialog(scope)) return usual;
      const buttons = all(scope, facebook.selectors.button).filter((/** @type {Element} */ button) => !composer.contains(button));
      const saves = actionOf(scope) === 'edit' ? buttons.filter((/** @type {Element} */ button) => facebook.labels?.save.includes(labelOf(button))) : [];
      const last = buttons.findLast(saysItsLabel); // Post in a language that the labels do not have
      return [...new Set([...usual, ...saves, ...(last ? [last] : [])])];
    },

    publishKeys: (composer, _scope, usual) => (isComment(composer) ? ['Enter', ...usual] : usual),

    surroundings(composer, scope, usual) {
      if (isComment(composer)) return { ...usual, ...ofComment(composer) };
      if (!isDialog(scope)) return usual;
      return { ...usual, account: { kind: 'unknown', name: nameAbove(scope) }, action: actionOf(scope) };
    },
  };

  /** @param {HTMLElement} composer  outside a dialog nothing but comments is written, Business Suite aside */
  function isComment(composer) {
    if (composer.matches(facebook.selectors.comment)) return true;
    return !composer.matches(facebook.selectors.post) && !composer.closest(facebook.selectors.dialog) && !location.hostname.startsWith('business.');
  }

  /** @param {Scope} scope @returns {scope is Element} */
  const isDialog = (scope) => scope instanceof Element && scope.matches(facebook.selectors.dialog);

  /** @param {HTMLElement} composer @returns {Surroundings} */
  function ofComment(composer) {
    const label = composer.getAttribute('aria-label') ?? '';
    const [, english, bangla] = label.match(COMMENT_AS) ?? [];
    return { account: { kind: 'unknown', name: english ?? bangla ?? '' }, action: REPLYING.test(label) ? 'reply' : 'comment' };
  }

  /** @param {Element} button  the small tools have pictures for faces; Post shows its own label */
  function saysItsLabel(button) {
    const label = labelOf(button);
    return label !== '' && button.hasAttribute('aria-label') && label === (button.textContent ?? '').trim().normalize('NFC');
  }

  /** @param {Element} dialog  the last words before the audience button; '' where that is not there */
  function nameAbove(dialog) {
    const [audience] = all(dialog, facebook.selectors.audience);
    if (!audience) return '';
    const [title] = all(dialog, facebook.selectors.title);
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
    const [title] = all(dialog, facebook.selectors.title);
    const label = dialog.getAttribute('aria-label') ?? (title ? textOf(title) : '');
    if (EDITING.test(label.trim())) return 'edit';
    return SHARING.test(label.trim()) ? 'share' : 'post';
  }

  Jachai.addPlatform(facebook);
})();
