// The loop on a clock of our own: nothing waits in real time.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { openPage } from './page.mjs';

/** @type {{at: number, act: () => void}[]} */
let timers = [];
let now = 0;

const window = openPage('', (page) => {
  page.setTimeout = (act, ms) => { const timer = { at: now + ms, act }; timers.push(timer); return timer; };
  page.clearTimeout = (timer) => { timers = timers.filter((each) => each !== timer); };
  page.Date.now = () => now;
  page.performance.now = () => now;
});

const flush = () => new Promise((resolve) => { setImmediate(resolve); });

/** @param {number} ms */
async function pass(ms) {
  now += ms;
  for (const timer of timers.filter(({ at }) => at <= now)) {
    window.clearTimeout(timer);
    timer.act();
  }
  await flush();
}

const answer = (more = {}) => ({ answer: { verdict: 'clear', findings: [], incomplete: [], notes: [], ruleset: { version: '1', hash: '' }, ...more } });
const UNREACHABLE = { failure: { why: 'unreachable', message: 'x' } };

/** A loop over a draft, whose questions the test answers itself. @param {() => object} [surroundings] */
function open(surroundings = () => ({ platform: 'test' })) {
  const asked = [];
  const states = [];
  const draft = { text: '' };
  const loop = window.Jachai.loop({
    language: 'bn', surroundings, read: () => draft.text,
    ask: (question, signal) => new Promise((reply, fail) => { asked.push({ question, signal, reply, fail }); }),
    onChange: ({ state }) => states.push(state),
  });
  /** As the page tells it. @param {string} text */
  const type = (text) => { draft.text = text; loop.note(text); };
  return { loop, asked, states, draft, type };
}

beforeEach(() => { timers = []; });

test('asks after 250 ms of rest, once for many keys', async () => {
  const { loop, asked, type } = open();
  for (const text of ['ক', 'কথ', 'কথা']) {
    type(text);
    await pass(240);
  }
  assert.equal(asked.length, 0);
  await pass(10);
  assert.deepEqual(asked.map(({ question }) => ({ ...question })), [{ platform: 'test', text: 'কথা', moment: 'typing', ui_language: 'bn' }]);
});

test('the rest counts from the key, not from when it was heard of', async () => {
  const { loop, asked, draft } = open();
  draft.text = 'ক';
  now += 100; // a page that is late with its frames
  loop.note('ক', now - 100);
  await pass(149);
  assert.equal(asked.length, 0);
  await pass(1);
  assert.equal(asked.length, 1);
});

test('what is asked about is what the composer shows then', async () => {
  const { asked, draft, type } = open();
  type('ক');
  draft.text = 'কখ'; // no event told
  await pass(250);
  assert.equal(asked.length, 0);
  await pass(250);
  assert.deepEqual(asked.map(({ question }) => question.text), ['কখ']);
});

test('is checking until the answer is there', async () => {
  const { loop, asked, states, type } = open();
  type('ক');
  await pass(250);
  assert.equal(loop.status.state, 'checking');
  asked[0].reply(answer());
  await flush();
  assert.deepEqual(states, ['checking', 'clear']);
});

test('an answered question leaves no timer behind', async () => {
  const { asked, type } = open();
  type('ক');
  await pass(250);
  assert.equal(timers.length, 1);
  asked[0].reply(answer());
  await flush();
  assert.equal(timers.length, 0);
});

test('empty and blank drafts ask nothing', async () => {
  const { loop, asked, type } = open();
  for (const text of ['ক', ' \n', '']) type(text);
  await pass(1_000);
  assert.deepEqual([loop.status.state, asked.length], ['empty', 0]);
  assert.equal((await loop.settle('publish')).state, 'empty');
});

test('an answer to an older text is dropped, its question called off', async () => {
  const { loop, asked, type } = open();
  type('ক');
  await pass(250);
  type('কখ');
  assert.equal(asked[0].signal.aborted, true);
  asked[0].reply(answer());
  await flush();
  assert.equal(loop.status.state, 'checking');
  await pass(250);
  asked[1].reply(answer({ verdict: 'warn' }));
  await flush();
  assert.deepEqual([loop.status.state, loop.status.text], ['findings', 'কখ']);
});

