import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openPlatform } from './platform_page.mjs';

const read = (name) => readFileSync(new URL(`../../extension/content/${name}`, import.meta.url), 'utf8');
const SCRIPTS = ['passing.js', 'watched.js', 'composers.js'].map(read);
const DECIDE = read('../page/decide.js');
const FORM = '<form class="compose-form"><textarea class="autosuggest-textarea__textarea">খসড়া</textarea><button class="dropdown-button"><svg class="icon icon-globe"></svg></button></form>';
const settled = () => new Promise((resolve) => { setTimeout(resolve, 5); });

const FREE = { language: 'bn', whenUnreachable: 'warn', pausedUntil: 0, hold: null };

/** Mastodon's form on a site that IT names, its watches, and what of the page was asked about. @param {object|null} told  the rules as last told */
function openForm(told = FREE) {
  const page = openPlatform('mastodon generic', FORM, 'https://toots.example/');
  const { window } = page;
  const [asked, watches, alarms, renewals] = [[], [], [], []];
  let hear;
  Object.assign(window.Jachai, {
    text: { read: (composer) => ({ text: composer.value }) },
    surface: { hear: (_types, act) => { hear = act; } },
    changes: new window.EventTarget(),
    rules: async () => told ?? FREE,
    toldRules: () => told,
    asksMore: (_watch, { verdict }, { hold }) => Boolean(hold) || verdict === 'block',
    forgetSaid: () => {},
    ask: async ({ text }) => { asked.push(text); return { failure: { why: 'failed', message: '' } }; },
    isAlive: () => true,
    renewSelectors: async () => { renewals.push(0); },
    untilRemoved: () => new window.AbortController().signal,
    offersOn: () => {},
    protection: { known: () => {}, watching: () => {}, written: () => {}, noticed: (path) => { if (!window.Jachai.isElsewhere(path[0], window.Jachai.platforms)) alarms.push(path[0]); } },
    watch: (element, options) => {
      const watch = { element, options, isStopped: false, status: { state: 'checking', text: 'খসড়া', answer: null }, stop() { watch.isStopped = true; } };
      watches.push(watch);
      return watch;
    },
  });
  for (const script of SCRIPTS) window.eval(script);
  const composers = window.Jachai.composersOf(window.Jachai.platforms);
  const [box] = window.document.getElementsByTagName('textarea');
  const event = () => ({ target: box, composedPath: () => [box, box.parentElement] });
  const type = async () => { hear(event()); await settled(); };
  const choose = (icon) => { window.document.querySelector('svg').setAttribute('class', `icon icon-${icon}`); };
  const pass = (milliseconds) => { const now = window.Date.now(); window.Date.now = () => now + milliseconds; };
  return { asked, watches, alarms, renewals, box, event, type, choose, pass, composers };
}

test('a post is watched, held and asked about', async () => {
  const { asked, watches, composers, box, event, type } = openForm();
  await type();
  assert.equal(watches.length, 1);
  await watches[0].options.ask({ text: 'খসড়া' });
  assert.deepEqual([asked, [...composers.inPage()], composers.at(event())], [['খসড়া'], [box], box]);
});

test('a private mention is none of ours, for no platform of the site, and no alarm', async () => {
  const { watches, alarms, composers, event, type, choose } = openForm();
  choose('at');
  await type();
  assert.deepEqual([watches, alarms, [...composers.inPage()], composers.at(event())], [[], [], [], null]);
});

test('a post that is made a private mention is let go at the next key', async () => {
  const { watches, composers, event, type, choose } = openForm();
  await type();
  choose('at');
  await type();
  assert.deepEqual([watches.length, watches[0].isStopped, [...composers.inPage()], composers.at(event())], [1, true, [], null]);
});

test('a post that is made a private mention is not asked about, though no key tells of it', async () => {
  const { asked, watches, type, choose } = openForm();
  await type();
  choose('at');
  const answer = await watches[0].options.ask({ text: 'গোপন' });
  await settled();
  assert.deepEqual([asked, answer.failure.why, watches[0].isStopped], [[], 'paused', true]);
});

test('a private mention that is made a post again is watched anew', async () => {
  const { watches, composers, event, box, type, choose } = openForm();
  choose('at');
  await type();
  choose('globe');
  await type();
  assert.deepEqual([watches.length, watches[0].isStopped, composers.at(event())], [1, false, box]);
});

test('newer selectors are asked for at a focus, and again after an hour: the server may have been away, or have them by now', async () => {
  const { renewals, type, choose, pass } = openForm();
  choose('at'); // no composer: all of its events are looked into
  for (const [minutes, wanted] of [[0, 1], [59, 1], [1, 2], [1, 2], [-120, 3]]) {
    pass(minutes * 60_000);
    await type();
    assert.equal(renewals.length, wanted);
  }
});

