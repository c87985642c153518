// What of the draft a report would carry: the words found and a few around, whole words, never more than 200 units.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './page.mjs';

const { excerptOf, hintOf } = openPage().Jachai.report;
const at = (text, words, check = 'prohibited/a') => ({ check, start: text.indexOf(words), end: text.indexOf(words) + words.length });

// [draft, words found, excerpt]
const EXCERPTS = [
  ['ওই কুলাঙ্গার আসেনি', 'কুলাঙ্গার', 'ওই কুলাঙ্গার আসেনি'],
  ['এক দুই তিন চার পাঁচ ছয় সাত শালা এক দুই তিন চার পাঁচ ছয় সাত', 'শালা', 'দুই তিন চার পাঁচ ছয় সাত শালা এক দুই তিন চার পাঁচ ছয়'],
  ['শালা', 'শালা', 'শালা'],
  ['আগে\n\nশালা\n\nপরে', 'শালা', 'আগে\n\nশালা\n\nপরে'],
];
for (const [draft, words, excerpt] of EXCERPTS) test(`excerpt: ${excerpt.slice(0, 40)}`, () => assert.equal(excerptOf(draft, at(draft, words)), excerpt));

test('a finding on the whole draft carries no word of it', () => assert.equal(excerptOf('গোপন', { check: 'branding/name', start: null, end: null }), ''));

test('digits of a private number become zeros, their shape stays', () => {
  const draft = 'আবেদনকারী করিম, মোবাইল ০১৭১২-345678';
  assert.equal(excerptOf(draft, at(draft, '০১৭১২-345678', 'personal/mobile')), 'আবেদনকারী করিম, মোবাইল ০০০০০-000000');
});

// [draft, words found, check, excerpt]
const NUMBERS = [
  ['ফোন ১１৭, ०१, ٠١, 𝟎𝟏', 'ফোন', 'personal/mobile', 'ফোন ০0০, 00, 00, 0000'], // of any script; 𝟎 has two units
  ['কক্ষ ১২, তলা 3', 'কক্ষ', 'personal/address', 'কক্ষ ০০, তলা 0'],
  ['শালা, মোবাইল ০১৭১২-৩৪৫৬৭৮', 'শালা', 'prohibited/a', 'শালা, মোবাইল ০০০০০-০০০০০০'],
  ['শালা +88 (0171) 234.56', 'শালা', 'prohibited/a', 'শালা +00 (0000) 000.00'],
  ['শালা এনআইডি 12345 নয়', 'শালা', 'prohibited/a', 'শালা এনআইডি 00000 নয়'],
  ['শালা এক ১২৩৪ দুই তিন', 'শালা', 'prohibited/a', 'শালা এক ১২৩৪ দুই তিন'], // a year is none
  ['২৬ মার্চ ১৯৭১ শালা ১২টি', 'শালা', 'prohibited/a', '২৬ মার্চ ১৯৭১ শালা ১২টি'],
  ['শালা ১২/৩৪/৫৬', 'শালা', 'prohibited/a', 'শালা ১২/৩৪/৫৬'],
  ['ক খ গ ঘ ঙ শালা চ ছ জ ঝ ঞ ০১ ৭১ ২৩', 'শালা', 'prohibited/a', 'ক খ গ ঘ ঙ শালা চ ছ জ ঝ ঞ ০০'], // cut in its midst
];
for (const [draft, words, check, excerpt] of NUMBERS) test(`numbers: ${draft}`, () => assert.equal(excerptOf(draft, at(draft, words, check)), excerpt));

// [draft, check, the hint tells of zeros and names]
const HINTS = [['শালা ০১৭১২৩৪৫৬৭৮', 'prohibited/a', true], ['শালা ১২৩৪', 'prohibited/a', false], ['শালা', 'personal/name', true], ['শালা', 'prohibited/a', false]];
for (const [draft, check, isPrivate] of HINTS) {
  test(`hint: ${draft}, ${check}`, () => assert.equal(hintOf(draft, at(draft, 'শালা', check)), isPrivate ? 'excerptPrivate' : 'excerptHint'));
}

for (const [name, draft, words] of [
  ['long words around', `${'ক'.repeat(90)} ${'খ'.repeat(90)} শালা ${'গ'.repeat(90)} ${'ঘ'.repeat(90)}`, 'শালা'],
  ['one endless word', `${'ক'.repeat(500)}শালা${'খ'.repeat(500)}`, 'শালা'],
  ['long words found', `আগে ${'শালা '.repeat(100)}পরে`, 'শালা '.repeat(100).trim()],
  ['emojis', `${'👍'.repeat(150)} শালা ${'👍'.repeat(150)}`, 'শালা'],
  ['a found word longer than all', 'ক'.repeat(300), 'ক'.repeat(300)],
]) {
  test(`never over 200 units, nor half a letter: ${name}`, () => {
    const excerpt = excerptOf(draft, at(draft, words));
    assert.ok(excerpt.length > 0 && excerpt.length <= 200, String(excerpt.length));
    assert.equal(excerpt.isWellFormed(), true);
  });
}
