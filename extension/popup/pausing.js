// @ts-check
// Pausing on the site below the popup, where policy and office allow it. The worker tells the pages and their icons.
import { mayPause, pause, pausedUntil } from '../background/pause.js';
import { readSettings } from '../background/settings.js';
import { timeOf, wordsOf } from '../background/words.js';
import { byId, troubleOf } from '../options/fill.js';

/** @typedef {import('../background/office.js').Office} Office */

const HOUR = 3_600_000; // milliseconds
const LENGTHS = /** @type {const} */ ([['pauseHour', HOUR], ['pauseDay', 24 * HOUR], ['resume', 0]]);

/**
 * @param {{host: string}|null} page   null where no script of ours runs: nothing to pause
 * @param {Office|null} office
 * @param {() => void} resumed         shows the page's own state again
 */
export async function showPause(page, office, resumed) {
  const section = byId('pausing', HTMLElement);
  section.hidden = !page || !office;
  if (!page || !office) return resumed();
  const { settings } = await readSettings();
  const allowed = mayPause(settings, office);
  const until = allowed ? await pausedUntil(page.host) : 0;
  const words = await wordsOf(settings.language);
  const time = until ? words('pausedUntil', timeOf(until, settings.language)) : '';
  byId('paused', HTMLElement).textContent = allowed ? time : words('pauseLocked');
  for (const [id, length] of LENGTHS) {
    const button = byId(id, HTMLButtonElement);
    button.hidden = !allowed || (length > 0) === (until > 0);
    button.onclick = async () => {
      const trouble = await troubleOf(pause(page.host, length));
      await showPause(page, office, resumed);
      if (trouble) byId('paused', HTMLElement).textContent = trouble;
      /** @type {HTMLElement|null} */ (section.querySelector('button:not([hidden])'))?.focus(); // the one that was pressed is gone
    };
  }
  if (until) sayPaused(words('pagePaused'));
  else resumed();
}

/** @param {string} message */
function sayPaused(message) {
  const line = byId('page', HTMLElement);
  line.dataset.state = 'paused';
  line.textContent = message;
}
