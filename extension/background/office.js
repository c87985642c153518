// @ts-check
// What the office told through its server (GET /api/v1/office), remembered so that the office's choice holds
// also while the server is away.
import { isWithin } from './clock.js';
import { hashOf } from './hash.js';
import { call } from './server.js';
import { readSettings } from './settings.js';
import { isText, textOf } from './shapes.js';
import { changing, readKept, writeKept } from './storage.js';
import { inForce, readSwitch, switchWords } from './switch.js';
import { saidIn, wordsOf } from './words.js';

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('./settings.js').WhenUnreachable} WhenUnreachable */
/**
 * @typedef {object} Office
 * @property {string} name                  '' where the server names none
 * @property {WhenUnreachable|null} whenUnreachable
 * @property {boolean} allowPause
 * @property {Reason[]} reasons             for an override; none: not allowed
 * @property {boolean} reports              whether it takes reports of false alarms
 * @property {string} minExtension          oldest version of the extension that it works with, '' for any
 * @property {string} ruleset               version of the word lists, as people are told it
 * @property {string} hash                  of the word lists: another as soon as anything in them is; '' where the server tells none
 * @property {string} profile               of what the office decided, which an answer depends on too; '' where the server tells none
 * @property {import('./switch.js').Switch|null} switch
 */

const FRESH = 60_000; // milliseconds: so soon the central switch is noticed where a composer is open
export const PATIENCE = 1_500; // milliseconds that a page, or an answer, waits for what the office says now: as long as a writer waits at Post
const MOST_REASONS = 30;
const STRICTNESS = ['allow', 'warn', 'hold'];

/** @typedef {{of: string, at: number, office: Office}} Known  `of`: which office, `at`: Date.now() as it told */
/** @type {Known|null} what a full disk did not take: a hold must hold all the same, as long as this worker runs, and is told anew with the next answer */
let unkept = null;

/** @type {Map<string, Promise<{office: Office}|{failure: Failure}>>} all tabs may ask at once: they are given one answer */
const underWay = new Map();

/**
 * Asks the server now, where it is not being asked already, and remembers.
 * @param {Settings} settings
 * @param {number} [timeout]  milliseconds
 * @returns {Promise<{office: Office}|{failure: Failure}>}
 */
export async function askOffice(settings, timeout) {
  const of = await keyOf(settings);
  const key = [of, settings.language, timeout].join();
  const asking = underWay.get(key) ?? askAndKeep(settings, of, timeout).finally(() => underWay.delete(key));
  underWay.set(key, asking);
  return asking;
}

/**
 * @param {Settings} settings
 * @param {string} of
 * @param {number} [timeout]  milliseconds
 * @returns {Promise<{office: Office}|{failure: Failure}>}
 */
async function askAndKeep(settings, of, timeout) {
  const before = await readKnown(settings);
  const told = await tryOffice(settings, timeout);
  if ('failure' in told) return told;
  await changing('office', async () => {
    const now = await readKnown(settings);
    if (before && now && !isSameSwitch(before.office.switch, now.office.switch)) told.office.switch = now.office.switch; // as a check told since
    await remember({ of, at: Date.now(), office: told.office });
  });
  return told;
}

/**
 * Asks the server now, and remembers nothing: its address may only be tried.
 * @param {Settings} settings
 * @param {number} [timeout]  milliseconds
 * @returns {Promise<{office: Office}|{failure: Failure}>}
 */
export async function tryOffice(settings, timeout) {
  const query = settings.institution ? `?institution=${encodeURIComponent(settings.institution)}` : '';
  const reply = await call(settings, `/api/v1/office${query}`, { timeout });
  if ('failure' in reply) return reply;
  if (!isOffice(reply.body)) return { failure: { why: 'failed', message: (await wordsOf(settings.language))('failureNoSense') } };
  return { office: readReply(reply.body, settings.language) };
}

/**
 * @param {Settings} settings
 * @returns {Promise<Office|null>} as last told; nobody is asked
 */
export async function lastOffice(settings) {
  return (await readKnown(settings))?.office ?? null;
}

/**
 * @param {Settings} settings
 * @returns {Promise<Office|null>} as last told, at once; asks anew in the back where that is old
 */
export async function knownOffice(settings) {
  const known = await readKnown(settings);
  if (!known || !isWithin(known.at, FRESH)) askOffice(settings).catch(() => {});
  return known?.office ?? null;
}

/**
 * @param {Settings} settings
 * @returns {Promise<Office|null>} as it is now: one that is old is asked anew first; as last told where the server does not answer soon
 */
