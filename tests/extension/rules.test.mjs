// What a page is told of settings and office, and what it makes of a word that it did not hear.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const { JSDOM } = createRequire(new URL('../browser/package.json', import.meta.url))('jsdom');
const RULES = readFileSync(new URL('../../extension/content/rules.js', import.meta.url), 'utf8');
const FREE = { language: 'bn', whenUnreachable: 'warn', pausedUntil: 0, hold: null, reasons: [], reports: false };

/**
 * A page whose background tells `told`, and whose minutes the test lets pass; `changes`: the rules told with each change; `hear`: an
 * event of the browser's own, which no script can make; `retries`: what was not checked may be asked about again; `say`: a message of the background; `isFrame`: the page is in another;
 * `hold`: from now on the test itself answers what is asked, in whatever order.
 */
function open(told = { ...FREE }, isFrame = false) {
  const { window: outer } = new JSDOM('<iframe></iframe>', { runScripts: 'outside-only', url: 'https://x.com/', pretendToBeVisual: true });
  const window = isFrame ? outer.frames[0] : outer;
  const [changes, asked, heard, retries] = [[], [], {}, []];
  let [minute, say, held] = [async () => {}];
  window.setInterval = (act) => { minute = act; return 1; };
  window.addEventListener = (type, act) => { heard[type] = act; };
  window.chrome = { runtime: { id: 'a', sendMessage: async ({ isNew }) => { asked.push(isNew); return held ? new Promise((answer) => { held.push(answer); }) : told && { ...told }; }, onMessage: { addListener(act) { say = (type) => act({ type }, { id: 'a' }); } } } };
  window.Jachai = { changes: new window.EventTarget(), isAlive: () => true };
  window.Jachai.changes.addEventListener('change', ({ detail }) => changes.push({ ...detail }));
  window.Jachai.changes.addEventListener('retry', ({ type }) => retries.push(type));
  window.eval(RULES);
  const hear = (type, more) => heard[type]({ type, isTrusted: true, ...more });
  const see = (state) => { Object.defineProperty(window.document, 'visibilityState', { value: state, configurable: true }); };
  let now = window.Date.now();
  window.Date.now = () => now; // a busy machine takes seconds of its own
  const pass = (milliseconds) => { now += milliseconds; };
  const hold = () => { held = []; return held; };
  return { jachai: window.Jachai, told, changes, retries, asked, minute: () => minute(), hear, say, see, pass, hold };
}

test('nothing counts as told before the background has answered', async () => {
  const { jachai } = open();
  assert.equal(jachai.toldRules(), null);
  await jachai.rules();
  assert.deepEqual({ ...jachai.toldRules() }, FREE);
});

test('a background that does not answer has told nothing, and the usual rules serve', async () => {
  const { jachai } = open(null);
  assert.deepEqual(JSON.parse(JSON.stringify([await jachai.rules(), jachai.toldRules()])), [FREE, null]);
});

test('the language is that of before while nothing counts as told', async () => {
  const { jachai, hear } = open({ ...FREE, language: 'en' });
  assert.equal(jachai.spoken(), 'bn');
  await jachai.rules();
  hear('pageshow', { persisted: true });
  assert.deepEqual([jachai.toldRules(), jachai.spoken()], [null, 'en']);
});

for (const [name, more, wanted] of [['the same as ever', {}, 0], ['a hold', { hold: 'আজ নয়' }, 1], ['a stricter choice', { whenUnreachable: 'hold' }, 1]]) {
  test(`a minute later the page hears by itself of: ${name}`, async () => {
    const { jachai, told, changes, minute } = open();
    await jachai.rules();
    Object.assign(told, more);
    await minute();
    await minute();
    assert.deepEqual(changes, wanted ? [{ ...FREE, ...more }] : []);
  });
}

// what the office tells a minute later, whether the page is seen, whether what was not checked is asked about again: else all is, or nothing
for (const [name, more, state, wanted] of [['nothing new', {}, 'visible', 1], ['nothing new to a page that is behind others', {}, 'hidden', 0], ['a hold', { hold: 'আজ নয়' }, 'visible', 0]]) {
  test(`a server that may be back, as the office tells ${name}: ${wanted ? 'asked' : 'not asked'} by what was not checked`, async () => {
    const { jachai, told, retries, minute, see } = open();
    await jachai.rules();
    see(state);
    Object.assign(told, more);
    await minute();
    assert.equal(retries.length, wanted);
  });
}

const MINUTE = 60_000; // milliseconds

