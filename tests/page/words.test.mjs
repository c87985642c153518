import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { manifestScripts, openPage } from './page.mjs';

const window = openPage();
const { words, digits, fill } = window.Jachai;

/** Keys with their {places}, nested ones too. @param {Record<string, any>} table @param {string} [under] */
function shapeOf(table, under = '') {
  return Object.entries(table).flatMap(([key, value]) => (
    typeof value === 'string' ? [`${under}${key} ${(value.match(/\{\w+\}/g) ?? []).sort()}`] : shapeOf(value, `${under}${key}.`)
  )).sort();
}

test('both languages have the same keys, with the same places', () => {
  assert.deepEqual(shapeOf(words('bn')), shapeOf(words('en')));
});

test('the practice page speaks both languages too, and its first words are those of its HTML', () => {
  const page = openPage();
  const folder = new URL('../../server/practice/', import.meta.url);
  page.eval(readFileSync(new URL('static/words.js', folder), 'utf8'));
  assert.deepEqual(shapeOf(page.PracticeWords.bn), shapeOf(page.PracticeWords.en));
  page.document.documentElement.innerHTML = readFileSync(new URL('index.html', folder), 'utf8');
  const places = [...page.document.querySelectorAll('[data-word]')];
  assert.ok(places.length > 10);
  for (const place of places) assert.equal(place.textContent, page.PracticeWords.bn[place.dataset.word]);
});

test('the practice page loads what the manifest loads, in the same order', () => {
  const html = readFileSync(new URL('../../server/practice/index.html', import.meta.url), 'utf8');
  const loaded = [...html.matchAll(/src="(page\/[^"]+)"/g)].map(([, name]) => name);
  assert.deepEqual(loaded, manifestScripts());
});

test('Bangla is written in Bangla letters and digits', () => {
  for (const text of Object.values(words('bn')).flatMap((value) => (typeof value === 'string' ? [value] : Object.values(value)))) {
    assert.doesNotMatch(text.replace(/\{\w+\}/g, ''), /[A-Za-z0-9]/);
  }
});

test('severities are named as the guideline of the design says', () => {
  assert.deepEqual({ ...words('bn').severity }, { advise: 'পরামর্শ', warn: 'সতর্কতা', block: 'স্থগিত' });
  assert.equal(words('bn').unchecked, 'যাচাই করা হয়নি');
});

test('an unknown language is answered in Bangla', () => assert.equal(words('fr'), words('bn')));

for (const [number, language, expected] of [[0, 'bn', '০'], [12, 'bn', '১২'], [12, 'en', '12'], ['2026.11', 'bn', '২০২৬.১১']]) {
  test(`digits: ${number} ${language}`, () => assert.equal(digits(number, language), expected));
}

test('fill: puts values in, leaves unknown places, does not fill twice', () => {
  assert.equal(fill('{n}টি, {other}', { n: '{other}' }), '{other}টি, {other}');
});
