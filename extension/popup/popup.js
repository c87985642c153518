// @ts-check
// Whose rules hold, whether the server answers, and whether this page is protected.
import { version } from '../background/install.js';
import { askOffice, isTooOld, lastOffice } from '../background/office.js';
import { changeSettings, readSettings } from '../background/settings.js';
import { waitingSites } from '../background/sites.js';
import { inForce, switchWords } from '../background/switch.js';
import { digits } from '../background/words.js';
import { ageWords, byId, cureOfOffice, fill, inItsVoice, lastOnly, troubleOf } from '../options/fill.js';
import { showPause } from './pausing.js';

/** @typedef {import('../background/office.js').Office} Office */
/** @typedef {import('../background/words.js').Words} Words */
/** @typedef {{composers: number, guarded: number, isMarked: boolean, isUnchecked: boolean, host: string}|null} Page  null where no script of ours runs */
/** @typedef {'other'|'unprotected'|'idle'|'unguarded'|'unchecked'|'guarded'} PageState */

const PATIENCE = 4_000; // milliseconds: nobody looks at a popup for longer
/** @type {Record<PageState, string>} */
const PAGES = { other: 'pageOther', unprotected: 'pageUnprotected', idle: 'pageIdle', unguarded: 'pageUnguarded', unchecked: 'pageUnchecked', guarded: 'pageGuarded' };
const KINDS = { unknown: 'accountUnknown', institution: 'accountInstitution', employee: 'accountEmployee' };

const language = byId('language', HTMLSelectElement);
const begin = lastOnly();
language.addEventListener('change', async () => {
  const trouble = await troubleOf(changeSettings({ language: language.value }));
  await show();
  if (trouble) notice('failure', trouble);
});
byId('options', HTMLButtonElement).addEventListener('click', () => void chrome.runtime.openOptionsPage().then(leave));
for (const link of document.querySelectorAll('nav a')) link.addEventListener('click', follow);
show();

/** @param {Event} event */
function follow(event) {
  event.preventDefault(); // closed at once, the popup would open nothing
  void chrome.tabs.create({ url: /** @type {HTMLAnchorElement} */ (event.currentTarget).href }).then(leave);
}

/** Firefox leaves the popup over the page that was opened. */
function leave() {
  if (chrome.extension.getViews({ type: 'popup' }).includes(window)) window.close();
}

async function show() {
  const isLate = begin(); // shown anew meanwhile, in another language
  const { settings, locked } = await readSettings();
  const words = await fill(settings.language);
  if (isLate()) return;
  language.value = settings.language;
  language.disabled = locked.includes('language');
  byId('language-locked', HTMLElement).hidden = !language.disabled;
  const practice = byId('practice', HTMLAnchorElement);
  practice.href = `${settings.serverUrl}/practice/`;
  practice.hidden = settings.token !== ''; // which that page does not have: it would check nothing
  byId('account', HTMLElement).textContent = words(KINDS[settings.accountKind]);
  showServer('asking', words('serverAsking'));
  const [page, sites] = await Promise.all([askPage(), waitingSites()]);
  if (isLate()) return;
  notice('sitesUnchecked', sites.length ? words('sitesUnchecked', sites.join(', ')) : '');
  let isAway = false;
  const resumed = () => { if (!isLate()) showPage(words, stateOf(page, isAway)); };
  resumed();
  await showPause(page, await lastOffice(settings), resumed); // a pause holds, and can be ended, also where the server is away
  const reply = await askOffice(settings, PATIENCE);
  isAway = 'failure' in reply;
  const office = await lastOffice(settings); // whose choices hold, whether it answers or not
  const found = inForce(office?.switch);
  const held = found ? await switchWords(found, settings.language) : '';
  if (isLate()) return;
  showOffice(words, settings, office, reply);
  notice('switch', held);
  await showPause(page, office, resumed);
}

/**
 * @param {Words} words
 * @param {import('../background/settings.js').Settings} settings
 * @param {Office|null} office  as it told last
 * @param {Awaited<ReturnType<typeof askOffice>>} reply
 */
function showOffice(words, settings, office, reply) {
  const spoken = settings.language;
  const ruleset = 'office' in reply ? reply.office.ruleset : ''; // it may be another by now
  inItsVoice(byId('office', HTMLElement), office?.name || words('officeUnknown'));
  byId('ruleset', HTMLElement).textContent = digits(ruleset, spoken);
  for (const element of document.querySelectorAll('.of-ruleset')) element.toggleAttribute('hidden', !ruleset);
  const cure = cureOfOffice(office, settings);
  notice('noSuchOffice', cure === 'noSuchOffice' ? words(cure) : '');
  notice('whichOffice', cure === 'whichOffice' ? words(cure) : '');
  notice('failure', 'failure' in reply ? reply.failure.message : '');
  notice('tooOld', isTooOld(office, version()) ? ageWords(words, spoken, office) : '');
  showServer('office' in reply ? 'reachable' : 'away', words('office' in reply ? 'serverReachable' : reply.failure.why === 'unreachable' ? 'serverAway' : 'serverAnswers'));
}

/**
 * @param {'failure'|'tooOld'|'switch'|'sitesUnchecked'|'noSuchOffice'|'whichOffice'} id
 * @param {string} message
 */
function notice(id, message) {
  const line = byId(id, HTMLElement);
  inItsVoice(line, message);
  line.hidden = !message;
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
 * @returns {Promise<Page>}
 */
async function askPage() {
  try {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    const [page, host] = await Promise.all(['page', 'host'].map((type) => chrome.tabs.sendMessage(tab?.id ?? -1, { type }, { frameId: 0 })));
    return page ? { ...page, host } : null;
  } catch {
    return null;
  }
}

/**
 * @param {Page} page
 * @param {boolean} isAway  the server
 * @returns {PageState} the worst of it
 */
function stateOf(page, isAway) {
  if (!page) return 'other';
  if (page.guarded < page.composers) return 'unguarded';
  if (page.isMarked) return 'unprotected'; // what the icon warns of
  if (page.composers === 0) return 'idle';
  return isAway || page.isUnchecked ? 'unchecked' : 'guarded';
}

/**
 * @param {Words} words
 * @param {PageState} state
 */
function showPage(words, state) {
  const line = byId('page', HTMLElement);
  line.dataset.state = state;
  line.textContent = words(PAGES[state]);
}
