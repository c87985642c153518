// @ts-check
// Any site that IT names in the managed setting `sites`: a textarea or an editable element, and a button that submits.
// It has no hosts of its own: the background registers these scripts for the sites named, nowhere else.

(() => {
  const { all, labelOf } = Jachai.elements;
  const UNDOES = /\b(cancel|delete|discard|remove|reset)\b|বাতিল|মুছ|ডিলিট|অপসারণ/i;
  const KEEPS = /\b(preview|drafts?)\b|প্রাকদর্শন|পূর্বরূপ|প্রিভিউ|খসড়া|ড্রাফট/i;
  const PUBLISHES = /^post\b|\b(publish|send|submit)\b|প্রকাশ|পাবলিশ|পাঠান|জমা|সাবমিট/i; // "Publish draft"

  /** @type {PlatformFile<never>} */
  const generic = {
    name: 'generic',
    hosts: [],
    anywhere: true,
    submits: true,
    confirmed: 'never: it fits what the site itself says of its form',
    written: '2026-12-01',
    selectors: {
      // CodeMirror, Ace and Monaco draw the draft beside the field that takes its keys, and empty that: of such a draft the icon warns.
      // The last: of a document in designMode, as old editors have in a frame.
      composer: 'textarea:not([readonly], [disabled], [role="searchbox"], [aria-hidden="true"], :is(.CodeMirror, .ace_editor, .monaco-editor) *), [contenteditable]:not([contenteditable="false"]), html:not([contenteditable]) > body:read-write',
      scope: 'form',
      publish: '[type="submit"], form button:not([type])',
      button: 'button, [role="button"], input:is([type="submit"], [type="button"]), a:is(:not([href]), [href=""], [href="#"], [href="#!"], [href^="javascript:" i]):is(form *)', // the last: one that leads nowhere
      picture: 'img[src^="blob:"]',
    },
    labels: {
      publish: [
        'Post', 'Publish', 'Share', 'Send', 'Submit', 'Save', 'Update', 'Reply', 'Comment',
        'পোস্ট', 'পোস্ট করুন', 'প্রকাশ', 'প্রকাশ করুন', 'শেয়ার করুন', 'পাঠান', 'জমা দিন', 'সংরক্ষণ', 'সংরক্ষণ করুন', 'হালনাগাদ করুন',
      ],
    },

    publishControls: (composer, scope, usual) => [...new Set([...usual, ...submittersOf(composer, scope)])].filter(isForPublishing),
  };

  /** A form's own buttons may stand outside it, at the foot of a dialog, as its fields may. @param {HTMLElement} composer @param {Scope} scope */
  function submittersOf(composer, scope) {
    const form = scope instanceof HTMLFormElement ? scope : /** @type {HTMLTextAreaElement} */ (composer).form;
    const root = /** @type {Document|ShadowRoot|undefined} */ (form?.getRootNode());
    return root ? all(root, 'button, input').filter((button) => 'form' in button && button.form === form && 'type' in button && button.type === 'submit') : [];
  }

  /** A form may have buttons more that submit it: Delete, Preview, Save draft. @param {HTMLElement} button */
  function isForPublishing(button) {
    const label = labelOf(button);
    return !UNDOES.test(label) && (!KEEPS.test(label) || PUBLISHES.test(label));
  }

  Jachai.addPlatform(generic);
})();