test('one question under way at most', async () => {
  const { loop, asked, type } = open();
  for (const text of ['ক', 'খ', 'গ']) {
    type(text);
    await pass(250);
  }
  assert.deepEqual(asked.map(({ signal }) => signal.aborted), [true, true, false]);
});

// [what the server does, why it counts as not checked]
const FAULTS = [
  [({ reply }) => reply(UNREACHABLE), 'unreachable'],
  [({ reply }) => reply({ failure: { why: 'refused', message: '' } }), 'refused'],
  [({ fail }) => fail(new Error('worker gone')), 'failed'],
  [({ reply }) => reply(undefined), 'failed'],
  [({ reply }) => reply(answer({ findings: 'x' })), 'failed'],
  [() => pass(10_000), 'late'],
];
for (const [fault, why] of FAULTS) {
  test(`${fault} is not checked: ${why}`, async () => {
    const { loop, asked, type } = open();
    type('ক');
    await pass(250);
    await fault(asked[0]);
    await flush();
    assert.deepEqual([loop.status.state, loop.status.failure?.why, loop.status.answer], ['unchecked', why, null]);
  });
}

for (const [verdict, why] of [['unchecked', undefined], ['clear', 'failed']]) { // the second is no answer of ours
  test(`an incomplete answer is never clear, though it says ${verdict}`, async () => {
    const { loop, asked, type } = open();
    type('ক');
    await pass(250);
    asked[0].reply(answer({ verdict, incomplete: [{ check: 'a', why: 'timeout' }] }));
    await flush();
    assert.deepEqual([loop.status.state, loop.status.failure?.why], ['unchecked', why]);
  });
}

test('settle: asks at once, as the moment says', async () => {
  const { loop, asked, draft } = open();
  draft.text = 'ক';
  const settled = loop.settle('publish');
  assert.equal(asked[0].question.moment, 'publish');
  asked[0].reply(answer());
  assert.equal((await settled).state, 'clear');
});

test('settle: waits for what is under way, asks nothing twice', async () => {
  const { loop, asked, type } = open();
  type('ক');
  await pass(250);
  const settled = loop.settle('publish');
  asked[0].reply(answer());
  assert.deepEqual([(await settled).state, asked.length], ['clear', 1]);
});

/** A loop that knows its text to be clear. */
async function openKnown() {
  const opened = open();
  opened.type('ক');
  await pass(250);
  opened.asked[0].reply(answer());
  await flush();
  return opened;
}

test('settle: a known text is known', async () => {
  const { loop, asked } = await openKnown();
  assert.deepEqual([(await loop.settle('typing')).state, asked.length], ['clear', 1]);
});

test('settle: at Post a known text is asked about once more, and the newer answer counts', async () => {
  const { loop, asked } = await openKnown();
  const settled = loop.settle('publish');
  assert.deepEqual([asked[1].question.moment, loop.status.state], ['publish', 'clear']);
  asked[1].reply(answer({ verdict: 'warn' }));
  assert.equal((await settled).state, 'findings');
});

for (const [name, act] of [
  ['fails', ({ reply }) => reply(UNREACHABLE)], ['makes no sense', ({ reply }) => reply({ answer: 5 })], ['takes 1.5 s', () => pass(1_500)],
]) {
  test(`settle: where the second look at Post ${name}, what is known stands`, async () => {
    const { loop, asked, type } = await openKnown();
    const settled = loop.settle('publish');
    await act(asked[1]);
    assert.equal((await settled).state, 'clear');
    type('কখ');
    assert.equal(asked[1].signal.aborted || name !== 'takes 1.5 s', true);
  });
}

test('settle: a change during the second look is waited for: the server is there', async () => {
  const { loop, asked } = await openKnown();
  const settled = loop.settle('publish');
  window.Jachai.changes.dispatchEvent(new window.Event('change'));
  await flush();
  asked.at(-1).reply(answer({ verdict: 'block' }));
  const { state, failure } = await settled;
  assert.deepEqual([state, failure, asked.length], ['findings', null, 3]);
});

