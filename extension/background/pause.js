// @ts-check
// Checking is paused on one site for a while: by the writer, where policy and office allow it, for a day at most.
import { changing, readKept, writeKept } from './storage.js';

/** @typedef {{at: number, until: number}} Pause  milliseconds since 1970 */

export const LONGEST = 24 * 3_600_000; // milliseconds

/**
 * @param {import('./settings.js').Settings} settings
 * @param {import('./office.js').Office|null} office  which has to say yes; one that was never reached did not
 * @returns {boolean}
 */
export function mayPause({ allowPause }, office) {
  return allowPause && office?.allowPause === true;
}

/**
 * @param {string} host
 * @returns {Promise<number>} until when, 0 where it is not paused; a clock that was set back ends it too
 */
export async function pausedUntil(host) {
  const pause = (await readPauses())[host];
  const now = Date.now();
  return pause && isInForce(pause, now) ? pause.until : 0;
}

/**
 * @param {string} host
 * @param {number} length  milliseconds, 0 to go on checking
 * @returns {Promise<void>}
 */
export async function pause(host, length) {
  const now = Date.now();
  const own = length > 0 ? [[host, { at: now, until: now + Math.min(length, LONGEST) }]] : [];
  await changing('pauses', async () => {
    const others = Object.entries(await readPauses()).filter(([name, pause]) => name !== host && isInForce(pause, now));
    await writeKept('pauses', Object.fromEntries([...others, ...own]));
  });
}

/** What is over is kept no longer. */
export async function dropExpired() {
  await changing('pauses', async () => {
    const all = Object.entries(await readPauses());
    const left = all.filter(([, pause]) => isInForce(pause, Date.now()));
    if (left.length < all.length) await writeKept('pauses', Object.fromEntries(left));
  });
}

/** A clock that was set back ends it: what begins later was told by a wrong one. @param {Pause} pause @param {number} now */
const isInForce = ({ at, until }, now) => at <= now && now < until;

/** @returns {Promise<Record<string, Pause>>} those that make sense */
async function readPauses() {
  const kept = await readKept('pauses');
  const pairs = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
  return Object.fromEntries(pairs.filter(([, value]) => isPause(value)));
}

/** @param {any} value */
function isPause(value) {
  return Number.isFinite(value?.at) && Number.isFinite(value?.until) && value.until - value.at <= LONGEST;
}
