// @ts-check
// What the practice page itself says; the strings of badge, panel and dialogs are in extension/page/words.js.

/** @typedef {typeof PracticeWords['bn']} PageWords */

var PracticeWords = {
  bn: {
    pageTitle: 'যাচাই: অনুশীলন',
    title: 'যাচাই',
    tagline: 'প্রকাশের আগে পোস্টের খসড়া নির্দেশিকার সঙ্গে মিলিয়ে দেখুন',
    lead: 'নিচের ঘরে পোস্টের খসড়া লিখুন বা পেস্ট করুন। ‘সরকারি প্রতিষ্ঠানে সামাজিক যোগাযোগ মাধ্যম ব্যবহার সংক্রান্ত নির্দেশিকা, ২০১৬’-এর পরিপন্থি কিছু থাকলে তা দেখানো হবে।',
    samples: 'নমুনা দেখুন:',
    sampleNotice: 'সাধারণ বিজ্ঞপ্তি',
    sampleVote: 'ভোটের আহ্বান',
    sampleInsult: 'কটু কথা',
    sampleMobile: 'নাগরিকের মোবাইল নম্বর',
    account: 'কোন অ্যাকাউন্ট থেকে?',
    institution: 'প্রতিষ্ঠানের',
    employee: 'কর্মচারীর নিজের',
    draft: 'পোস্টের খসড়া',
    placeholder: 'এখানে লিখুন…',
    kept: 'লেখাটি কোথাও সংরক্ষণ করা হয় না।',
    publish: 'প্রকাশ করুন',
    passed: 'খসড়াটি প্রকাশ করা যেত। এটি অনুশীলনের পাতা, তাই কোথাও কিছু প্রকাশ করা হয়নি।',
    keptBack: 'খসড়াটি প্রকাশ করা হয়নি। সংশোধন করে আবার চেষ্টা করুন।',
    held: 'খসড়াটি প্রকাশ করা হয়নি।',
    nothing: 'প্রকাশ করার মতো কিছু লেখা হয়নি।',
    noToken: 'এই সার্ভারে টোকেন ছাড়া যাচাই হয় না। এক্সটেনশনের ‘শুরুর কথা’ পাতায় অনুশীলন করুন।',
    holds: 'দপ্তরের নির্দেশে সব প্রকাশ স্থগিত।',
    until: 'নির্দেশটি {time} পর্যন্ত বলবৎ।',
  },
  en: {
    pageTitle: 'Jachai: practice',
    title: 'Jachai',
    tagline: 'Check a draft before it is published',
    lead: 'Write or paste the draft of a post below. What is against the guideline on the use of social media in government institutions, 2016, will be shown.',
    samples: 'See a sample:',
    sampleNotice: 'An ordinary notice',
    sampleVote: 'A call to vote',
    sampleInsult: 'An insult',
    sampleMobile: 'A citizen’s mobile number',
    account: 'From which account?',
    institution: 'The institution’s',
    employee: 'An employee’s own',
    draft: 'Draft of the post',
    placeholder: 'Write here…',
    kept: 'The text is kept nowhere.',
    publish: 'Publish',
    passed: 'This draft could have been published. This is a practice page, so nothing was published anywhere.',
    keptBack: 'The draft was not published. Mend it and try again.',
    held: 'The draft was not published.',
    nothing: 'There is nothing to publish yet.',
    noToken: 'This server checks nothing without a token. Please practise on the extension’s page “First steps”.',
    holds: 'All publishing is on hold by order of the office.',
    until: 'In force until {time}.',
  },
};

/** Drafts of our own invention; persons and the number are made up. */
var PracticeSamples = {
  notice: 'আগামী ১২ ডিসেম্বর সকাল ১০টায় উপজেলা পরিষদ মিলনায়তনে নারী উদ্যোক্তাদের জন্য দিনব্যাপী প্রশিক্ষণ কর্মশালা অনুষ্ঠিত হবে। আগ্রহীদের সময়মতো উপস্থিত থাকার জন্য অনুরোধ করা হলো।',
  vote: 'উপজেলার রাস্তা সংস্কারের কাজ শেষ হয়েছে। উন্নয়নের ধারা ধরে রাখতে আসন্ন নির্বাচনে নৌকায় ভোট দিন।',
  insult: 'ভূমি অফিসের সেবা নিয়ে যারা অভিযোগ করে তারা সব কুলাঙ্গার, এদের কথায় কান দেবেন না।',
  mobile: 'বয়স্ক ভাতার আবেদন প্রসঙ্গে জানানো যাচ্ছে, আবেদনকারী আবদুল করিম, পিতা: রহিম উদ্দিন, মোবাইল ০১৭১২৩৪৫৬৭৮, তাঁর ভাতা অনুমোদিত হয়েছে।',
};