// in which frame, whether a composer was seen there, whether a word of a change is followed, and the network's return
const FRAMES = [['the page itself', false, false, true, false], ['the page itself', false, true, true, true], ['a frame', true, false, false, false], ['a frame', true, true, true, true]];
for (const [name, isFrame, isSeen, asksAtChange, asksOnline] of FRAMES) {
  test(`${name}, ${isSeen ? 'with a' : 'no'} composer: ${asksAtChange ? 'asks at a change' : 'asks nothing'}${asksOnline ? ', and each minute' : ''}`, async () => {
    const { jachai, asked, changes, hear, say, minute } = open({ ...FREE }, isFrame);
    if (isSeen) await jachai.rules();
    for (const [act, asks] of [[() => say('changed'), asksAtChange], [() => hear('online'), asksOnline], [minute, asksOnline]]) {
      const before = asked.length;
      await act();
      await new Promise((resolve) => { setTimeout(resolve, 5); });
      assert.equal(asked.length - before, asks ? 1 : 0);
    }
    assert.equal(changes.length, asksAtChange + asksOnline);
  });
}
// what comes, after how long behind other tabs, whether what was told is over then
const SHOWN = [
  ['seen again after an hour', 60 * MINUTE, 'visibilitychange', {}, 'visible', true],
  ['seen again after a minute', MINUTE, 'visibilitychange', {}, 'visible', true],
  ['seen again, by a clock that was set back', -60 * MINUTE, 'visibilitychange', {}, 'visible', true],
  ['seen again at once', MINUTE - 1_000, 'visibilitychange', {}, 'visible', false],
  ['put behind others', MINUTE, 'visibilitychange', {}, 'hidden', false],
  ['said to be seen by the page itself', MINUTE, 'visibilitychange', { isTrusted: false }, 'visible', false],
  ['back from where the browser had put it', 0, 'pageshow', { persisted: true }, 'visible', true],
  ['loaded', 0, 'pageshow', { persisted: false }, 'visible', false],
];
for (const [name, milliseconds, type, more, state, wanted] of SHOWN) {
  test(`a page that is ${name} ${wanted ? 'asks anew before anything counts as told' : 'knows what it knew'}`, async () => {
    const { jachai, told, changes, hear, see, pass } = open();
    await jachai.rules();
    told.hold = 'আজ নয়';
    pass(milliseconds);
    see(state);
    hear(type, more);
    assert.equal(jachai.toldRules() === null, wanted);
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    assert.deepEqual([jachai.toldRules().hold, changes.length], wanted ? ['আজ নয়', 1] : [null, 0]); // all drafts ask anew
  });
}

test('a page in which nobody wrote asks nothing as it is seen again', async () => {
  const { jachai, changes, hear, pass } = open();
  pass(60 * MINUTE);
  hear('visibilitychange');
  await new Promise((resolve) => { setTimeout(resolve, 5); });
  assert.deepEqual([jachai.toldRules(), changes], [null, []]);
});

test('what the office says now is waited for where nothing counts as told', async () => {
  const { jachai, asked, hear } = open();
  await jachai.rules();
  await jachai.rules();
  hear('pageshow', { persisted: true });
  assert.deepEqual(asked, [true, false, true]);
});

// how long nothing was told in a page that is seen all the time, whether that still counts as told
for (const [name, milliseconds, wanted] of [['a minute', MINUTE, true], ['almost two', 2 * MINUTE - 1_000, true], ['an hour, in which the computer slept', 60 * MINUTE, false]]) {
  test(`what was told ${name} ago ${wanted ? 'counts' : 'is asked for anew at Post'}`, async () => {
    const { jachai, asked, pass } = open();
    await jachai.rules();
    pass(milliseconds);
    assert.equal(jachai.toldRules() !== null, wanted);
    await jachai.rules();
    assert.deepEqual([asked, jachai.toldRules() !== null], [[true, !wanted], true]);
  });
}

const turn = () => new Promise((resolve) => { setTimeout(resolve, 5); });

for (const older of [{ ...FREE }, { isWithdrawn: true }]) {
  test(`what was asked first and is answered last says nothing of what holds by then: ${JSON.stringify(older)}`, async () => {
    const { jachai, changes, say, hold } = open();
    await jachai.rules();
    const held = hold();
    const asking = jachai.rules(); // with settings of before, whose server takes its time
    say('changed');
    held[1]({ ...FREE, language: 'en', hold: 'আজ নয়' });
    await turn();
    held[0](older);
    const told = await asking;
    assert.deepEqual([told.hold, told.language, jachai.toldRules().hold, jachai.isWithdrawn], ['আজ নয়', 'en', 'আজ নয়', undefined]);
    assert.deepEqual(changes.map(({ language }) => language), ['en']);
  });
}

test('what was asked before the page was put away is not told once it is shown again', async () => {
  const { jachai, hear, hold } = open();
  await jachai.rules();
  const held = hold();
  void jachai.rules();
  hear('pageshow', { persisted: true });
  held[0]({ ...FREE });
  await turn();
  assert.equal(jachai.toldRules(), null);
  held[1]({ ...FREE, hold: 'আজ নয়' });
  await turn();
  assert.equal(jachai.toldRules().hold, 'আজ নয়');
});

test('what a page waits for as it is put away is waited for no longer as it is shown again: its answer was dropped', async () => {
  const { jachai, hear, hold } = open();
  await jachai.rules();
  hold();
  const [asking, telling] = [jachai.rules(), jachai.tell({ type: 'report' })];
  hear('pageshow', { persisted: true });
  assert.deepEqual([(await asking).hold, 'failure' in await telling], [null, true]);
});

for (const way of ['said', 'a minute later']) {
  test(`a page whose site was taken back lets go, as it hears ${way}`, async () => {
    const { jachai, told, changes, retries, minute, say } = open();
    let count = 0;
    jachai.changes.addEventListener('withdrawn', () => { count += 1; });
    await jachai.rules();
    Object.assign(told, { isWithdrawn: true });
    await (way === 'said' ? say('changed') : minute());
    await new Promise((resolve) => { setTimeout(resolve); });
    assert.deepEqual([jachai.isWithdrawn, count, changes, retries], [true, 1, [], []]);
  });
}
