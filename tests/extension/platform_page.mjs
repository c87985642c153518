// A platform's file in a jsdom window, with what it stands on.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { JSDOM } = createRequire(new URL('../browser/package.json', import.meta.url))('jsdom');
const EXTENSION = new URL('../../extension/', import.meta.url);
const read = (name) => readFileSync(new URL(name, EXTENSION), 'utf8');

/**
 * @param {string} name  of the platform's file; several, as on a site that IT names: 'mastodon generic'
 * @param {string} html  inside body; `url` is the page's address
 */
export function openPlatform(name, html, url = 'https://www.facebook.com/') {
  const { window } = new JSDOM(`<body>${html}`, { runScripts: 'outside-only', url });
  window.Jachai = {};
  const files = name.split(' ').map((one) => `platforms/${one}.js`);
  for (const file of ['content/path.js', 'content/platform.js', ...files]) window.eval(read(file));
  const { platforms, platformFor, isElsewhere } = window.Jachai;
  const [platform] = platforms;
  const boxes = window.document.querySelectorAll('textarea, input, [contenteditable]');
  const composers = [...boxes].filter((element) => platformFor(element, platforms));
  return {
    window, platform, composers,
    controls: (index = 0) => Array.from(platform.publishControls(composers[index]), (button) => button.getAttribute('aria-label') || button.textContent),
    keys: (index = 0) => Array.from(platform.publishKeys(composers[index])),
    around: (index = 0) => JSON.parse(JSON.stringify(platform.surroundings(composers[index]))), // of our own world: assert compares that too
    isSilent: (selector) => isElsewhere(window.document.querySelector(selector), platforms), // else the icon says that it is no composer of ours
  };
}
