// @ts-check
// What the writer sends of their own will: the reason for an override, the report of a false alarm. Only where the
// office takes them; the words that leave were seen by the writer.
import { knownOffice } from './office.js';
import { call } from './server.js';
import { readSettings } from './settings.js';
import { textOf } from './shapes.js';
import { completed } from './check.js';
import { wordsOf } from './words.js';

const LONGEST = { excerpt: 200, note: 80 };

/**
 * All are recorded, or none.
 * @param {any[]} bodies  of each draft that goes, the check's own question, with `reason` and `note`
 * @returns {Promise<Outcome>} `at` of a failure: which one it is about
 */
export async function sendOverrides(bodies) {
  const { settings } = await readSettings();
  const office = await knownOffice(settings);
  const at = bodies.findIndex((body) => !office?.reasons.some(({ id }) => id === body?.reason));
  if (at >= 0) return refused(settings, office?.reasons.length ? 'reasonsChanged' : 'failureNoOverride', at);
  const sent = bodies.map((body) => ({ ...completed(body, settings), note: textOf(body.note, LONGEST.note) }));
  return send('/api/v1/overrides', sent.length === 1 ? sent[0] : { overrides: sent });
}

/**
 * @param {any} report
 * @returns {Promise<Outcome>}
 */
export async function sendReport(report) {
  const { settings } = await readSettings();
  const office = await knownOffice(settings);
  if (!office?.reports) return refused(settings, 'failureNoRecords');
  const names = /** @type {const} */ (['platform', 'check', 'clause', 'source', 'fingerprint']);
  const told = Object.fromEntries(names.map((name) => [name, String(report?.[name] ?? '')]));
  const institution = settings.institution ? { institution: settings.institution } : {};
  return send('/api/v1/reports', { ...institution, ...told, excerpt: textOf(report?.excerpt, LONGEST.excerpt), note: textOf(report?.note, LONGEST.note) });
}

/**
 * What the office has changed since the writer was asked.
 * @param {import('./settings.js').Settings} settings
 * @param {'reasonsChanged'|'failureNoOverride'|'failureNoRecords'} name
 * @param {number} [at]  of several: which one
 * @returns {Promise<Outcome>}
 */
async function refused({ language }, name, at) {
  return { failure: { why: 'refused', message: (await wordsOf(language))(name), ...(at && { at }) } };
}

/**
 * @param {string} path
 * @param {unknown} body
 * @returns {Promise<Outcome>}
 */
async function send(path, body) {
  const { settings } = await readSettings();
  const reply = await call(settings, path, { body });
  return 'failure' in reply ? reply : { done: true };
}
