// @ts-check
// Every string of the interface, in both languages, under the same keys. {n}, {label} ... are filled by `fill`.

/** @typedef {typeof JachaiWords['bn']} Words */

var JachaiWords = {
  bn: {
    name: 'যাচাই',
    severity: { advise: 'পরামর্শ', warn: 'সতর্কতা', block: 'স্থগিত' },
    checking: 'যাচাই চলছে…',
    clear: 'নির্দেশিকার পরিপন্থি কিছু পাওয়া যায়নি',
    findings: '{n}টি বিষয় দেখুন',
    unchecked: 'যাচাই করা হয়নি',
    empty: 'লেখা শুরু করলে যাচাই হবে',
    partly: 'লেখাটি পুরোপুরি যাচাই করা যায়নি। যা দেখানো হলো তার বাইরেও ত্রুটি থাকতে পারে।',
    unreachable: 'যাচাই সার্ভারে সংযোগ পাওয়া যায়নি।',
    refused: 'যাচাই সার্ভার লেখাটি গ্রহণ করেনি।',
    failed: 'যাচাই সার্ভার ঠিকমতো উত্তর দেয়নি।',
    paused: 'এই সাইটে যাচাই সাময়িকভাবে বন্ধ আছে।',
    again: 'আবার যাচাই করুন',
    open: 'যাচাইয়ের ফলাফল দেখুন',
    close: 'বন্ধ করুন',
    jump: 'লেখার এই অংশে যান',
    clause: 'অনুচ্ছেদ {label}',
    read: 'অনুচ্ছেদটি পড়ুন',
    instead: 'এর বদলে লিখুন',
    remove: 'বাদ দিন',
    insert: 'লেখায় যোগ করুন',
    copy: 'কপি করুন',
    copied: 'কপি হয়েছে',
    notCopied: 'কপি করা গেল না। লেখাটি নির্বাচন করে নিজে কপি করুন।',
    notTaken: 'এই ঘরে লেখা বদলানো গেল না। নিচের লেখাটি কপি করে নিজে বসিয়ে নিন।',
    notes: 'জ্ঞাতব্য',
    ruleset: 'শব্দতালিকার সংস্করণ {version}',
    holdTitle: 'প্রকাশ স্থগিত রাখা হয়েছে',
    holdLead: 'নিচের বিষয়গুলো সংশোধন না করা পর্যন্ত পোস্টটি প্রকাশ করা যাবে না।',
    holdOrReason: 'নিচের বিষয়গুলো সংশোধন করুন। সংশোধন ছাড়া প্রকাশ করতে হলে কারণ জানাতে হবে।',
    holdUnchecked: 'এই দপ্তরের নিয়মে যাচাই ছাড়া পোস্ট প্রকাশ করা যায় না।',
    later: 'কিছুক্ষণ পর আবার চেষ্টা করুন।',
    warnTitle: 'প্রকাশের আগে দেখে নিন',
    warnLead: 'নিচের বিষয়গুলো নির্দেশিকার পরিপন্থি হতে পারে।',
    uncheckedTitle: 'লেখাটি যাচাই করা হয়নি',
    uncheckedLead: 'লেখাটি নির্দেশিকা অনুযায়ী কি না, তা জানা যায়নি। নিজে ভালোভাবে পড়ে সিদ্ধান্ত নিন।',
    back: 'ফিরে গিয়ে সংশোধন করুন',
    leave: 'ফিরে যান',
    publish: 'তবুও প্রকাশ করুন',
    officeHoldTitle: 'সব প্রকাশ সাময়িকভাবে স্থগিত',
    giveReason: 'কারণ জানিয়ে প্রকাশ করুন',
    reason: 'প্রকাশের কারণ',
    chooseReason: 'একটি কারণ বেছে নিন।',
    writeNote: 'কারণটি অল্প কথায় লিখুন।',
    note: 'নোট (ঐচ্ছিক)',
    noteHint: 'সর্বোচ্চ ৮০ অক্ষর। পোস্টের লেখা এখানে লিখবেন না। কারণ ও নোট দপ্তরের রেকর্ডে থাকবে; পোস্টের লেখা থাকবে না।',
    publishWithReason: 'কারণ রেকর্ড করে প্রকাশ করুন',
    keeping: 'কারণ রেকর্ড করা হচ্ছে…',
    notKept: 'কারণ রেকর্ড করা যায়নি, তাই পোস্টটি প্রকাশ করা হয়নি।',
    more: 'এটি ভুল মনে হলে',
    hide: 'এই বিষয়টি আড়াল করুন',
    hideTerm: 'এই কারণের বিষয়গুলো যত দিন আড়াল থাকবে:',
    periods: { week: '১ সপ্তাহ', month: '১ মাস', quarter: '৩ মাস' },
    notDone: 'কাজটি করা যায়নি।',
    ownNumber: 'এটি আমাদের দপ্তরের নম্বর',
    ownOther: 'এটি আমাদের দপ্তরের',
    report: 'ভুল ধরা হয়েছে? জানান',
    reported: 'জানানো হয়েছে, ধন্যবাদ',
    reportTitle: 'ভুল ধরা হয়েছে? জানান',
    reportLead: 'নিচে যা দেখছেন কেবল সেটুকুই দপ্তরের যাচাই সার্ভারে যাবে, তা-ও আপনি ‘পাঠান’ চাপলে। দরকার হলে লেখাটুকু বদলে বা মুছে দিন।',
    excerpt: 'যে লেখাটুকু পাঠানো হবে',
    excerptHint: 'সর্বোচ্চ ২০০ অক্ষর। ৯০ দিন পর মুছে ফেলা হয়।',
    excerptPrivate: 'সর্বোচ্চ ২০০ অক্ষর; ৯০ দিন পর মুছে ফেলা হয়। নম্বরের অঙ্কগুলো শূন্য করে দেওয়া হয়েছে। নাম-ঠিকানা থাকলে মুছে দিন।',
    reportNoteHint: 'কেন এটি ভুল মনে হলো, অল্প কথায়। সর্বোচ্চ ৮০ অক্ষর।',
    alsoSent: 'সঙ্গে আর যা যাবে',
    sentClause: 'অনুচ্ছেদ',
    sentCheck: 'পরীক্ষা',
    sentSource: 'তালিকার সারি',
    sentPlatform: 'সাইট',
    sentFingerprint: 'লেখার ছাপ (হ্যাশ)',
    sentBeside: 'প্রতিষ্ঠানের আইডি, এক্সটেনশনের সংস্করণ ও এই ব্রাউজারের এলোমেলো একটি নম্বর প্রতিটি অনুরোধের সঙ্গেই যায়।',
    send: 'পাঠান',
    notSent: 'পাঠানো যায়নি।',
  },
  en: {
    name: 'Jachai',
    severity: { advise: 'Advice', warn: 'Warning', block: 'On hold' },
    checking: 'Checking…',
    clear: 'Nothing against the guideline was found',
    findings: 'Points to look at: {n}',
    unchecked: 'Not checked',
    empty: 'Start writing and it will be checked',
    partly: 'This text could not be checked completely. There may be more than what is shown.',
    unreachable: 'The checking server could not be reached.',
    refused: 'The checking server did not accept the text.',
    failed: 'The checking server gave no proper answer.',
    paused: 'Checking is paused on this site.',
    again: 'Check again',
    open: 'Show what was found',
    close: 'Close',
    jump: 'Go to these words',
    clause: 'Clause {label}',
    read: 'Read the clause',
    instead: 'Write instead',
    remove: 'Remove',
    insert: 'Add to the text',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'It could not be copied. Please select the words and copy them yourself.',
    notTaken: 'The text could not be changed here. Copy the words below and put them in yourself.',
    notes: 'Please note',
    ruleset: 'Word lists {version}',
    holdTitle: 'Publishing is on hold',
    holdLead: 'The post cannot be published until the following is mended.',
    holdOrReason: 'Please mend the following. To publish without, a reason has to be given.',
    holdUnchecked: 'This office does not let a post be published unchecked.',
    later: 'Please try again in a while.',
    warnTitle: 'Please look before you publish',
    warnLead: 'The following may be against the guideline.',
    uncheckedTitle: 'This text was not checked',
    uncheckedLead: 'It is not known whether the text follows the guideline. Please read it carefully and decide.',
    back: 'Go back and mend',
    leave: 'Go back',
    publish: 'Publish anyway',
    officeHoldTitle: 'All publishing is on hold',
    giveReason: 'Publish with a reason',
    reason: 'Why it is published',
    chooseReason: 'Please choose a reason.',
    writeNote: 'Please say the reason in a few words.',
    note: 'Note (optional)',
    noteHint: 'At most 80 characters, nothing of the post. Reason and note are kept in the office’s records; the post’s text is not.',
    publishWithReason: 'Record the reason and publish',
    keeping: 'Recording the reason…',
    notKept: 'The reason could not be recorded, so the post was not published.',
    more: 'If this seems wrong',
    hide: 'Hide this finding',
    hideTerm: 'Hide findings of this cause for:',
    periods: { week: '1 week', month: '1 month', quarter: '3 months' },
    notDone: 'That could not be done.',
    ownNumber: 'This is our office’s number',
    ownOther: 'This is our office’s own',
    report: 'Report a false alarm',
    reported: 'Reported, thank you',
    reportTitle: 'Report a false alarm',
    reportLead: 'Only what you see below goes to the office’s checking server, and only when you press “Send”. Change or delete any of it.',
    excerpt: 'The words that will be sent',
    excerptHint: 'At most 200 characters. Deleted after 90 days.',
    excerptPrivate: 'At most 200 characters; deleted after 90 days. The digits of numbers were made zeros. Please take out names and addresses.',
    reportNoteHint: 'Why this seems wrong, in a few words. At most 80 characters.',
    alsoSent: 'What else is sent',
    sentClause: 'Clause',
    sentCheck: 'Check',
    sentSource: 'Entry of the list',
    sentPlatform: 'Site',
    sentFingerprint: 'Fingerprint (hash)',
    sentBeside: 'The institution’s id, the extension’s version and a random number of this browser go with every request.',
    send: 'Send',
    notSent: 'It could not be sent.',
  },
};

(() => {
  /**
   * The strings of the interface.
   * @param {Language} language
   * @returns {Words}
   */
  Jachai.words = (language) => JachaiWords[language] ?? JachaiWords.bn;

  /**
   * A number in the digits of the language.
   * @param {number|string} number
   * @param {Language} language
   */
  Jachai.digits = (number, language) => {
    const ascii = String(number);
    if (language !== 'bn') return ascii;
    return ascii.replace(/[0-9]/g, (digit) => String.fromCharCode(0x09e6 + Number(digit)));
  };

  /**
   * Puts values in the places of a string; digits are not changed.
   * @param {string} template
   * @param {Record<string, string>} values
   */
  Jachai.fill = (template, values) => template.replace(/\{(\w+)\}/g, (place, key) => values[key] ?? place);
})();
