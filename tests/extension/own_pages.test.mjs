// Our own pages while the server takes its time: an outcome that comes late says nothing of what was asked since.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fakeBrowser, settled, until } from './fake_chrome.mjs';

const { JSDOM } = createRequire(new URL('../browser/package.json', import.meta.url))('jsdom');
const EXTENSION = new URL('../../extension/', import.meta.url);
const OFFICE = { name: { bn: 'জেলা প্রশাসন', en: 'District office' }, ruleset: { version: '7' } };
const ANSWER = { verdict: 'clear', findings: [], incomplete: [], notes: [], account: {}, language: {}, ruleset: { version: '7', hash: '' } };
const AWAY = () => new Response('', { status: 500 });
const turns = (milliseconds = 0) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

let pages = 0; // each runs its script anew

/**
 * A page of ours whose server answers as the test has it; the office is asked when `asked` has that many.
 * @param {string} name  of folder and script
 * @param {Record<string, string>} [settings]
 * @param {object} [page]  what our script in the page below a popup tells
 */
async function open(name, settings = {}, page = null) {
  const { window } = new JSDOM(readFileSync(new URL(`${name}/${name}.html`, EXTENSION), 'utf8'));
  const asked = [];
  const token = `page-${pages += 1}`; // an office of its own: what the page before still asks is no answer to this one
  const respond = ({ url, headers }) => {
    if (!url.includes('/office')) return Response.json(ANSWER);
    return headers.Authorization === `Bearer ${token}` ? new Promise((resolve) => { asked.push({ url, answer: resolve }); }) : AWAY();
  };
  fakeBrowser({ local: { settings: { token, ...settings } }, respond });
  if (page) Object.assign(chrome.tabs, { query: async () => [{ id: 1 }], sendMessage: async (_tab, { type }) => (type === 'page' ? page : 'x.com') });
  const kinds = Object.getOwnPropertyNames(window).filter((each) => /^HTML\w*Element$/.test(each));
  Object.assign(globalThis, Object.fromEntries(kinds.map((kind) => [kind, window[kind]])), {
    document: window.document, Jachai: { changes: new EventTarget(), surface: {}, watch: () => ({ stop() {} }) },
  });
  await import(new URL(`${name}/${name}.js?${pages}`, EXTENSION));
  const byId = (id) => window.document.getElementById(id);
  return {
    asked, byId,
    press: (id, type = 'click') => byId(id).dispatchEvent(new window.Event(type, { bubbles: true, cancelable: true })),
    until,
    late: async () => { asked[0].answer(AWAY()); await turns(50); },
  };
}

for (const name of ['popup', 'welcome']) {
  test(`${name}: an answer that comes after another language was chosen is not told in the old one`, async () => {
    const { asked, byId, press, until, late } = await open(name);
    await until(() => asked.length === 1);
    byId('language').value = 'en';
    press('language', 'change');
    await until(() => asked.length === 2);
    asked[1].answer(Response.json(OFFICE));
    const line = byId('server');
    await until(() => line.dataset.state === 'reachable');
    const before = document.body.textContent;
    await late();
    assert.deepEqual([line.dataset.state, document.body.textContent], ['reachable', before]);
  });
}

/** The settings, their server being tried. */
async function openTrying() {
  const page = await open('options');
  const { asked, byId, press, until } = page;
  await until(() => byId('serverUrl').value && asked.length === 1); // the page asks for itself
  asked.shift().answer(Response.json(OFFICE));
  const outcome = () => byId('outcome').dataset.state;
  const attempt = async (serverUrl) => {
    byId('serverUrl').value = serverUrl;
    press('test');
    await until(() => asked.some(({ url }) => url.startsWith(serverUrl)));
  };
  await attempt('http://old');
  assert.equal(outcome(), 'asking');
  return { ...page, outcome, attempt };
}

test('options: how the first try ends is not told once another address was tried', async () => {
  const { asked, attempt, outcome, until, late } = await openTrying();
  await attempt('http://new');
  asked[1].answer(Response.json(OFFICE));
  await until(() => outcome() === 'good');
  await late();
  assert.equal(outcome(), 'good');
});

test('options: how a try ends is not told once the form was saved', async () => {
  const { byId, press, outcome, until, late } = await openTrying();
  press('form', 'submit');
  await until(() => outcome() === 'good');
  const saved = byId('outcome').textContent;
  await late();
  assert.deepEqual([outcome(), byId('outcome').textContent], ['good', saved]);
});

