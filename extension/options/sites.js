// @ts-check
// Sites that are to be checked and the browser does not grant: one click of the user lets our scripts run there.
import { readSettings } from '../background/settings.js';
import { allowSites, registerSites, waitingSites } from '../background/sites.js';
import { onSettingsChanged } from '../background/storage.js';
import { wordsOf } from '../background/words.js';
import { byId } from './fill.js';

/** @type {string[]} known before the click: a question to the browser must follow it at once */
let waiting = [];
let isGranted = false; // since this page was opened

byId('allowSites', HTMLButtonElement).addEventListener('click', () => void allowSites(waiting).then(grant, () => false).then(show));
onSettingsChanged(show);
for (const change of [chrome.permissions.onAdded, chrome.permissions.onRemoved]) change.addListener(() => void show());
show();

/** @param {boolean} isYes  the user's answer @returns {true} asked */
function grant(isYes) {
  isGranted ||= isYes;
  return true;
}

/** @param {unknown} [asked]  false where the browser did not even ask the user */
async function show(asked) {
  await registerSites();
  waiting = await waitingSites();
  const words = await wordsOf((await readSettings()).settings.language);
  byId('sitesWaiting', HTMLElement).hidden = waiting.length === 0;
  byId('sitesWaitingFor', HTMLElement).textContent = words('sitesWaiting', waiting.join(', '));
  byId('allowSites', HTMLButtonElement).textContent = words('allowSites');
  const fault = byId('sitesFault', HTMLElement);
  fault.hidden = asked !== false;
  fault.textContent = fault.hidden ? '' : words('sitesFault');
  byId('sitesReload', HTMLElement).textContent = isGranted ? words('sitesReload') : ''; // no script of ours comes into a page that is open
}
