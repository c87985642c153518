// What the writer said yes to is not asked about again; all else is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const { JSDOM } = createRequire(new URL('../browser/package.json', import.meta.url))('jsdom');
const DECIDE = readFileSync(new URL('../../extension/page/decide.js', import.meta.url), 'utf8');

const finding = (severity, fingerprint = 'a') => ({ severity, fingerprint });
const found = (...findings) => ({ state: 'findings', text: 'খসড়া', failure: null, answer: { verdict: findings[0].severity, findings, incomplete: [] } });
const partly = (status) => ({ ...status, answer: { ...status.answer, incomplete: [{ check: 'x', why: 'timeout' }] } });
const AWAY = { state: 'unchecked', text: 'খসড়া', answer: null, failure: { why: 'unreachable', message: '' } };
const LEFT_OUT = { state: 'unchecked', text: 'খসড়া', failure: null, answer: { verdict: 'unchecked', findings: [], incomplete: [{ check: 'x', why: 'error' }] } };
const WARN = found(finding('warn'));
const WAYS = { container: () => null };

/** @returns {{jachai: object, asked: () => number}} decide.js, each of whose questions gets a yes */
function open() {
  const { window } = new JSDOM('', { runScripts: 'outside-only' });
  let asked = 0;
  const yes = async () => { asked += 1; return 'publish'; };
  window.Jachai = { dialog: { hold: yes, confirm: yes } };
  window.eval(DECIDE);
  return { jachai: window.Jachai, asked: () => asked };
}

const RULES = { language: 'bn', whenUnreachable: 'warn', pausedUntil: 0, hold: null, reasons: [{ id: 'law' }] };

/** @returns {Promise<number>} how many questions are asked of these statuses, one after the other */
async function questions(...statuses) {
  const { jachai, asked } = open();
  const watch = { element: {} };
  for (const status of statuses) await jachai.decisionOn(watch, status, RULES, WAYS);
  return asked();
}

// [what was said yes to, what is to be published then, whether that is asked about]
const CASES = [
  ['a warning', WARN, 'the same', WARN, false],
  ['a warning', WARN, 'the same with new advice', found(finding('warn'), finding('advise', 'b')), false],
  ['two warnings', found(finding('warn'), finding('warn', 'b')), 'one of them', WARN, false],
  ['a warning', WARN, 'another', found(finding('warn', 'b')), true],
  ['a warning', WARN, 'one more', found(finding('warn'), finding('warn', 'b')), true],
  ['a warning', WARN, 'the same in another text', { ...WARN, text: 'খসড়া।' }, true],
  ['a warning', WARN, 'a block of the same words', found(finding('block')), true],
  ['a block, with a reason', found(finding('block')), 'the same', found(finding('block')), false],
  ['not checked', AWAY, 'not checked', AWAY, false],
  ['not checked', AWAY, 'a check left out', LEFT_OUT, false],
  ['not checked', AWAY, 'a warning', WARN, true],
  ['a check left out', LEFT_OUT, 'a warning', WARN, true],
  ['a warning', WARN, 'not checked', AWAY, true],
  ['a warning', WARN, 'the same, a check left out', partly(WARN), true],
  ['a warning and a check left out', partly(WARN), 'the warning alone', WARN, false],
];
for (const [first, one, second, other, isAsked] of CASES) {
  test(`a yes to ${first}; then ${second}: ${isAsked ? 'asked' : 'goes'}`, async () => {
    assert.equal(await questions(one, other), isAsked ? 2 : 1);
  });
  test(`a yes to ${first}; ${second} comes to be known: ${isAsked ? 'more than that' : 'no more'}`, async () => {
    const { jachai } = open();
    const watch = { element: {} };
    await jachai.decisionOn(watch, one, RULES, WAYS);
    assert.equal(jachai.asksMore(watch, other, RULES), isAsked);
  });
}

test('a yes to a warning stands beside a later yes to what was not checked', async () => {
  const { jachai, asked } = open();
  const watch = { element: {} };
  for (const status of [WARN, { ...AWAY, text: WARN.text }, WARN]) await jachai.decisionOn(watch, status, RULES, WAYS);
  assert.equal(asked(), 2);
});

