// @ts-check
// Mastodon: one form on every server. The large servers are named here; others are known by the same form where IT names
// the site. A content warning is a draft beside the post's: the same keys publish both.

(() => {
  const OWN = ':not(.reply-indicator *, [class*="status"] *)'; // who is answered or quoted is named in the form, too

  /** @type {PlatformFile<'edit'|'reply'|'warning'>} */
  const mastodon = {
    name: 'mastodon',
    hosts: ['mastodon.social', 'mastodon.online', 'mstdn.social'],
    anywhere: true,
    confirmed: 'never on the live site; from public code and issue threads of 2026',
    written: '2026-11-29',
    selectors: {
      composer: 'form.compose-form textarea.autosuggest-textarea__textarea, form.compose-form input.spoiler-input__input:not(:disabled)', // disabled: folded away
      warning: 'input',
      // A private mention is written in the same form: 4.3 and later, 4.2, and before that.
      elsewhere: 'form.compose-form:has(.dropdown-button .icon-at, .privacy-dropdown__value-icon :is(.icon-at, .fa-at)) *',
      scope: 'form.compose-form',
      publish: '.compose-form__submit button[type="submit"], .compose-form__publish button[type="submit"]',
      account: `.navigation-bar .display-name__html, .compose-form .display-name__html${OWN}`,
      handle: `.navigation-bar .display-name__account, .compose-form .display-name__account${OWN}`,
      picture: '.compose-form__uploads .compose-form__upload__thumbnail',
      reply: '.reply-indicator',
      edit: '.edit-indicator',
    },

    surroundings(composer, scope, usual) {
      if (composer.matches(mastodon.selectors.warning)) return { ...usual, action: 'edit' }; // a part of a post: the office need not be named in it
      const isThere = (/** @type {string} */ selector) => scope.querySelector(selector) !== null;
      return { ...usual, action: isThere(mastodon.selectors.edit) ? 'edit' : isThere(mastodon.selectors.reply) ? 'reply' : 'post' };
    },
  };

  Jachai.addPlatform(mastodon);
})();
