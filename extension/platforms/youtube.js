// @ts-check
// YouTube: a post of the community tab, and comments.

(() => {
  /** @type {PlatformFile} */
  const youtube = {
    name: 'youtube',
    hosts: ['www.youtube.com'],
    confirmed: 'never on the live site; from public code and issue threads of 2026',
    written: '2026-11-25',
    selectors: {
      composer: ':is(ytd-backstage-post-dialog-renderer, ytd-commentbox) #contenteditable-root',
      post: 'ytd-backstage-post-dialog-renderer *',
      elsewhere: 'yt-live-chat-renderer *, #search *',
      scope: 'ytd-commentbox',
      publish: '#submit-button button, ytd-button-renderer#submit-button',
      account: 'ytd-backstage-post-dialog-renderer #author-text, #author-name',
      picture: '#image-container img[src^="blob:"], img[src^="data:"]',
    },

    surroundings: (composer, _scope, usual) => ({ ...usual, action: composer.matches(youtube.selectors.post) ? 'post' : 'comment' }),
  };

  Jachai.addPlatform(youtube);
})();
