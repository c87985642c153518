// Whether what runs in a page may still ask: the browser is asked where it tells what the user took back.
// And what runs on a site that IT names is what the manifest has.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWatched, registerSites } from '../../extension/background/sites.js';
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

const SCRIPTS = { js: ['page/a.js', 'content/main.js'], css: ['page/a.css'] };
const MATCHES = [`https://${NAMED}/*`, `http://${NAMED}/*`];
// what is registered, what is done with it
const REGISTERED = [
  ['nothing', [], ['register']],
  ['the same, in an order and with slashes of the browser\'s own', [{ matches: MATCHES.toReversed(), js: SCRIPTS.js.map((path) => `/${path}`), css: SCRIPTS.css }], []],
  ['other hosts', [{ ...SCRIPTS, matches: MATCHES.slice(1) }], ['update']],
  ['scripts of an older version', [{ ...SCRIPTS, matches: MATCHES, js: ['content/main.js'] }], ['update']],
  ['a style sheet of an older version', [{ ...SCRIPTS, matches: MATCHES, css: ['page/old.css'] }], ['update']],
  ['scripts without a style sheet', [{ matches: MATCHES, js: SCRIPTS.js }], ['update']],
];
for (const [name, registered, wanted] of REGISTERED) {
  test(`a site that IT names, registered is ${name}: ${wanted.join() || 'left as it is'}`, async () => {
    fakeBrowser({ managed: { sites: [NAMED] }, granted: [NAMED] });
    chrome.runtime.getManifest = () => ({ content_scripts: [{ matches: [`https://${OWN}/*`], ...SCRIPTS }] });
    const done = [];
    const note = (what) => async ([{ matches, js, css }]) => void done.push([what, { matches, js, css }]);
    chrome.scripting = { getRegisteredContentScripts: async () => registered, registerContentScripts: note('register'), updateContentScripts: note('update') };
    await registerSites();
    assert.deepEqual(done, wanted.map((what) => [what, { ...SCRIPTS, matches: MATCHES }]));
  });
}
