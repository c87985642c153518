import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bringBack, dropExpired, hide, hideOrSay, listHidden, ownKey, withoutHidden } from '../../extension/background/hidden.js';
import { fakeBrowser } from './fake_chrome.mjs';

const DAY = 86_400_000;
const finding = (more = {}) => ({
  check: 'prohibited/demeaning', clause: '9.nga', clause_label: '৯(ঙ)', clause_text: '…', severity: 'warn', spans: [[3, 12]], start: 3, end: 12,
  match: 'কুলাঙ্গার', message: '…', replacements: [], insert: null, source: 'list#কুলাঙ্গার', fingerprint: 'aaaa', ...more,
});
const answer = (verdict, findings, incomplete = []) => ({ verdict, findings, incomplete, notes: [], ruleset: { version: '1', hash: '' } });

test('a hidden finding is gone, its verdict with it, and only hashes are kept', async () => {
  const { store } = fakeBrowser();
  assert.equal(await hide('finding', finding()), true);
  const { answer: left, count } = await withoutHidden(answer('warn', [finding(), finding({ severity: 'advise', fingerprint: 'bbbb', source: 'x' })]));
  assert.deepEqual([left.verdict, left.findings.length, count], ['advise', 1, 1]);
  const kept = JSON.stringify(store.hidden);
  for (const text of ['কুলাঙ্গার', 'aaaa', 'demeaning', 'list#']) assert.equal(kept.includes(text), false, text);
});

// [what is hidden, the findings, the verdict told, the verdict that is left]
const VERDICTS = [
  ['warn', [finding()], 'clear'],
  ['block', [finding({ severity: 'block', fingerprint: 'cccc' }), finding()], 'block'],
  ['warn', [finding(), finding({ fingerprint: 'dddd', source: 'other' })], 'warn'],
  ['block', [finding()], 'block'], // the server's own, whatever made it say so
];
for (const [verdict, findings, left] of VERDICTS) {
  test(`${verdict} without the hidden finding of ${findings.length}: ${left}`, async () => {
    fakeBrowser();
    await hide('finding', finding());
    assert.equal((await withoutHidden(answer(verdict, findings))).answer.verdict, left);
  });
}

test('what was not checked stays so when the rest is hidden', async () => {
  fakeBrowser();
  await hide('finding', finding());
  assert.equal((await withoutHidden(answer('warn', [finding()], [{ check: 'a', why: 'timeout' }]))).answer.verdict, 'unchecked');
});

// what the server found beyond those that it tells: how severe the told ones are, which of them are hidden, the verdict that is left
const CUT_OFF = [
  ['warn', Array(100).fill('list#কুলাঙ্গার'), 'unchecked'],
  ['advise', Array(100).fill('list#কুলাঙ্গার'), 'unchecked'],
  ['advise', ['list#কুলাঙ্গার', ...Array(99).fill('other')], 'advise'], // the worst come first: none that was cut off is worse
  ['warn', ['list#কুলাঙ্গার', ...Array(99).fill('other')], 'warn'],
];
for (const [severity, sources, left] of CUT_OFF) {
  test(`more than 100 that ${severity}, ${sources.filter((source) => source !== 'other').length} of those told are hidden: ${left}`, async () => {
    fakeBrowser();
    await hide('term', finding(), 7);
    const told = answer(severity, sources.map((source, index) => finding({ severity, source, fingerprint: String(index) })));
    const { answer: without } = await withoutHidden({ ...told, notes: [{ code: 'more', message: '…' }] });
    assert.equal(without.verdict, left);
  });
}

test('a block is never hidden, neither asked for nor by the hash of its milder self', async () => {
  fakeBrowser();
  assert.equal(await hide('finding', finding({ severity: 'block' })), false);
  await hide('finding', finding());
  await hide('term', finding(), 7);
  assert.equal((await withoutHidden(answer('block', [finding({ severity: 'block' })]))).count, 0);
});

test('a term is hidden in every sentence until its date, and no other term', async (context) => {
  fakeBrowser();
  context.mock.timers.enable({ apis: ['Date'], now: 1_000 });
  await hide('term', finding(), 7);
  const found = answer('warn', [finding({ fingerprint: 'eeee' }), finding({ fingerprint: 'ffff', source: 'list#অন্য' })]);
  assert.equal((await withoutHidden(found)).count, 1);
  context.mock.timers.tick(7 * DAY + 1);
  assert.equal((await withoutHidden(found)).count, 0);
  assert.deepEqual(await listHidden(), []);
});

test('a term whose date is over is kept no longer, what has no date is', async (context) => {
  const { store } = fakeBrowser();
  context.mock.timers.enable({ apis: ['Date'], now: 1_000 });
  await hide('finding', finding());
  await hide('term', finding(), 7);
  context.mock.timers.tick(7 * DAY - 1);
  await dropExpired();
  assert.equal(store.hidden.length, 2);
  context.mock.timers.tick(1);
  await dropExpired();
  assert.deepEqual(store.hidden.map(({ kind }) => kind), ['finding']);
});

