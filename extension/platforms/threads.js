// @ts-check
// Threads: a new thread, a reply, a quote. Post is a role=button that only its text tells.

(() => {
  /** @type {PlatformFile} */
  const threads = {
    name: 'threads',
    hosts: ['www.threads.com', 'www.threads.net'],
    confirmed: 'never on the live site; from public code and issue threads of 2026',
    written: '2026-11-25',
    selectors: {
      composer: 'div[role="textbox"][data-lexical-editor="true"]',
      elsewhere: '[aria-label*="message" i], [role="searchbox"]',
      scope: '[role="dialog"]',
      account: '[role="dialog"] a[href]',
      picture: '[role="dialog"] img[src^="blob:"]',
      video: '[role="dialog"] video[src^="blob:"]',
      reply: '[aria-label*="reply" i], [aria-placeholder*="reply" i]',
    },
    labels: { publish: ['Post', 'Reply', 'Schedule', 'পোস্ট করুন', 'উত্তর দিন'] },

    surroundings: (composer, _scope, usual) => ({ ...usual, action: composer.matches(threads.selectors.reply) ? 'reply' : 'post' }),
  };

  Jachai.addPlatform(threads);
})();
