// @ts-check
// Firefox starts the manifest's scripts in pages that are open as the extension is updated or enabled, but in none that it has put away
// then (left by a link; the writer may go back to it), and those of `sites` nowhere. Such a page shows what the old script drew, and nobody
// guards it. In Chromium the old script lives on, and says itself that it is cut off.

/** To be called in the background's first turn. */
export function watchOpenPages() {
  if (!isFirefox()) return;
  const updates = /** @type {any} */ (chrome.tabs.onUpdated);
  try {
    updates.addListener(onUpdated, { urls: ['<all_urls>'], properties: ['status'] }); // only pages of hosts that are granted wake us
  } catch { // Android's takes no filter
    updates.addListener(onUpdated);
  }
}

/** @param {number} tab @param {{status?: string}} change */
function onUpdated(tab, { status }) {
  if (status === 'complete') runIn(tab);
}

/**
 * In pages that are open, wherever our scripts do not run yet.
 * @param {string[]} matches
 * @returns {Promise<void>}
 */
export async function runInOpenPages(matches) {
  if (!isFirefox()) return;
  for (const { id = -1 } of await chrome.tabs.query({ url: matches })) runIn(id);
}

export const isFirefox = () => chrome.runtime.getURL('').startsWith('moz-extension:');

/** One after the other in each, whichever of our pages does it: a page that runs them twice would ask twice. @param {number} tab */
function runIn(tab) {
  void navigator.locks.request(`open page ${tab}`, () => runWhereMissing(tab).catch(() => {})); // the tab has gone, or is not ours
}

/** @param {number} tabId */
async function runWhereMissing(tabId) {
  const frames = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: originIfMissing, injectImmediately: true });
  const hosts = await ourHosts();
  const frameIds = frames.filter(({ result }) => result && hosts.has(result)).map(({ frameId }) => frameId);
  if (!frameIds.length) return;
  const target = { tabId, frameIds };
  const { js, css } = ourScripts();
  await chrome.scripting.insertCSS({ target, files: css });
  await chrome.scripting.executeScript({ target, files: js, injectImmediately: true });
}

/** In the page. @returns {string} '' where our scripts run */
function originIfMissing() {
  return /** @type {any} */ (globalThis).Jachai?.running || self.origin === 'null' ? '' : self.origin.replace(/:\d+$/, '');
}

/** A grant may reach further than what we are to watch. @returns {Promise<Set<string>>} scheme and host, without a port */
async function ourHosts() {
  const named = await chrome.scripting.getRegisteredContentScripts();
  const all = [...chrome.runtime.getManifest().content_scripts ?? [], ...named].flatMap(({ matches = [] }) => matches);
  return new Set(all.map((pattern) => pattern.replace(/\/\*$/, '')));
}

/** Of the manifest, as it has them: Firefox tells some as whole addresses. @returns {{js: string[], css: string[]}} */
export function ourScripts() {
  const { js = [], css = [] } = chrome.runtime.getManifest().content_scripts?.[0] ?? {};
  const base = chrome.runtime.getURL('');
  const inFolder = (/** @type {string} */ path) => path.replace(base, '');
  return { js: js.map(inFolder), css: css.map(inFolder) };
}
