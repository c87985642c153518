// @ts-check
// What the office told through its server (GET /api/v1/office), remembered so that the office's choice holds
// also while the server is away.
import { call } from './server.js';
import { readOffice, writeOffice } from './storage.js';

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('./settings.js').WhenUnreachable} WhenUnreachable */
/** @typedef {{name: string, whenUnreachable: WhenUnreachable|null, ruleset: string}} Office */

const FRESH = 10 * 60_000; // milliseconds
const STRICTNESS = ['allow', 'warn', 'hold'];

/**
 * Asks the server now.
 * @param {Settings} settings
 * @param {number} [timeout]  milliseconds
 * @returns {Promise<{office: Office}|{failure: Failure}>}
 */
export async function askOffice(settings, timeout) {
  const query = settings.institution ? `?institution=${encodeURIComponent(settings.institution)}` : '';
  const reply = await call(settings, `/api/v1/office${query}`, { timeout });
  if ('failure' in reply) return reply;
  const office = readReply(reply.body, settings.language);
  await writeOffice({ of: keyOf(settings), at: Date.now(), office });
  return { office };
}

/**
 * @param {Settings} settings
 * @returns {Promise<Office|null>} as last told, at once; asks anew in the back where that is old
 */
export async function knownOffice(settings) {
  const kept = /** @type {any} */ (await readOffice());
  const known = kept?.of === keyOf(settings) ? kept : null;
  if (!known || Date.now() - known.at > FRESH) askOffice(settings).catch(() => {});
  return known?.office ?? null;
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
 * @param {any} body
 * @param {Language} language
 * @returns {Office} what is missing or of the wrong kind is left empty
 */
function readReply(body, language) {
  const name = typeof body?.name === 'string' ? body.name : body?.name?.[language];
  return {
    name: typeof name === 'string' ? name : '',
    whenUnreachable: STRICTNESS.includes(body?.when_unreachable) ? body.when_unreachable : null,
    ruleset: typeof body?.ruleset?.version === 'string' ? body.ruleset.version : '',
  };
}

/** @param {Settings} settings  another server, token or institution is another office */
function keyOf({ serverUrl, token, institution }) {
  return JSON.stringify([serverUrl, token, institution]);
}