// What needs no question: [name, the text, the rules as last told, whether it may go]
const UNASKED = [
  ['a picture alone', '', FREE, true],
  ['a picture alone where the office holds', '', { ...FREE, hold: 'আজ নয়' }, false],
  ['a picture alone before anything was told', '', null, false],
  ['a text that nobody checked', 'খসড়া', FREE, false],
  ['the same while checking is paused', 'খসড়া', { ...FREE, pausedUntil: Date.now() + 60_000 }, true],
  ['the same while the office holds', 'খসড়া', { ...FREE, pausedUntil: Date.now() + 60_000, hold: 'আজ নয়' }, false],
  ['the same once the pause is over', 'খসড়া', { ...FREE, pausedUntil: Date.now() - 1 }, false],
];
for (const [name, text, told, wanted] of UNASKED) {
  test(`${name} ${wanted ? 'goes' : 'is held'}`, () => {
    const { composers, box } = openForm(told);
    box.value = text;
    assert.equal(composers.mayGo(box), wanted);
  });
}

// A draft that was let pass: [name, what happens then, whether it may still go]
const PASSES = [
  ['nothing', () => {}, true],
  ['another letter', ({ box }) => { box.value += '।'; }, false],
  ['an answer that keeps nothing back', ({ hear }) => hear({ state: 'clear', verdict: 'clear' }), true],
  ['a block', ({ hear }) => hear({ state: 'findings', verdict: 'block' }), false],
  ['a block that is asked about anew', ({ hear }) => { hear({ state: 'findings', verdict: 'block' }); hear({ state: 'checking' }); }, false],
  ['a hold', ({ told }) => { told.hold = 'আজ নয়'; }, false],
  ['the same text written anew', ({ hear }) => { hear({ state: 'empty' }); hear({ state: 'clear' }); }, false],
];
for (const [name, act, wanted] of PASSES) {
  test(`a draft that was let pass, then ${name}: ${wanted ? 'goes' : 'is held'}`, async () => {
    const told = { ...FREE };
    const form = openForm(told);
    await form.type();
    const [watch] = form.watches;
    form.composers.letPass(form.box);
    act({ ...form, told, hear: (status) => { Object.assign(watch.status, status); watch.options.onStatus(watch.status); } });
    assert.equal(form.composers.mayGo(form.box), wanted);
  });
}

const answer = (verdict, ...findings) => ({ verdict, findings, incomplete: [] });
const BLOCK = { state: 'findings', text: 'খসড়া', failure: null, answer: answer('block', { severity: 'block', fingerprint: 'a' }) };
const CLEAR = { state: 'clear', text: 'খসড়া', failure: null, answer: answer('clear') };
const EMPTY = { state: 'empty', text: '', failure: null, answer: null };
const CHECKING = { state: 'checking', text: 'খসড়া', failure: null, answer: null };

/** The form as its draft goes through states; `counted`: the texts that the server was told of as published. */
async function openStates() {
  const form = openForm();
  const { Jachai } = form.box.ownerDocument.defaultView;
  await form.type();
  const [{ status, options }] = form.watches;
  const counted = [];
  Object.assign(Jachai, { ask: async () => ({ answer: CLEAR.answer }), tell: async ({ question }) => { counted.push(question.text); } });
  const go = (...states) => states.forEach((each) => { form.box.value = each.text; options.onStatus(Object.assign(status, each)); });
  const askAbout = async () => {
    go(CHECKING);
    await options.ask({ text: CHECKING.text });
    go(CLEAR);
  };
  return { ...form, Jachai, counted, go, askAbout };
}

// what comes after the writer gave a reason for a blocked draft, whether the same text is asked about then
const AFTER_A_REASON = [['Next, then Post', [CHECKING, BLOCK], false], ['it is published, and written again', [EMPTY, CHECKING, BLOCK], true]];
for (const [name, states, wanted] of AFTER_A_REASON) {
  test(`a reason for a blocked draft, then ${name}: ${wanted ? 'asked anew' : 'goes on'}`, async () => {
    const { Jachai, composers, box, watches, go } = await openStates();
    box.ownerDocument.defaultView.eval(DECIDE);
    Jachai.dialog = { hold: async () => 'publish' };
    go(BLOCK);
    assert.equal(composers.asksMore(box), true);
    assert.equal(await Jachai.decisionOn(watches[0], BLOCK, { ...FREE, reasons: [] }, { container: () => null }), 'asked');
    assert.equal(composers.asksMore(box), false);
    go(...states);
    assert.equal(composers.asksMore(box), wanted);
  });
}

test('a text is counted once a draft, and again where it is written again', async () => {
  const { composers, box, counted, go, askAbout } = await openStates();
  for (const text of ['খসড়া', 'খসড়া']) {
    await askAbout();
    for (const _event of ['keydown', 'submit']) composers.tellGone(box);
    assert.equal(counted.at(-1), text);
    go(EMPTY);
  }
  assert.deepEqual(counted, ['খসড়া', 'খসড়া']);
});

test('a watch that begins anew in another language has not lost its draft', async () => {
  const { Jachai, composers, box, watches, counted, askAbout } = await openStates();
  await askAbout();
  composers.tellGone(box);
  const { watch } = Jachai;
  Jachai.watch = (element, options) => { options.onStatus(EMPTY); return watch(element, options); };
  Jachai.changes.dispatchEvent(new box.ownerDocument.defaultView.CustomEvent('change', { detail: { language: 'en' } }));
  Object.assign(watches[1].status, CLEAR);
  composers.tellGone(box);
  assert.deepEqual(counted, ['খসড়া']);
});
