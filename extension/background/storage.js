// @ts-check
// The one file that touches extension storage. Everything else is given plain values.
import { isObject } from './shapes.js';

/** @typedef {Record<string, unknown>} Values */

/**
 * Keeps the token, chosen here or set by policy, out of reach of the processes that run pages: content scripts may not read storage.
 * Firefox has no such switch; there nothing of ours in content/ asks for it.
 */
export async function closeToContentScripts() {
  const { local, managed } = chrome.storage;
  await Promise.all([local, managed].map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}

/** @returns {Promise<Values>} what this user chose */
export async function readLocal() {
  const { settings } = await chrome.storage.local.get('settings');
  return isObject(settings) ? settings : {};
}

/**
 * @param {Values} settings
 * @returns {Promise<void>}
 */
export async function writeLocal(settings) {
  await chrome.storage.local.set({ settings });
}

/** @returns {Promise<Values>} what IT set by policy; {} where there is no policy */
export async function readManaged() {
  try {
    return await chrome.storage.managed.get(null);
  } catch {
    return {}; // Firefox rejects where no policy names this extension
  }
}

/**
 * What is kept beside the settings: `office` (what it told), `install` (an id and a salt made once), `hidden` (hashes of
 * what the writer hid), `pauses` (hosts on which checking is paused), `platforms` (newer selectors),
 * `reloadedFor` (a version).
 * @typedef {'office'|'install'|'hidden'|'pauses'|'platforms'|'reloadedFor'} KeptName
 */

/**
 * @param {KeptName} name
 * @returns {Promise<unknown>} what `writeKept` wrote, or undefined
 */
export async function readKept(name) {
  return (await chrome.storage.local.get(name))[name];
}

/**
 * @param {KeptName} name
 * @param {unknown} value
 * @returns {Promise<void>}
 */
export async function writeKept(name, value) {
  await chrome.storage.local.set({ [name]: value });
}

/**
 * Reads, changes and writes, one after the other: of two at once, worker, popup or settings, one would undo what the other wrote.
 * @template T
 * @param {KeptName|'settings'} name  of what it changes
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
export const changing = (name, act) => navigator.locks.request(name, act);

/**
 * What is kept in memory, for the worker and our pages, gone with the browser and never on a disk: `busy` (until when a server asked not
 * to be asked), `marks` (what the icons of tabs tell).
 * @typedef {'busy'|'marks'} SessionName
 */

/**
 * @param {SessionName} name
 * @returns {Promise<unknown>} what `writeSession` wrote, or undefined
 */
export async function readSession(name) {
  return (await chrome.storage.session.get(name))[name];
}

/**
 * @param {SessionName} name
 * @param {unknown} value
 * @returns {Promise<void>}
 */
export async function writeSession(name, value) {
  await chrome.storage.session.set({ [name]: value });
}

/**
 * Calls back when settings change, by hand or by policy (which arrives seconds late after a forced install).
 * @param {() => void} callback
 */
export function onSettingsChanged(callback) {
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === 'managed' || 'settings' in changes) callback();
  });
}

/**
 * Calls back when anything changes that an answer or the guard depends on.
 * @param {() => void} callback
 */
export function onRulesChanged(callback) {
  onSettingsChanged(callback);
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local') return;
    const isNew = 'office' in changes && rulesOf(changes.office.oldValue) !== rulesOf(changes.office.newValue);
    if (isNew || 'hidden' in changes || 'pauses' in changes) callback();
  });
}

/** @param {any} kept  an office as kept, the hashes of its lists and profile in it; when it was asked changes nothing */
function rulesOf(kept) {
  return JSON.stringify([kept?.of, kept?.office]);
}
