// @ts-check
// The settings of this browser; what the office set by policy is shown, but locked.
import { isAnswer } from '../background/answer.js';
import { version } from '../background/install.js';
import { isTooOld, knownOffice, tryOffice } from '../background/office.js';
import { call } from '../background/server.js';
import { changeSettings, isTooLong, LONGEST, NAMES, readSettings, readValue } from '../background/settings.js';
import { onRulesChanged, onSettingsChanged } from '../background/storage.js';
import { digits, wordsOf } from '../background/words.js';
import { ageWords, byId, cureOfOffice, fill, lastOnly } from './fill.js';
import { showHidden } from './hidden.js';

/**
 * @typedef {import('../background/settings.js').SettingName} SettingName
 * @typedef {import('../background/settings.js').Settings} Settings
 * @typedef {import('../background/words.js').Words} Words
 */

/** @type {Partial<Record<SettingName, string>>} message that tells the cure */
const CURES = { serverUrl: 'faultyServerUrl', token: 'faultyToken', institution: 'faultyInstitution' };
const SAMPLE = 'যাচাই';

const press = lastOnly(); // of the two buttons

/** @type {Map<SettingName, string>} as last filled in: what differs was typed since */
const filled = new Map();

byId('form', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  save();
});
byId('test', HTMLButtonElement).addEventListener('click', test);
onSettingsChanged(() => show(true)); // policies arrive seconds after a forced install
onRulesChanged(() => Promise.all([showHidden(), showAgeNow()]));
byId('form', HTMLFormElement).addEventListener('input', () => teller()('', '')); // which is of what was typed before
show();

/** @param {boolean} [keepTyped]  what is typed and not saved yet stands, but where a policy came to lock it */
async function show(keepTyped = false) {
  const { settings, locked } = await readSettings();
  const words = await fill(settings.language);
  document.title = words('optionsTitle');
  for (const name of NAMES) {
    const field = fieldOf(name);
    field.disabled = locked.includes(name);
    if (!keepTyped || field.disabled || field.value === (filled.get(name) ?? field.value)) field.value = settings[name];
    filled.set(name, settings[name]);
    tag(name, 'locked', field.disabled ? words('locked') : '');
  }
  if (keepTyped) showFaults(words, []); // in the language before
  const sites = locked.includes('sites') ? settings.sites : [];
  byId('byPolicy', HTMLElement).hidden = sites.length === 0;
  byId('sites', HTMLElement).textContent = words('sites', sites.join(', '));
  await Promise.all([showAge(words, settings), showHidden()]);
}

/**
 * @param {Words} words
 * @param {Settings} settings
 */
async function showAge(words, settings) {
  const office = await knownOffice(settings);
  const line = byId('tooOld', HTMLElement);
  line.hidden = !isTooOld(office, version());
  line.textContent = line.hidden ? '' : ageWords(words, settings.language, office);
}

async function showAgeNow() {
  const { settings } = await readSettings();
  await showAge(await wordsOf(settings.language), settings);
}

async function save() {
  const tell = teller();
  tell('', ''); // what was told before is of another try
  const { locked } = await readSettings();
  const changes = Object.fromEntries(NAMES.filter((name) => !locked.includes(name)).map((name) => [name, fieldOf(name).value]));
  const words = await wordsOf(languageShown());
  const faulty = await changeSettings(changes).catch(() => null);
  if (!faulty) return tell('bad', words('notKept'));
  showFaults(words, faulty);
  if (faulty.length > 0) return tell('', '');
  await show(); // in the language that was just chosen
  tell('good', (await wordsOf(languageShown()))('saved'));
}

/** Tries what the form says, saved or not: the office first, then a check, as a composer would ask for one. */
async function test() {
  const tell = teller();
  const words = await wordsOf(languageShown());
  const faulty = NAMES.filter((name) => readValue(name, fieldOf(name).value) === null);
  showFaults(words, faulty);
  if (faulty.length > 0) return tell('', '');
  tell('asking', words('serverAsking'));
  const settings = /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, readValue(name, fieldOf(name).value)])));
  const { state, message } = await tryOut(settings, words);
  tell(state, message);
}

/**
 * @param {Settings} settings
 * @param {Words} words
 * @returns {Promise<{state: 'good'|'unsure'|'bad', message: string}>}
 */
async function tryOut(settings, words) {
  const told = await tryOffice(settings);
  if ('failure' in told) return { state: 'bad', message: told.failure.message };
  const body = { text: SAMPLE, institution: settings.institution || undefined, ui_language: settings.language };
  const reply = await call(settings, '/api/v1/check', { body });
  if ('failure' in reply) return { state: 'bad', message: reply.failure.message };
  if (!isAnswer(reply.body, SAMPLE.length)) return { state: 'bad', message: words('failureNoSense') };
  const cure = cureOfOffice(told.office, settings);
  if (cure === 'noSuchOffice') return { state: 'bad', message: words(cure) };
  const good = words('testGood', told.office.name || words('officeUnknown'), digits(reply.body.ruleset.version, languageShown()));
  const age = isTooOld(told.office, version()) ? ageWords(words, settings.language, told.office) : '';
  const doubts = [cure && words(cure), age].filter(Boolean);
  return doubts.length ? { state: 'unsure', message: [good, ...doubts].join(' ') } : { state: 'good', message: good };
}

/**
 * @param {Words} words
 * @param {SettingName[]} faulty
 */
function showFaults(words, faulty) {
  for (const name of NAMES) {
    const isFaulty = faulty.includes(name);
    const field = fieldOf(name);
    const cure = isTooLong(field.value) ? 'faultyLong' : CURES[name];
    if (cure) tag(name, 'fault', isFaulty ? words(cure, digits(LONGEST, languageShown())) : '');
    field.setAttribute('aria-invalid', String(isFaulty));
  }
  if (faulty[0]) fieldOf(faulty[0]).focus();
}

/**
 * A remark at a field: after its label where it is locked, below it where it is faulty. '' takes it away.
 * @param {SettingName} name
 * @param {'locked'|'fault'} kind
 * @param {string} message
 */
function tag(name, kind, message) {
  const id = `${name}-${kind}`;
  document.getElementById(id)?.remove();
  if (!message) return;
  const remark = document.createElement(kind === 'locked' ? 'span' : 'p');
  Object.assign(remark, { id, className: kind, textContent: message });
  (kind === 'locked' ? document.querySelector(`label[for="${name}"]`) : fieldOf(name))?.after(remark);
}

/** Tells how a press ends, where no other came after it: a late outcome would be of an address that is no longer in the form. */
function teller() {
  const isLate = press();
  /** @param {'good'|'unsure'|'bad'|'asking'|''} state @param {string} message */
  return (state, message) => {
    if (isLate()) return;
    const line = byId('outcome', HTMLElement);
    line.dataset.state = state;
    line.textContent = message;
  };
}

/** @param {SettingName} name */
function fieldOf(name) {
  return /** @type {HTMLInputElement|HTMLSelectElement} */ (document.getElementById(name));
}

/** @returns {Language} */
function languageShown() {
  return document.documentElement.lang === 'en' ? 'en' : 'bn';
}