test('typing on calls off the second look', async () => {
  const { loop, asked, type } = await openKnown();
  const settled = loop.settle('publish');
  type('কখ');
  assert.equal(asked[1].signal.aborted, true);
  await pass(250);
  asked.at(-1).reply(answer({ verdict: 'block' }));
  assert.deepEqual([(await settled).text, asked.length], ['কখ', 3]);
});

test('a change outside the draft asks anew, but not for an empty one, and not once stopped', async () => {
  const { loop, asked, states, type } = await openKnown();
  const change = () => window.Jachai.changes.dispatchEvent(new window.Event('change'));
  change();
  asked[1].reply(answer({ verdict: 'warn' }));
  await flush();
  assert.deepEqual(states, ['checking', 'clear', 'checking', 'findings']);
  type('');
  change();
  type('খ');
  loop.stop();
  change();
  assert.equal(asked.length, 2);
});

test('a server that may be back is asked by what was not checked, and by nothing else', async () => {
  const retry = () => window.Jachai.changes.dispatchEvent(new window.Event('retry'));
  const { loop, asked, type } = await openKnown();
  retry();
  assert.equal(asked.length, 1);
  type('খ');
  await pass(250);
  asked[1].reply(UNREACHABLE);
  await flush();
  retry();
  assert.equal(asked.length, 3);
  asked[2].reply(answer());
  await flush();
  assert.equal(loop.status.state, 'clear');
  loop.stop();
  retry();
  assert.equal(asked.length, 3);
});

/** Drafts of one page that were not checked; `retry`: the server may be back, `asked`: how often each asked since. @param {number} count */
async function openUnchecked(count) {
  const drafts = Array.from({ length: count }, () => open());
  drafts.forEach(({ type }) => type('ক'));
  await pass(250);
  for (const { asked, states } of drafts) {
    asked.shift().reply(UNREACHABLE);
    states.length = 0;
  }
  await flush();
  drafts.forEach(({ states }) => { states.length = 0; });
  const retry = async () => {
    window.Jachai.changes.dispatchEvent(new window.Event('retry'));
    await flush();
  };
  return { drafts, retry, asked: () => drafts.map((each) => each.asked.length), close: () => drafts.forEach(({ loop }) => loop.stop()) };
}

test('of fifty drafts one asks whether the server is back, another each time, and shows nothing of it', async () => {
  const { drafts, retry, asked, close } = await openUnchecked(50);
  for (const turn of [1, 2, 3]) {
    await retry();
    assert.equal(asked().reduce((sum, count) => sum + count), turn);
    drafts[turn - 1].asked[0].reply(UNREACHABLE);
    await flush();
  }
  assert.deepEqual([Math.max(...asked()), drafts.flatMap(({ states }) => states)], [1, []]);
  close();
});

test('once one is answered the others ask, one after the other, but for those that are left unchecked', async () => {
  const { drafts, retry, asked, close } = await openUnchecked(4);
  const leftOut = answer({ verdict: 'unchecked', incomplete: [{ check: 'a', why: 'timeout' }] });
  await retry();
  for (const [turn, reply] of [answer(), answer({ verdict: 'warn' }), leftOut].entries()) {
    assert.deepEqual(asked(), [1, 1, 1, 0].map((count, index) => (index <= turn ? count : 0)));
    drafts[turn].asked[0].reply(reply);
    await flush();
  }
  assert.deepEqual([asked(), drafts.map(({ loop }) => loop.status.state)], [[1, 1, 1, 0], ['clear', 'findings', 'unchecked', 'unchecked']]);
  await retry();
  assert.deepEqual(asked(), [1, 1, 1, 1]);
  close();
});

test('what is asked whether the server is back is called off by the next key, by Post, and by the end', async () => {
  for (const act of [({ type }) => type('কখ'), ({ loop }) => void loop.settle('publish'), ({ loop }) => loop.stop()]) {
    const { drafts: [draft], retry, close } = await openUnchecked(1);
    await retry();
    act(draft);
    assert.equal(draft.asked[0].signal.aborted, true);
    draft.asked[0].reply(answer());
    await flush();
    assert.notEqual(draft.loop.status.state, 'clear');
    close();
  }
});

test('what keeps a draft from being checked now is told, where it is another reason', async () => {
  const { drafts: [{ loop, asked }], retry, close } = await openUnchecked(1);
  await retry();
  asked[0].reply({ failure: { why: 'refused', message: 'token' } });
  await flush();
  assert.deepEqual([loop.status.state, loop.status.failure.message], ['unchecked', 'token']);
  close();
});

