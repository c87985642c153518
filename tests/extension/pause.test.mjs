import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../extension/background/check.js';
import { askOffice } from '../../extension/background/office.js';
import { dropExpired, LONGEST, mayPause, pause, pausedUntil } from '../../extension/background/pause.js';
import { DEFAULTS } from '../../extension/background/settings.js';
import { fakeBrowser } from './fake_chrome.mjs';

const HOUR = 3_600_000;
const HOST = 'www.facebook.com';

test('a pause holds on its site alone, and ends by itself', async (context) => {
  fakeBrowser();
  context.mock.timers.enable({ apis: ['Date'], now: 1_000 });
  await pause(HOST, HOUR);
  assert.deepEqual([await pausedUntil(HOST), await pausedUntil('x.com')], [1_000 + HOUR, 0]);
  context.mock.timers.tick(HOUR);
  assert.equal(await pausedUntil(HOST), 0);
});

test('a pause that is over is kept no longer, one that lasts is', async (context) => {
  const { store } = fakeBrowser();
  context.mock.timers.enable({ apis: ['Date'], now: 1_000 });
  await pause(HOST, HOUR);
  await pause('x.com', 2 * HOUR);
  context.mock.timers.tick(HOUR - 1);
  await dropExpired();
  assert.deepEqual(Object.keys(store.pauses), [HOST, 'x.com']);
  context.mock.timers.tick(1);
  await dropExpired();
  assert.deepEqual(Object.keys(store.pauses), ['x.com']);
});

test('a pause of a clock that ran ahead does not come back once that hour is there', async (context) => {
  const { store } = fakeBrowser();
  context.mock.timers.enable({ apis: ['Date'], now: 100 * HOUR });
  await pause(HOST, HOUR);
  context.mock.timers.setTime(88 * HOUR); // set right
  assert.equal(await pausedUntil(HOST), 0);
  await pause('x.com', HOUR);
  assert.deepEqual(Object.keys(store.pauses), ['x.com']);
  context.mock.timers.setTime(100 * HOUR + 1);
  assert.equal(await pausedUntil(HOST), 0);
});

test('a day is the longest, and the writer may end it', async () => {
  fakeBrowser();
  await pause(HOST, 90 * LONGEST);
  const until = await pausedUntil(HOST);
  assert.ok(until > Date.now() && until <= Date.now() + LONGEST);
  await pause(HOST, 0);
  assert.equal(await pausedUntil(HOST), 0);
});

for (const [name, value] of [
  ['longer than a day', { at: 0, until: 9e15 }], ['from tomorrow, after the clock was set back', { at: Date.now() + HOUR, until: Date.now() + 2 * HOUR }],
  ['no numbers', { at: 'x', until: null }], ['nothing', null],
]) {
  test(`a pause in the storage that is ${name} does not hold`, async () => {
    fakeBrowser({ local: { pauses: { [HOST]: value } } });
    assert.equal(await pausedUntil(HOST), 0);
  });
}

// policy, office -> may be paused
for (const [policy, office, may] of [[true, true, true], [true, false, false], [false, true, false], [true, null, false]]) {
  test(`policy ${policy}, office ${office}: ${may}`, () => {
    assert.equal(mayPause({ ...DEFAULTS, allowPause: policy }, office === null ? null : /** @type {any} */ ({ allowPause: office })), may);
  });
}

const QUESTION = { text: 'নোটিশ', moment: 'typing', ui_language: 'bn' };
const CLEAR = { verdict: 'clear', findings: [], incomplete: [], notes: [], account: {}, language: {}, ruleset: { version: '1', hash: '' } };
for (const allowed of [true, false]) {
  test(`on a paused site ${allowed ? 'nothing is asked, and it is called not checked' : 'that the office does not let pause, all is checked'}`, async () => {
    const respond = ({ url }) => Response.json(url.includes('office') ? { allow_pause: allowed, ruleset: CLEAR.ruleset } : CLEAR);
    const { requests } = fakeBrowser({ respond });
    await askOffice(DEFAULTS);
    await pause(HOST, HOUR);
    const result = await check(QUESTION, { host: HOST });
    assert.equal(result.failure?.why, allowed ? 'paused' : undefined);
    assert.equal(requests.filter(({ url }) => url.includes('check')).length, allowed ? 0 : 1);
  });
}
