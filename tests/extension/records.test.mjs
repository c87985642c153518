import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askOffice } from '../../extension/background/office.js';
import { sendOverrides, sendReport } from '../../extension/background/records.js';
import { readSettings } from '../../extension/background/settings.js';
import { fakeBrowser } from './fake_chrome.mjs';

const RECORDS = { overrides: true, reports: true, reasons: [{ id: 'law', bn: 'আইন', en: 'Law' }] };
const BODY = { text: 'নোটিশ', moment: 'publish', ui_language: 'bn', platform: 'facebook', reason: 'law', note: 'ধারা ৫' };
const REPORT = { platform: 'facebook', check: 'c', clause: '9.nga', source: 's', fingerprint: 'f', excerpt: 'শব্দ', note: '' };

/** An office that takes records, and what was sent to it. */
async function open(records, respond = () => Response.json({ id: '1' }, { status: 201 })) {
  const local = { settings: { serverUrl: 'http://server', institution: 'dc', accountKind: 'employee' } };
  const { requests } = fakeBrowser({ local, respond: (request) => (request.url.includes('office') ? Response.json({ records, ruleset: { version: '1' } }) : respond(request)) });
  await askOffice((await readSettings()).settings);
  return () => requests.filter(({ method }) => method === 'POST');
}

test('an override is the question of the check, with its reason and note', async () => {
  const sent = await open(RECORDS);
  assert.deepEqual(await sendOverrides([BODY]), { done: true });
  const [{ url, body }] = sent();
  assert.equal(url, 'http://server/api/v1/overrides');
  assert.deepEqual(body, { ...BODY, institution: 'dc', account: { kind: 'employee' } });
});

test('the overrides of drafts that go together are one request', async () => {
  const sent = await open(RECORDS);
  assert.deepEqual(await sendOverrides([BODY, { ...BODY, text: 'দুই', note: 'খ'.repeat(81) }]), { done: true });
  const own = { ...BODY, institution: 'dc', account: { kind: 'employee' } };
  assert.deepEqual(sent().map(({ body }) => body), [{ overrides: [own, { ...own, text: 'দুই', note: 'খ'.repeat(80) }] }]);
});

test('of overrides that go together it is told which one is refused: by the office, or a reason that left its list', async () => {
  await open(RECORDS, () => Response.json({ error: { code: 'note_repeats', message: '', at: 1 } }, { status: 422 }));
  assert.equal((await sendOverrides([BODY, BODY])).failure.at, 1);
  assert.equal((await sendOverrides([BODY, BODY, { ...BODY, reason: 'because' }])).failure.at, 2);
});

test('a report is what was seen, and nothing else', async () => {
  const sent = await open(RECORDS);
  assert.deepEqual(await sendReport({ ...REPORT, text: 'পুরো খসড়া', more: 1 }), { done: true });
  const [{ url, body }] = sent();
  assert.equal(url, 'http://server/api/v1/reports');
  assert.deepEqual(body, { ...REPORT, institution: 'dc' });
});

test('an excerpt of 201 and a note of 81 are cut', async () => {
  const sent = await open(RECORDS);
  await sendReport({ ...REPORT, excerpt: 'ক'.repeat(201), note: 'খ'.repeat(81) });
  assert.deepEqual([sent()[0].body.excerpt.length, sent()[0].body.note.length], [200, 80]);
});

for (const [name, records] of [['nothing', undefined], ['false', { overrides: false, reports: false, reasons: RECORDS.reasons }], ['no reasons', { overrides: true, reports: false }]]) {
  test(`where the office tells ${name}, nothing leaves`, async () => {
    const sent = await open(records);
    const outcomes = [await sendOverrides([BODY]), await sendReport(REPORT)];
    assert.deepEqual(outcomes.map(({ failure }) => [failure.why, failure.message.split('।')[0]]), [
      ['refused', 'এই দপ্তরে এখন কারণ জানিয়ে স্থগিত পোস্ট প্রকাশের অনুমতি নেই'], ['refused', 'এই সার্ভারে রেকর্ড রাখার ব্যবস্থা চালু নেই'],
    ]);
    assert.deepEqual(sent(), []);
  });
}

test('a reason that is not of the list is not sent', async () => {
  const sent = await open(RECORDS);
  const { failure } = await sendOverrides([{ ...BODY, reason: 'because' }]);
  assert.equal(failure.why, 'refused');
  assert.match(failure.message, /কারণের তালিকা বদলেছে/);
  assert.deepEqual(sent(), []);
});

test('an office that allows it and holds everything now refuses it, as one that allows none', async () => {
  await open(RECORDS, () => new Response('{"error": {"code": "no_override", "message": ""}}', { status: 403 }));
  const { failure } = await sendOverrides([BODY]);
  assert.equal(failure.why, 'refused');
  assert.match(failure.message, /^এই দপ্তরে এখন কারণ জানিয়ে স্থগিত পোস্ট প্রকাশের অনুমতি নেই/);
});

test('a server that does not keep it is told as a failure', async () => {
  await open(RECORDS, () => new Response('', { status: 503 }));
  assert.equal((await sendOverrides([BODY])).failure.why, 'failed');
});
