import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../extension/background/check.js';
import { BUILT, replaceOldWorker } from '../../extension/background/install.js';
import { fakeBrowser } from './fake_chrome.mjs';

/** How often the extension is reloaded as its worker starts so many times. @param {string} version  the manifest's @param {object} local */
async function reloads(version, local, starts = 1) {
  const { store } = fakeBrowser({ local });
  let count = 0;
  Object.assign(chrome.runtime, { getManifest: () => ({ version }), reload: () => void (count += 1) });
  for (let start = 0; start < starts; start += 1) await replaceOldWorker();
  return [count, store.reloadedFor];
}

const ROWS = [
  ['of this version stays', BUILT, {}, 1, [0, undefined]],
  ['of another version goes', '9.0', {}, 1, [1, '9.0']],
  ['that a reload does not replace is let be', '9.0', {}, 3, [1, '9.0']],
  ['goes for each version anew', '9.1', { reloadedFor: '9.0' }, 2, [1, '9.1']],
];
for (const [what, version, local, starts, told] of ROWS) {
  test(`a worker ${what}`, async () => assert.deepEqual(await reloads(version, local, starts), told));
}

test('in Firefox, where a page stands for the worker, nothing is reloaded', async (t) => {
  globalThis.document = {};
  t.after(() => delete globalThis.document);
  assert.deepEqual(await reloads('9.0', {}), [0, undefined]);
});

test('a draft is checked on a full disk too, by the same id as long as the worker runs', async () => {
  const answer = { verdict: 'clear', findings: [], incomplete: [], notes: [], ruleset: { version: '7', hash: '' } };
  const { requests, store } = fakeBrowser({ respond: () => Response.json(answer) });
  const write = chrome.storage.local.set;
  chrome.storage.local.set = async () => { throw new Error('no room'); };
  const ask = () => check({ text: 'খসড়া', moment: 'typing', ui_language: 'bn' });
  for (let time = 0; time < 2; time += 1) assert.deepEqual(await ask(), { answer });
  chrome.storage.local.set = write; // room was made
  await ask();
  const ids = requests.map(({ headers }) => headers['Jachai-Install']);
  assert.deepEqual([new Set(ids).size, ids[0]], [1, store.install.id]);
});

test('what worker, popup and settings change at once is kept whole', async () => {
  const { store } = fakeBrowser();
  const twice = (name) => Promise.all(['?worker', '?page'].map((where) => import(`../../extension/background/${name}.js${where}`)));
  const [[one, other], [worker, popup], [first, second]] = await Promise.all(['hidden', 'pause', 'settings'].map(twice));
  const subject = (fingerprint) => ({ check: 'x/y', source: 's', fingerprint, clause_label: '৯(ঙ)', severity: 'warn', match: 'ক' });
  await one.hide('finding', subject('a'));
  const [{ hash }] = store.hidden;
  await Promise.all([
    one.hide('finding', subject('b')), other.bringBack([hash]), worker.pause('x.com', 60_000), popup.pause('bsky.app', 60_000),
    first.changeSettings({ language: 'en' }), second.changeSettings({ token: 'abc' }),
  ]);
  assert.deepEqual([store.hidden.length, store.hidden.some((each) => each.hash === hash)], [1, false]);
  assert.deepEqual([Object.keys(store.pauses).sort(), store.settings], [['bsky.app', 'x.com'], { language: 'en', token: 'abc' }]);
});
