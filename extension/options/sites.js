// @ts-check
// Sites that IT named and the browser does not grant yet: one click of the user lets our scripts run there.
import { readSettings } from '../background/settings.js';
import { allowSites, registerSites, waitingSites } from '../background/sites.js';
import { onSettingsChanged } from '../background/storage.js';
import { wordsOf } from '../background/words.js';
import { byId } from './fill.js';

/** @type {string[]} known before the click: a question to the browser must follow it at once */
let waiting = [];

byId('allowSites', HTMLButtonElement).addEventListener('click', () => void allowSites(waiting).then(show));
onSettingsChanged(show);
show();

async function show() {
  await registerSites();
  waiting = await waitingSites();
  const words = await wordsOf((await readSettings()).settings.language);
  byId('sitesWaiting', HTMLElement).hidden = waiting.length === 0;
  byId('sitesWaitingFor', HTMLElement).textContent = words('sitesWaiting', waiting.join(', '));
  byId('allowSites', HTMLButtonElement).textContent = words('allowSites');
}
