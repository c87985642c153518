// @ts-check
// Whose rules hold, whether the server answers, and whether this page is protected.
import { askOffice } from '../background/office.js';
import { changeSettings, readSettings } from '../background/settings.js';
import { byId, fill } from '../options/fill.js';

/** @typedef {import('../background/words.js').Words} Words */

const PATIENCE = 4_000; // milliseconds: nobody looks at a popup for longer

const language = byId('language', HTMLSelectElement);
language.addEventListener('change', async () => {
  await changeSettings({ language: language.value });
  await show();
});
byId('options', HTMLButtonElement).addEventListener('click', () => chrome.runtime.openOptionsPage());
show();

async function show() {
  const { settings, locked } = await readSettings();
  const words = await fill(settings.language);
  language.value = settings.language;
  language.disabled = locked.includes('language');
  byId('practice', HTMLAnchorElement).href = `${settings.serverUrl}/practice/`;
  showServer('asking', words('serverAsking'));
  showPage(words, await askPage());
  showOffice(words, await askOffice(settings, PATIENCE));
}

/**
 * @param {Words} words
 * @param {Awaited<ReturnType<typeof askOffice>>} reply
 */
function showOffice(words, reply) {
  const office = 'office' in reply ? reply.office : null;
  const failure = 'failure' in reply ? reply.failure : null;
  byId('office', HTMLElement).textContent = office ? office.name || words('officeUnnamed') : words('officeUnknown');
  byId('ruleset', HTMLElement).textContent = office?.ruleset ?? '';
  for (const element of document.querySelectorAll('.of-ruleset')) element.toggleAttribute('hidden', !office?.ruleset);
  const line = byId('failure', HTMLElement);
  line.textContent = failure?.message ?? '';
  line.hidden = !failure;
  showServer(office ? 'reachable' : 'away', words(office ? 'serverReachable' : 'serverAway'));
}

/**
 * @param {'asking'|'reachable'|'away'} state
 * @param {string} message
 */
function showServer(state, message) {
  const line = byId('server', HTMLElement);
  line.dataset.state = state;
  line.textContent = message;
}

/**
 * Our content script in the page below the popup; no permission is needed to send to it.
 * @returns {Promise<{composers: number, guarded: number}|null>} null where none runs
 */
async function askPage() {
  try {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return await chrome.tabs.sendMessage(tab?.id ?? -1, { type: 'page' }, { frameId: 0 });
  } catch {
    return null;
  }
}

/**
 * @param {Words} words
 * @param {{composers: number, guarded: number}|null} page
 */
function showPage(words, page) {
  const line = byId('page', HTMLElement);
  line.dataset.state = !page ? 'other' : page.composers === 0 ? 'idle' : page.guarded < page.composers ? 'unguarded' : 'guarded';
  line.textContent = words({ other: 'pageOther', idle: 'pageIdle', unguarded: 'pageUnguarded', guarded: 'pageGuarded' }[line.dataset.state] ?? 'pageOther');
}
