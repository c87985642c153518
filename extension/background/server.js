// @ts-check
// One call to the office's server, and what may go wrong with it in the user's words.
//
// Ordinary CORS, no host permission: the server allows extensions' origins. Firefox's default policy for extension
// pages upgrades http: to https:, which would cut off an office's server inside its own network; the policy in
// manifest.json therefore has no `upgrade-insecure-requests`, and loopback and plain http servers work in both browsers.
import { wordsOf } from './words.js';

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {{body: unknown}|{failure: Failure}} Reply */

export const TIMEOUT = 10_000; // milliseconds

/**
 * @param {Settings} settings
 * @param {string} path       from the server's root, "/api/v1/office"
 * @param {{body?: unknown, signal?: AbortSignal, language?: Language, timeout?: number}} [options]
 * @returns {Promise<Reply>} never rejects but for an abort by `signal`
 */
export async function call(settings, path, { body, signal, language = settings.language, timeout = TIMEOUT } = {}) {
  const words = await wordsOf(language);
  try {
    const limit = AbortSignal.timeout(timeout);
    const response = await fetch(settings.serverUrl + path, {
      ...request(settings.token, body),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    if (!response.ok) return { failure: refusal(response.status, words) };
    return { body: await response.json() };
  } catch (error) {
    signal?.throwIfAborted();
    return { failure: breakdown(error, words) };
  }
}

/**
 * @param {string} token
 * @param {unknown} body
 * @returns {RequestInit}
 */
function request(token, body) {
  /** @type {Record<string, string>} */
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  return {
    method: body === undefined ? 'GET' : 'POST',
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error', // a draft goes to the server that was named, nowhere else
    referrerPolicy: 'no-referrer',
  };
}

/** @type {Record<number, string>} */
const REFUSALS = { 401: 'failureToken', 403: 'failureToken', 404: 'failureAddress', 413: 'failureTooLong', 429: 'failureBusy' };

/**
 * @param {number} status
 * @param {import('./words.js').Words} words
 * @returns {Failure}
 */
function refusal(status, words) {
  const refused = status >= 400 && status < 500;
  return { why: refused ? 'refused' : 'failed', message: words(REFUSALS[status] ?? (refused ? 'failureRefused' : 'failureServer'), String(status)) };
}

/**
 * @param {unknown} error
 * @param {import('./words.js').Words} words
 * @returns {Failure}
 */
function breakdown(error, words) {
  if (error instanceof SyntaxError) return { why: 'failed', message: words('failureNoSense') };
  const late = error instanceof DOMException && error.name === 'TimeoutError';
  return { why: 'unreachable', message: words(late ? 'failureTimeout' : 'failureUnreachable') };
}
