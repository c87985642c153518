import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { isNewer, newerSelectors, noteBroken } from '../../extension/background/platforms.js';
import { fakeBrowser, settled, until } from './fake_chrome.mjs';
import { openPlatform } from './platform_page.mjs';

const FACEBOOK = { name: 'facebook', confirmed: '2026-12-01', written: '2026-12-01', selectors: { composer: 'div' }, labels: { publish: ['Post'] } };
const NEWER = { version: '2026-12-01-0a1b2c3d', platforms: [FACEBOOK] };
const withPlatform = (changes) => ({ ...NEWER, platforms: [{ ...FACEBOOK, ...changes }] });
const BROKEN = { platform: 'facebook', selector: 'composer', selectors: 'builtin' };

const GOOD = { 'as the contract has it': NEWER, 'none': { version: '', platforms: [] }, 'no labels': withPlatform({ labels: undefined }), 'more fields': withPlatform({ more: 1 }) };
const BAD = {
  'null': null, 'a list': [], 'no platforms': { version: '' }, 'a version of any kind': { ...NEWER, version: 'javascript:alert(1)' },
  'a name with signs': withPlatform({ name: '../x' }), 'no day': withPlatform({ written: 'soon' }), 'selectors as a list': withPlatform({ selectors: ['div'] }),
  'a selector that is no text': withPlatform({ selectors: { composer: { toString: 'div' } } }), 'an empty selector': withPlatform({ selectors: { composer: '' } }),
  'a selector without end': withPlatform({ selectors: { composer: 'a'.repeat(8001) } }), 'a name of a use with signs': withPlatform({ selectors: { '__proto__ x': 'div' } }),
  'labels that are no lists': withPlatform({ labels: { publish: 'Post' } }), 'labels that are no texts': withPlatform({ labels: { publish: [1] } }),
  'too many': { ...NEWER, platforms: Array(41).fill(FACEBOOK) },
};
for (const [name, value] of Object.entries(GOOD)) test(`taken: ${name}`, () => assert.equal(isNewer(value), true));
const builtIn = (name) => JSON.parse(JSON.stringify(openPlatform(name, '').platform));
const NAMES = readdirSync(new URL('../../extension/platforms/', import.meta.url)).map((file) => file.replace('.js', ''));
for (const name of NAMES) test(`taken: all that is built in of ${name}`, () => assert.equal(isNewer({ ...NEWER, platforms: [builtIn(name)] }), true));
for (const [name, value] of Object.entries(BAD)) test(`refused: ${name}`, () => assert.equal(isNewer(value), false));

const local = { settings: { serverUrl: 'http://server' } };
const asksOf = (requests, path) => requests.filter(({ url }) => url === `http://server/api/v1/${path}`);

test('newer selectors are asked for once, and remembered for their server', async () => {
  const { requests } = fakeBrowser({ local, respond: () => Response.json(NEWER) });
  assert.deepEqual(await newerSelectors(), NEWER);
  assert.deepEqual(await newerSelectors(), NEWER);
  assert.equal(asksOf(requests, 'platforms').length, 1);
});

const HOUR = 3_600_000;
for (const [name, ahead, asks, tells] of [['ahead by a year', 365 * 24 * HOUR, 2, 2], ['right', 0, 1, 1], ['behind by five hours', -5 * HOUR, 1, 1], ['behind by seven', -7 * HOUR, 2, 1], ['behind by two days', -48 * HOUR, 2, 2]]) {
  test(`a server that was asked and told by a clock ${name} is asked and told again where that is old`, async (context) => {
    const { requests, store } = fakeBrowser({ local, respond: () => Response.json(NEWER) });
    const now = Date.now();
    context.mock.timers.enable({ apis: ['Date'], now: now + ahead });
    await newerSelectors();
    await noteBroken(BROKEN);
    context.mock.timers.setTime(now);
    await noteBroken(BROKEN);
    await newerSelectors();
    const counted = () => [asksOf(requests, 'platforms').length, asksOf(requests, 'platforms/broken').length];
    const isKept = () => asks < 2 || store.platforms.at === now; // what is written later, the next test finds
    await settled(() => counted()[0] >= asks && counted()[1] >= tells && isKept());
    assert.deepEqual(counted(), [asks, tells]);
  });
}

test('a server that is away, or talks nonsense, leaves the built-in ones', async () => {
  for (const respond of [() => { throw new TypeError('away'); }, () => Response.json({ version: 1 }), () => new Response('', { status: 404 })]) {
    fakeBrowser({ local, respond });
    assert.deepEqual(await newerSelectors(), { version: '', platforms: [] });
  }
});

test('what was kept and does not hold any more is asked anew', async () => {
  fakeBrowser({ local: { ...local, platforms: { of: '["http://server",""]', at: Date.now(), newer: { version: '<b>' }, told: {} } }, respond: () => Response.json(NEWER) });
  assert.deepEqual(await newerSelectors(), NEWER);
});

test('the server hears of a broken platform once a day, by three ids', async () => {
  const { requests } = fakeBrowser({ local, respond: () => new Response(null, { status: 204 }) });
  await noteBroken({ ...BROKEN, text: 'গোপন' });
  await noteBroken(BROKEN);
  await noteBroken({ ...BROKEN, selector: 'publish' });
  const told = asksOf(requests, 'platforms/broken').map(({ body }) => body);
  assert.deepEqual(told, [BROKEN, { ...BROKEN, selector: 'publish' }]);
});

