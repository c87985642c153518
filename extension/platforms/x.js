// @ts-check
// X: a post on the home page, a thread (several drafts under one button), a reply, a quote, a scheduled post.

(() => {
  const { all } = Jachai.elements;
  const POST_PAGE = /\/status\/\d/; // what is written in the page itself answers its post

  /** @type {PlatformFile<'answered'|'quoted'>} */
  const x = {
    name: 'x',
    hosts: ['x.com', 'twitter.com', 'pro.x.com'],
    confirmed: 'never on the live site; from public code and issue threads of 2026',
    written: '2026-11-29',
    inboxes: ['/messages', '/i/chat', '/i/grok'], // what Grok is asked nobody else reads
    selectors: {
      composer: '[data-testid^="tweetTextarea_"][contenteditable="true"], textarea[data-testid^="tweetTextarea_"]',
      scope: '[role="dialog"]', // none on the home page: there the nearest button is the draft's
      publish: '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]', // scheduling ends on tweetButton again
      elsewhere: '[data-testid="GrokDrawer"] *, [data-testid="chat-drawer-root"] *, [data-testid^="dmComposer"], [data-testid^="dm-composer"], [data-testid^="chatComposer"], [data-testid="messageComposer"] *, [data-testid="SearchBox_Search_Input"], [role="combobox"]:not([data-testid])',
      account: '[data-testid="SideNav_AccountSwitcher_Button"] > div:first-child',
      handle: '[data-testid="SideNav_AccountSwitcher_Button"]',
      picture: '[data-testid="attachments"] img',
      video: '[data-testid="attachments"] video',
      answered: 'article[data-testid="tweet"]',
      quoted: '[role="link"] [data-testid="tweetText"]',
    },

    surroundings(composer, scope, usual) {
      // In the page itself the whole feed is in the scope: nothing of it belongs to the draft.
      const isDialog = scope instanceof Element;
      if (!isDialog) return { ...usual, action: POST_PAGE.test(location.pathname) ? 'reply' : 'post' };
      const isReply = all(scope, x.selectors.answered).length > 0;
      const isQuote = all(scope, x.selectors.quoted).length > 0;
      return { ...usual, action: isReply ? 'reply' : isQuote ? 'share' : 'post' };
    },
  };

  Jachai.addPlatform(x);
})();
