// @ts-check
// A question from a composer, with what only the background knows, to the server; a checked answer back, without what
// the writer hides.
import { isAnswer } from './answer.js';
import { atMost } from './clock.js';
import { withoutHidden } from './hidden.js';
import { beginCheck, knownOffice, noteSwitch, PATIENCE } from './office.js';
import { mayPause, pausedUntil } from './pause.js';
import { call } from './server.js';
import { readSettings } from './settings.js';
import { isWatched } from './sites.js';
import { digits, wordsOf } from './words.js';

/** @typedef {import('./settings.js').Settings} Settings */

/**
 * @param {Question} question
 * @param {{signal?: AbortSignal, host?: string}} [options]  `signal`: the composer dropped the question; `host` of its page
 * @returns {Promise<{answer: Answer}|{failure: Failure}>} rejects only when `signal` aborts
 */
export async function check(question, { signal, host = '' } = {}) {
  const language = question.ui_language;
  // Each is a way to the browser's own process and back, while the writer waits: together, not one after the other.
  const [{ settings }, words, until] = await Promise.all([readSettings(), wordsOf(language), pausedUntil(host)]);
  if (host && !(await isWatched(host, settings))) return { failure: { why: 'paused', message: '' } };
  if (until > 0 && mayPause(settings, await knownOffice(settings))) return { failure: { why: 'paused', message: words('pausedHere') } };
  const place = beginCheck();
  const reply = await call(settings, '/api/v1/check', { body: completed(question, settings), signal, language });
  if ('failure' in reply) return reply;
  if (!isAnswer(reply.body, question.text.length)) return { failure: { why: 'failed', message: words('failureNoSense') } };
  const noting = noteSwitch(settings, /** @type {any} */ (reply.body).switch, place); // asks the office where none is known: late, it is noted all the same
  const [answer] = await Promise.all([told(reply.body, words, language), atMost(PATIENCE, noting)]);
  return { answer };
}

/**
 * What is hidden is told, so that "nothing found" is not said of a text in which something was.
 * @param {Answer} whole
 * @param {import('./words.js').Words} words
 * @param {Language} language
 * @returns {Promise<Answer>}
 */
async function told(whole, words, language) {
  const { answer, count } = await withoutHidden(whole);
  if (count === 0) return answer;
  return { ...answer, notes: [...answer.notes, { code: 'hidden', message: words('hiddenNote', digits(count, language)) }] };
}

/**
 * The office's choice of account kind stands in where the platform cannot tell.
 * @template {Pick<Question, 'account'>} Body
 * @param {Body} question
 * @param {Settings} settings
 */
export function completed(question, { accountKind, institution }) {
  const seen = question.account?.kind ?? 'unknown';
  return {
    ...question,
    account: { ...question.account, kind: seen === 'unknown' ? accountKind : seen },
    ...(institution && { institution }),
  };
}
