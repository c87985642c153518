// Whether what runs in a page may still ask: the browser is asked where it tells what the user took back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWatched } from '../../extension/background/sites.js';
import { fakeBrowser } from './fake_chrome.mjs';

const [OWN, NAMED] = ['www.facebook.com', 'intranet.example.gov.bd'];
// browser, host, what is granted, whether the page may still ask
const ROWS = [
  ['chrome', OWN, [], true], // tells no grant of it
  ['moz', OWN, [OWN], true],
  ['moz', OWN, [], false],
  ...['chrome', 'moz'].flatMap((browser) => [
    [browser, NAMED, [NAMED], true],
    [browser, NAMED, [], false],
    [browser, 'elsewhere.example', ['elsewhere.example'], false],
  ]),
];
for (const [browser, host, granted, wanted] of ROWS) {
  test(`${browser}, ${host}, granted: ${granted.join() || 'none'}: ${wanted ? 'watched' : 'left alone'}`, async () => {
    fakeBrowser({ granted });
    chrome.runtime.getURL = (path) => `${browser}-extension://ours/${path}`;
    assert.equal(await isWatched(host, { sites: [NAMED] }), wanted);
  });
}
