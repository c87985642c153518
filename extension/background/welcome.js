// @ts-check
// The first-run page. An office that installs by policy has its own way to tell its people: there it does not open by itself,
// and neither at the reloads of someone who develops. The popup leads to it at any time. After an update the settings open where
// a platform would else go unchecked: only a click of the user grants it.
import { withheldHosts } from './sites.js';

const WELCOME = 'welcome/welcome.html';

/**
 * @param {chrome.runtime.InstalledDetails & {temporary?: boolean}} details  `temporary`: Firefox, about:debugging
 * @returns {Promise<void>}
 */
export async function welcome({ reason, temporary }) {
  if (temporary) return;
  if (reason === 'update' && (await withheldHosts()).length) await chrome.runtime.openOptionsPage();
  if (reason !== 'install') return;
  const { installType } = await chrome.management.getSelf();
  if (installType !== 'admin') await chrome.tabs.create({ url: chrome.runtime.getURL(WELCOME) });
}
