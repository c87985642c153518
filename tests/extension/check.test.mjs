import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../extension/background/check.js';
import { call } from '../../extension/background/server.js';
import { DEFAULTS } from '../../extension/background/settings.js';
import { fakeBrowser } from './fake_chrome.mjs';

const QUESTION = { text: 'নোটিশ', moment: 'typing', ui_language: 'bn', platform: 'facebook', account: { kind: 'unknown', name: 'ক' } };
const CLEAR = {
  verdict: 'clear', findings: [], incomplete: [], notes: [], account: { kind: 'institution', assumed: true }, language: {},
  ruleset: { version: '1', hash: '' },
};
const respondClear = () => Response.json(CLEAR);

test('a question goes to the configured server with token, institution and account kind', async () => {
  const local = { settings: { serverUrl: 'http://server', token: 't0k', institution: 'dc', accountKind: 'employee' } };
  const { requests } = fakeBrowser({ local, respond: respondClear });
  assert.deepEqual(await check(QUESTION), { answer: CLEAR });
  const [{ url, method, headers, body, credentials, redirect }] = requests;
  assert.deepEqual({ url, method, credentials, redirect }, { url: 'http://server/api/v1/check', method: 'POST', credentials: 'omit', redirect: 'error' });
  assert.deepEqual(headers, { Authorization: 'Bearer t0k', 'Content-Type': 'application/json' });
  assert.deepEqual(body, { ...QUESTION, account: { kind: 'employee', name: 'ক' }, institution: 'dc' });
});

test('what the platform knows of the account is kept, and nothing is sent that was not set', async () => {
  const { requests } = fakeBrowser({ local: { settings: { accountKind: 'employee' } }, respond: respondClear });
  await check({ ...QUESTION, account: { kind: 'institution' } });
  assert.deepEqual(requests[0].body, { ...QUESTION, account: { kind: 'institution' } });
  assert.equal('Authorization' in requests[0].headers, false);
});

const FAILURES = [
  ['no connection', () => { throw new TypeError('Failed to fetch'); }, 'unreachable', 'পৌঁছানো যায়নি'],
  ['a timeout', () => { throw new DOMException('late', 'TimeoutError'); }, 'unreachable', 'সময়মতো উত্তর'],
  ['401', () => new Response('', { status: 401 }), 'refused', 'টোকেন'],
  ['413', () => new Response('', { status: 413 }), 'refused', 'দীর্ঘ'],
  ['429', () => new Response('', { status: 429 }), 'refused', 'ব্যস্ত'],
  ['422', () => new Response('', { status: 422 }), 'refused', '422'],
  ['503', () => new Response('', { status: 503 }), 'failed', '503'],
  ['no JSON', () => new Response('<html>'), 'failed', 'যাচাই সার্ভারের উত্তর আসেনি'],
  ['another shape', () => Response.json({ verdict: 'clear' }), 'failed', 'যাচাই সার্ভারের উত্তর আসেনি'],
];
for (const [name, respond, why, said] of FAILURES) {
  test(`${name}: ${why}, with the cure in Bangla`, async () => {
    fakeBrowser({ respond });
    const { failure, answer } = await check(QUESTION);
    assert.equal(answer, undefined);
    assert.equal(failure.why, why);
    assert.ok(failure.message.includes(said), failure.message);
  });
}

test('the cure is told in the language of the composer', async () => {
  fakeBrowser({ respond: () => new Response('', { status: 401 }) });
  const { failure } = await check({ ...QUESTION, ui_language: 'en' });
  assert.match(failure.message, /token/);
});

test('a server that says nothing is given up after the limit', async () => {
  const hangs = ({ signal }) => new Promise((_resolve, reject) => { signal.addEventListener('abort', () => reject(signal.reason)); });
  fakeBrowser({ respond: hangs });
  const alive = setTimeout(() => {}, 5_000); // the limit's own timer keeps no process alive
  const { failure } = await call(DEFAULTS, '/api/v1/office', { timeout: 20 });
  clearTimeout(alive);
  assert.equal(failure.why, 'unreachable');
});

test('a question that the composer dropped is dropped on the way, and is no failure', async () => {
  const controller = new AbortController();
  fakeBrowser({ respond: ({ signal }) => new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    controller.abort();
  }) });
  await assert.rejects(check(QUESTION, controller.signal), { name: 'AbortError' });
});
