// @ts-check
// YouTube: a post of the community tab with its quiz or poll, comments (on the mobile site, too), the chat beside a live video, which
// a plain Enter sends; in Studio a video's title and description, and answers to comments.

(() => {
  /** @type {PlatformFile<'chat'|'part'|'post'|'reply'>} */
  const youtube = {
    name: 'youtube',
    hosts: ['www.youtube.com', 'm.youtube.com', 'studio.youtube.com'],
    littleKnown: ['studio.youtube.com'],
    confirmed: 'never on the live site; from public code and issue threads of 2026',
    written: '2026-11-29',
    selectors: {
      composer: [
        ':is(ytd-backstage-post-dialog-renderer, ytd-commentbox) #contenteditable-root',
        '[class*="ytPostsCreation"] textarea, ytd-commentbox .poll-option-input input',
        'yt-live-chat-text-input-field-renderer #input[contenteditable]:not([contenteditable="false"])',
        'ytcp-social-suggestions-textbox [contenteditable="true"], ytcp-commentbox textarea',
        ':is(ytm-comment-simplebox-renderer, ytm-commentbox) textarea, textarea[class*="YtmCommentSimplebox"]',
      ].join(', '),
      post: 'ytd-backstage-post-dialog-renderer *, ytcp-social-suggestions-textbox *',
      part: '[class*="ytPostsCreation"] textarea, .poll-option-input *, #title-textarea *', // the office need not be named in it
      reply: 'ytcp-commentbox *',
      chat: 'yt-live-chat-text-input-field-renderer *',
      elsewhere: 'yt-live-chat-renderer *:not(yt-live-chat-text-input-field-renderer *), #search *',
      scope: 'yt-live-chat-message-input-renderer, ytd-commentbox, ytcp-commentbox, ytcp-uploads-dialog, ytm-comment-simplebox-renderer',
      publish: [
        '#submit-button button, #send-button button, ytd-button-renderer#submit-button, ytcp-comment-button#submit-button',
        'ytcp-uploads-dialog #next-button, ytcp-uploads-dialog #done-button, ytcp-button:is(#save, #save-button, #publish-button)',
      ].join(', '),
      button: 'button, [role="button"], ytcp-button',
      account: 'ytd-backstage-post-dialog-renderer #author-text, ytd-commentbox #author-name',
      picture: '#image-container img[src^="blob:"], img[src^="data:"]',
    },
    labels: { publish: ['Comment', 'Reply', 'মন্তব্য করুন', 'কমেন্ট করুন', 'উত্তর দিন'] },

    // Studio publishes by its buttons alone: a key that we held would press the last of them, and publish the video.
    publishKeys(composer, _scope, usual) {
      if (composer.matches('ytcp-social-suggestions-textbox *')) return [];
      return composer.matches(youtube.selectors.chat) ? ['Enter', ...usual] : usual;
    },

    surroundings(composer, _scope, usual) {
      const { part, post, reply } = youtube.selectors;
      return { ...usual, action: composer.matches(part) ? 'edit' : composer.matches(post) ? 'post' : composer.matches(reply) ? 'reply' : 'comment' };
    },
  };

  Jachai.addPlatform(youtube);
})();
