import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { check } from '../../extension/background/check.js';
import { call } from '../../extension/background/server.js';
import { DEFAULTS } from '../../extension/background/settings.js';
import { fakeBrowser, until } from './fake_chrome.mjs';

const QUESTION = { text: 'নোটিশ', moment: 'typing', ui_language: 'bn', platform: 'facebook', account: { kind: 'unknown', name: 'ক' } };
const CLEAR = {
  verdict: 'clear', findings: [], incomplete: [], notes: [], account: { kind: 'institution', assumed: true }, language: {},
  ruleset: { version: '1', hash: '' },
};
const respondClear = () => Response.json(CLEAR);

test('a question goes to the configured server with token, institution and account kind', async () => {
  const local = { settings: { serverUrl: 'http://server', token: 't0k', institution: 'dc', accountKind: 'employee' } };
  const { requests, store } = fakeBrowser({ local, respond: respondClear });
  assert.deepEqual(await check(QUESTION), { answer: CLEAR });
  const [{ url, method, headers, body, credentials, redirect }] = requests;
  assert.deepEqual({ url, method, credentials, redirect }, { url: 'http://server/api/v1/check', method: 'POST', credentials: 'omit', redirect: 'error' });
  assert.deepEqual(headers, {
    Authorization: 'Bearer t0k', 'Content-Type': 'application/json', 'Jachai-Install': store.install.id, 'Jachai-Extension': '0.1.0',
  });
  assert.match(store.install.id, /^[\w-]{16,64}$/);
  assert.deepEqual(body, { ...QUESTION, account: { kind: 'employee', name: 'ক' }, institution: 'dc' });
});

test('what the platform knows of the account is kept, and nothing is sent that was not set', async () => {
  const { requests } = fakeBrowser({ local: { settings: { accountKind: 'employee' } }, respond: respondClear });
  await check({ ...QUESTION, account: { kind: 'institution' } });
  assert.deepEqual(requests[0].body, { ...QUESTION, account: { kind: 'institution' } });
  assert.equal('Authorization' in requests[0].headers, false);
});

// the host of the page that asks, the hosts that IT names, those that are granted, whether the server is asked
const ASKED_FROM = [
  ['www.facebook.com', [], [], true], ['office.example', ['office.example'], ['office.example'], true], ['office.example', [], ['office.example'], false],
  ['office.example', ['office.example'], [], false], ['www.office.example', ['office.example'], ['office.example'], false],
];
for (const [host, sites, granted, isAsked] of ASKED_FROM) {
  test(`a page of ${host} that is still open, IT names [${sites}], granted [${granted}]: ${isAsked ? 'asked' : 'nothing leaves'}`, async () => {
    const { requests } = fakeBrowser({ managed: { sites }, granted, respond: respondClear });
    const result = await check(QUESTION, { host });
    assert.deepEqual([requests.filter(({ url }) => url.includes('check')).length, result.failure?.why], isAsked ? [1, undefined] : [0, 'paused']);
  });
}

