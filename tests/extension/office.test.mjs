import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../extension/background/check.js';
import { askOffice, freshOffice, holdOf, isTooOld, knownOffice, lastOffice, noteSwitch, tryOffice, whenUnreachable } from '../../extension/background/office.js';
import { DEFAULTS } from '../../extension/background/settings.js';
import { onRulesChanged } from '../../extension/background/storage.js';
import { fakeBrowser, settled, until } from './fake_chrome.mjs';

const NOTHING = { name: '', whenUnreachable: null, allowPause: false, reasons: [], reports: false, minExtension: '', ruleset: '', hash: '', profile: '', switch: null };
const told = { name: { bn: 'জেলা প্রশাসন', en: 'District office' }, when_unreachable: 'hold', ruleset: { version: '7' } };

test('what the office tells is remembered for its server, and for no other', async () => {
  const { requests } = fakeBrowser({ local: { settings: { institution: 'dc-dhaka' } }, respond: () => Response.json(told) });
  const { office } = await askOffice({ ...DEFAULTS, institution: 'dc-dhaka' });
  assert.deepEqual(office, { ...NOTHING, name: 'জেলা প্রশাসন', whenUnreachable: 'hold', ruleset: '7' });
  assert.equal(requests[0].url, 'http://127.0.0.1:8420/api/v1/office?institution=dc-dhaka');
  assert.deepEqual(await knownOffice({ ...DEFAULTS, institution: 'dc-dhaka' }), office);
  assert.equal(requests.length, 1);
  assert.equal(await knownOffice({ ...DEFAULTS, serverUrl: 'http://other' }), null);
});

test('nonsense leaves its fields empty', async () => {
  const odd = {
    name: 5, when_unreachable: 'maybe', ruleset: { version: '', hash: 5 }, profile: {}, allow_pause: 'yes', min_extension: '1.x', switch: { mode: 'stop' },
    records: { overrides: 'true', reports: 1, reasons: [{ id: 'a', bn: 'ক', en: 'a' }] },
  };
  for (const body of [{ ruleset: { version: '' } }, odd, { ...odd, records: { overrides: true, reasons: [{ id: 'a' }, null, 5] }, switch: { mode: 'hold', until: 'noon' } }]) {
    fakeBrowser({ respond: () => Response.json(body) });
    assert.deepEqual((await askOffice(DEFAULTS)).office, NOTHING);
  }
});

for (const body of [null, [], 'ok', { status: 'login required' }, { ...told, ruleset: null }, { ...told, ruleset: { version: 3 } }]) {
  test(`what is no office is refused, and what was remembered stays: ${JSON.stringify(body)}`, async () => {
    let now = told;
    fakeBrowser({ respond: () => Response.json(now) });
    const { office } = await askOffice(DEFAULTS);
    now = body;
    const { failure } = await askOffice(DEFAULTS);
    assert.equal(failure?.why, 'failed');
    assert.ok(failure.message.includes('সার্ভারের ঠিকানা'));
    assert.deepEqual(await lastOffice(DEFAULTS), office);
  });
}

test('an address that is only tried leaves the office that is known', async () => {
  const { requests } = fakeBrowser({ respond: ({ url }) => Response.json(url.startsWith('http://other') ? { ...told, when_unreachable: 'allow' } : told) });
  await askOffice(DEFAULTS);
  const tried = { ...DEFAULTS, serverUrl: 'http://other' };
  assert.equal((await tryOffice(tried)).office.whenUnreachable, 'allow');
  assert.equal((await lastOffice(DEFAULTS)).whenUnreachable, 'hold');
  assert.equal(await lastOffice(tried), null);
  assert.equal(requests.length, 2); // to look at what was told last asks nobody
});

