// @ts-check
// The toolbar icon of a tab tells what the page cannot be trusted to show: paused, held by the office, not protected.
// The browser itself keeps a tab's badge until another document loads, also while the worker sleeps. What stands behind it is kept in
// memory: whose mark it is, since a tab has frames, and what lies beneath.
import { readSettings } from './settings.js';
import { readSession, writeSession } from './storage.js';
import { wordsOf } from './words.js';

/** @typedef {'unprotected'|'paused'|'held'} Mark  the first of these that applies is shown */
/** @typedef {{unprotected: number[], paused: boolean, held: boolean}} Marks  of a tab; `unprotected`: the frames that say so of themselves */

/** @type {Record<Mark, {text: string, colour: string, title: string}>} */
const LOOKS = {
  unprotected: { text: '!', colour: '#a3211b', title: 'iconUnprotected' },
  paused: { text: 'II', colour: '#565b66', title: 'iconPaused' },
  held: { text: '■', colour: '#a3211b', title: 'iconHeld' },
};
const ORDER = /** @type {Mark[]} */ (Object.keys(LOOKS));
/** @type {Marks} */
const NONE = { unprotected: [], paused: false, held: false };

/** @type {Promise<void>} one at a time: each reads what is known, then draws */
let last = Promise.resolve();

/** To be called in the worker's first turn. */
export function watchTabs() {
  chrome.tabs.onRemoved.addListener((tab) => void next(() => keep(tab, NONE)));
}

/**
 * @param {number} tab
 * @param {number} frame  that tells it; 0 is the tab's own page
 * @param {Partial<Record<Mark, boolean>>} changes  what is not told stays as it is; `unprotected` is the frame's alone, the others are the tab's
 * @returns {Promise<void>}
 */
export function markIcon(tab, frame, changes) {
  return next(() => change(tab, frame, changes));
}

/** @param {() => Promise<void>} act */
function next(act) {
  last = last.then(act).catch(() => {}); // the tab has gone
  return last;
}

/**
 * @param {number} tab
 * @param {number} frame
 * @param {Partial<Record<Mark, boolean>>} changes
 */
async function change(tab, frame, { unprotected, ...ofTab }) {
  const before = await marksOf(tab);
  const frames = new Set(before.unprotected);
  if (unprotected) frames.add(frame);
  if (unprotected === false) frames.delete(frame);
  const marks = { ...before, ...ofTab, unprotected: [...frames] };
  await keep(tab, marks);
  await draw(tab, lookOf(marks));
}

/** @param {Marks} marks */
function lookOf(marks) {
  const mark = ORDER.find((each) => (each === 'unprotected' ? marks.unprotected.length > 0 : marks[each]));
  return mark && LOOKS[mark];
}

/**
 * @param {number} tab
 * @returns {Promise<Marks>} none where the badge is not the one that was drawn for them: another document has loaded since
 */
async function marksOf(tab) {
  const [shown, kept] = await Promise.all([chrome.action.getBadgeText({ tabId: tab }), keptMarks()]);
  const marks = kept[tab] ?? NONE;
  return lookOf(marks)?.text === shown ? marks : NONE;
}

/** @returns {Promise<Record<string, Marks>>} by tab */
const keptMarks = async () => /** @type {any} */ (await readSession('marks')) ?? {};

/** @param {number} tab @param {Marks} marks */
async function keep(tab, marks) {
  const { [tab]: _before, ...others } = await keptMarks();
  await writeSession('marks', lookOf(marks) ? { ...others, [tab]: marks } : others);
}

/** @param {number} tab @param {{text: string, colour: string, title: string}} [look]  of its badge; none for no badge */
async function draw(tab, look) {
  const words = await wordsOf((await readSettings()).settings.language);
  const title = look ? `${words('shortName')}: ${words(look.title)}` : words('shortName');
  await Promise.all([
    chrome.action.setBadgeText({ tabId: tab, text: look?.text ?? '' }),
    chrome.action.setTitle({ tabId: tab, title }),
    look && chrome.action.setBadgeBackgroundColor({ tabId: tab, color: look.colour }),
  ]);
}
