// @ts-check
// Bluesky: a post, a reply, a quote.

(() => {
  const { all, textOf } = Jachai.elements;

  /** @type {PlatformFile<'reply'>} */
  const bluesky = {
    name: 'bluesky',
    hosts: ['bsky.app'],
    confirmed: 'never on the live site; from public code and issue threads of 2026',
    written: '2026-11-29',
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

    surroundings(composer, scope, usual) {
      if (!scope.querySelector(bluesky.selectors.reply)) return { ...usual, action: 'post' };
      const handle = handleBeside(composer);
      return { ...usual, account: { kind: 'unknown', name: '', ...(handle && { handle }) }, action: 'reply' };
    },
  };

  /** @param {HTMLElement} composer @returns {string} of the picture in its row: above stands that of who is answered */
  function handleBeside(composer) {
    let handle = '';
    for (let around = composer.parentElement; around && !handle && !all(around, bluesky.selectors.publish).length; around = around.parentElement) {
      handle = all(around, bluesky.selectors.handle).map(textOf).join(' ').match(/@[\w.-]+/)?.[0] ?? '';
    }
    return handle;
  }

  Jachai.addPlatform(bluesky);
})();
