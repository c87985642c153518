// The way past a block: while the reason is being recorded nobody leaves, since a record of a post that was not published would be false.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from '../page/page.mjs';

const REASONS = [{ id: 'law', bn: 'আইন', en: 'Law' }];
const KEPT = { done: true };
const REFUSED = { failure: { why: 'failed', message: 'সার্ভার ব্যস্ত।' } };
const turn = () => new Promise((resolve) => { setTimeout(resolve); });

/** A held block whose form is filled in, and sent: `answer` is the server's. `chosen`: what became of the dialog by then. */
function openSent(language = 'bn', reasons = REASONS) {
  const window = openPage('', ({ HTMLDialogElement, Element }) => { // jsdom shows no dialogs
    Object.assign(HTMLDialogElement.prototype, { showModal() { this.open = true; }, close() { this.open = false; } });
    Object.assign(Element.prototype, { scrollIntoView() {} });
  });
  const [presses, heard, chosen] = [new Map(), {}, []];
  const host = window.document.createElement('div');
  window.Jachai.surface.create = () => ({
    host, root: host, mount: () => window.document.body.append(host), stop: () => host.remove(), free() {},
    onPress: (element, act) => presses.set(element, act), on: (type, act) => { heard[type] = act; },
  });
  let answer;
  const override = { reasons, send: () => new Promise((resolve) => { answer = resolve; }) };
  const removed = new window.AbortController();
  window.Jachai.untilRemoved = () => removed.signal;
  window.Jachai.dialog.hold({ findings: [], language, container: () => window.document.body, override }).then((choice) => chosen.push(choice));
  const press = (text) => presses.get([...presses.keys()].find((element) => element.textContent === text))({ detail: 1 });
  host.querySelector('input[type=radio]').checked = true;
  press(window.Jachai.words(language).publishWithReason);
  return {
    host, chosen, press,
    back: () => press('ফিরে যান'),
    key: () => heard.keydown({ key: 'Escape', preventDefault() {} }),
    cancel: () => host.querySelector('dialog').dispatchEvent(new window.Event('cancel', { cancelable: true })),
    takeAway: () => { host.remove(); removed.abort(); },
    answer: async (outcome) => { answer(outcome); await turn(); },
  };
}

const LABELS = [['bn', 'আইন', 'Law', 'আইন'], ['en', 'আইন', 'Law', 'Law'], ['bn', 'আইন', '', 'আইন'], ['en', 'আইন', '', 'আইন']];
for (const [language, bn, en, label] of LABELS) {
  test(`a reason shows as ${label} in ${language}${en ? '' : ', written in Bangla alone'}`, async () => {
    const { host, answer } = openSent(language, [{ id: 'law', bn, en }]);
    assert.equal(host.querySelector('.choice').textContent, label);
    await answer(KEPT);
  });
}

const LEAVES = { Escape: 'key', 'the way back': 'back', "the system's own way back": 'cancel', 'a page that takes it away': 'takeAway' };
for (const [name, leave] of Object.entries(LEAVES)) {
  test(`${name} while the reason is recorded: published, as it is recorded`, async () => {
    const sent = openSent();
    assert.ok(sent.host.textContent.includes('কারণ রেকর্ড করা হচ্ছে…'));
    sent[leave]();
    await turn();
    assert.deepEqual(sent.chosen, []);
    await sent.answer(KEPT);
    assert.deepEqual(sent.chosen, ['publish']);
  });

  test(`${name} while the reason is recorded, which is refused: back, or the cure`, async () => {
    const sent = openSent();
    sent[leave]();
    await sent.answer(REFUSED);
    assert.deepEqual(sent.chosen, leave === 'takeAway' ? ['back'] : []);
    assert.ok(sent.host.textContent.includes(REFUSED.failure.message));
    assert.ok(!sent.host.textContent.includes('কারণ রেকর্ড করা হচ্ছে…'));
    sent[leave]();
    await turn();
    assert.deepEqual(sent.chosen, ['back']);
  });
}

test('a press on the way to the reason that was meant for what stood there a moment ago opens no form', async (t) => {
  let now = 1_000, renewed = null;
  const window = openPage('', ({ HTMLDialogElement, Element, performance }) => { // jsdom shows no dialogs
    Object.assign(HTMLDialogElement.prototype, { showModal() { this.open = true; }, close() { this.open = false; } });
    Object.assign(Element.prototype, { scrollIntoView() {}, checkVisibility: () => true });
    performance.now = () => now;
  });
  t.after(() => window.close()); // with the question
  const [presses, host] = [new Map(), window.document.createElement('div')];
  window.Jachai.surface.create = () => ({
    host, root: host, mount: () => window.document.body.append(host), stop: () => host.remove(), free() {}, on() {}, onPress: (element, act) => presses.set(element, act),
  });
  let seen = () => {};
  window.Jachai.draw.seen = () => { const came = { at: Infinity }; seen = () => { came.at = now; }; return came; };
  const show = { language: 'bn', container: () => window.document.body };
  const block = { ...show, choice: 'hold', findings: [], override: { reasons: REASONS, send: async () => KEPT } };
  const renew = () => { const next = renewed; renewed = null; return next; };
  void window.Jachai.dialog.confirm({ ...show, findings: [], unchecked: 'checking', renew });
  seen();
  renewed = block;
  const words = window.Jachai.words('bn');
  const find = (text) => [...host.querySelectorAll('button')].find((button) => button.textContent === text);
  const press = (text) => presses.get(find(text))({ isByHand: false, isSecond: false, at: now });
  press(words.publish); // which the news makes one to something else
  seen();
  const isOpen = () => !host.querySelector('.form').hidden;
  now += 400;
  press(words.giveReason);
  assert.deepEqual([isOpen(), find(words.giveReason).hidden], [false, false]);
  now += 200;
  press(words.giveReason);
  assert.deepEqual([isOpen(), find(words.giveReason).hidden], [true, true]);
});
