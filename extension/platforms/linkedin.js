// @ts-check
// LinkedIn: a post is written in the open shadow root of #interop-outlet, a comment in the page. The feed has classes without
// names and a Tiptap editor, a post's own page has named ones and Quill.

(() => {
  // A message may come to have the same editor: none is ours that does not say so, or is not at a post.
  const SAYS_COMMENT = '[aria-label*="comment" i], [aria-label*="মন্তব্য"], [aria-label*="কমেন্ট"]';
  const AT_POST = '[role="listitem"] *, [class*="comments-comment"] *, form[class*="comment"] *';
  const COMMENT = `.ql-editor:is(${SAYS_COMMENT}, [class*="comments-comment"] *, form[class*="comment"] *), .tiptap:is(${SAYS_COMMENT}, ${AT_POST})`;

  const { all } = Jachai.elements;

  /** @type {PlatformFile<'comment'|'post'|'shared'>} */
  const linkedin = {
    name: 'linkedin',
    hosts: ['www.linkedin.com'],
    confirmed: 'never on the live site; from public code and issue threads of 2026',
    written: '2026-11-29',
    inboxes: ['/messaging'],
    selectors: {
      host: '#interop-outlet',
      composer: `.ql-editor[contenteditable="true"], .tiptap.ProseMirror[contenteditable="true"]:is(${SAYS_COMMENT}, [aria-label*="creating content" i], ${AT_POST}, .share-box *)`,
      comment: COMMENT,
      elsewhere: '[class*="msg-form"], [class*="msg-form"] *, [aria-label*="message" i], [aria-label*="বার্তা"], [aria-label*="মেসেজ"]',
      scope: `.share-box, [role="dialog"]:not(:has(${COMMENT})), form`, // a post in a dialog has much more than the comment on it: Next, others' Reply
      publish: 'button.share-actions__primary-action, button[class*="comments-comment-box__submit-button"], :is([componentkey*="commentButtonSection"], [id*="commentButtonSection"]) button, button[componentkey*="commentButtonSection"]',
      account: '.share-unified-settings-entry-button__title, .share-creation-state__entity-name',
      mention: '.ql-mention, a[data-entity-urn], [data-type="mention"]',
      picture: 'img[src^="blob:"], img[src^="data:"]',
      video: 'video[src^="blob:"]',
      post: '.feed-shared-update-v2, [role="listitem"], [role="dialog"]',
      shared: '.update-components-text, .feed-shared-mini-update-v2__commentary, [data-testid="expandable-text-box"]',
    },
    labels: {
      publish: [
        'Post', 'Comment', 'Reply', 'Schedule', 'Next', 'Save', 'Publish',
        'পোস্ট', 'পোস্ট করুন', 'মন্তব্য', 'মন্তব্য করুন', 'কমেন্ট', 'কমেন্ট করুন', 'উত্তর দিন', 'জবাব দিন', 'শিডিউল করুন', 'পরবর্তী', 'সংরক্ষণ করুন', 'সেভ করুন', 'প্রকাশ করুন',
      ],
    },

    surroundings(composer, scope, usual) {
      if (composer.matches(linkedin.selectors.comment)) return { ...usual, action: 'comment' };
      const shared = all(Jachai.closest(composer, linkedin.selectors.post) ?? scope, linkedin.selectors.shared);
      return { ...usual, action: shared.some((post) => !post.contains(composer) && !composer.contains(post)) ? 'share' : 'post' };
    },
  };

  Jachai.addPlatform(linkedin);
})();