const RULESET = { version: '7', hash: 'a' };
// what the office tells first, and a minute later; whether open drafts are asked about anew
const TOLD_AGAIN = [
  ['the same', { ruleset: RULESET, profile: 'p' }, { ruleset: RULESET, profile: 'p' }, false],
  ['of a server that tells no hash', { ruleset: { version: '7' } }, { ruleset: { version: '7' } }, false],
  ['what no extension knows', { ruleset: RULESET }, { ruleset: RULESET, more: 1 }, false],
  ['another word list of the same version', { ruleset: RULESET }, { ruleset: { ...RULESET, hash: 'b' } }, true],
  ['another version', { ruleset: RULESET }, { ruleset: { ...RULESET, version: '8' } }, true],
  ['another profile', { ruleset: RULESET, profile: 'p' }, { ruleset: RULESET, profile: 'q' }, true],
  ['more, by a newer server', { ruleset: { version: '7' } }, { ruleset: RULESET, profile: 'p' }, true],
];
for (const [name, first, second, isNews] of TOLD_AGAIN) {
  test(`an office that tells ${name} is ${isNews ? '' : 'no '}news to open pages`, async () => {
    let [now, heard, count] = [first, () => {}, 0];
    const { store } = fakeBrowser({ respond: () => Response.json({ ...told, ...now }) });
    chrome.storage.onChanged.addListener = (act) => { heard = act; };
    onRulesChanged(() => { count += 1; });
    await askOffice(DEFAULTS);
    const oldValue = store.office;
    now = second;
    await askOffice(DEFAULTS);
    heard({ office: { oldValue, newValue: { ...store.office, at: oldValue.at + 60_000 } } }, 'local');
    assert.equal(count, isNews ? 1 : 0);
  });
}

