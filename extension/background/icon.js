// @ts-check
// The toolbar icon of a tab tells what the page cannot be trusted to show: paused, held by the office, not protected.
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

/** @type {Map<number, Set<Mark>>} by tab; a new page begins with none, as the browser's own badge does */
const marks = new Map();

/** Forgets a tab that is closed or loads another page. */
export function watchTabs() {
  chrome.tabs.onRemoved.addListener((tab) => void marks.delete(tab));
  chrome.tabs.onUpdated.addListener((tab, { status }) => void (status === 'loading' && marks.delete(tab)));
}

/**
 * @param {number} tab
 * @param {Partial<Record<Mark, boolean>>} changes
 * @returns {Promise<void>}
 */
export async function markIcon(tab, changes) {
  const found = marks.get(tab) ?? new Set();
  for (const [name, isOn] of Object.entries(changes)) found[isOn ? 'add' : 'delete'](/** @type {Mark} */ (name));
  marks.set(tab, found);
  const mark = ORDER.find((each) => found.has(each));
  const look = mark && LOOKS[mark];
  const words = await wordsOf((await readSettings()).settings.language);
  const title = look ? `${words('shortName')}: ${words(look.title)}` : words('shortName');
  await Promise.all([
    chrome.action.setBadgeText({ tabId: tab, text: look?.text ?? '' }),
    chrome.action.setTitle({ tabId: tab, title }),
    look && chrome.action.setBadgeBackgroundColor({ tabId: tab, color: look.colour }),
  ]).catch(() => {}); // the tab has gone
}
