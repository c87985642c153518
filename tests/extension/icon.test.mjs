// The toolbar icon: the first that applies is shown, and what is not told stays as it is shown.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markIcon } from '../../extension/background/icon.js';
import { fakeBrowser } from './fake_chrome.mjs';

const TAB = 7;

// what is told, one after the other -> what is shown then
const CASES = [
  ['nothing', [{}], ''],
  ['not protected', [{ unprotected: true }], '!'],
  ['paused', [{ paused: true, held: false }], 'II'],
  ['paused and held', [{ paused: true, held: true }], 'II'],
  ['held, then not', [{ held: true }, { held: false }], ''],
  ['not protected, then what the rules say', [{ unprotected: true }, { paused: true, held: true }], '!'],
  ['protected again: what lies beneath', [{ unprotected: true }, { unprotected: false, paused: true, held: false }], 'II'],
  ['protected again, and nothing beneath', [{ unprotected: true }, { unprotected: false, paused: false, held: false }], ''],
  ['a frame of another site says nothing of the pause', [{ paused: true, held: false }, { held: false }], 'II'],
  ['nor of a pause that is none', [{ paused: false, held: false }, { held: false }], ''],
];
for (const [name, told, shown] of CASES) {
  test(name, async () => {
    const { badges } = fakeBrowser();
    await Promise.all(told.map((changes) => markIcon(TAB, changes))); // each sees what the one before has drawn
    assert.equal(badges[TAB], shown);
  });
}

test('a worker that was stopped meanwhile takes no warning away', async () => {
  const { badges } = fakeBrowser();
  await markIcon(TAB, { unprotected: true });
  const woken = await import('../../extension/background/icon.js?woken');
  await woken.markIcon(TAB, { paused: false, held: false });
  assert.equal(badges[TAB], '!');
});

test('a tab that has gone keeps no other waiting', async () => {
  const { badges } = fakeBrowser();
  const draw = chrome.action.setBadgeText;
  chrome.action.setBadgeText = async (details) => {
    if (details.tabId === 8) throw new Error('No tab with id: 8');
    return draw(details);
  };
  await Promise.all([markIcon(8, { held: true }), markIcon(TAB, { held: true })]);
  assert.equal(badges[TAB], '■');
});
