// @ts-check
// The office's central switch: hold all publishing, or lower every block to a warning, until a time.

import { isText, textOf } from './shapes.js';
import { saidIn, timeOf, wordsOf } from './words.js';

/** @typedef {{mode: 'warn_only'|'hold', until: string, message: Bilingual}} Switch  `until` as ISO 8601, '' for no end */

const HOUR = 3_600_000;
const LONGEST = 500; // characters of the message

/**
 * The server tells of what is in force by its own clock. Where ours says that it is over, ours is wrong: it then lasts until an answer
 * no longer tells of it, and an hour or two where none comes any more. The same for each answer of an hour, or each would be news.
 * @param {any} value  as the server has just sent it
 * @returns {Switch|null} null where there is none, or none that makes sense
 */
export function readSwitch(value) {
  if (value?.mode !== 'hold' && value?.mode !== 'warn_only') return null;
  const until = value.until ?? '';
  if (until !== '' && !(isText(until) && Number.isFinite(Date.parse(until)))) return null;
  const isAhead = until !== '' && Date.parse(until) <= Date.now();
  const lasting = isAhead ? new Date((Math.floor(Date.now() / HOUR) + 2) * HOUR).toISOString() : until;
  return { mode: value.mode, until: lasting, message: { bn: textOf(value.message?.bn, LONGEST), en: textOf(value.message?.en, LONGEST) } };
}

/**
 * @param {Switch|null|undefined} found
 * @returns {Switch|null} null where its time is over
 */
export function inForce(found) {
  return found && (found.until === '' || Date.parse(found.until) > Date.now()) ? found : null;
}

/**
 * @param {Switch} found
 * @param {Language} language
 * @returns {Promise<string>} what holds, in the office's words, and until when
 */
export async function switchWords({ mode, message, until }, language) {
  const words = await wordsOf(language);
  const parts = [words(mode === 'hold' ? 'switchHold' : 'switchWarn'), saidIn(message, language)];
  if (until) parts.push(words('switchUntil', timeOf(Date.parse(until), language)));
  return parts.filter(Boolean).join(' ');
}
