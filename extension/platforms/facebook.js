// @ts-check
// Facebook: the dialog in which a post is written (profile, group, Page, share, edit), comments, and Business Suite.

(() => {
  const { all, labelOf, shown, textOf } = Jachai.elements;
  const EDITING = /^(edit|সম্পাদনা|এডিট)|(সম্পাদনা|এডিট)( করুন)?$/i;
  const SHARING = /^(share|শেয়ার)/i;
  const REPLYING = /reply|উত্তর|জবাব/i;
  const COMMENT_AS = /^(?:comment|reply|answer) as (.+)$|^(.+) হিস[াে]বে /i;
  const POST_TO = /^post to /i;

  // A box says what it is by its label, or by what shows in it while it is empty.
  const saying = (/** @type {string} */ how, /** @type {string[]} */ words) => words.flatMap((word) => [`[aria-label${how}"${word}" i]`, `[aria-placeholder${how}"${word}" i]`]).join(', ');
  const labelled = (/** @type {string[]} */ words) => saying('*=', words);
  const COMMENTS = labelled(['comment', 'reply', 'answer', 'মন্তব্য', 'কমেন্ট', 'উত্তর', 'জবাব']);
  const POSTS = labelled([
    'on your mind', 'your post', 'your reel', 'public post', 'write something', 'say something',
    'মনে কী', 'মনে কি', 'কিছু লিখুন', 'কিছু বলুন', 'পোস্ট', 'রিলের বর্ণনা', 'রিলের বিবরণ',
  ]);
  // Lexical's; Draft.js's in Business Suite; the field for what is said of a reel.
  const BOX = `div:is([role="textbox"][data-lexical-editor="true"], [role="combobox"][contenteditable="true"]:is(${labelled(['your post', 'your reel', 'পোস্ট', 'রিলের'])}))`;
  const REEL = 'textarea:is([aria-label*="your reel" i], [placeholder*="your reel" i])';

  // A chat has the same box as a post: none is ours whose label or place does not say so, and none of these.
  const AS = ['মন্তব্য', 'কমেন্ট', 'উত্তর', 'জবাব'].flatMap((word) => [`হিসেবে ${word}`, `হিসাবে ${word}`]);
  const OWN_NAME = `:not(${saying('^=', ['comment as', 'reply as', 'answer as'])}, ${labelled([...AS, 'on your mind', 'মনে কী', 'মনে কি'])})`; // "Comment as দৈনিক বার্তা"
  const INBOX = saying('^=', ['write to', 'reply in', 'reply on']); // the last two: Business Suite's
  const STORIES = labelled(["'s story", '’s story', 'to story', 'স্টোরি']); // what answers them
  const CHATS = [
    `:is(${labelled(['message', 'বার্তা', 'মেসেজ', 'মেসেঞ্জার'])})${OWN_NAME}`, saying('=', ['Aa']),
    '[aria-label$="কে লিখুন"]:not([aria-label$="থেকে লিখুন"])', '[aria-label$="কাছে লিখুন"]', INBOX, STORIES,
  ].join(', ');
  // "Message Rahim Uddin", from a comment of his, too; but not "Message Bangladesh's post".
  const POST_DIALOG = `:is([aria-label$="'s post" i], [aria-label$="’s post" i], [aria-label$="পোস্ট"], [aria-label*="পোস্ট সম্পাদনা"])`;
  const CHAT_WINDOWS = [
    `[role="dialog"]:is([aria-label="message" i], [aria-label^="message " i], [aria-label^="send message" i], [aria-label^="send a message" i], [aria-label*="বার্তা"], [aria-label*="মেসেজ"], [aria-label*="চ্যাট"], [aria-label*="মেসেঞ্জার"]):not(${POST_DIALOG}) *`,
    ':is([aria-label="chats" i], [aria-label="messenger" i], [aria-label^="chat with" i], [aria-label^="conversation with" i], [aria-label="thread composer" i]) *',
  ].join(', ');
  // A dialog that only its button tells may be a chat's: not read, but the icon says so.
  const SENDS_MESSAGE = '[role="dialog"]:has([role="button"]:is([aria-label="send message" i], [aria-label="বার্তা পাঠান"], [aria-label="মেসেজ পাঠান"])):not(:has([role="article"])) *';

  /** @type {PlatformFile<'answering'|'audience'|'comment'|'dialog'|'post'|'send'|'title'>} */
  const facebook = {
    name: 'facebook',
    hosts: ['www.facebook.com', 'web.facebook.com', 'm.facebook.com', 'business.facebook.com'],
    littleKnown: ['m.facebook.com'],
    confirmed: 'never on the live site; from public code and issue threads of 2026',
    written: '2026-11-29',
    inboxes: ['/messages'],
    selectors: {
      composer: `${BOX}:is([role="dialog"] *, [role="article"] *, ${COMMENTS}, ${POSTS}):not(${SENDS_MESSAGE}), ${REEL}`,
      comment: COMMENTS, // in a dialog too, beside a photo
      answering: 'form[role="presentation"] *, [role="article"] *', // whatever its label: in another language, or a comment that is edited
      post: `${POSTS}, ${REEL}`,
      elsewhere: `${CHATS}, ${CHAT_WINDOWS}, [role="combobox"]:not([contenteditable="true"])`,
      scope: 'form[role="presentation"], div[role="dialog"]',
      dialog: 'div[role="dialog"]',
      send: '#focused-state-composer-submit [role="button"], [role="button"][aria-label="Comment"], [role="button"][aria-label="Reply"], [role="button"][aria-label="Post comment"], [role="button"]:is([aria-label="মন্তব্য করুন"], [aria-label="মন্তব্য"], [aria-label="কমেন্ট করুন"], [aria-label="কমেন্ট"], [aria-label="উত্তর দিন"], [aria-label="জবাব দিন"])',
      button: '[role="button"], button',
      title: '[role="heading"], h2',
      audience: '[role="button"][aria-label*="privacy" i], [role="button"][aria-label*="গোপনীয়তা"], [role="button"][aria-label*="গোপনী\u09dfতা"]', // য় in both ways; stands under the account's name
      account: '[role="combobox"][aria-label^="post to" i]:not([contenteditable="true"])', // Business Suite's: "Post to PAGE"
      mention: '[data-lexical-text][spellcheck="false"]:not(code), a[href*="/profile.php"], span[data-mention]', // Lexical marks its mentions by that alone
      picture: 'img[src^="blob:"], img[src^="data:"]', // what was added from this computer
      video: 'video[src^="blob:"], video[src^="data:"]',
    },
    labels: {
      // The two languages in which offices use Facebook. On a Page "Next" comes first, with the draft still in sight.
      publish: [
        'Post', 'Next', 'Publish', 'Share', 'Share now', 'Share reel', 'Schedule', 'Go live', 'Go Live',
        'পোস্ট', 'পোস্ট করুন', 'পরবর্তী', 'প্রকাশ করুন', 'শেয়ার করুন', 'এখনই শেয়ার করুন', 'শিডিউল করুন',
      ],
      save: ['Save', 'সংরক্ষণ করুন', 'সেভ করুন'], // in "Edit post" alone: elsewhere it keeps a choice of audience, and publishes nothing
    },

    publishControls(composer, scope, usual) {
      if (isComment(composer)) return all(scope, facebook.selectors.send);
      if (!isDialog(scope)) return usual;
      const buttons = all(scope, facebook.selectors.button).filter((button) => !composer.contains(button));
      const saves = actionOf(scope) === 'edit' ? buttons.filter((button) => facebook.labels?.save.includes(labelOf(button))) : [];
      const known = [...new Set([...usual, ...saves])];
      return known.length ? known : buttons.filter(saysItsLabel).slice(-1); // Post in a language that the labels do not have
    },

    publishKeys: (composer, _scope, usual) => (isComment(composer) ? ['Enter', ...usual] : usual),

    surroundings(composer, scope, usual) {
      if (isComment(composer)) return { ...usual, ...ofComment(composer) };
      if (!isDialog(scope)) return { ...usual, account: { kind: 'unknown', name: (usual.account?.name ?? '').replace(POST_TO, '') } };
      return { ...usual, account: { kind: 'unknown', name: nameAbove(scope) }, action: actionOf(scope) };
    },
  };

  /** @param {HTMLElement} composer  outside a dialog nothing but comments is written, Business Suite aside */
  function isComment(composer) {
    const { answering, comment, dialog, post } = facebook.selectors;
    if (composer.matches(comment)) return true;
    return !composer.matches(post) && (composer.matches(answering) || (!composer.closest(dialog) && !location.hostname.startsWith('business.')));
  }

  /** @param {Scope} scope @returns {scope is Element} */
  const isDialog = (scope) => scope instanceof Element && scope.matches(facebook.selectors.dialog);

  /** @param {HTMLElement} composer @returns {Surroundings} */
  function ofComment(composer) {
    const label = composer.getAttribute('aria-label') || composer.getAttribute('aria-placeholder') || '';
    const [, english, bangla] = label.match(COMMENT_AS) ?? [];
    return { account: { kind: 'unknown', name: english ?? bangla ?? '' }, action: REPLYING.test(label) ? 'reply' : 'comment' };
  }

  /** @param {Element} button  the small tools have pictures for faces; Post shows its own label */
  function saysItsLabel(button) {
    const label = labelOf(button);
    return label !== '' && button.hasAttribute('aria-label') && label === shown(button.textContent).normalize('NFC');
  }

  /** @param {Element} dialog  the first words between the title and the audience button: "NAME is with others"; '' where that button is not there */
  function nameAbove(dialog) {
    const [audience] = all(dialog, facebook.selectors.audience);
    if (!audience) return '';
    const [title] = all(dialog, facebook.selectors.title);
    const walker = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
    let name = '';
    for (let node = walker.nextNode(); node && !audience.contains(node); node = walker.nextNode()) {
      const words = shown(node.nodeValue);
      if (title?.contains(node)) name = '';
      else if (words && !node.parentElement?.closest(facebook.selectors.button ?? '')) name ||= words;
    }
    return name;
  }

  /**
   * @param {Element} dialog
   * @returns {'edit'|'share'|'post'}
   */
  function actionOf(dialog) {
    const [title] = all(dialog, facebook.selectors.title);
    const label = (dialog.getAttribute('aria-label') ?? (title ? textOf(title) : '')).trim().normalize('NFC');
    if (EDITING.test(label)) return 'edit';
    return SHARING.test(label) ? 'share' : 'post';
  }

  Jachai.addPlatform(facebook);
})();