test('the token is not kept a second time', async () => {
  const { store } = fakeBrowser({ local: { settings: { token: 's3cret' } }, respond: () => Response.json(told) });
  await askOffice({ ...DEFAULTS, token: 's3cret' });
  assert.match(store.office.of, /^[0-9a-f]{64}$/);
  assert.equal(await lastOffice({ ...DEFAULTS, token: 's3creT' }), null);
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

test('reasons, reports and the rest are read where the office tells them', async () => {
  const reasons = [{ id: 'law', bn: 'আইন', en: 'Law' }];
  fakeBrowser({ respond: () => Response.json({ ...told, allow_pause: true, min_extension: '0.2', records: { overrides: true, reports: true, reasons: [{ ...reasons[0], more: 1 }] } }) });
  const { office } = await askOffice(DEFAULTS);
  assert.deepEqual(office.reasons, reasons);
  assert.deepEqual([office.reports, office.allowPause, office.minExtension], [true, true, '0.2']);
});

test('what an office wrote in Bangla alone is told in both languages', async () => {
  const reasons = [{ id: 'law', bn: 'আইন', en: '' }];
  const body = { ...told, name: { bn: 'জেলা প্রশাসন', en: '' }, records: { overrides: true, reasons: [reasons[0], { id: 'other', bn: 'অন্য' }, { id: 'none', bn: '', en: 'None' }] } };
  fakeBrowser({ respond: () => Response.json(body) });
  for (const language of ['bn', 'en']) {
    const { office } = await askOffice({ ...DEFAULTS, language });
    assert.deepEqual([office.name, office.reasons], ['জেলা প্রশাসন', [...reasons, { id: 'other', bn: 'অন্য', en: '' }]]);
  }
});

test('the central switch holds from the check that tells of it until the one that does not', async () => {
  fakeBrowser({ respond: () => Response.json(told) });
  await askOffice(DEFAULTS);
  const message = { bn: 'জরুরি অবস্থা', en: 'Emergency' };
  await noteSwitch(DEFAULTS, { mode: 'hold', until: '', message });
  assert.ok((await holdOf(await knownOffice(DEFAULTS), 'bn')).includes(message.bn));
  assert.ok((await holdOf(await knownOffice(DEFAULTS), 'en')).includes(message.en));
  await noteSwitch(DEFAULTS, undefined);
  assert.equal(await holdOf(await knownOffice(DEFAULTS), 'bn'), null);
});

test('a hold that comes with an answer holds as soon as the answer is there', async () => {
  const clear = { verdict: 'clear', findings: [], incomplete: [], notes: [], account: {}, language: {}, ruleset: { version: '1', hash: '' } };
  const hold = { mode: 'hold', until: '', message: { bn: 'স্থগিত', en: 'x' } };
  const { store } = fakeBrowser({ respond: ({ url }) => Response.json(url.includes('office') ? told : { ...clear, switch: hold }) });
  await askOffice(DEFAULTS);
  await check({ text: 'নোটিশ', moment: 'publish', ui_language: 'bn' });
  assert.equal(store.office.office.switch?.mode, 'hold');
});

test('a switch told before the office was ever reached is not lost', async () => {
  const found = { mode: 'hold', until: '', message: { bn: 'স্থগিত', en: 'x' } };
  fakeBrowser({ respond: () => Response.json({ ...told, switch: found }) });
  await noteSwitch(DEFAULTS, found);
  assert.notEqual(await holdOf(await knownOffice(DEFAULTS), 'bn'), null);
});

const at = (seconds) => new Date(Date.now() + seconds * 1_000).toISOString();
const SWITCHES = [
  ['until a later time', { mode: 'hold', until: at(60), message: {} }, true], ['that is over', { mode: 'hold', until: at(-60), message: {} }, false],
  ['that only lowers blocks', { mode: 'warn_only', until: '', message: {} }, false], ['with no end', { mode: 'hold', until: '', message: {} }, true],
];
for (const [name, found, holds] of SWITCHES) {
  test(`a switch ${name}`, async () => {
    fakeBrowser();
    assert.equal(await holdOf({ ...NOTHING, switch: found }, 'bn') !== null, holds);
  });
}

const DAY = 86_400_000;
for (const [name, ahead, asks] of [['ahead by a year', 365 * DAY, 2], ['ahead by a second', 1_000, 2], ['right', 0, 1], ['behind by half a minute', -30_000, 1], ['behind by two minutes', -120_000, 2]]) {
  test(`an office that was asked by a clock ${name} is asked again where that is old`, async (context) => {
    const { requests } = fakeBrowser({ respond: () => Response.json(told) });
    const now = Date.now();
    context.mock.timers.enable({ apis: ['Date'], now: now + ahead });
    await askOffice(DEFAULTS);
    context.mock.timers.setTime(now);
    await knownOffice(DEFAULTS);
    await settled(() => requests.length >= asks);
    assert.equal(requests.length, asks);
  });
}

// What the server tells is in force, whatever the clock of this computer says.
for (const hours of [-14, 0, 0.9, 1, 14]) {
  test(`a hold of an hour holds by a clock that is ${hours} hours ahead, until it is told no more`, async (context) => {
    const until = at(3_600);
    const found = { mode: 'hold', until, message: { bn: 'স্থগিত', en: 'x' } };
    let sent = found;
    fakeBrowser({ respond: ({ url }) => Response.json({ ...told, switch: url.includes('office') ? sent : undefined }) });
    context.mock.timers.enable({ apis: ['Date'], now: Date.now() + hours * 3_600_000 });
    await askOffice(DEFAULTS);
    assert.notEqual(await holdOf(await lastOffice(DEFAULTS), 'bn'), null);
    await noteSwitch(DEFAULTS, found); // with each answer
    assert.notEqual(await holdOf(await lastOffice(DEFAULTS), 'bn'), null);
    sent = null;
    await noteSwitch(DEFAULTS, undefined);
    assert.equal(await holdOf(await lastOffice(DEFAULTS), 'bn'), null);
  });
}

test('a hold is over at its hour, though nobody tells', async (context) => {
  const found = { mode: 'hold', until: at(60), message: { bn: 'স্থগিত', en: 'x' } };
  fakeBrowser({ respond: () => Response.json({ ...told, switch: found }) });
  await askOffice(DEFAULTS);
  context.mock.timers.enable({ apis: ['Date'], now: Date.now() + 61_000 });
  assert.equal(await holdOf(await lastOffice(DEFAULTS), 'bn'), null);
});

const VERSIONS = [
  ['', false], ['0.1.0', false], ['0.1', false], ['0.0.9', false], ['0.1.1', true], ['0.2', true], ['1', true], ['0.1.0.1', true], ['0.10.0', true],
];
for (const [wanted, old] of VERSIONS) test(`0.1.0 where ${wanted || 'nothing'} is asked for`, () => assert.equal(isTooOld({ ...NOTHING, minExtension: wanted }, '0.1.0'), old));

// how old what was told last is, whether the server answers; what a page is told that knows nothing, how often the server was asked
for (const [name, age, isAway, wanted, asked] of [['fresh', 1_000, false, 'hold', 0], ['old', 3_600_000, false, 'allow', 1], ['old, and the server away', 3_600_000, true, 'hold', 1]]) {
  test(`a page that knows nothing is told of an office that is ${name}`, async () => {
    let reply = () => Response.json(told);
    const { store, requests } = fakeBrowser({ respond: () => reply() });
    await askOffice(DEFAULTS);
    store.office.at = Date.now() - age;
    reply = isAway ? () => { throw new TypeError('away'); } : () => Response.json({ ...told, when_unreachable: 'allow' });
    assert.deepEqual([(await freshOffice(DEFAULTS)).whenUnreachable, requests.length - 1], [wanted, asked]);
  });
}

test('all tabs that ask at once are given one answer, and the next to ask another', async () => {
  const answers = [];
  const { requests } = fakeBrowser({ respond: () => new Promise((resolve) => { answers.push(resolve); }) });
  const asking = [DEFAULTS, DEFAULTS, { ...DEFAULTS, token: 'other' }].map((settings) => askOffice(settings));
  const isAsked = (count) => until(() => answers.length >= count);
  await isAsked(2);
  answers.forEach((answer) => answer(Response.json(told)));
  for (const { office } of await Promise.all(asking)) assert.equal(office.ruleset, '7');
  assert.equal(requests.length, 2);
  const later = askOffice(DEFAULTS);
  await isAsked(3);
  answers[2](new Response('', { status: 500 }));
  assert.equal((await later).failure.why, 'failed');
});

for (const order of [['before', 'today'], ['today', 'before']]) {
  test(`settings are changed while the office of before is asked, and that of ${order[0]} answers first: today's stays known`, async () => {
    const answers = {};
    const { store } = fakeBrowser({ respond: ({ headers }) => new Promise((resolve) => { answers[headers.Authorization] = () => resolve(Response.json(told)); }) });
    const asking = {};
    for (const token of ['before', 'today']) {
      store.settings = { token };
      asking[token] = askOffice({ ...DEFAULTS, token });
      await until(() => answers[`Bearer ${token}`]);
    }
    for (const token of order) {
      answers[`Bearer ${token}`]();
      await asking[token];
    }
    assert.equal((await lastOffice({ ...DEFAULTS, token: 'today' }))?.whenUnreachable, 'hold');
  });
}

test('a hold that a late answer of the server of before tells is not for the office of today', async () => {
  const found = { mode: 'hold', until: '', message: { bn: 'স্থগিত', en: 'x' } };
  const { store } = fakeBrowser({ respond: ({ headers }) => Response.json({ ...told, switch: headers.Authorization === 'Bearer before' ? found : undefined }) });
  store.settings = { token: 'today' };
  const today = { ...DEFAULTS, token: 'today' };
  await askOffice(today);
  await noteSwitch({ ...DEFAULTS, token: 'before' }, found);
  assert.deepEqual([(await lastOffice(today))?.whenUnreachable, (await lastOffice(today))?.switch], ['hold', null]);
});

test('a switch that is told while the office is asked is not lost to an older answer', async () => {
  let answer;
  const { requests } = fakeBrowser({ respond: () => new Promise((resolve) => { answer = resolve; }) });
  const asking = askOffice(DEFAULTS);
  const noting = noteSwitch(DEFAULTS, { mode: 'hold', until: '', message: { bn: 'স্থগিত', en: 'x' } });
  await until(() => answer);
  await new Promise((resolve) => { setTimeout(resolve, 20); }); // both ask
  answer(Response.json(told));
  await Promise.all([asking, noting]);
  assert.deepEqual([requests.length, await holdOf(await lastOffice(DEFAULTS), 'bn') !== null], [1, true]);
});

const HOLD = { mode: 'hold', until: '', message: { bn: 'স্থগিত', en: 'x' } };

// what was in force as the office was asked, what a check tells since, what the office's own answer has, which was made before that
for (const [before, since] of [[null, HOLD], [HOLD, null]]) {
  test(`a switch that a check told ${since ? 'on' : 'off'} since a known office was asked stays so`, async () => {
    let answer = null;
    const { store } = fakeBrowser({ respond: () => new Promise((resolve) => { answer = (reply) => resolve(Response.json(reply)); }) });
    const first = askOffice(DEFAULTS);
    await until(() => answer);
    answer({ ...told, switch: before });
    await first;
    store.office.at -= 3_600_000;
    answer = null;
    const asking = freshOffice(DEFAULTS);
    await until(() => answer);
    await noteSwitch(DEFAULTS, since);
    answer({ ...told, switch: before });
    const isHeld = async (office) => await holdOf(office, 'bn') !== null;
    assert.deepEqual([await isHeld(await asking), await isHeld(await lastOffice(DEFAULTS))], [since !== null, since !== null]);
  });
}

for (const first of ['one', 'other']) {
  test(`of two drafts that are asked about the later question tells of the switch, whichever is answered first: ${first}`, async () => {
    const clear = { verdict: 'clear', findings: [], incomplete: [], notes: [], account: {}, language: {}, ruleset: { version: '1', hash: '' } };
    const answers = {};
    fakeBrowser({ respond: ({ url, body }) => (url.includes('office') ? Response.json(told) : new Promise((resolve) => { answers[body.text] = (more) => resolve(Response.json({ ...clear, ...more })); })) });
    await askOffice(DEFAULTS);
    const asking = {};
    for (const text of ['one', 'other']) {
      asking[text] = check({ text, moment: 'typing', ui_language: 'bn' });
      await until(() => answers[text]);
    }
    for (const text of [first, first === 'one' ? 'other' : 'one']) {
      answers[text](text === 'other' ? { switch: HOLD } : {});
      await asking[text];
    }
    assert.notEqual(await holdOf(await lastOffice(DEFAULTS), 'bn'), null);
  });
}

test('what the office says holds also where nothing can be written', async () => {
  const found = { mode: 'hold', until: '', message: { bn: 'স্থগিত', en: 'x' } };
  const { store } = fakeBrowser({ respond: () => Response.json({ ...told, switch: found }) });
  await askOffice(DEFAULTS);
  store.office.at -= 3_600_000;
  chrome.storage.local.set = async () => { throw new Error('no room'); };
  assert.match(await holdOf(await freshOffice(DEFAULTS), 'bn') ?? '', /স্থগিত$/);
});

test('a hold of which a check tells on a full disk holds, and so does its end', async () => {
  const found = { mode: 'hold', until: '', message: { bn: 'স্থগিত', en: 'x' } };
  const { store } = fakeBrowser({ respond: () => Response.json(told) });
  await askOffice(DEFAULTS);
  const write = chrome.storage.local.set;
  chrome.storage.local.set = async () => { throw new Error('no room'); };
  await noteSwitch(DEFAULTS, found);
  assert.match(await holdOf(await lastOffice(DEFAULTS), 'bn') ?? '', /স্থগিত$/);
  await noteSwitch(DEFAULTS, null);
  assert.equal(await holdOf(await lastOffice(DEFAULTS), 'bn'), null);
  await noteSwitch(DEFAULTS, found);
  chrome.storage.local.set = write; // room was made
  await noteSwitch(DEFAULTS, null);
  assert.deepEqual([await holdOf(await lastOffice(DEFAULTS), 'bn'), store.office.office.switch], [null, null]);
});

test('a hold that a check told of while the server was asked in vain is not forgotten', async () => {
  const { store } = fakeBrowser({ respond: () => Response.json(told) });
  await askOffice(DEFAULTS);
  store.office.at -= 3_600_000;
  const [fetchNow, found] = [globalThis.fetch, { mode: 'hold', until: '', message: { bn: 'স্থগিত', en: 'x' } }];
  globalThis.fetch = async (url, init) => {
    if (!String(url).includes('office')) return fetchNow(url, init);
    await noteSwitch(DEFAULTS, found);
    throw new TypeError('away');
  };
  assert.match(await holdOf(await freshOffice(DEFAULTS), 'bn') ?? '', /স্থগিত$/);
});