const FAILURES = [
  ['no connection', () => { throw new TypeError('Failed to fetch'); }, 'unreachable', 'পৌঁছানো যায়নি'],
  ['a timeout', () => { throw new DOMException('late', 'TimeoutError'); }, 'unreachable', 'সময়মতো উত্তর'],
  ['401', () => new Response('', { status: 401 }), 'refused', 'টোকেন'],
  ['413', () => new Response('', { status: 413 }), 'refused', 'দীর্ঘ'],
  ['429', () => new Response('', { status: 429 }), 'refused', 'ব্যস্ত'],
  ['422', () => new Response('', { status: 422 }), 'refused', '(৪২২)'],
  ['503', () => new Response('', { status: 503 }), 'failed', '(৫০৩)'],
  ['no records at this server', () => Response.json({ error: { code: 'no_records' } }, { status: 404 }), 'refused', 'রেকর্ড রাখার ব্যবস্থা চালু নেই'],
  ['404 of nobody', () => new Response('', { status: 404 }), 'refused', 'সার্ভারের ঠিকানা ঠিক করুন'],
  ['403 of a server without tokens', () => Response.json({ error: { code: 'only_this_machine' } }, { status: 403 }), 'refused', 'টোকেন চালু করতে'],
  ['an error code of nobody', () => Response.json({ error: { code: 'constructor' } }, { status: 503 }), 'failed', '(৫০৩)'],
  ['a note that repeats the draft', () => Response.json({ error: { code: 'note_repeats' } }, { status: 422 }), 'refused', 'নিজের ভাষায়'],
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

test('a number in it, too', async () => {
  fakeBrowser({ respond: () => new Response('', { status: 503 }) });
  assert.match((await check({ ...QUESTION, ui_language: 'en' })).failure.message, /\(503\)/);
});

test('a server that says nothing is given up after the limit', async () => {
  const hangs = ({ signal }) => new Promise((_resolve, reject) => { signal.addEventListener('abort', () => reject(signal.reason)); });
  fakeBrowser({ respond: hangs });
  const alive = setTimeout(() => {}, 5_000); // the limit's own timer keeps no process alive
  const { failure } = await call(DEFAULTS, '/api/v1/office', { timeout: 20 });
  clearTimeout(alive);
  assert.equal(failure.why, 'unreachable');
});

test('an answer that tells of a hold waits a second and a half for an office not known yet; the hold is noted all the same', async (context) => {
  const hold = { mode: 'hold', until: '', message: { bn: 'স্থগিত', en: '' } };
  context.mock.timers.enable({ apis: ['setTimeout'] });
  let tell;
  const office = () => {
    setImmediate(() => context.mock.timers.tick(1_500));
    return new Promise((resolve) => { tell = resolve; });
  };
  const { store } = fakeBrowser({ respond: ({ url }) => (url.includes('office') ? office() : Response.json({ ...CLEAR, switch: hold })) });
  assert.equal((await check(QUESTION)).answer.verdict, 'clear');
  context.mock.timers.reset();
  tell(Response.json({ ruleset: { version: '1' } })); // as it was before
  await until(() => store.office?.office.switch);
  assert.deepEqual(store.office.office.switch, hold);
});

test('a question that the composer dropped is dropped on the way, and is no failure', async () => {
  const controller = new AbortController();
  fakeBrowser({ respond: ({ signal }) => new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    controller.abort();
  }) });
  await assert.rejects(check(QUESTION, { signal: controller.signal }), { name: 'AbortError' });
});

const NOON = Date.UTC(2026, 10, 25, 12); // the clock stands still: a busy machine changes nothing
const PATIENCE = [['7', 7_000], ['0', 1_000], ['86400', 300_000], ['', 5_000], ['soon', 5_000], [new Date(NOON + 60_000).toUTCString(), 60_000]];
for (const [told, wait] of PATIENCE) {
  test(`429 with Retry-After “${told}”: nothing is asked for ${wait} ms`, async () => {
    mock.timers.enable({ apis: ['Date'], now: NOON });
    const { requests } = fakeBrowser({ respond: () => new Response('', { status: 429, headers: told ? { 'Retry-After': told } : {} }) });
    const { failure } = await check(QUESTION);
    assert.equal(failure.again, wait);
    mock.timers.setTime(NOON + wait - 1);
    const second = await check({ ...QUESTION, text: 'অন্য' });
    assert.deepEqual([second.failure.again, requests.length], [1, 1]);
    mock.timers.setTime(NOON + wait);
    await check(QUESTION);
    assert.equal(requests.length, 2);
    mock.timers.reset();
  });
}

test('another token has its own patience', async () => {
  const { requests } = fakeBrowser({ respond: ({ headers }) => (headers.Authorization === 'Bearer a' ? new Response('', { status: 429 }) : respondClear()) });
  const told = [];
  for (const token of ['a', 'a', 'b']) told.push(await call({ ...DEFAULTS, token }, '/api/v1/check', { body: QUESTION }));
  assert.deepEqual(told.map((reply) => 'body' in reply), [false, false, true]);
  assert.equal(requests.length, 2);
});

test('a worker that is stopped and woken has patience, too, and nothing of it goes to the disk', async () => {
  const { requests, store, session } = fakeBrowser({ respond: () => new Response('', { status: 429, headers: { 'Retry-After': '300' } }) });
  for (const life of [1, 2, 3]) {
    const server = await import(`../../extension/background/server.js?life=${life}`);
    await server.call({ ...DEFAULTS, token: 's3cret' }, '/api/v1/check', { body: QUESTION });
  }
  assert.equal(requests.length, 1);
  assert.deepEqual([Object.keys(store), JSON.stringify(session).includes('s3cret')], [['install'], false]);
});

test('a clock that is set back keeps no server waiting for hours', async () => {
  mock.timers.enable({ apis: ['Date'], now: NOON });
  const { requests } = fakeBrowser({ respond: () => new Response('', { status: 429 }) });
  await check(QUESTION);
  mock.timers.setTime(NOON - 3_600_000);
  await check(QUESTION);
  assert.equal(requests.length, 2);
  mock.timers.reset();
});
