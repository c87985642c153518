// @ts-check
// The first-run page: what the extension does, and a practice draft that is checked by the office's own server, with the
// very files that run in a composer.
import { check } from '../background/check.js';
import { hideOrSay } from '../background/hidden.js';
import { askOffice, holdOf, knownOffice, whenUnreachable } from '../background/office.js';
import { changeSettings, DEFAULTS, readSettings } from '../background/settings.js';
import { onRulesChanged, onSettingsChanged } from '../background/storage.js';
import { wordsOf } from '../background/words.js';
import { byId, fill, inItsVoice, lastOnly, troubleOf } from '../options/fill.js';

const SAMPLE = 'ভূমি অফিসের সেবা নিয়ে যারা অভিযোগ করে তারা সব কুলাঙ্গার, এদের কথায় কান দেবেন না।';
const PLATFORM = 'practice';

const draft = byId('draft', HTMLElement);
const language = byId('language', HTMLSelectElement);
/** @type {Watch|null} */
let watch = null;
let isDeciding = false;
const begin = lastOnly();
const beginServer = lastOnly(); // its line alone: to draw that anew ends nothing else

Jachai.surface.openRoots = true;
language.addEventListener('change', async () => {
  const trouble = await troubleOf(changeSettings({ language: language.value }));
  await show();
  if (trouble) tell(trouble);
});
byId('options', HTMLButtonElement).addEventListener('click', () => chrome.runtime.openOptionsPage());
byId('sample', HTMLButtonElement).addEventListener('click', putSample);
byId('publish', HTMLButtonElement).addEventListener('click', publish);
onRulesChanged(() => Jachai.changes.dispatchEvent(new Event('change')));
onSettingsChanged(show); // whoever was sent to the settings comes back
document.addEventListener('visibilitychange', () => { if (!document.hidden && watch) void showServer(); }); // else it is still to be shown
show();

async function show() {
  const isLate = begin(); // shown anew meanwhile, in another language
  const { settings, locked } = await readSettings();
  const words = await fill(settings.language);
  if (isLate()) return;
  document.title = words('welcomeTitle');
  language.value = settings.language;
  language.disabled = locked.includes('language');
  watch?.stop();
  watch = Jachai.watch(draft, {
    ask: (question, signal) => check({ ...question, moment: 'typing' }, { signal }), // the server counts what is published
    surroundings: () => ({ account: { kind: 'unknown' }, platform: PLATFORM, action: 'post' }),
    language: settings.language, container: () => document.body, dock: byId('dock', HTMLElement), offers,
    onStatus: () => {
      if (watch?.status.state === 'empty') Jachai.forgetSaid(watch);
      tell(words('welcomeNothing')); // what was told is of another draft, or of another answer
    },
  });
  await showServer();
}

async function showServer() {
  const isLate = beginServer();
  const { settings } = await readSettings();
  const words = await wordsOf(settings.language);
  const reply = await askOffice(settings);
  if (isLate()) return;
  const line = byId('server', HTMLElement);
  line.dataset.state = 'office' in reply ? 'reachable' : 'away';
  line.textContent = 'office' in reply ? words('welcomeReachable') : awayWords(reply.failure, settings.serverUrl, words);
  if (!('office' in reply) || !reply.office.name) return;
  const name = document.createElement('span');
  inItsVoice(name, reply.office.name);
  line.append(' ', name);
}

/**
 * @param {Failure} failure
 * @param {string} serverUrl
 * @param {import('../background/words.js').Words} words
 * @returns {string} the failure's own cure; where no address was given yet, that
 */
function awayWords({ why, message }, serverUrl, words) {
  return why === 'unreachable' && serverUrl === DEFAULTS.serverUrl ? words('welcomeAway') : message;
}

/** As in a composer, but that practice leaves no record: no override, no report. @returns {Promise<Rules>} */
async function rules() {
  const chosen = await readSettings();
  const office = await knownOffice(chosen.settings);
  return {
    language: chosen.settings.language, whenUnreachable: whenUnreachable(chosen, office), pausedUntil: 0, hold: await holdOf(office, chosen.settings.language), reasons: [], reports: false,
  };
}

/** @type {Offers} */
const offers = {
  hide: (finding) => hideOrSay('finding', finding),
  hideTerm: (finding, days) => hideOrSay('term', finding, days),
  own: (finding) => hideOrSay('own', finding),
  reports: async () => false,
  report: async () => ({ failure: { why: 'refused', message: '' } }),
  platform: PLATFORM,
};

function putSample() {
  Jachai.retype(draft, SAMPLE);
  void watch?.settle('typing');
}

/** A second press while the first is being decided adds nothing, as in a composer. */
async function publish() {
  if (!watch || isDeciding) return;
  isDeciding = true;
  try {
    tell(await outcomeOf(watch));
  } finally {
    isDeciding = false;
  }
}

/** @param {Watch} asked @returns {Promise<string>} in words */
async function outcomeOf(asked) {
  const status = await asked.settle('publish');
  const chosen = await rules();
  const words = await wordsOf(chosen.language);
  if (status.state === 'empty') return words('welcomeEmpty');
  const decision = await Jachai.decisionOn(asked, status, chosen, { container: () => document.body });
  if (decision === 'anew' && watch) return outcomeOf(watch);
  return words(decision !== 'back' ? 'welcomePassed' : Jachai.isToMend(asked.status, chosen) ? 'welcomeBack' : 'welcomeHeld');
}

/** @param {string} outcome */
function tell(outcome) {
  const line = byId('outcome', HTMLElement);
  if (line.textContent !== outcome) line.textContent = outcome; // the same words again would be read out at every key
}
