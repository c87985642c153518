// @ts-check
// Bluesky: a post, a reply, a quote.

(() => {
  /** @type {PlatformFile} */
  const bluesky = {
    name: 'bluesky',
    hosts: ['bsky.app'],
    confirmed: 'never on the live site; from public code and issue threads of 2026',
    written: '2026-11-25',
    selectors: {
      composer: 'div[role="textbox"][aria-label="Rich-Text Editor"], .tiptap.ProseMirror[contenteditable="true"]',
      elsewhere: '[data-testid="messageInput"], [role="search"] *',
      scope: '[role="dialog"]',
      publish: '[data-testid="composerPublishBtn"]',
      handle: '[role="dialog"] img[alt^="@"], [data-testid="userAvatarImage"]',
      mention: '.mention, a[href^="/profile/"]',
      picture: '[data-testid="selectedPhotosView"] img',
      context: '[data-testid="replyingToText"], [data-testid="quoteEmbed"]',
    },

    surroundings: (_composer, _scope, usual) => ({ ...usual, action: usual.context ? 'reply' : 'post' }),
  };

  Jachai.addPlatform(bluesky);
})();
