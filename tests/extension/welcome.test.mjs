import assert from 'node:assert/strict';
import { test } from 'node:test';
import { welcome } from '../../extension/background/welcome.js';

/** The pages that open. @param {object} details @param {string} installType @param {string} [granted]  pattern of a host */
async function opened(details, installType, base = 'ours/', granted = 'https://x.com/*') {
  const pages = [];
  globalThis.chrome = {
    management: { getSelf: async () => ({ installType }) },
    permissions: { contains: async ({ origins }) => origins.every((pattern) => pattern === granted) },
    runtime: {
      getURL: (path) => base + path, openOptionsPage: async () => void pages.push('options'),
      getManifest: () => ({ content_scripts: [{ matches: ['https://x.com/*'] }] }),
    },
    tabs: { create: async ({ url }) => pages.push(url) },
  };
  await welcome(details);
  return pages;
}

const PAGE = ['ours/welcome/welcome.html'];
const ROWS = [
  ['from the store', { reason: 'install' }, 'normal', PAGE], ['unpacked', { reason: 'install' }, 'development', PAGE],
  ['by policy', { reason: 'install' }, 'admin', []], ['an update', { reason: 'update' }, 'normal', []],
  ['a new browser', { reason: 'chrome_update' }, 'normal', []], ['temporary in Firefox', { reason: 'install', temporary: true }, 'development', []],
];
for (const [name, details, installType, pages] of ROWS) {
  test(`${name}: the first-run page ${pages.length ? 'opens' : 'stays closed'}`, async () => assert.deepEqual(await opened(details, installType), pages));
}

const FIREFOX = 'moz-extension://ours/';
const UPDATES = [
  ['a platform that Firefox withholds', { reason: 'update' }, FIREFOX, '', ['options']],
  ['all are granted', { reason: 'update' }, FIREFOX, 'https://x.com/*', []],
  ['Chromium tells no grant of them', { reason: 'update' }, 'chrome-extension://ours/', '', []],
  ['temporary', { reason: 'update', temporary: true }, FIREFOX, '', []],
  ['a new browser', { reason: 'browser_update' }, FIREFOX, '', []],
];
for (const [name, details, base, granted, pages] of UPDATES) {
  test(`an update, ${name}: the settings ${pages.length ? 'open' : 'stay closed'}`, async () => assert.deepEqual(await opened(details, 'admin', base, granted), pages));
}
