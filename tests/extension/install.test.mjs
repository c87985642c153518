import assert from 'node:assert/strict';
import { test } from 'node:test';
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