export async function freshOffice(settings) {
  const known = await readKnown(settings);
  if (known && isWithin(known.at, FRESH)) return known.office;
  const told = await askOffice(settings, PATIENCE);
  return 'office' in told ? told.office : lastOffice(settings); // an answer of a check may have told of a hold meanwhile
}

let checks = 0; // that were begun
let heard = 0; // the last of them that told of the switch

/** @returns {number} the place of a check among all that are begun */
export const beginCheck = () => checks += 1;

/**
 * Every answer of a check tells whether the switch is on.
 * @param {Settings} settings
 * @param {unknown} told  null or absent where it is off
 * @param {number} [place]  of the check; one that was begun later may have been answered first
 * @returns {Promise<void>}
 */
export async function noteSwitch(settings, told, place = beginCheck()) {
  const found = readSwitch(told);
  if (found && !(await readKnown(settings))) await askOffice(settings); // which may tell what was before it was switched
  await changing('office', async () => {
    if (place < heard) return;
    heard = place;
    const known = await readKnown(settings);
    if (!known || isSameSwitch(known.office.switch, found)) return;
    await remember({ ...known, office: { ...known.office, switch: found } });
  });
}

/** @param {Office['switch']} one @param {Office['switch']} other */
const isSameSwitch = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * @param {Office|null} office
 * @param {Language} language
 * @returns {Promise<string|null>} what the office says where it holds all publishing now
 */
export async function holdOf(office, language) {
  const found = inForce(office?.switch);
  return found?.mode === 'hold' ? switchWords(found, language) : null;
}

/**
 * @param {Office|null} office
 * @param {string} version  of this extension
 * @returns {boolean} whether the office asks for a newer one
 */
export function isTooOld(office, version) {
  const [wanted, own] = [office?.minExtension ?? '', version].map((text) => text.split('.').map(Number));
  const at = wanted.findIndex((part, index) => part !== (own[index] ?? 0));
  return at >= 0 && wanted[at] > (own[at] ?? 0);
}

/**
 * Policy wins; else the stricter of the office's and the user's choice, so that nobody loosens what the office chose.
 * @param {{settings: Settings, locked: string[]}} chosen
 * @param {Office|null} office
 * @returns {WhenUnreachable}
 */
export function whenUnreachable({ settings, locked }, office) {
  const own = settings.whenUnreachable;
  if (own && locked.includes('whenUnreachable')) return own;
  const choices = [own, office?.whenUnreachable].filter((choice) => choice);
  if (choices.length === 0) return 'warn';
  return /** @type {WhenUnreachable} */ (STRICTNESS[Math.max(...choices.map((choice) => STRICTNESS.indexOf(String(choice))))]);
}

/**
 * The settings may name another by now, whose word this must not drive out.
 * @param {Known} known
 */
async function remember(known) {
  if (known.of !== await keyOf((await readSettings()).settings)) return;
  unkept = await writeKept('office', known).then(() => null, () => known);
}

/** Every server of ours names its lists; a login page's JSON does not. @param {any} body */
const isOffice = (body) => isText(body?.ruleset?.version);

/**
 * @param {any} body
 * @param {Language} language
 * @returns {Office} what is missing or of the wrong kind is left empty
 */
function readReply(body, language) {
  const name = isText(body?.name) ? body.name : saidIn(body?.name, language);
  return {
    name: textOf(name),
    whenUnreachable: STRICTNESS.includes(body?.when_unreachable) ? body.when_unreachable : null,
    allowPause: body?.allow_pause === true,
    reasons: body?.records?.overrides === true ? readReasons(body.records.reasons) : [],
    reports: body?.records?.reports === true,
    minExtension: /^\d+(\.\d+){0,3}$/.test(textOf(body?.min_extension)) ? body.min_extension : '',
    ruleset: textOf(body?.ruleset?.version),
    hash: textOf(body?.ruleset?.hash),
    profile: textOf(body?.profile),
    switch: readSwitch(body?.switch),
  };
}

/**
 * @param {any} value
 * @returns {Reason[]} English is no office's duty
 */
function readReasons(value) {
  const reasons = Array.isArray(value) ? value.filter((reason) => textOf(reason?.id) && textOf(reason?.bn)) : [];
  return reasons.slice(0, MOST_REASONS).map(({ id, bn, en }) => ({ id, bn, en: textOf(en) }));
}

/**
 * @param {Settings} settings
 * @returns {Promise<Known|null>} what this very office told last
 */
async function readKnown(settings) {
  const kept = unkept ?? /** @type {any} */ (await readKept('office'));
  return kept?.of === await keyOf(settings) && kept.office ? kept : null;
}

/** Another server, token or institution is another office. @param {Settings} settings */
const keyOf = ({ serverUrl, token, institution }) => hashOf([serverUrl, token, institution]);
