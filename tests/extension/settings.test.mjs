import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeSettings, DEFAULTS, isTooLong, NAMES, readSettings, readValue } from '../../extension/background/settings.js';
import { fakeBrowser } from './fake_chrome.mjs';

test('the defaults hold where nothing was chosen, also where Firefox rejects for want of a policy', async () => {
  fakeBrowser();
  assert.deepEqual(await readSettings(), { settings: { ...DEFAULTS }, locked: [] });
});

test('a policy wins over a choice and is locked', async () => {
  fakeBrowser({ local: { settings: { serverUrl: 'http://mine', language: 'en' } }, managed: { serverUrl: 'https://office.example/' } });
  const { settings, locked } = await readSettings();
  assert.equal(settings.serverUrl, 'https://office.example');
  assert.equal(settings.language, 'en');
  assert.deepEqual(locked, ['serverUrl']);
});

test('values of the wrong kind count as absent, since Firefox checks no schema', async () => {
  fakeBrowser({ local: { settings: [] }, managed: { serverUrl: 8420, token: null, language: 'fr', whenUnreachable: true, unknown: 'x' } });
  assert.deepEqual(await readSettings(), { settings: { ...DEFAULTS }, locked: [] });
});

const ADDRESSES = [
  ['http://127.0.0.1:8420', 'http://127.0.0.1:8420'],
  [' https://jachai.example.gov.bd/ ', 'https://jachai.example.gov.bd'],
  ['https://example.gov.bd/jachai//', 'https://example.gov.bd/jachai'],
  ['HTTP://Server', 'http://server'],
  ['http://server/practice/', 'http://server'],
  ['http://server/jachai/practice', 'http://server/jachai'],
  ['http://server/malpractice', 'http://server/malpractice'],
  ['http://[::1]:8420', 'http://[::1]:8420'],
  ['127.0.0.1:8420', null],
  ['ftp://server', null],
  ['javascript:alert(1)', null],
  ['\u200bhttps://jachai.gov.bd\u200e', 'https://jachai.gov.bd'], // as chats and word processors copy it
  ['https://jachai.gov.bd,', 'https://jachai.gov.bd'],
  ['https://jachai.gov.bd।', 'https://jachai.gov.bd'],
  ['http://১০.১০.১.৫:৮৪২০', 'http://10.10.1.5:8420'],
  ['http://my server', null],
  ['http://server:84200', null],
  ['http://', null],
  ['http://user:secret@server', null],
  ['http://server/?q=1', null],
  ['http://server/#x', null],
  [`http://${'a'.repeat(600)}`, null],
];
for (const [given, kept] of ADDRESSES) {
  test(`address ${given.slice(0, 40)}`, () => assert.equal(readValue('serverUrl', given), kept));
}

test('a token keeps none of the unseen signs with which it was copied', () => {
  for (const sign of ['\u200b', '\u2060', '\u200e', '\ufeff', '\u00ad']) assert.equal(readValue('token', ` ${sign}abc${sign}123${sign}`), 'abc123');
});

test('a token that no header can carry is refused', () => {
  assert.equal(readValue('token', ' abc.DEF-123 '), 'abc.DEF-123');
  for (const faulty of ['a b', 'টোকেন', 'a\nb', 'a\u0000b']) assert.equal(readValue('token', faulty), null);
});

test('what is longer than can be kept is told as that, the signs with which it was copied not counted', () => {
  const [most, more] = ['x'.repeat(512), 'x'.repeat(513)];
  assert.deepEqual([readValue('token', ` ${most}\u200b\n`), isTooLong(` ${most}\u200b\n`)], [most, false]);
  assert.deepEqual([readValue('token', more), isTooLong(more), isTooLong('দুই শব্দ')], [null, true, false]);
});

test('one faulty value keeps all of a change from being written', async () => {
  const { store } = fakeBrowser({ local: { settings: { token: 'old' } } });
  assert.deepEqual(await changeSettings({ token: 'new', serverUrl: 'server' }), ['serverUrl']);
  assert.deepEqual(store.settings, { token: 'old' });
  assert.deepEqual(await changeSettings({ language: 'en' }), []);
  assert.deepEqual(store.settings, { token: 'old', language: 'en' });
});

test('every setting has a default that is itself good', () => {
  for (const name of NAMES) assert.equal(readValue(name, DEFAULTS[name]), DEFAULTS[name]);
});

// what a policy says -> what holds
const POLICIES = [
  [{ allowPause: false }, { allowPause: false }], [{ allowPause: 'no' }, { allowPause: true }], [{}, { allowPause: true, sites: [] }],
  [{ sites: ['nothi.example.gov.bd', 'localhost', 'nothi.example.gov.bd'] }, { sites: ['nothi.example.gov.bd', 'localhost'] }],
  [{ sites: ['https://x.bd/', '*', 'a b', 'x.bd/path', 'x..bd', '-x.bd', 5, null, '', `${'a'.repeat(300)}.bd`] }, { sites: [] }],
  [{ sites: 'x.bd' }, { sites: [] }],
];
for (const [managed, holds] of POLICIES) {
  test(`policy ${JSON.stringify(managed).slice(0, 60)}`, async () => {
    fakeBrowser({ managed });
    const { settings } = await readSettings();
    for (const [name, value] of Object.entries(holds)) assert.deepEqual(settings[name], value);
  });
}

test('only a policy names sites or forbids pausing', async () => {
  fakeBrowser({ local: { settings: { sites: ['x.bd'], allowPause: false } } });
  assert.deepEqual(await readSettings(), { settings: { ...DEFAULTS }, locked: [] });
});

test('fifty sites at most', async () => {
  fakeBrowser({ managed: { sites: Array.from({ length: 80 }, (_each, number) => `s${number}.bd`) } });
  assert.equal((await readSettings()).settings.sites.length, 50);
});
