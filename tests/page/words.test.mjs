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

test('so does the first-run page', () => {
  const html = readFileSync(new URL('../../extension/welcome/welcome.html', import.meta.url), 'utf8');
  const loaded = [...html.matchAll(/src="\.\.\/(page\/[^"]+)"/g)].map(([, name]) => name);
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

test('what stands in every card and in front of every finding names no severity', () => {
  const { severity, report, reportTitle, hideTerm, warnLead } = words('bn');
  for (const text of [report, reportTitle, hideTerm, warnLead]) {
    for (const name of Object.values(severity)) assert.ok(!text.includes(name), text);
  }
});

test('a question before publishing speaks of what is shown, not of a part of the text', () => {
  assert.match(words('bn').warnLead, /^নিচে যা দেখানো হলো, /);
  assert.match(words('en').warnLead, /^The following /);
});

test('what stands above one finding or several counts neither', () => {
  const { holdLead, holdOrReason, warnLead } = words('bn');
  for (const text of [holdLead, holdOrReason, warnLead]) assert.ok(!/গুলো|টি বিষয়/.test(text), text);
});

test('an unknown language is answered in Bangla', () => assert.equal(words('fr'), words('bn')));

for (const [number, language, expected] of [[0, 'bn', '০'], [12, 'bn', '১২'], [12, 'en', '12'], ['2026.11', 'bn', '২০২৬.১১']]) {
  test(`digits: ${number} ${language}`, () => assert.equal(digits(number, language), expected));
}

test('fill: puts values in, leaves unknown places, does not fill twice', () => {
  assert.equal(fill('{n}টি, {other}', { n: '{other}' }), '{other}টি, {other}');
});

/** WCAG 2's contrast of two colours as #rrggbb. @param {string} one @param {string} other */
function contrast(one, other) {
  const [low, high] = [one, other].map((colour) => {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test('underlines are seen on light and on dark platforms', () => {
  const css = readFileSync(new URL('../../extension/page/underline.css', import.meta.url), 'utf8');
  const colours = css.match(/#[0-9a-f]{6}\b/g);
  assert.equal(colours.length, 3);
  for (const colour of colours) for (const ground of ['#ffffff', '#f0f2f5', '#242526', '#000000']) assert.ok(contrast(colour, ground) >= 3);
});

test('words of the surfaces have AA contrast on their grounds, light and dark', () => {
  const source = readFileSync(new URL('../../extension/page/sheet.js', import.meta.url), 'utf8');
  const colours = Object.fromEntries([...source.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, ...both]) => [name, both]));
  const pairs = [
    ['ink', 'ground'], ['ink', 'raised'], ['soft', 'ground'], ['soft', 'raised'], ['clear', 'ground'], ['unchecked', 'raised'],
    ['on-strong', 'advise'], ...['block', 'warn', 'advise'].flatMap((tone) => [[tone, 'ground'], [tone, `${tone}-ground`]]),
  ];
  for (const [word, ground] of pairs) {
    for (const scheme of [0, 1]) assert.ok(contrast(colours[word][scheme], colours[ground][scheme]) >= 4.5, `${word} on ${ground}`);
  }
});