const NOT_TAKEN = { 'is away': () => { throw new TypeError('away'); }, 'is in trouble': () => new Response('', { status: 503 }), 'is a login page': () => new Response('<html>') };
for (const [name, respond] of Object.entries(NOT_TAKEN)) {
  test(`a fault that the server did not take is told again: it ${name}`, async () => {
    let reply = respond;
    const { requests } = fakeBrowser({ local, respond: () => reply() });
    await noteBroken(BROKEN);
    reply = () => new Response(null, { status: 204 });
    await noteBroken(BROKEN);
    await noteBroken(BROKEN);
    assert.equal(asksOf(requests, 'platforms/broken').length, 2);
  });
}

test('a fault that two frames tell of at once is told once, and the selectors that come meanwhile stay', async () => {
  let answer;
  const { requests } = fakeBrowser({ local, respond: ({ url }) => (url.endsWith('broken') ? new Promise((resolve) => { answer = resolve; }) : Response.json(NEWER)) });
  const first = noteBroken(BROKEN);
  await until(() => answer);
  await noteBroken(BROKEN);
  await newerSelectors();
  answer(new Response(null, { status: 204 }));
  await first;
  assert.deepEqual(await newerSelectors(), NEWER);
  assert.deepEqual([asksOf(requests, 'platforms/broken').length, asksOf(requests, 'platforms').length], [1, 1]);
});

test('newer selectors are waited for also where a fault was told before', async () => {
  fakeBrowser({ local, respond: ({ url }) => (url.endsWith('broken') ? new Response(null, { status: 204 }) : Response.json(NEWER)) });
  await noteBroken(BROKEN);
  assert.deepEqual(await newerSelectors(), NEWER);
});

test('a fault that the server takes while it is asked for newer selectors is not told again', async () => {
  let answer;
  const { requests } = fakeBrowser({ local, respond: ({ url }) => (url.endsWith('broken') ? new Response(null, { status: 204 }) : new Promise((resolve) => { answer = resolve; })) });
  const asking = newerSelectors();
  await until(() => answer);
  await noteBroken(BROKEN);
  answer(Response.json(NEWER));
  assert.deepEqual(await asking, NEWER);
  await noteBroken(BROKEN);
  assert.equal(asksOf(requests, 'platforms/broken').length, 1);
});

test('the server hears nothing where only our signs were taken away, or where the page makes up a platform', async () => {
  const { requests } = fakeBrowser({ local });
  for (const broken of [undefined, null, 'facebook', { ...BROKEN, platform: 'খসড়ার কথা' }, { ...BROKEN, selector: 'text' }, { ...BROKEN, selectors: 'a draft' }]) {
    await noteBroken(broken);
  }
  assert.equal(asksOf(requests, 'platforms/broken').length, 0);
});

const RENEW = readFileSync(new URL('../../extension/content/selectors.js', import.meta.url), 'utf8');
const POST = '<div role="dialog"><div contenteditable="true" data-testid="tweetTextarea_0"></div><button data-testid="tweetButton">Post</button></div>';

/** A page that stays open: `hear` has it told of newer selectors, or of what else the background answers. */
function openForWeeks() {
  const page = openPlatform('x', POST, 'https://x.com/');
  const { Jachai } = page.window;
  page.window.eval(RENEW);
  const state = () => JSON.parse(JSON.stringify(page.platform));
  async function hear(answer) {
    Jachai.tell = async () => answer;
    await Jachai.renewSelectors(Jachai.platforms);
    return state();
  }
  return { page, state, hear };
}

const fileOf = (changes) => ({ version: '2026-12-02-00000001', platforms: [{ name: 'x', written: '2026-12-02', selectors: {}, ...changes }] });
const MISTAKE = fileOf({ selectors: { publish: '.wrong', link: '.link' }, labels: { publish: ['Wrong'], other: ['Word'] } });

test('a page that is open follows a file, as long as IT has it there', async () => {
  const { page, state, hear } = openForWeeks();
  const before = state();
  const { selectors } = page.platform; // hooks have these
  const told = await hear(MISTAKE);
  assert.deepEqual([told.selectors.publish, told.labels.publish, told.version, page.controls()], ['.wrong', ['Wrong'], MISTAKE.version, []]);
  assert.deepEqual(await hear({ failure: { why: 'unreachable', message: '' } }), told);
  assert.deepEqual(await hear({ version: '', platforms: [] }), before);
  assert.deepEqual([page.controls(), page.platform.selectors], [['Post'], selectors]);
});

test('a file that was put back, of an earlier day, counts again; what it does not name is as built in', async () => {
  const { page, state, hear } = openForWeeks();
  const { labels, selectors } = state();
  await hear(MISTAKE);
  const told = await hear(fileOf({ written: '2026-12-01', selectors: { publish: 'button' } }));
  assert.deepEqual(told.selectors, { ...selectors, publish: 'button' });
  assert.deepEqual([told.labels, told.written, page.controls()], [labels, '2026-12-01', ['Post']]);
});

test('a file with a selector that no browser takes leaves those that are built in, not those of the file before', async () => {
  const { state, hear } = openForWeeks();
  const before = state();
  await hear(MISTAKE);
  assert.deepEqual(await hear(fileOf({ selectors: { publish: '.wrong[' } })), before);
});

test('each selector that a platform may have is taken, though its file has none; one of a newer extension is left out, whatever it says', async () => {
  const { page, hear } = openForWeeks();
  const known = Object.fromEntries(Array.from(page.window.JachaiSelectors, (name) => [name, `.${name}`]));
  const { selectors } = await hear(fileOf({ selectors: { ...known, unheardOf: ':of-later(' } }));
  assert.deepEqual({ ...selectors, ...known }, selectors);
  assert.equal('unheardOf' in selectors, false);
});
