// @ts-check
// Newer selectors from the office's server, remembered; and word to it of those that no longer fit. Data both ways, never
// code, never a text: the pages' own scripts try each selector before they use it.
import { isWithin } from './clock.js';
import { hashOf } from './hash.js';
import { call } from './server.js';
import { readSettings } from './settings.js';
import { isObject, isText } from './shapes.js';
import { changing, readKept, writeKept } from './storage.js';

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {{name: string, confirmed: string, written: string, selectors: Record<string, string>, labels: Record<string, string[]>}} Renewal */
/** @typedef {{version: string, platforms: Renewal[]}} Newer */
/** @typedef {{platform: string, selector: 'composer'|'publish', selectors: string}} Broken */
/** @typedef {{of: string, at: number, newer: Newer, told: Record<string, number>}} Kept */

const FRESH = 6 * 3_600_000; // milliseconds
const AGAIN = 24 * 3_600_000; // after which the server is told of the same fault again
const PATIENCE = 3_000;
const MOST = 40; // platforms, selectors of one, faults remembered; twice as many words of one use
const LONGEST = 8_000; // UTF-16 units of one selector; built-in ones have up to 2,320
const NAME = /^[a-z][a-z0-9-]{0,31}$/;
const USE = /^[a-z][a-z0-9]{0,31}$/i;
const DATE = /^\d{4}-\d\d-\d\d$/;
const VERSION = /^(?:\d{4}-\d\d-\d\d-[0-9a-f]{8})?$/;
/** @type {Newer} */
const NONE = { version: '', platforms: [] };

/**
 * @returns {Promise<Newer>} as last told, at once; asks anew in the back where that is old. Nothing newer where the server does not answer.
 */
export async function newerSelectors() {
  const { settings } = await readSettings();
  const kept = await known(settings);
  if (kept && isWithin(kept.at, FRESH)) return kept.newer;
  const asked = ask(settings, kept);
  return kept?.at ? kept.newer : asked; // 0: it was only told of faults
}

/**
 * @param {Settings} settings
 * @param {Kept|null} kept
 * @returns {Promise<Newer>}
 */
async function ask(settings, kept) {
  const reply = await call(settings, '/api/v1/platforms', { timeout: PATIENCE });
  if ('failure' in reply || !isNewer(reply.body)) return kept?.newer ?? NONE;
  const newer = reply.body;
  await change(settings, (now) => ({ ...now, at: Date.now(), newer }));
  return newer;
}

/** @type {Set<string>} faults that the server is being told of */
const telling = new Set();

/**
 * A page tells of a selector that found nothing: the server hears of it, once a day where it took it.
 * @param {unknown} broken
 */
export async function noteBroken(broken) {
  if (!isBroken(broken)) return;
  const { settings } = await readSettings();
  const key = `${broken.platform} ${broken.selector} ${broken.selectors}`;
  const told = (await known(settings))?.told[key] ?? 0;
  if (isWithin(told, AGAIN) || telling.has(key)) return;
  telling.add(key);
  const { platform, selector, selectors } = broken;
  const reply = await call(settings, '/api/v1/platforms/broken', { body: { platform, selector, selectors }, isTelling: true }).finally(() => telling.delete(key));
  if ('body' in reply) await noteTold(settings, key);
}

/** @param {Settings} settings @param {string} key  of the fault that the server has taken */
async function noteTold(settings, key) {
  await change(settings, (now) => ({ ...now, told: Object.fromEntries([[key, Date.now()], ...Object.entries(now.told)].slice(0, MOST)) }));
}

/** @param {Settings} settings @param {(now: Kept) => Kept} act */
const change = (settings, act) => changing('platforms', async () => {
  const now = await known(settings) ?? { of: await keyOf(settings), at: 0, newer: NONE, told: {} };
  await writeKept('platforms', act(now));
});

/** @param {Settings} settings @returns {Promise<Kept|null>} */
async function known(settings) {
  const kept = /** @type {any} */ (await readKept('platforms'));
  return kept?.of === await keyOf(settings) && isNewer(kept.newer) && isObject(kept.told) ? kept : null;
}

/** @param {Settings} settings  another server may know other selectors */
const keyOf = ({ serverUrl, token }) => hashOf([serverUrl, token]);

/** @param {any} value @returns {value is Newer} whole or not at all; unknown fields are let through */
export function isNewer(value) {
  return isObject(value) && isText(value.version) && VERSION.test(value.version)
    && Array.isArray(value.platforms) && value.platforms.length <= MOST && value.platforms.every(isRenewal);
}

/** @param {any} value */
function isRenewal(value) {
  return isObject(value) && isText(value.name) && NAME.test(value.name) && isText(value.written) && DATE.test(value.written)
    && isTable(value.selectors, (/** @type {unknown} */ selector) => isText(selector) && selector.length > 0 && selector.length <= LONGEST)
    && isTable(value.labels ?? {}, (/** @type {unknown} */ words) => Array.isArray(words) && words.length <= 2 * MOST && words.every(isText));
}

/** @param {any} value @param {(item: unknown) => boolean} test */
function isTable(value, test) {
  return isObject(value) && Object.keys(value).length <= MOST && Object.entries(value).every(([use, item]) => USE.test(use) && test(item));
}

/** @param {any} value @returns {value is Broken} */
function isBroken(value) {
  return isObject(value) && isText(value.platform) && NAME.test(value.platform) && isText(value.selector) && ['composer', 'publish'].includes(value.selector)
    && isText(value.selectors) && (value.selectors === 'builtin' || VERSION.test(value.selectors));
}
