// @ts-check
// This installation: a random id, which tells the server's limits one browser from another and names nobody, and a salt.
import { readKept, writeKept } from './storage.js';

/** @typedef {{id: string, salt: string}} Install */

/** @returns {Promise<Install>} made once, then kept: worker, options and welcome page may ask at the same moment */
export async function installation() {
  const kept = await readKept('install');
  return isInstall(kept) ? kept : navigator.locks.request('install', keptOrMade);
}

/** @returns {string} as the manifest has it */
export function version() {
  return chrome.runtime.getManifest().version;
}

async function keptOrMade() {
  const kept = await readKept('install');
  if (isInstall(kept)) return kept;
  const install = { id: crypto.randomUUID(), salt: crypto.randomUUID() };
  await writeKept('install', install);
  return install;
}

/**
 * @param {any} value
 * @returns {value is Install}
 */
function isInstall(value) {
  return /^[\w-]{16,64}$/.test(value?.id) && /^[\w-]{16,64}$/.test(value?.salt);
}