const CHECKING = { state: 'checking', text: 'খসড়া', answer: null, failure: null };
const LATER = Date.now() + 60_000;
// Of what nobody was asked about: [name, what is known, the rules, is it more than nothing, the decision with a yes]
const UNASKED = [
  ['advice', found(finding('advise')), RULES, false, 'publish'],
  ['a warning', WARN, RULES, true, 'asked'],
  ['not checked', AWAY, RULES, true, 'asked'],
  ['not known yet', CHECKING, RULES, true, 'asked'],
  ['not checked where the office lets it go', AWAY, { ...RULES, whenUnreachable: 'allow' }, false, 'free'],
  ['not known yet where the office lets it go', CHECKING, { ...RULES, whenUnreachable: 'allow' }, false, 'free'],
  ['a block where the office lets go what is not checked', found(finding('block')), { ...RULES, whenUnreachable: 'allow' }, true, 'asked'],
  ['not checked while it is paused', AWAY, { ...RULES, pausedUntil: LATER }, false, 'publish'],
  ['advice while the office holds', found(finding('advise')), { ...RULES, hold: 'আজ নয়', pausedUntil: LATER }, true, null],
];
for (const [name, status, rules, isMore, decision] of UNASKED) {
  test(`${name}: ${isMore ? 'asked about' : 'goes unasked'}`, async () => {
    const { jachai, asked } = open();
    const watch = { element: {} };
    assert.equal(jachai.asksMore(watch, status, rules), isMore);
    if (decision) assert.equal(await jachai.decisionOn(watch, status, rules, WAYS), decision);
    assert.equal(asked(), decision && isMore ? 1 : 0);
  });
}

const partlyWith = (...findings) => partly(found(...findings));
const CLEAR = { state: 'clear', text: 'খসড়া', failure: null, answer: { verdict: 'clear', findings: [], incomplete: [] } };
const LATE = { state: 'unchecked', text: 'খসড়া', answer: null, failure: { why: 'late', message: '' } };
// A question that is up, and what comes to be known: [what it is about, what comes, what is asked then; null: the same, what a yes then holds for]
const RENEWED = [
  ['its check', CHECKING, 'a warning', WARN, 'ask', WARN],
  ['its check', CHECKING, 'a block', found(finding('block')), 'hold', found(finding('block'))],
  ['its check', CHECKING, 'nothing was found', CLEAR, 'publish', CLEAR],
  ['its check', CHECKING, 'advice', found(finding('advise')), 'publish', CLEAR],
  ['its check', CHECKING, 'a fault', AWAY, 'ask', AWAY],
  ['its check', CHECKING, 'a check left out', LEFT_OUT, 'ask', LEFT_OUT],
  ['its check', CHECKING, 'no answer', LATE, 'ask', LATE],
  ['its check', CHECKING, 'more of it', { ...CHECKING }, null, CHECKING],
  ['its check', CHECKING, 'another text', { ...CLEAR, text: 'আরেক' }, 'ask', LATE],
  ['a fault', AWAY, 'a warning', WARN, 'ask', WARN],
  ['a fault', AWAY, 'the same', { ...AWAY, failure: { ...AWAY.failure } }, null, AWAY],
  ['a fault', AWAY, 'its check', CHECKING, null, AWAY],
  ['a fault', AWAY, 'another text', { ...CLEAR, text: 'আরেক' }, null, AWAY],
  ['a warning', WARN, 'nothing was found', CLEAR, null, WARN],
  ['a warning, a check left out', partly(WARN), 'the warning alone', WARN, null, partly(WARN)],
  ['advice, a check left out', partlyWith(finding('advise')), 'a warning', WARN, 'ask', WARN],
];
for (const [first, one, second, other, choice, known] of RENEWED) {
  test(`while ${first} is asked about, ${second}: ${choice ?? 'the same'}`, async () => {
    const { jachai } = open();
    const watch = { element: {}, status: other, isStopped: false };
    let renewed;
    const ask = async ({ renew }) => { renewed = renew(); assert.equal(renew(), null); return 'publish'; };
    Object.assign(jachai.dialog, { hold: ask, confirm: ask });
    await jachai.decisionOn(watch, one, RULES, WAYS);
    assert.equal(renewed?.choice ?? null, choice);
    const why = choice && known.state === 'unchecked' ? known.failure?.why ?? true : undefined;
    assert.deepEqual([renewed?.unchecked?.why ?? renewed?.unchecked, Boolean(renewed?.override)], [why, choice === 'hold']);
    assert.equal(jachai.asksMore(watch, known, RULES), false);
    assert.equal(jachai.asksMore(watch, found(finding('warn', 'another')), RULES), true);
  });
}

test('a question whose watch has ended waits no longer', async () => {
  const { jachai } = open();
  let renewed;
  jachai.dialog.confirm = async ({ renew }) => { renewed = renew(); return 'back'; };
  await jachai.decisionOn({ element: {}, status: CHECKING, isStopped: true }, CHECKING, RULES, WAYS);
  assert.equal(renewed.unchecked.why, 'late');
});

// While the writer is asked: what becomes of the watch, is its composer there, is the question over
for (const [name, isStopped, isGone, isOver] of [
  ['nothing', false, false, false], ['the draft begins anew, in another language', true, false, true], ['the composer goes', true, true, false],
]) {
  for (const rules of [RULES, { ...RULES, hold: 'আজ কিছু প্রকাশ করবেন না।' }]) {
    test(`while the writer is asked${rules.hold ? ', and the office holds all' : ''}: ${name}`, async () => {
      const { jachai } = open();
      const watch = { element: {}, status: WARN, isStopped: false };
      const ask = async (options) => { Object.assign(watch, { isStopped }); assert.equal(options.isOver(), isOver); return isOver ? 'anew' : 'back'; };
      Object.assign(jachai.dialog, { hold: ask, confirm: ask });
      assert.equal(await jachai.decisionOn(watch, WARN, rules, { ...WAYS, isThere: () => !isGone }), isOver ? 'anew' : 'back');
      assert.equal(jachai.asksMore(watch, WARN, RULES), true);
    });
  }
}

