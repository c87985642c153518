import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAnswer } from '../../extension/background/answer.js';

const TEXT = 'ওই কুলাঙ্গার আসেনি';
const FINDING = {
  check: 'prohibited/demeaning', clause: '9.nga', clause_label: '৯(ঙ)', clause_text: '…', severity: 'warn', spans: [[3, 12]], start: 3, end: 12,
  match: 'কুলাঙ্গার', message: '…', replacements: ['ব্যক্তি'], insert: null, source: 's', fingerprint: 'f',
};
const ANSWER = {
  verdict: 'warn', findings: [FINDING], incomplete: [], notes: [], account: { kind: 'institution', assumed: false }, language: { bn: 1 },
  ruleset: { version: '1', hash: 'h' },
};
const withFinding = (changes) => ({ ...ANSWER, findings: [{ ...FINDING, ...changes }] });

const GOOD = {
  'as the contract has it': ANSWER,
  'with fields of a newer server': { ...ANSWER, more: 1, findings: [{ ...FINDING, more: 1 }] },
  'nothing found': { ...ANSWER, verdict: 'clear', findings: [] },
  'on the whole draft, with an insert': withFinding({ spans: [], start: null, end: null, replacements: [], insert: { text: '#x', at: 'end' } }),
  'words apart': withFinding({ spans: [[0, 2], [3, 12]], replacements: [] }),
  'a check left out': { ...ANSWER, verdict: 'unchecked', findings: [], incomplete: [{ check: 'a', why: 'timeout' }] },
  'a note': { ...ANSWER, notes: [{ code: 'picture', message: '…' }] },
};
const BAD = {
  'null': null,
  'a list': [],
  'an unknown verdict': { ...ANSWER, verdict: 'fine' },
  'no findings': { ...ANSWER, findings: undefined },
  'no incomplete': { ...ANSWER, incomplete: undefined },
  'no ruleset': { ...ANSWER, ruleset: undefined },
  'milder than its finding': { ...ANSWER, verdict: 'advise' },
  'clear with a check left out': { ...ANSWER, verdict: 'clear', findings: [], incomplete: [{ check: 'a', why: 'error' }] },
  'an unknown severity': withFinding({ severity: 'mild' }),
  'a span beyond the text': withFinding({ spans: [[3, TEXT.length + 1]] }),
  'a span that is empty': withFinding({ spans: [[3, 3]] }),
  'a span that runs back': withFinding({ spans: [[12, 3]] }),
  'spans out of order': withFinding({ spans: [[3, 12], [0, 2]], replacements: [] }),
  'half a unit': withFinding({ spans: [[0.5, 3]] }),
  'a span of three': withFinding({ spans: [[0, 1, 2]] }),
  'replacements for words apart': withFinding({ spans: [[0, 2], [3, 12]] }),
  'replacements that are no text': withFinding({ replacements: [null] }),
  'no message': withFinding({ message: undefined }),
  'an insert nowhere': withFinding({ insert: { text: 'x', at: 'middle' } }),
};

for (const [name, value] of Object.entries(GOOD)) test(`taken: ${name}`, () => assert.equal(isAnswer(value, TEXT.length), true));
for (const [name, value] of Object.entries(BAD)) test(`refused: ${name}`, () => assert.equal(isAnswer(value, TEXT.length), false));
