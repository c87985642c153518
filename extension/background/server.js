// @ts-check
// One call to the office's server, and what may go wrong with it in the user's words.
//
// Ordinary CORS, no host permission: the server allows extensions' origins. Firefox's default policy for extension
// pages upgrades http: to https:, which would cut off an office's server inside its own network; the policy in
// manifest.json therefore has no `upgrade-insecure-requests`, and loopback and plain http servers work in both browsers.
import { hashOf } from './hash.js';
import { installation, version } from './install.js';
import { readSession, writeSession } from './storage.js';
import { digits, wordsOf } from './words.js';

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {{body: unknown}|{failure: Failure}} Reply */

export const TIMEOUT = 10_000; // milliseconds
const WAIT = 5; // seconds, where a busy server does not say how long
const LONGEST_WAIT = 300;

/**
 * @param {Settings} settings
 * @param {string} path       from the server's root, "/api/v1/office"
 * @param {{body?: unknown, signal?: AbortSignal, language?: Language, timeout?: number, isTelling?: boolean}} [options]  isTelling: an answer without a body (204) will do
 * @returns {Promise<Reply>} never rejects but for an abort by `signal`
 */
export async function call(settings, path, { body, signal, language = settings.language, timeout = TIMEOUT, isTelling = false } = {}) {
  const [words, init, busy] = await Promise.all([toldIn(language), request(settings.token, body), busyFor(settings)]);
  if (busy > 0) return { failure: { ...refusal(429, words), again: busy } };
  try {
    const limit = AbortSignal.timeout(timeout);
    const response = await fetch(settings.serverUrl + path, {
      ...init,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    if (response.status === 429) return { failure: { ...refusal(429, words), again: await waitFor(settings, response) } };
    if (!response.ok) {
      const { code, ...more } = await errorOf(response);
      return { failure: { ...refusal(response.status, words, code), ...more } };
    }
    return { body: isTelling && response.status === 204 ? null : await response.json() };
  } catch (error) {
    signal?.throwIfAborted();
    return { failure: breakdown(error, words) };
  }
}

/** With its numbers in the digits of the language. @param {Language} language @returns {Promise<import('./words.js').Words>} */
async function toldIn(language) {
  const words = await wordsOf(language);
  return (key, ...values) => words(key, ...values.map((value) => digits(value, language)));
}

/** Limits are a token's. @param {Settings} settings */
const limitedBy = ({ serverUrl, token }) => hashOf([serverUrl, token]);

/**
 * Who asked for patience, and until when; milliseconds since 1970. A worker is soon stopped: it would forget.
 * @returns {Promise<Record<string, number>>}
 */
async function busyServers() {
  const kept = Object.entries(/** @type {Record<string, number>} */ (await readSession('busy') ?? {}));
  const now = Date.now();
  return Object.fromEntries(kept.filter(([, until]) => until > now && until <= now + LONGEST_WAIT * 1_000)); // a clock may be set back
}

/** @param {Settings} settings @returns {Promise<number>} milliseconds for which nothing is asked of it */
async function busyFor(settings) {
  const until = (await busyServers())[await limitedBy(settings)];
  return until ? until - Date.now() : 0;
}

/**
 * Nothing is asked of a busy server before its time: more questions would only keep it busy.
 * @param {Settings} settings
 * @param {Response} response
 * @returns {Promise<number>} milliseconds
 */
async function waitFor(settings, response) {
  const told = response.headers.get('Retry-After') ?? '';
  const seconds = /^\d+$/.test(told) ? Number(told) : (Date.parse(told) - Date.now()) / 1_000;
  const wait = Math.min(Math.max(Number.isFinite(seconds) ? seconds : WAIT, 1), LONGEST_WAIT) * 1_000;
  const until = Date.now() + wait;
  await writeSession('busy', { ...await busyServers(), [await limitedBy(settings)]: until });
  return wait;
}

/**
 * @param {string} token
 * @param {unknown} body
 * @returns {Promise<RequestInit>}
 */
async function request(token, body) {
  /** @type {Record<string, string>} */
  const headers = { 'Jachai-Install': (await installation()).id, 'Jachai-Extension': version() };
  if (token) headers.Authorization = `Bearer ${token}`;
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

/** What the server's own error code says better than the status. @type {Record<string, string>} */
const CODES = {
  note_repeats: 'failureNote', records_unavailable: 'failureRecords', no_override: 'failureNoOverride',
  no_records: 'failureNoRecords',
  only_this_machine: 'failureClosed', only_loopback_name: 'failureClosed', no_proxy: 'failureClosed',
};

/**
 * @param {number} status
 * @param {import('./words.js').Words} words
 * @param {string} [code]
 * @returns {Failure}
 */
function refusal(status, words, code = '') {
  const refused = status >= 400 && status < 500;
  const known = Object.hasOwn(CODES, code) ? CODES[code] : REFUSALS[status];
  return { why: refused ? 'refused' : 'failed', message: words(known ?? (refused ? 'failureRefused' : 'failureServer'), String(status)) };
}

/** @param {Response} response @returns {Promise<{code: string, at?: number}>} '' where it is no error of our server's; at: of several sent together, which one it is about */
async function errorOf(response) {
  const { code, at } = (await response.json().catch(() => null))?.error ?? {};
  return { code: String(code ?? ''), ...(Number.isInteger(at) && { at }) };
}

/**
 * @param {unknown} error
 * @param {import('./words.js').Words} words
 * @returns {Failure}
 */
function breakdown(error, words) {
  if (error instanceof SyntaxError) return { why: 'failed', message: words('failureNoSense') };
  const late = error instanceof DOMException && error.name === 'TimeoutError';
  const cause = late ? 'failureTimeout' : globalThis.navigator?.onLine === false ? 'failureOffline' : 'failureUnreachable';
  return { why: 'unreachable', message: words(cause) };
}