test('a yes holds for the draft of a composer, though another language makes another watch of it', async () => {
  const { jachai, asked } = open();
  const element = {};
  await jachai.decisionOn({ element }, WARN, RULES, WAYS);
  assert.equal(jachai.asksMore({ element }, WARN, RULES), false);
  await jachai.decisionOn({ element }, WARN, RULES, WAYS);
  assert.equal(asked(), 1);
  assert.equal(jachai.asksMore({ element: {} }, WARN, RULES), true);
});

const BLOCK = found(finding('block'));
const GIVEN = { reason: 'law', note: '' };

/** A block past which the writer gave a reason. `questions`: what each question was about, as the dialog is told it. */
async function openReasoned() {
  const { jachai } = open();
  const [watch, questions] = [{ element: {} }, []];
  const ask = async (question) => { questions.push(question); question.override?.give(GIVEN); return 'publish'; };
  Object.assign(jachai.dialog, { hold: ask, confirm: ask });
  await jachai.decisionOn(watch, BLOCK, RULES, WAYS);
  return { jachai, watch, questions, due: (status, rules = RULES) => jachai.unrecorded(watch, status, rules) };
}

// Of a block with a reason: [what is known as it is to go, the rules, is the reason recorded first]
const DUE = [
  ['the same', BLOCK, RULES, true],
  ['the block, a check left out', partly(BLOCK), RULES, true],
  ['not checked any more', AWAY, RULES, true],
  ['not known yet where the office lets it go', CHECKING, { ...RULES, whenUnreachable: 'allow' }, true],
  ['a warning alone', WARN, RULES, false],
  ['nothing', CLEAR, RULES, false],
  ['another text', { ...BLOCK, text: 'আরেক' }, RULES, false],
];
for (const [name, status, rules, isDue] of DUE) {
  test(`a reason that was given, and what is known then is ${name}: ${isDue ? 'recorded first' : 'not recorded'}`, async () => {
    const { due } = await openReasoned();
    assert.deepEqual(due(status, rules), isDue ? GIVEN : undefined);
  });
}

test('a reason is recorded once, and stands until the text is gone', async () => {
  const { jachai, watch, questions, due } = await openReasoned();
  jachai.noteRecorded(watch, BLOCK.text, { done: true });
  assert.deepEqual([due(BLOCK), await jachai.decisionOn(watch, BLOCK, RULES, WAYS), questions.length], [undefined, 'asked', 1]);
  jachai.forgetSaid(watch);
  await jachai.decisionOn(watch, BLOCK, RULES, WAYS);
  assert.deepEqual([due(BLOCK), questions.length], [GIVEN, 2]);
});

test('a reason waits while its draft does not go: with a yes to something else too', async () => {
  const { jachai, watch, due } = await openReasoned();
  await jachai.decisionOn(watch, AWAY, RULES, WAYS);
  assert.deepEqual([due(AWAY), due(BLOCK)], [GIVEN, GIVEN]);
});

for (const [name, status] of [['held', BLOCK], ['not checked', AWAY]]) {
  test(`a reason that could not be recorded: asked again of what is ${name} then, and told why`, async () => {
    const { jachai, watch, questions, due } = await openReasoned();
    await jachai.decisionOn(watch, AWAY, RULES, WAYS); // a yes to that too
    jachai.noteRecorded(watch, BLOCK.text, { failure: AWAY.failure });
    assert.deepEqual([due(status), jachai.asksMore(watch, status, RULES)], [undefined, true]);
    await jachai.decisionOn(watch, status, RULES, WAYS);
    const { notKept, override } = questions.at(-1);
    assert.deepEqual([notKept, override?.before], [AWAY.failure, status === BLOCK ? GIVEN : undefined]);
    assert.equal(questions.length, 3);
  });
}

test('what became of the reason for another text says nothing of this one', async () => {
  const { jachai, watch, due } = await openReasoned();
  jachai.noteRecorded(watch, 'আরেক', { done: true });
  assert.deepEqual(due(BLOCK), GIVEN);
});

// After "go back": [what is known, the rules, was there something to mend]
for (const [name, status, rules, wanted] of [
  ['a warning', WARN, RULES, true], ['a block', BLOCK, RULES, true], ['advice', found(finding('advise')), RULES, false], ['not checked', AWAY, RULES, false],
  ['a warning while the office holds all', WARN, { ...RULES, hold: 'আজ নয়' }, false],
]) {
  test(`something to mend: ${name}: ${wanted}`, () => {
    assert.equal(open().jachai.isToMend(status, rules), wanted);
  });
}