for (const days of [0, -1, 93, NaN, '7x', Infinity]) {
  test(`a term cannot be hidden for ${days} days`, async () => {
    fakeBrowser();
    assert.equal(await hide('term', finding(), days), false);
  });
}

const OWN = [
  ['০২-৪৭১১১২২৩', '0247111223'], ['+880 1712-345678', '01712345678'], ['৮৮০১৭১২৩৪৫৬৭৮', '01712345678'], ['0088 01712345678', '01712345678'],
  ['1712345678', '1712345678'], ['UNO.Nilkandi@gov.bd', 'uno.nilkandi@gov.bd'], ['info2024@x.gov.bd', 'info2024@x.gov.bd'], ['কক্ষ ১২', 'কক্ষ 12'],
];
for (const [match, key] of OWN) test(`our own: ${match}`, () => assert.equal(ownKey(match), key));

test('our number is not shown again, however it is written, but another one is, and a block is', async () => {
  const { store } = fakeBrowser();
  const number = (match, more) => finding({ check: 'personal/mobile', severity: 'advise', may_be_own: true, match, fingerprint: match, ...more });
  await hide('own', number('০১৭১২-৩৪৫৬৭৮'));
  assert.equal(JSON.stringify(store.hidden).includes('1712'), false);
  const found = answer('advise', [number('+8801712345678'), number('01712345679'), number('01712345678', { may_be_own: false })]);
  const { answer: left } = await withoutHidden(found);
  assert.deepEqual(left.findings.map(({ match }) => match), ['01712345679', '01712345678']);
  assert.equal((await withoutHidden(answer('block', [number('01712345678', { severity: 'block' })]))).count, 0);
});

test('another installation has other hashes', async () => {
  const first = fakeBrowser();
  await hide('finding', finding());
  const second = fakeBrowser();
  await hide('finding', finding());
  assert.notEqual(first.store.hidden[0].hash, second.store.hidden[0].hash);
});

test('it is listed with its clause, the newest first, and brought back', async () => {
  fakeBrowser();
  await Promise.all([hide('finding', finding()), hide('finding', finding({ fingerprint: 'bbbb', clause_label: '৯(চ)' }))]);
  const all = await listHidden();
  assert.deepEqual(all.map(({ clause, kind, until }) => [clause, kind, until]), [['৯(চ)', 'finding', 0], ['৯(ঙ)', 'finding', 0]]);
  await bringBack([all[1].hash]);
  assert.deepEqual((await listHidden()).map(({ clause }) => clause), ['৯(চ)']);
});

test('300 are kept, the oldest go; nonsense in the storage is passed over', async () => {
  const entry = (number) => ({ kind: 'finding', hash: number.toString(16).padStart(32, '0'), clause: '৯', at: number, until: 0 });
  fakeBrowser({ local: { hidden: [...Array.from({ length: 300 }, (_each, number) => entry(number)), null, 'x', { kind: 'finding', hash: 'short' }] } });
  await hide('finding', finding());
  const all = await listHidden();
  assert.equal(all.length, 300);
  assert.equal(all.some(({ at }) => at === 299), false);
});

test('what is hidden of a private number takes long to try out', async () => {
  const { store } = fakeBrowser();
  await hide('finding', finding({ check: 'personal/mobile', fingerprint: 'abcd' }));
  const [{ hash }] = store.hidden;
  await hide('finding', finding({ check: 'prohibited/demeaning', fingerprint: 'abcd' }));
  assert.notEqual(store.hidden[0].hash, hash);
  assert.equal((await withoutHidden(answer('warn', [finding({ check: 'personal/mobile', fingerprint: 'abcd' })]))).count, 1);
});

test('what a clock that ran ahead hid for a week is not hidden for months', async (context) => {
  const { store } = fakeBrowser();
  context.mock.timers.enable({ apis: ['Date'], now: 500 * DAY });
  assert.equal(await hide('term', finding(), 7), true);
  context.mock.timers.setTime(200 * DAY); // set right
  assert.deepEqual(await listHidden(), []);
  context.mock.timers.setTime(501 * DAY);
  assert.equal((await listHidden()).length, 1);
  assert.equal(store.hidden.length, 1);
});

test('the writer is told why something is not hidden: a block, or a full disk', async () => {
  fakeBrowser();
  assert.deepEqual(await hideOrSay('finding', finding()), { done: true });
  assert.match((await hideOrSay('finding', finding({ severity: 'block' }))).failure.message, /^‘স্থগিত’ চিহ্নিত বিষয়/);
  chrome.storage.local.set = async () => { throw new Error('no room'); };
  assert.match((await hideOrSay('finding', finding({ fingerprint: 'bbbb' }))).failure.message, /^ব্রাউজারে সংরক্ষণ করা গেল না/);
});
