// @ts-check
// Any site that IT names in the managed setting `sites`: a textarea or an editable element, and a button that submits.
// It has no hosts of its own: the background registers these scripts for the sites named, nowhere else.

(() => {
  /** @type {PlatformFile} */
  const generic = {
    name: 'generic',
    hosts: [],
    anywhere: true,
    confirmed: 'never: it fits what the site itself says of its form',
    written: '2026-11-25',
    selectors: {
      composer: 'textarea:not([readonly], [disabled], [role="searchbox"], [aria-hidden="true"]), [contenteditable]:not([contenteditable="false"])',
      scope: 'form',
      publish: '[type="submit"], form button:not([type])',
      picture: 'img[src^="blob:"]',
    },
    labels: {
      publish: [
        'Post', 'Publish', 'Share', 'Send', 'Submit', 'Save', 'Update', 'Reply', 'Comment',
        'পোস্ট', 'পোস্ট করুন', 'প্রকাশ', 'প্রকাশ করুন', 'শেয়ার করুন', 'পাঠান', 'জমা দিন', 'সংরক্ষণ', 'সংরক্ষণ করুন', 'হালনাগাদ করুন',
      ],
    },
  };

  Jachai.addPlatform(generic);
})();
