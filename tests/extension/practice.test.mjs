// The server's own practice page is left alone, on a site that IT names too: its address is known to the background alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { isPractice } from '../../extension/background/practice.js';

const { JSDOM } = createRequire(new URL('../browser/package.json', import.meta.url))('jsdom');
const MAIN = readFileSync(new URL('../../extension/content/main.js', import.meta.url), 'utf8');
const SERVER = 'https://barta.example';

// [the server's address, a page's, is it practice]
const PAGES = [
  [SERVER, 'https://barta.example/practice/', true],
  [SERVER, 'https://barta.example/practice/?x=1#y', true],
  [SERVER, 'http://barta.example/practice/', true],
  [SERVER, 'https://barta.example/practice', false], // which leads to the page
  [SERVER, 'https://barta.example/', false],
  [SERVER, 'https://barta.example/news/practice/', false],
  [SERVER, 'https://barta.example/practice-talks/', false],
  [SERVER, 'https://barta.example:8443/practice/', false],
  [SERVER, 'https://other.example/practice/', false],
  [SERVER, 'https://barta.example.other.example/practice/', false],
  [SERVER, 'about:blank', false],
  [SERVER, undefined, false],
  [`${SERVER}/jachai`, 'https://barta.example/jachai/practice/', true],
  [`${SERVER}/jachai`, 'https://barta.example/practice/', false],
  ['http://127.0.0.1:8420', 'http://127.0.0.1:8420/practice/', true],
  ['http://127.0.0.1:8420', 'http://127.0.0.1:8421/practice/', false],
];
for (const [serverUrl, url, wanted] of PAGES) {
  test(`with the server ${serverUrl}, ${url}: ${wanted ? 'practice' : 'none'}`, () => {
    assert.equal(isPractice(url, { serverUrl }), wanted);
  });
}

/** A page that is open already, in which main.js begins: signs are drawn there. `rules`: as the background answers. */
function openPage(path, isWithdrawn) {
  const { window } = new JSDOM('<jachai-badge></jachai-badge><textarea>খসড়া</textarea>', { runScripts: 'outside-only', url: `${SERVER}${path}` });
  let asked = 0;
  const told = [];
  Object.assign(window, {
    CSS: { highlights: new Map([['jachai-warn', {}]]) },
    chrome: { runtime: { id: 'ours', onMessage: { addListener() {} } } },
    Jachai: {
      host: 'barta.example',
      platforms: [{ hosts: [], anywhere: true }],
      rules: async () => { asked += 1; if (isWithdrawn) window.Jachai.isWithdrawn = true; return { language: 'bn' }; },
      composersOf: () => ({ inPage: () => [...window.document.querySelectorAll('textarea')], platformOf: () => ({ publishControls: () => [] }) }),
      publisher: () => () => {}, guard: () => ({}), text: { read: ({ value }) => ({ text: value }) },
      notice: { reload: ({ value }) => told.push(value) },
    },
  });
  window.eval(MAIN);
  return { window, told, isDrawn: () => [window.document.querySelector('jachai-badge') !== null, window.CSS.highlights.size], asked: () => asked };
}

const turn = () => new Promise((resolve) => { setTimeout(resolve); });

test('in the practice page nothing is taken away, nothing told, though it was open before', async () => {
  const page = openPage('/practice/', true);
  assert.equal(page.asked(), 1, 'before anything is pressed');
  await turn();
  assert.deepEqual([page.isDrawn(), page.told], [[true, 1], []]);
});

for (const path of ['/', '/practice/']) {
  test(`in any other page, as ${path}, what an older script drew is taken away, and the writer is told`, async () => {
    const page = openPage(path, false);
    await turn();
    assert.deepEqual([page.isDrawn(), page.told], [[false, 0], ['খসড়া']]);
  });
}
