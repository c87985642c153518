// The toolbar icon: the first that applies is shown, and what is not told stays as it is shown.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markIcon, watchTabs } from '../../extension/background/icon.js';
import { fakeBrowser, until } from './fake_chrome.mjs';

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
    await Promise.all(told.map((changes) => markIcon(TAB, 0, changes))); // each sees what the one before has drawn
    assert.equal(badges[TAB], shown);
  });
}

test('a worker that was stopped meanwhile takes no warning away', async () => {
  const { badges } = fakeBrowser();
  await markIcon(TAB, 0, { unprotected: true });
  const woken = await import('../../extension/background/icon.js?woken');
  await woken.markIcon(TAB, 0, { paused: false, held: false });
  assert.equal(badges[TAB], '!');
});

test('a tab that has gone keeps no other waiting', async () => {
  const { badges } = fakeBrowser();
  const draw = chrome.action.setBadgeText;
  chrome.action.setBadgeText = async (details) => {
    if (details.tabId === 8) throw new Error('No tab with id: 8');
    return draw(details);
  };
  await Promise.all([markIcon(8, 0, { held: true }), markIcon(TAB, 0, { held: true })]);
  assert.equal(badges[TAB], '■');
});

const [ONE, OTHER] = [3, 4]; // frames of another site
// what the frames tell, one after the other -> what is shown then
const FRAMES = [
  ['of two the second is protected again', [[ONE, { unprotected: true }], [OTHER, { unprotected: true }], [OTHER, { unprotected: false, held: false }]], '!'],
  ['of two both are', [[ONE, { unprotected: true }], [OTHER, { unprotected: true }], [OTHER, { unprotected: false }], [ONE, { unprotected: false }]], ''],
  ['one is that the tab itself is not', [[0, { unprotected: true }], [ONE, { unprotected: true }], [ONE, { unprotected: false }]], '!'],
  ['one goes from above a pause, of which it may say nothing', [[0, { paused: true, held: false }], [ONE, { unprotected: true, held: false }], [ONE, { unprotected: false, held: false }]], 'II'],
  ['one goes after the office has let go', [[0, { held: true }], [ONE, { unprotected: true, held: true }], [0, { held: false }], [ONE, { unprotected: false, held: false }]], ''],
];
for (const [name, told, shown] of FRAMES) {
  test(`frames: ${name}`, async () => {
    const { badges } = fakeBrowser();
    await Promise.all(told.map(([frame, changes]) => markIcon(TAB, frame, changes)));
    assert.equal(badges[TAB], shown);
  });
}

test('what a page and its frames told goes with the badge that the browser takes away as another loads', async () => {
  const { badges } = fakeBrowser();
  await markIcon(TAB, ONE, { unprotected: true });
  badges[TAB] = '';
  await markIcon(TAB, 0, { paused: false, held: false });
  assert.equal(badges[TAB], '');
});

test('of a tab that shows nothing, or was closed, nothing is kept, and nothing on the disk', async () => {
  const { session, store, closeTab } = fakeBrowser();
  watchTabs();
  await markIcon(TAB, 0, { unprotected: true });
  await markIcon(8, 0, { held: true });
  assert.deepEqual(Object.keys(session.marks), ['7', '8']);
  await markIcon(TAB, 0, { unprotected: false });
  closeTab(8);
  await until(() => Object.keys(session.marks).length === 0);
  assert.deepEqual(store, {});
});
