// @ts-check
// The toolbar icon of a tab tells what the page cannot be trusted to show: paused, held by the office, not protected.
// The browser itself keeps a tab's badge until another document loads, also while the worker sleeps: nothing is kept here.
import { readSettings } from './settings.js';
import { wordsOf } from './words.js';

/** @typedef {'unprotected'|'paused'|'held'} Mark  the first of these that applies is shown */

/** @type {Record<Mark, {text: string, colour: string, title: string}>} */
const LOOKS = {
  unprotected: { text: '!', colour: '#a3211b', title: 'iconUnprotected' },
  paused: { text: 'II', colour: '#565b66', title: 'iconPaused' },
  held: { text: '■', colour: '#a3211b', title: 'iconHeld' },
};
const ORDER = /** @type {Mark[]} */ (Object.keys(LOOKS));

/** @type {Promise<void>} one at a time: each reads what is shown, then draws */
let last = Promise.resolve();

/**
 * @param {number} tab
 * @param {Partial<Record<Mark, boolean>>} changes  what is not told stays as it is shown
 * @returns {Promise<void>}
 */
export function markIcon(tab, changes) {
  last = last.then(() => draw(tab, changes)).catch(() => {}); // the tab has gone
  return last;
}

/**
 * @param {number} tab
 * @param {Partial<Record<Mark, boolean>>} changes
 */
async function draw(tab, changes) {
  const shown = await chrome.action.getBadgeText({ tabId: tab });
  const mark = ORDER.find((each) => changes[each] ?? LOOKS[each].text === shown);
  const look = mark && LOOKS[mark];
  const words = await wordsOf((await readSettings()).settings.language);
  const title = look ? `${words('shortName')}: ${words(look.title)}` : words('shortName');
  await Promise.all([
    chrome.action.setBadgeText({ tabId: tab, text: look?.text ?? '' }),
    chrome.action.setTitle({ tabId: tab, title }),
    look && chrome.action.setBadgeBackgroundColor({ tabId: tab, color: look.colour }),
  ]);
}
