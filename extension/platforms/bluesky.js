// @ts-check
// Bluesky: a post, a reply, a quote.

(() => {
  /** @type {PlatformFile<'reply'>} */
  const bluesky = {
    name: 'bluesky',
    hosts: ['bsky.app'],
    confirmed: 'never on the live site; from public code and issue threads of 2026',
    written: '2026-11-28',
    inboxes: ['/messages'],
    selectors: {
      composer: 'div[role="textbox"][aria-label="Rich-Text Editor"], [role="dialog"] .tiptap.ProseMirror[contenteditable="true"]',
      elsewhere: '[data-testid="messageInput"], [aria-label="Message input field"], [role="search"] *',
      scope: '[role="dialog"]',
      publish: '[data-testid="composerPublishBtn"]',
      handle: '[role="dialog"] img[alt^="@"], [data-testid="userAvatarImage"]',
      mention: '.mention, a[href^="/profile/"]',
      picture: '[data-testid="selectedPhotosView"] img',
      reply: '[data-testid="composerPublishBtn"]:is([aria-label*="repl" i], [aria-label*="উত্তর"], [aria-label*="জবাব"])', // "Publish reply", "Publish replies"
    },

    surroundings: (_composer, scope, usual) => ({ ...usual, action: scope.querySelector(bluesky.selectors.reply) ? 'reply' : 'post' }),
  };

  Jachai.addPlatform(bluesky);
})();
