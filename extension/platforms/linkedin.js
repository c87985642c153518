// @ts-check
// LinkedIn: a post is written in the open shadow root of #interop-outlet, a comment in the page.

(() => {
  /** @type {PlatformFile} */
  const linkedin = {
    name: 'linkedin',
    hosts: ['www.linkedin.com'],
    confirmed: 'never on the live site; from public code and issue threads of 2026',
    written: '2026-11-25',
    selectors: {
      host: '#interop-outlet',
      composer: '.ql-editor[contenteditable="true"], .tiptap.ProseMirror[contenteditable="true"]',
      comment: '[class*="comments-comment"] *, form[class*="comment"] *',
      elsewhere: '.msg-form__contenteditable, [aria-label*="message" i]',
      scope: '.share-box, [role="dialog"], form',
      publish: 'button.share-actions__primary-action, button[class*="comments-comment-box__submit-button"]',
      account: '.share-unified-settings-entry-button__title, .share-creation-state__entity-name',
      mention: '.ql-mention, a[data-entity-urn], [data-type="mention"]',
      picture: 'img[src^="blob:"], img[src^="data:"]',
      video: 'video[src^="blob:"]',
      origin: '.feed-shared-update-v2, [role="dialog"]',
      context: '.update-components-text, .feed-shared-mini-update-v2__commentary',
    },
    labels: { publish: ['Post', 'Comment', 'Reply', 'Schedule', 'Next', 'Save'] },

    surroundings(composer, _scope, usual) {
      return composer.matches(linkedin.selectors.comment) ? { ...usual, action: 'comment' } : { ...usual, action: usual.context ? 'share' : 'post' };
    },
  };

  Jachai.addPlatform(linkedin);
})();
