// What a page is told of settings and office, and what it makes of a word that it did not hear.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const { JSDOM } = createRequire(new URL('../browser/package.json', import.meta.url))('jsdom');
const RULES = readFileSync(new URL('../../extension/content/rules.js', import.meta.url), 'utf8');
const FREE = { language: 'bn', whenUnreachable: 'warn', pausedUntil: 0, hold: null, reasons: [], reports: false };

/** A page whose background tells `told`, and whose minutes the test lets pass; `changes`: the rules told with each change. */
function open(told = { ...FREE }) {
  const { window } = new JSDOM('', { runScripts: 'outside-only', url: 'https://x.com/', pretendToBeVisual: true });
  const changes = [];
  let minute = async () => {};
  window.setInterval = (act) => { minute = act; return 1; };
  window.chrome = { runtime: { id: 'a', sendMessage: async () => told && { ...told }, onMessage: { addListener() {} } } };
  window.Jachai = { changes: new window.EventTarget(), isAlive: () => true };
  window.Jachai.changes.addEventListener('change', ({ detail }) => changes.push({ ...detail }));
  window.eval(RULES);
  return { jachai: window.Jachai, told, changes, minute: () => minute() };
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
