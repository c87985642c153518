import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askOffice, knownOffice, whenUnreachable } from '../../extension/background/office.js';
import { DEFAULTS } from '../../extension/background/settings.js';
import { fakeBrowser } from './fake_chrome.mjs';

const told = { name: { bn: 'জেলা প্রশাসন', en: 'District office' }, when_unreachable: 'hold', ruleset: { version: '7' } };

test('what the office tells is remembered for its server, and for no other', async () => {
  const { requests } = fakeBrowser({ respond: () => Response.json(told) });
  const { office } = await askOffice({ ...DEFAULTS, institution: 'dc dhaka' });
  assert.deepEqual(office, { name: 'জেলা প্রশাসন', whenUnreachable: 'hold', ruleset: '7' });
  assert.equal(requests[0].url, 'http://127.0.0.1:8420/api/v1/office?institution=dc%20dhaka');
  assert.deepEqual(await knownOffice({ ...DEFAULTS, institution: 'dc dhaka' }), office);
  assert.equal(requests.length, 1);
  assert.equal(await knownOffice({ ...DEFAULTS, serverUrl: 'http://other' }), null);
});

test('nonsense leaves its fields empty', async () => {
  for (const body of [null, [], { name: 5, when_unreachable: 'maybe', ruleset: { version: 3 } }]) {
    fakeBrowser({ respond: () => Response.json(body) });
    assert.deepEqual((await askOffice(DEFAULTS)).office, { name: '', whenUnreachable: null, ruleset: '' });
  }
});

test('a server that is away leaves what was remembered', async () => {
  let away = false;
  fakeBrowser({ respond: () => { if (away) throw new TypeError('away'); return Response.json(told); } });
  await askOffice(DEFAULTS);
  away = true;
  assert.equal((await askOffice(DEFAULTS)).failure.why, 'unreachable');
  assert.equal((await knownOffice(DEFAULTS)).whenUnreachable, 'hold');
});

// own choice, set by policy, the office's -> what holds
const CHOICES = [
  ['', false, null, 'warn'], ['', false, 'allow', 'allow'], ['', false, 'hold', 'hold'],
  ['allow', false, null, 'allow'], ['allow', false, 'warn', 'warn'], ['hold', false, 'allow', 'hold'], ['warn', false, 'hold', 'hold'],
  ['allow', true, 'hold', 'allow'], ['hold', true, 'allow', 'hold'],
];
for (const [own, isPolicy, office, holds] of CHOICES) {
  test(`own ${own || 'none'}${isPolicy ? ' by policy' : ''}, office ${office}: ${holds}`, () => {
    const chosen = { settings: { ...DEFAULTS, whenUnreachable: own }, locked: isPolicy ? ['whenUnreachable'] : [] };
    assert.equal(whenUnreachable(chosen, office && { name: '', whenUnreachable: office, ruleset: '' }), holds);
  });
}
