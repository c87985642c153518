import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './page.mjs';

const { Jachai } = openPage();
const FINDING = { clause_label: '৯(ঙ)', clause_text: 'ক', severity: 'warn', spans: [[0, 3]], match: 'কখগ', message: 'ক', replacements: [], insert: null };
const cardOf = (more) => Jachai.findings.card({ onPress: () => {} }, { ...FINDING, ...more }, 'bn', {});
const INSERT = { text: 'উপজেলা প্রশাসন', at: 'end' };

// A button that bears a word alone is said with what it is for; the others say it themselves. [name, of the finding, the group's label]
const CURES = [
  ['a word', { replacements: ['ব্যক্তি'] }, 'এর বদলে লিখুন'],
  ['several', { replacements: ['ব্যক্তি', 'নাগরিক'] }, 'এর বদলে লিখুন'],
  ['a word, or nothing', { replacements: ['ব্যক্তি', ''] }, 'এর বদলে লিখুন'],
  ['nothing in its place', { replacements: [''] }, null],
  ['words to add', { insert: INSERT }, null],
];
for (const [name, more, label] of CURES) {
  test(`cures as a group: ${name}`, () => {
    const cures = cardOf(more).querySelector('.cures');
    assert.deepEqual([cures.getAttribute('role'), cures.getAttribute('aria-label')], [label && 'group', label]);
  });
}

for (const [name, match, shown] of [
  ['short ones', 'নৌকায় … ভোট দিন', 'নৌকায় … ভোট দিন'],
  ['many', 'শিক্ষার্থী '.repeat(12) + 'ক', `${'শিক্ষার্থী '.repeat(10).trim()}…`],
  ['one without end', 'ক'.repeat(130), `${'ক'.repeat(120)}…`],
]) {
  test(`the words found are shown whole: ${name}`, () => assert.equal(cardOf({ match }).querySelector('.words').textContent, `“${shown}”`));
}

test('no cure, no group', () => assert.equal(cardOf({}).querySelector('.cures'), null));
