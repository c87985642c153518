// The way past a block: a reason is given at once, and recorded once the post goes. While it is being recorded nobody leaves, since a record of a
// post that was not published would be false.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from '../page/page.mjs';

const REASONS = [{ id: 'law', bn: 'আইন', en: 'Law' }, { id: 'other', bn: 'অন্য', en: 'Other' }];
const REFUSED = { why: 'refused', message: 'কারণটি নিজের ভাষায় লিখুন।' };
const turn = () => new Promise((resolve) => { setTimeout(resolve); });

/** jsdom shows no dialogs. */
function showDialogs({ HTMLDialogElement, Element }) {
  Object.assign(HTMLDialogElement.prototype, { showModal() { this.open = true; }, close() { this.open = false; } });
  Object.assign(Element.prototype, { scrollIntoView() {}, checkVisibility: () => true });
}

/** A page on whose surface everything can be pressed. `chosen`: what became of what `show` opened. */
function openSurface(show) {
  const window = openPage('', showDialogs);
  const [presses, heard, chosen] = [new Map(), {}, []];
  const host = window.document.createElement('div');
  window.Jachai.surface.create = () => ({
    host, root: host, mount: () => window.document.body.append(host), stop: () => host.remove(), free() {},
    onPress: (element, act) => presses.set(element, act), on: (type, act) => { heard[type] = act; },
  });
  const removed = new window.AbortController();
  window.Jachai.untilRemoved = () => removed.signal;
  show(window.Jachai, { container: () => window.document.body }).then((choice) => chosen.push(choice));
  return {
    window, host, chosen,
    press: (text) => presses.get([...presses.keys()].find((element) => element.textContent === text))({ isSecond: false, at: 0 }),
    key: () => heard.keydown({ key: 'Escape', preventDefault() {} }),
    cancel: () => host.querySelector('dialog').dispatchEvent(new window.Event('cancel', { cancelable: true })),
    takeAway: () => { host.remove(); removed.abort(); },
  };
}

/** A held block. `given`: the reasons that were given. */
function openHeld(t, { language = 'bn', reasons = REASONS, before, notKept } = {}) {
  const given = [];
  const page = openSurface(({ dialog }, show) => dialog.hold({ ...show, findings: [], language, notKept, override: { reasons, before, give: (reason) => given.push({ ...reason }) } }));
  t.after(() => page.window.close());
  const words = page.window.Jachai.words(language);
  return { ...page, words, given, submit: () => page.press(words.publishWithReason), form: page.host.querySelector('.form') };
}

const LABELS = [['bn', 'আইন', 'Law', 'আইন'], ['en', 'আইন', 'Law', 'Law'], ['bn', 'আইন', '', 'আইন'], ['en', 'আইন', '', 'আইন']];
for (const [language, bn, en, label] of LABELS) {
  test(`a reason shows as ${label} in ${language}${en ? '' : ', written in Bangla alone'}`, (t) => {
    const { host } = openHeld(t, { language, reasons: [{ id: 'law', bn, en }] });
    assert.equal(host.querySelector('.choice').textContent, label);
  });
}

test('a reason that is given is handed on, and ends the question', async (t) => {
  const { host, given, chosen, submit } = openHeld(t);
  host.querySelector('input[value=law]').checked = true;
  host.querySelector('input[type=text]').value = ' রিট ১২ ';
  submit();
  await turn();
  assert.deepEqual([given, chosen], [[{ reason: 'law', note: 'রিট ১২' }], ['publish']]);
});

// [what is chosen, what is missing]
for (const [chosen, missing] of [['', 'chooseReason'], ['other', 'writeNote']]) {
  test(`no reason is handed on while something is missing: ${missing}`, async (t) => {
    const held = openHeld(t);
    const choice = held.host.querySelector(`input[value="${chosen}"]`);
    if (choice) choice.checked = true;
    held.submit();
    await turn();
    assert.deepEqual([held.given, held.chosen, held.host.querySelector('[role=alert]').textContent], [[], [], held.words[missing]]);
  });
}

test('a reason that was not recorded is asked for again: with why, and as it was given', async (t) => {
  const before = { reason: 'other', note: 'নোট' };
  const { host, form, words, given, submit } = openHeld(t, { before, notKept: REFUSED });
  const lead = host.querySelector('#lead').textContent;
  assert.ok(lead.includes(words.notKept) && lead.includes(REFUSED.message), lead);
  const opener = [...host.querySelectorAll('button')].find((button) => button.textContent === words.giveReason);
  assert.deepEqual([form.hidden, opener.hidden, host.querySelector('[autofocus]').value], [false, true, 'নোট']);
  submit();
  assert.deepEqual(given, [before]);
});

test('where the office allows no override any more, a reason that was not recorded is told all the same', (t) => {
  const show = (Jachai, more) => Jachai.dialog.hold({ ...more, findings: [], language: 'bn', notKept: REFUSED });
  const { window, host } = openSurface(show);
  t.after(() => window.close());
  assert.ok(host.querySelector('#lead').textContent.includes(REFUSED.message));
  assert.equal(host.querySelector('.form'), null);
});

const LEAVES = { Escape: 'key', "the system's own way back": 'cancel', 'a page that takes it away': 'takeAway' };
for (const [name, leave] of Object.entries(LEAVES)) {
  test(`${name} while the reason is recorded: waited for all the same`, async (t) => {
    let end;
    const page = openSurface(({ dialog }, show) => dialog.recording({ ...show, language: 'bn' }, () => new Promise((resolve) => { end = resolve; })));
    t.after(() => page.window.close());
    assert.ok(page.host.textContent.includes('কারণ রেকর্ড করা হচ্ছে…'));
    page[leave]();
    await turn();
    assert.deepEqual(page.chosen, []);
    end();
    await turn();
    assert.deepEqual([page.chosen, page.host.isConnected], [[undefined], false]);
  });
}

test('a press on the way to the reason that was meant for what stood there a moment ago opens no form', async (t) => {
  let now = 1_000, renewed = null;
  const window = openPage('', (global) => {
    showDialogs(global);
    global.performance.now = () => now;
  });
  t.after(() => window.close()); // with the question
  const [presses, host] = [new Map(), window.document.createElement('div')];
  window.Jachai.surface.create = () => ({
    host, root: host, mount: () => window.document.body.append(host), stop: () => host.remove(), free() {}, on() {}, onPress: (element, act) => presses.set(element, act),
  });
  let seen = () => {};
  window.Jachai.draw.seen = () => { const came = { at: Infinity }; seen = () => { came.at = now; }; return came; };
  const show = { language: 'bn', container: () => window.document.body };
  const block = { ...show, choice: 'hold', findings: [], override: { reasons: REASONS, give() {} } };
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
