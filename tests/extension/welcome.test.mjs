import assert from 'node:assert/strict';
import { test } from 'node:test';
import { welcome } from '../../extension/background/welcome.js';

/** The pages that open. @param {object} details @param {string} installType */
async function opened(details, installType) {
  const pages = [];
  globalThis.chrome = {
    management: { getSelf: async () => ({ installType }) },
    runtime: { getURL: (path) => `ours/${path}` },
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
