import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './page.mjs';

const { spans } = openPage().Jachai;

/** Text with [marked] words, as text and spans. @param {string} marked */
function parse(marked) {
  const found = [];
  let text = '';
  for (const [piece] of marked.matchAll(/\[|\]|[^[\]]+/g)) {
    if (piece === '[') found.push([text.length, text.length]);
    else if (piece === ']') found.at(-1)[1] = text.length;
    else text += piece;
  }
  return { text, found };
}

// [what happens, before, after]: brackets mark what is underlined
const MOVES = [
  ['nothing', 'সে [শালা] যায়', 'সে [শালা] যায়'],
  ['typing before', '[শালা] যায়', 'আজ [শালা] যায়'],
  ['typing after', '[শালা] যায়', '[শালা] যায় না'],
  ['an emoji before', '[শালা] যায়', '👍[শালা] যায়'],
  ['an emoji right after', '[শালা] যায়', '[শালা]👍 যায়'],
  ['a space right after', '[শালা]', '[শালা] '],
  ['a dari right after', '[শালা]', '[শালা]।'],
  ['deleting before', 'আজ সে [শালা]', 'সে [শালা]'],
  ['a line before', 'ক\n[শালা]', 'ক\n\n[শালা]'],
  ['a letter in it', 'সে [শালা] যায়', 'সে শালিা যায়'],
  ['an ending right after: another word now', '[শালা] যায়', 'শালার যায়'],
  ['a vowel sign right after', 'সে [শাল]', 'সে শালা'],
  ['a joiner right after', 'সে [শালা]', 'সে শালা\u200d'],
  ['a letter right before', '[শালা] যায়', 'পাঠশালা যায়'],
  ['the space after goes: joined to the next word', '[শালা] র কথা', 'শালার কথা'],
  ['the space before goes', 'পাঠ [শালা]', 'পাঠশালা'],
  ['its end goes', 'সে [শালা] যায়', 'সে শা যায়'],
  ['it goes whole', 'সে [শালা] যায়', 'সে  যায়'],
  ['replaced by another word', '[শালা] ও [কুকুর]', 'তিনি ও [কুকুর]'],
  ['one of two touched', '[শালা] ও [কুকুর]', '[শালা] ও কুকুরটা'],
  ['everything goes', '[শালা]', ''],
  ['everything is pasted over', 'সে [শালা] যায়', 'উপজেলা প্রশাসন'],
  ['the same word typed again: one stays', '[শালা] ', '[শালা] শালা '],
];

/** Each of them a finding of its own. @param {number[][]} found @param {string} before @param {string} after */
const moved = (found, before, after) => structuredClone(spans.moveFindings(found.map((span) => finding(span)), before, after)).flatMap((one) => one.spans);

for (const [name, before, after] of MOVES) {
  test(`moveFindings: ${name}`, () => {
    const old = parse(before);
    const now = parse(after);
    assert.deepEqual(moved(old.found, old.text, now.text), now.found);
  });
}

const PAGES = 'দপ্তরের নোটিশ। '.repeat(60); // long texts are compared piece by piece
for (const [name, before, after] of MOVES) {
  test(`moveFindings, in the midst of a long text: ${name}`, () => {
    const [old, now] = [before, after].map((text) => parse(`${PAGES}${text}।${PAGES}`));
    assert.deepEqual(moved(old.found, old.text, now.text), now.found);
  });
}

/** @param {number[][]} list */
const finding = (...list) => ({ spans: list, start: list[0]?.[0] ?? null, end: list.at(-1)?.[1] ?? null, severity: 'warn' });

test('moveFindings: start and end move along', () => {
  const [after] = spans.moveFindings([finding([0, 2], [5, 7])], 'aa b cc', 'x aa b cc');
  assert.deepEqual(structuredClone([after.spans, after.start, after.end]), [[[2, 4], [7, 9]], 2, 9]);
});

test('moveFindings: one touched span takes the finding with it', () => {
  assert.equal(spans.moveFindings([finding([0, 2], [5, 7])], 'aa b cc', 'aa b cd').length, 0);
});

test('moveFindings: a finding on the whole draft stays', () => {
  assert.equal(spans.moveFindings([finding()], 'ক', 'খ').length, 1);
});
