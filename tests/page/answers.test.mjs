import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './page.mjs';

const { judge, worst } = openPage().Jachai.answers;
const TEXT = 'সে শালা খারাপ';

const finding = (more = {}) => ({
  check: 'a/b', clause: '9.nga', clause_label: '৯(ঙ)', clause_text: '...', severity: 'warn', spans: [[3, 7]], start: 3, end: 7,
  match: 'শালা', message: '...', replacements: [], insert: null, source: '', fingerprint: '', ...more,
});
const answer = (more = {}) => ({ verdict: 'clear', findings: [], incomplete: [], notes: [], ruleset: { version: '1', hash: '' }, ...more });
const GAP = { check: 'a', why: 'timeout' };

// [name, the answer, state, verdict]
const JUDGED = [
  ['clear', answer(), 'clear', 'clear'],
  ['advice', answer({ verdict: 'advise', findings: [finding({ severity: 'advise' })] }), 'findings', 'advise'],
  ['a warning', answer({ verdict: 'warn', findings: [finding()] }), 'findings', 'warn'],
  ['a block', answer({ verdict: 'block', findings: [finding({ severity: 'block' })] }), 'findings', 'block'],
  ['a finding on the whole draft', answer({ verdict: 'warn', findings: [finding({ spans: [], start: null, end: null })] }), 'findings', 'warn'],
  ['not wholly checked', answer({ verdict: 'unchecked', incomplete: [GAP] }), 'unchecked', 'unchecked'],
  ['advice, and not wholly checked', answer({ verdict: 'unchecked', findings: [finding({ severity: 'advise' })], incomplete: [GAP] }), 'unchecked', 'unchecked'],
  ['a block, and not wholly checked', answer({ verdict: 'block', findings: [finding({ severity: 'block' })], incomplete: [GAP] }), 'findings', 'block'],
  ['an unknown field is no fault', answer({ later: 1 }), 'clear', 'clear'],
];
for (const [name, raw, state, verdict] of JUDGED) {
  test(`judge: ${name}`, () => {
    const judged = judge(raw, TEXT);
    assert.deepEqual([judged.state, judged.answer.verdict], [state, verdict]);
  });
}

const SENSELESS = [
  ['nothing', null], ['a string', 'clear'], ['a list', []], ['an empty object', {}],
  ['an unknown verdict', answer({ verdict: 'fine' })],
  ['no findings', answer({ findings: undefined })],
  ['no list of what is missing', answer({ incomplete: undefined })],
  ['notes of no sense', answer({ notes: ['x'] })],
  ['a gap of no sense', answer({ verdict: 'unchecked', incomplete: [{}] })],
  ['no ruleset', answer({ ruleset: undefined })],
  ['clear with a check left out', answer({ incomplete: [GAP] })],
  ['clear with a finding', answer({ findings: [finding({ severity: 'block' })] })],
  ['spans out of order', answer({ verdict: 'warn', findings: [finding({ spans: [[3, 7], [0, 2]] })] })],
  ['replacements for words apart', answer({ verdict: 'warn', findings: [finding({ spans: [[0, 2], [3, 7]], replacements: ['x'] })] })],
  ['no fingerprint', answer({ verdict: 'warn', findings: [finding({ fingerprint: undefined })] })],
  ['an unknown severity', answer({ verdict: 'warn', findings: [finding({ severity: 'info' })] })],
  ['a span past the end', answer({ verdict: 'warn', findings: [finding({ spans: [[3, TEXT.length + 1]] })] })],
  ['a negative span', answer({ verdict: 'warn', findings: [finding({ spans: [[-1, 3]] })] })],
  ['an empty span', answer({ verdict: 'warn', findings: [finding({ spans: [[3, 3]] })] })],
  ['half a span', answer({ verdict: 'warn', findings: [finding({ spans: [[3]] })] })],
  ['a span in halves', answer({ verdict: 'warn', findings: [finding({ spans: [[0.5, 2]] })] })],
  ['a replacement that is no text', answer({ verdict: 'warn', findings: [finding({ replacements: [null] })] })],
  ['an insertion nowhere', answer({ verdict: 'warn', findings: [finding({ insert: { text: 'x', at: 'middle' } })] })],
  ['no message', answer({ verdict: 'warn', findings: [finding({ message: undefined })] })],
];
for (const [name, raw] of SENSELESS) test(`judge: ${name} is no answer`, () => assert.equal(judge(raw, TEXT), null));

for (const [list, expected] of [[[], null], [['advise'], 'advise'], [['advise', 'block', 'warn'], 'block'], [['warn', 'advise'], 'warn']]) {
  test(`worst of ${list}`, () => assert.equal(worst(list.map((severity) => ({ severity }))), expected));
}
