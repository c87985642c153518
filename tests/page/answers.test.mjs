import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './page.mjs';

const { judge, worst } = openPage().Jachai.answers;
const TEXT = 'সে শালা খারাপ';

const finding = (more = {}) => ({
  check: 'a/b', clause: '9.nga', clause_label: '৯(ঙ)', clause_text: '...', severity: 'warn', spans: [[3, 7]], start: 3, end: 7,
  match: 'শালা', message: '...', replacements: [], insert: null, source: '', fingerprint: '', ...more,
});
const answer = (more = {}) => ({ verdict: 'clear', findings: [], incomplete: [], notes: [], ...more });

// [name, the answer, state, verdict]
const JUDGED = [
  ['clear', answer(), 'clear', 'clear'],
  ['advice', answer({ verdict: 'advise', findings: [finding({ severity: 'advise' })] }), 'findings', 'advise'],
  ['a warning', answer({ verdict: 'warn', findings: [finding()] }), 'findings', 'warn'],
  ['a block', answer({ verdict: 'block', findings: [finding({ severity: 'block' })] }), 'findings', 'block'],
  ['a finding on the whole draft', answer({ verdict: 'warn', findings: [finding({ spans: [], start: null, end: null })] }), 'findings', 'warn'],
  ['not wholly checked', answer({ verdict: 'unchecked', incomplete: [{ check: 'a', why: 'timeout' }] }), 'unchecked', 'unchecked'],
  ['a server that calls it clear all the same', answer({ incomplete: [{ check: 'a', why: 'error' }] }), 'unchecked', 'unchecked'],
  ['a server that forgets its own finding', answer({ findings: [finding({ severity: 'block' })] }), 'findings', 'block'],
  ['advice, and not wholly checked', answer({ verdict: 'unchecked', findings: [finding({ severity: 'advise' })], incomplete: [{}] }), 'unchecked', 'unchecked'],
  ['a block, and not wholly checked', answer({ verdict: 'block', findings: [finding({ severity: 'block' })], incomplete: [{}] }), 'findings', 'block'],
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
  ['an unknown severity', answer({ findings: [finding({ severity: 'info' })] })],
  ['a span past the end', answer({ findings: [finding({ spans: [[3, TEXT.length + 1]] })] })],
  ['a negative span', answer({ findings: [finding({ spans: [[-1, 3]] })] })],
  ['an empty span', answer({ findings: [finding({ spans: [[3, 3]] })] })],
  ['half a span', answer({ findings: [finding({ spans: [[3]] })] })],
  ['a span in halves', answer({ findings: [finding({ spans: [[0.5, 2]] })] })],
  ['a replacement that is no text', answer({ findings: [finding({ replacements: [null] })] })],
  ['an insertion nowhere', answer({ findings: [finding({ insert: { text: 'x', at: 'middle' } })] })],
  ['no message', answer({ findings: [finding({ message: undefined })] })],
];
for (const [name, raw] of SENSELESS) test(`judge: ${name} is no answer`, () => assert.equal(judge(raw, TEXT), null));

for (const [list, expected] of [[[], null], [['advise'], 'advise'], [['advise', 'block', 'warn'], 'block'], [['warn', 'advise'], 'warn']]) {
  test(`worst of ${list}`, () => assert.equal(worst(list.map((severity) => ({ severity }))), expected));
}
