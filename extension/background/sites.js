// @ts-check
// The sites that IT names in the managed setting `sites`. Our scripts run there once the browser grants the host: by a
// click of the user in the options page, or because IT packs the extension with `host_permissions` for it. And the manifest's
// own, where Firefox withholds them.
import { isFirefox, ourScripts, runInOpenPages } from './open_pages.js';
import { readSettings } from './settings.js';
import { onSettingsChanged } from './storage.js';

/** @typedef {import('./settings.js').Settings} Settings */

const ID = 'sites';

/** To be called in the worker's first turn. */
export function watchSites() {
  onSettingsChanged(registerSites);
  chrome.permissions.onAdded.addListener(registerSites);
  chrome.permissions.onRemoved.addListener(registerSites);
  chrome.runtime.onInstalled.addListener(registerSites);
  chrome.runtime.onStartup.addListener(registerSites);
  registerSites();
}

/** @returns {Promise<string[]>} hosts that are to be checked and the browser does not grant */
export async function waitingSites() {
  const { sites } = await sitesByGrant();
  return [...await withheldHosts(), ...sites.filter(({ isGranted }) => !isGranted).map(({ host }) => host)];
}

/**
 * Firefox grants the manifest's own hosts at the install alone: one that an update brings stays withheld, nobody is asked,
 * and the user may take any of them back. Chromium asks at such an update, and tells no grant of these hosts.
 * @returns {Promise<string[]>}
 */
export async function withheldHosts() {
  if (!isFirefox()) return [];
  const granted = await Promise.all(ownPatterns().map((pattern) => chrome.permissions.contains({ origins: [pattern] })));
  return ownPatterns().filter((_pattern, index) => !granted[index]).map((pattern) => new URL(pattern).hostname);
}

/**
 * Asks the user; only from a click.
 * @param {string[]} hosts
 * @returns {Promise<boolean>}
 */
export const allowSites = (hosts) => chrome.permissions.request({ origins: hosts.flatMap(patternsOf) });

/**
 * Each host's pages, on http too where IT names it: an office's own network often has no https. Two patterns: Firefox grants none
 * that takes both to contain.
 * @param {string} host
 */
const patternsOf = (host) => (isOfManifest(host) ? [`https://${host}/*`] : [`https://${host}/*`, `http://${host}/*`]);

/** The manifest's own. */
const ownPatterns = () => chrome.runtime.getManifest().content_scripts?.[0].matches ?? [];

/** @param {string} host  named by the manifest itself */
const isOfManifest = (host) => ownPatterns().includes(`https://${host}/*`);

/**
 * A page stays open long after IT has taken its site back, or the user what was granted.
 * @param {string} host  of a page in which our scripts run
 * @param {Settings} settings
 * @returns {Promise<boolean>} whether they still may
 */
export async function isWatched(host, { sites }) {
  const isOwn = isOfManifest(host);
  if (isOwn && !isFirefox()) return true; // there no grant of it is told
  return (isOwn || sites.includes(host)) && chrome.permissions.contains({ origins: patternsOf(host) });
}

async function sitesByGrant() {
  const { settings } = await readSettings();
  const hosts = settings.sites.filter((host) => !isOfManifest(host));
  return { sites: await Promise.all(hosts.map(async (host) => ({ host, isGranted: await chrome.permissions.contains({ origins: patternsOf(host) }) }))) };
}

/** One at a time: settings and permissions may change together. */
let last = Promise.resolve();

/** @returns {Promise<void>} */
export function registerSites() {
  last = last.then(register).catch((error) => console.error('sites:', error));
  return last;
}

/** The same scripts as on the platforms, in the same order. */
async function register() {
  const { sites } = await sitesByGrant();
  const matches = sites.filter(({ isGranted }) => isGranted).flatMap(({ host }) => patternsOf(host));
  const [known] = await chrome.scripting.getRegisteredContentScripts({ ids: [ID] });
  const { js, css } = ourScripts();
  if (known && isSame(known.matches?.toSorted(), matches.toSorted()) && isSame(known.js, js) && isSame(known.css, css)) return; // Chromium gives the patterns in an order of its own
  if (matches.length === 0) {
    if (known) await chrome.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  // In one step: a page that loads between taking out and putting in anew would go without, and with it, now and then, all pages after it.
  const put = known ? chrome.scripting.updateContentScripts : chrome.scripting.registerContentScripts;
  await put([{ id: ID, matches, js, css, runAt: 'document_start', allFrames: true, matchOriginAsFallback: true }]);
  await runInOpenPages(matches);
}

/** @param {string[]} [one] @param {string[]} [other]  paths, which the browser may give a slash in front */
function isSame(one = [], other = []) {
  return JSON.stringify(one.map((path) => path.replace(/^\//, ''))) === JSON.stringify(other);
}
