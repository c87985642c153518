// Pages that Firefox leaves without a script of ours: which of their frames get one, and that none gets two.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fakeBrowser } from './fake_chrome.mjs';

const { runInOpenPages, watchOpenPages } = await import('../../extension/background/open_pages.js');
const SCRIPTS = { js: ['moz-extension://ours/page/a.js', 'content/main.js'], css: ['page/a.css'] };

/**
 * A browser whose tabs hold frames: their origin, and whether our scripts run there.
 * `most`: filters that the event takes. `ran`: the tab and frame of each run, with its files; `load`: the tab's page is there
 */
function browse(tabs, { base = 'moz-extension://ours/', most = 1 } = {}) {
  fakeBrowser();
  const ran = [];
  let load = () => {};
  Object.assign(chrome.runtime, {
    getURL: (path) => base + path,
    getManifest: () => ({ content_scripts: [{ matches: ['https://x.com/*'], ...SCRIPTS }] }),
  });
  chrome.tabs.query = async () => Object.keys(tabs).map((id) => ({ id: Number(id) }));
  chrome.tabs.onUpdated = { addListener: (act, ...filters) => { if (filters.length > most) throw new Error('Too many arguments'); load = act; } };
  chrome.scripting = {
    getRegisteredContentScripts: async () => [{ matches: ['http://barta.example/*'] }],
    insertCSS: async () => {},
    async executeScript({ target: { tabId, frameIds }, func, files }) {
      if (!tabs[tabId]) throw new Error('Missing host permission for the tab');
      if (func) return tabs[tabId].map(([origin, isRunning], frameId) => ({ frameId, result: asIn(func, origin, isRunning) }));
      ran.push(...frameIds.map((frame) => [tabId, frame, ...files]));
      for (const frame of frameIds) tabs[tabId][frame][1] = true;
      return [];
    },
  };
  return { ran, load: (...told) => load(...told) };
}

/** What a function gives in a frame. */
function asIn(func, origin, isRunning) {
  Object.assign(globalThis, { self: { origin }, Jachai: { running: isRunning } });
  return func();
}

/** All that was begun: these locks are one. */
const done = () => navigator.locks.request('', () => {});

const FILES = ['page/a.js', 'content/main.js'];
const CASES = [
  ['a page without', [['https://x.com', false]], [0]],
  ['a page with', [['https://x.com', true]], []],
  ['a frame without, in a page with', [['https://x.com', true], ['https://x.com', false]], [1]],
  ['a named site, at a port', [['http://barta.example:8080', false]], [0]],
  ['a host that is granted, and not named', [['https://other.example', false]], []],
  ['a named host, otherwise than named', [['https://barta.example', false]], []],
  ['a frame with an origin of its own', [['null', false]], []],
];
for (const [what, frames, wanted] of CASES) {
  test(`${what}: our scripts are started in ${wanted.length} frames, once`, async () => {
    const { ran, load } = browse({ 7: frames });
    watchOpenPages();
    load(7, { status: 'loading' });
    load(7, { status: 'complete' });
    load(7, { status: 'complete' });
    await runInOpenPages([]);
    await done();
    assert.deepEqual(ran, wanted.map((frame) => [7, frame, ...FILES]));
  });
}

test('a tab that is not ours keeps no other from its scripts', async () => {
  const { ran } = browse({ 7: null, 8: [['https://x.com', false]] });
  await runInOpenPages([]);
  await done();
  assert.deepEqual(ran, [[8, 0, ...FILES]]);
});

test('Android, where the event takes no filter, is no other', async () => {
  const { ran, load } = browse({ 7: [['https://x.com', false]] }, { most: 0 });
  watchOpenPages();
  load(7, { status: 'complete' });
  await done();
  assert.deepEqual(ran, [[7, 0, ...FILES]]);
});

test('Chromium, where the old script lives on, gets none', async () => {
  const { ran, load } = browse({ 7: [['https://x.com', false]] }, { base: 'chrome-extension://ours/' });
  watchOpenPages();
  load(7, { status: 'complete' });
  await runInOpenPages([]);
  await done();
  assert.deepEqual(ran, []);
});
