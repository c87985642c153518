// @ts-check
// The one file that touches extension storage. Everything else is given plain values.

/** @typedef {Record<string, unknown>} Values */

/**
 * Keeps the token out of reach of the processes that run pages: content scripts may not read storage.
 * Firefox has no such switch for `local`; there nothing of ours in content/ asks for it.
 */
export async function closeToContentScripts() {
  await chrome.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** @returns {Promise<Values>} what this user chose */
export async function readLocal() {
  const { settings } = await chrome.storage.local.get('settings');
  return isValues(settings) ? settings : {};
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

/** @returns {Promise<unknown>} what `writeOffice` kept, or undefined */
export async function readOffice() {
  return (await chrome.storage.local.get('office')).office;
}

/**
 * @param {Values} office
 * @returns {Promise<void>}
 */
export async function writeOffice(office) {
  await chrome.storage.local.set({ office });
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
 * @param {unknown} value
 * @returns {value is Values}
 */
function isValues(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