// what the server answers where no office of its own is meant; the id asked for -> how the test ends, and what is told
const NOBODY = { ...OFFICE, name: null };
const NO_SUCH = 'এই আইডির কোনো দপ্তর সার্ভারে নেই';
const WHICH = 'এই সার্ভারে একাধিক দপ্তর থাকলে সেটিংসের ‘দপ্তরের আইডি’ ঘরটি পূরণ করুন।';
const UNNAMED = [['', NOBODY, 'unsure', 'whichOffice', WHICH], ['nilkandi', NOBODY, 'bad', 'noSuchOffice', NO_SUCH], ['nilkandi', OFFICE, 'good', null, '']];
for (const [institution, told, state, cure, words] of UNNAMED) {
  const name = `the id "${institution}" where the server ${told.name ? 'has' : 'knows no'} office`;

  test(`options: ${name}`, async () => {
    const { asked, byId, press, until } = await open('options', { serverUrl: 'http://one', institution });
    await until(() => byId('serverUrl').value && asked.length === 1);
    press('test');
    await until(() => asked.length === 2);
    asked.forEach(({ answer }) => answer(Response.json(told)));
    const outcome = byId('outcome');
    await until(() => outcome.dataset.state && outcome.dataset.state !== 'asking');
    assert.equal(outcome.dataset.state, state);
    assert.ok(outcome.textContent.includes(words), outcome.textContent);
    assert.equal(outcome.textContent.includes('সংযোগ ঠিক আছে'), state !== 'bad');
  });

  test(`popup: ${name}`, async () => {
    const { asked, byId, until } = await open('popup', { serverUrl: 'http://one', institution });
    await until(() => asked.length === 1);
    asked[0].answer(Response.json(told));
    await until(() => byId('server').dataset.state === 'reachable');
    assert.equal(byId('office').textContent, told.name?.bn ?? 'জানা যায়নি');
    for (const id of ['noSuchOffice', 'whichOffice']) assert.equal(byId(id).hidden, id !== cure);
    if (cure) assert.ok(byId(cure).textContent.includes(words));
  });
}

// what the page tells, whether the server answers -> what the popup says of it
const FREE = { composers: 1, guarded: 1, isMarked: false, isUnchecked: false };
const STATES = [
  [FREE, true, 'guarded'], [FREE, false, 'unchecked'], [{ ...FREE, isUnchecked: true }, true, 'unchecked'], [{ ...FREE, isMarked: true }, true, 'unprotected'],
  [{ ...FREE, composers: 0, guarded: 0, isMarked: true }, true, 'unprotected'], [{ ...FREE, composers: 0, guarded: 0 }, true, 'idle'], [{ ...FREE, guarded: 0, isMarked: true }, true, 'unguarded'],
];
for (const [told, isThere, state] of STATES) {
  test(`popup: a page that tells ${JSON.stringify(told)}, the server ${isThere ? 'there' : 'away'}: ${state}`, async () => {
    const { asked, byId, until } = await open('popup', {}, told);
    await until(() => asked.length === 1);
    asked[0].answer(isThere ? Response.json(OFFICE) : AWAY());
    await until(() => byId('server').dataset.state !== 'asking');
    await settled(() => byId('page').dataset.state === state);
    assert.equal(byId('page').dataset.state, state);
    if (!isThere) assert.match(byId('server').textContent, /সাড়া দিয়েছে, কিন্তু যাচাই করছে না/);
  });
}

for (const min of ['99.0', 99, ['99.0']]) {
  test(`options: a server that wants version ${JSON.stringify(min)} says so as it is tried`, async () => {
    const { asked, byId, press, until } = await open('options', { serverUrl: 'http://one' });
    await until(() => byId('serverUrl').value && asked.length === 1);
    press('test');
    await until(() => asked.length === 2);
    asked.forEach(({ answer }) => answer(Response.json({ ...OFFICE, min_extension: min })));
    const outcome = byId('outcome');
    await until(() => outcome.dataset.state && outcome.dataset.state !== 'asking');
    assert.deepEqual([outcome.dataset.state, outcome.textContent.includes('পুরোনো')], min === '99.0' ? ['unsure', true] : ['good', false]);
    byId('serverUrl').value = 'http://two';
    press('serverUrl', 'input');
    assert.equal(outcome.textContent, ''); // which was of another address
  });
}

test('options: what the browser cannot write is told', async () => {
  const { asked, byId, press, until } = await open('options');
  await until(() => byId('serverUrl').value && asked.length === 1);
  chrome.storage.local.set = async () => { throw new Error('no room'); };
  press('form', 'submit');
  await until(() => byId('outcome').dataset.state === 'bad');
  assert.match(byId('outcome').textContent, /ব্রাউজারে সংরক্ষণ করা গেল না/);
});
