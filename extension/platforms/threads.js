// @ts-check
// Threads: a new thread, a reply, a quote. Post is a role=button that only its text tells.

(() => {
  const labelled = (/** @type {string[]} */ words) => words.flatMap((word) => [`[aria-label*="${word}" i]`, `[aria-placeholder*="${word}" i]`]).join(', ');

  // A message has the same box: in the page itself none is ours whose label does not say so.
  const OURS = labelled(['post', 'reply', 'thread', "what's new", 'what’s new', 'say more', 'পোস্ট', 'উত্তর', 'জবাব', 'থ্রেড', 'নতুন কী']);
  const MESSAGES = `[aria-label^="message" i], [aria-placeholder^="message" i], ${labelled(['a message', 'মেসেজ', 'বার্তা'])}`; // "Message...", not "Reply to daily_message"

  /** @type {PlatformFile<'reply'>} */
  const threads = {
    name: 'threads',
    hosts: ['www.threads.com', 'www.threads.net'],
    confirmed: 'never on the live site; from public code and issue threads of 2026',
    written: '2026-11-29',
    inboxes: ['/messages'],
    selectors: {
      composer: `div[role="textbox"][data-lexical-editor="true"]:is([role="dialog"] *, ${OURS})`,
      elsewhere: `${MESSAGES}, [role="searchbox"]`,
      scope: '[role="dialog"]',
      account: '[role="dialog"] a[href]',
      picture: '[role="dialog"] img[src^="blob:"]',
      video: '[role="dialog"] video[src^="blob:"]',
      reply: labelled(['reply', 'উত্তর', 'জবাব']),
    },
    labels: { // the page's own, and a browser's translation of its English
      publish: ['Post', 'Reply', 'Schedule', 'পোস্ট করুন', 'পোস্ট', 'উত্তর দিন', 'উত্তর', 'জবাব দিন', 'জবাব', 'শিডিউল করুন', 'শিডিউল', 'সময়সূচী', 'সময়সূচি'],
    },

    surroundings(composer, _scope, usual) {
      if (!composer.matches(threads.selectors.reply)) return { ...usual, action: 'post' };
      return { ...usual, account: { kind: 'unknown', name: '' }, action: 'reply' }; // the first name is of who is answered
    },
  };

  Jachai.addPlatform(threads);
})();
