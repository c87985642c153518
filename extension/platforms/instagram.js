// @ts-check
// Instagram: the caption, the last step of a new post; and comments, which a plain Enter sends.

(() => {
  const PROFILE_PICTURE = /['’]s profile picture$/i;

  /** @type {PlatformFile<'comment'>} */
  const instagram = {
    name: 'instagram',
    hosts: ['www.instagram.com'],
    confirmed: 'never on the live site; from public code and issue threads of 2026',
    written: '2026-11-29',
    inboxes: ['/direct', '/stories'], // what answers a story is a message
    selectors: {
      composer: '[role="dialog"] [contenteditable="true"]:is([aria-label*="caption" i], [aria-label*="ক্যাপশন"]), form textarea:is([aria-label*="comment" i], [aria-label*="মন্তব্য"], [aria-label*="কমেন্ট"])',
      comment: 'textarea',
      elsewhere: '[aria-label*="message" i], [aria-label*="মেসেজ"], [aria-placeholder*="message" i], [aria-placeholder*="মেসেজ"]',
      scope: 'form, [role="dialog"]',
      account: '[role="dialog"] img[alt$="profile picture"]',
      picture: '[role="dialog"] img[src^="blob:"]',
      video: '[role="dialog"] video',
    },
    labels: { // the page's own, and a browser's translation of its English
      publish: ['Share', 'Post', 'Done', 'শেয়ার করুন', 'শেয়ার', 'ভাগ করুন', 'পোস্ট করুন', 'পোস্ট', 'সম্পন্ন', 'সম্পন্ন হয়েছে'],
    },

    publishKeys: (composer, _scope, usual) => (composer.matches(instagram.selectors.comment) ? ['Enter', ...usual] : usual),

    surroundings(composer, _scope, usual) {
      if (composer.matches(instagram.selectors.comment)) return { ...usual, account: { kind: 'unknown', name: '' }, action: 'comment' }; // the picture above is of who posted
      return { ...usual, account: { kind: 'unknown', name: usual.account?.name?.replace(PROFILE_PICTURE, '') ?? '' } };
    },
  };

  Jachai.addPlatform(instagram);
})();
