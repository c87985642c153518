// @ts-check
// A question from a composer, with what only the background knows, to the server; a checked answer back.
import { isAnswer } from './answer.js';
import { call } from './server.js';
import { readSettings } from './settings.js';
import { wordsOf } from './words.js';

/**
 * @param {Question} question
 * @param {AbortSignal} [signal]  the composer dropped the question
 * @returns {Promise<{answer: Answer}|{failure: Failure}>} rejects only when `signal` aborts
 */
export async function check(question, signal) {
  const { settings } = await readSettings();
  const language = question.ui_language;
  const reply = await call(settings, '/api/v1/check', { body: complete(question, settings), signal, language });
  if ('failure' in reply) return reply;
  if (isAnswer(reply.body, question.text.length)) return { answer: reply.body };
  const words = await wordsOf(language);
  return { failure: { why: 'failed', message: words('failureNoSense') } };
}

/**
 * The office's choice of account kind stands in where the platform cannot tell.
 * @param {Question} question
 * @param {import('./settings.js').Settings} settings
 */
function complete(question, { accountKind, institution }) {
  const seen = question.account?.kind ?? 'unknown';
  return {
    ...question,
    account: { ...question.account, kind: seen === 'unknown' ? accountKind : seen },
    ...(institution && { institution }),
  };
}
