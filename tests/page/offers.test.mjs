import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './page.mjs';

const { Jachai } = openPage();
const FINDING = { severity: 'advise', spans: [[0, 3]], may_be_own: true };
const OPTIONS = { offers: {}, canReport: false, report: async () => 'back' };

/** @param {Language} language */
const ownOf = (check, match, language) => Jachai.offersOf({ onPress: () => {} }, { ...FINDING, check, match }, { ...OPTIONS, language }).querySelector('.own').textContent;

// What is the office's own is called what it is, whatever signs it is written with.
const OWN = [
  ['personal/mobile', '০২-৪৭১১১২২৩', 'এটি আমাদের দপ্তরের নম্বর', 'This is our office’s number'],
  ['personal/mobile', 'শূন্য এক সাত এক এক দুই তিন চার', 'এটি আমাদের দপ্তরের নম্বর', 'This is our office’s number'],
  ['personal/bank', '০০১০২০০০০০০৫৫৭', 'এটি আমাদের দপ্তরের নম্বর', 'This is our office’s number'],
  ['personal/address', 'বাসা ১৮, রোড ৩', 'এটি আমাদের দপ্তরের ঠিকানা', 'This is our office’s address'],
  ['personal/email', 'nilkandi2025 (at) gmail.com', 'এটি আমাদের দপ্তরের ঠিকানা', 'This is our office’s address'],
];
for (const [check, match, bn, en] of OWN) {
  test(`our own: ${check}, ${match}`, () => assert.deepEqual(['bn', 'en'].map((language) => ownOf(check, match, language)), [bn, en]));
}