test('a server that says when it may be asked again is asked then', async () => {
  const { loop, asked, type } = open();
  type('ক');
  await pass(250);
  asked[0].reply({ failure: { why: 'refused', message: '', again: 5_000 } });
  await flush();
  await pass(4_999);
  assert.deepEqual([asked.length, loop.status.state], [1, 'unchecked']);
  await pass(1);
  asked[1].reply(answer());
  await flush();
  assert.equal(loop.status.state, 'clear');
});

test('settle: asks again where the surroundings are others, or it was not checked', async () => {
  let kind = 'institution';
  const { loop, asked, type } = open(() => ({ account: { kind } }));
  type('ক');
  await pass(250);
  asked[0].reply(answer());
  await flush();
  kind = 'employee';
  const second = loop.settle('typing');
  asked[1].reply(UNREACHABLE);
  assert.equal((await second).state, 'unchecked');
  const third = loop.settle('typing');
  asked[2].reply(answer());
  assert.equal((await third).state, 'clear');
});

test('settle: follows a text that changes meanwhile', async () => {
  const { loop, asked, draft, type } = open();
  draft.text = 'ক';
  const settled = loop.settle('publish');
  type('কখ');
  await flush();
  asked.at(-1).reply(answer({ verdict: 'block' }));
  const status = await settled;
  assert.deepEqual([status.text, status.answer.verdict], ['কখ', 'block']);
});

// seconds after which the text changes, and that in which it is waited for
for (const [changes, end] of [[[], 10], [[9], 19], [[9, 18], 18]]) {
  test(`settle: a text that changes ${changes.length} times is waited for ${end} seconds, never for more than twice the limit`, async () => {
    const { loop, draft, type } = open();
    const start = now;
    let ended = null;
    draft.text = 'ক';
    void loop.settle('publish').then(({ failure }) => { ended = [(now - start) / 1_000, failure.why]; });
    for (let second = 1; second <= 40 && !ended; second += 1) {
      await pass(1_000);
      if (changes.includes(second)) type(`${draft.text}খ`);
      await flush();
    }
    assert.deepEqual(ended, [end, 'late']);
  });
}

test('settle: follows a text that changes before its input event is told', async () => {
  const { loop, asked, draft } = open();
  draft.text = 'ক';
  const settled = loop.settle('publish');
  draft.text = 'কখ';
  asked[0].reply(answer());
  await flush();
  asked.at(-1).reply(answer({ verdict: 'block' }));
  assert.equal((await settled).text, 'কখ');
});

test('lone surrogates are sent as U+FFFD, the status keeps the text as it is', async () => {
  const { loop, asked, draft } = open();
  const text = draft.text = 'ক\ud83d খ 👍';
  const settled = loop.settle('typing');
  assert.equal(asked[0].question.text, 'ক\ufffd খ 👍');
  asked[0].reply(answer());
  assert.equal((await settled).text, text);
});

// a loop that is stopped while Post waits: what it waits for, what settle gives
for (const [name, opened, state] of [['the first answer', async () => { const one = open(); one.type('ক'); return one; }, 'unchecked'], ['the last look', openKnown, 'clear']]) {
  test(`stop: ends what waits for ${name}, and nothing is read, asked or shown after it`, async () => {
    const { loop, asked, states, draft } = await opened();
    const settled = loop.settle('publish');
    const before = [asked.length, states.length];
    loop.stop();
    draft.text = 'কখ';
    asked.at(-1).reply(answer({ verdict: 'warn' }));
    const { text, state: given } = await settled;
    loop.note('কখ');
    assert.deepEqual([given, text, (await loop.settle('publish')).text], [state, 'ক', 'ক']);
    await pass(1_000);
    assert.deepEqual([asked.length, states.length], before);
  });
}

test('stop: calls off what is under way, and asks no more', async () => {
  const { loop, asked, type } = open();
  type('ক');
  await pass(250);
  type('খ');
  loop.stop();
  await pass(1_000);
  assert.deepEqual([asked.length, asked[0].signal.aborted], [1, true]);
});
