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
    partly: 'লেখাটি পুরোপুরি যাচাই করা যায়নি। নিচে যা দেখানো হলো তার বাইরেও ত্রুটি থাকতে পারে।',
    unreachable: 'যাচাই সার্ভারে সংযোগ পাওয়া যায়নি।',
    refused: 'যাচাই সার্ভার লেখাটি গ্রহণ করেনি।',
    failed: 'যাচাই সার্ভার ঠিকমতো উত্তর দেয়নি।',
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
    notTaken: 'এই ঘরে লেখা বদলানো গেল না। নিচের লেখাটি কপি করে নিজে বসিয়ে নিন।',
    notes: 'জ্ঞাতব্য',
    ruleset: 'শব্দতালিকার সংস্করণ {version}',
    holdTitle: 'প্রকাশ স্থগিত রাখা হয়েছে',
    holdLead: 'নিচের বিষয়গুলো সংশোধন না করা পর্যন্ত পোস্টটি প্রকাশ করা যাবে না।',
    holdUnchecked: 'এই দপ্তরের নিয়মে যাচাই ছাড়া পোস্ট প্রকাশ করা যায় না। কিছুক্ষণ পর আবার চেষ্টা করুন।',
    warnTitle: 'প্রকাশের আগে দেখে নিন',
    warnLead: 'লেখাটির নিচের অংশ নির্দেশিকার পরিপন্থি হতে পারে।',
    uncheckedTitle: 'লেখাটি যাচাই করা হয়নি',
    uncheckedLead: 'লেখাটি নির্দেশিকা অনুযায়ী কি না, তা জানা যায়নি। নিজে ভালোভাবে পড়ে সিদ্ধান্ত নিন।',
    back: 'ফিরে গিয়ে সংশোধন করুন',
    leave: 'ফিরে যান',
    publish: 'তবুও প্রকাশ করুন',
  },
  en: {
    name: 'Jachai',
    severity: { advise: 'Advice', warn: 'Warning', block: 'On hold' },
    checking: 'Checking…',
    clear: 'Nothing against the guideline was found',
    findings: 'Points to look at: {n}',
    unchecked: 'Not checked',
    empty: 'Start writing and it will be checked',
    partly: 'This text could not be checked completely. There may be more than what is shown below.',
    unreachable: 'The checking server could not be reached.',
    refused: 'The checking server did not accept the text.',
    failed: 'The checking server gave no proper answer.',
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
    notTaken: 'The text could not be changed here. Copy the words below and put them in yourself.',
    notes: 'Please note',
    ruleset: 'Word lists {version}',
    holdTitle: 'Publishing is on hold',
    holdLead: 'The post cannot be published until the following is mended.',
    holdUnchecked: 'This office does not let a post be published unchecked. Please try again in a while.',
    warnTitle: 'Please look before you publish',
    warnLead: 'This part of the text may be against the guideline.',
    uncheckedTitle: 'This text was not checked',
    uncheckedLead: 'It is not known whether the text follows the guideline. Please read it carefully and decide.',
    back: 'Go back and mend',
    leave: 'Go back',
    publish: 'Publish anyway',
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
