// @ts-check
// This installation: a random id, which tells the server's limits one browser from another and names nobody, and a salt.
// And its version, which the worker may have outlived.
import { changing, readKept, writeKept } from './storage.js';

/** The version that this code belongs to; the manifest's own `version`, raised with it. */
export const BUILT = '0.1.0';

/** @typedef {{id: string, salt: string}} Install */

/** @type {Install|null} what a full disk did not take: drafts have to be checked all the same */
let unkept = null;

/** @returns {Promise<Install>} made once, then kept: worker, options and welcome page may ask at the same moment */
export async function installation() {
  const kept = await readKept('install');
  return isInstall(kept) ? kept : changing('install', keptOrMade);
}

/** @returns {string} as the manifest has it */
export function version() {
  return chrome.runtime.getManifest().version;
}

/**
 * Where a newer folder took the old one's place, Chromium runs the worker that it has kept beside the new content scripts until the
 * extension is reloaded: this does it, once for a version, so that it never goes round. Firefox keeps no script; there a page stands for the worker.
 * @returns {Promise<void>}
 */
export async function replaceOldWorker() {
  const wanted = version();
  if ('document' in globalThis || wanted === BUILT || (await readKept('reloadedFor')) === wanted) return;
  await writeKept('reloadedFor', wanted);
  chrome.runtime.reload();
}

async function keptOrMade() {
  const kept = await readKept('install');
  if (isInstall(kept)) return kept;
  const install = unkept ?? { id: crypto.randomUUID(), salt: crypto.randomUUID() };
  unkept = await writeKept('install', install).then(() => null, () => install);
  return install;
}

/**
 * @param {any} value
 * @returns {value is Install}
 */
function isInstall(value) {
  return /^[\w-]{16,64}$/.test(value?.id) && /^[\w-]{16,64}$/.test(value?.salt);
}
