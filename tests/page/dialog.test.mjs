// The guard's questions: what of the findings they show; and two at once, as of two comments whose Posts were pressed one after the other: the upper one hides the other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './page.mjs';

const turn = (milliseconds = 0) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });
/** Waits until it is so; a busy machine draws later. */
const until = async (isSo) => { for (let left = 2_000; !isSo() && left > 0; left -= 1) await turn(5); };

test('a press that is made before a question can be read, which lay under another one, is no answer', async () => {
  let now = 1_000, seen = 0; // how often a question noted when it came to be seen
  const window = openPage('', ({ HTMLDialogElement, Element, performance }) => { // jsdom shows no dialogs
    Object.assign(HTMLDialogElement.prototype, { showModal() { this.open = true; }, close() { this.open = false; } });
    Element.prototype.checkVisibility = () => true;
    performance.now = () => { seen += 1; return now; };
  });
  const chosen = [];
  const ask = (name) => {
    const [presses, host] = [[], window.document.createElement('div')];
    window.Jachai.surface.create = () => ({
      host, root: host, mount: () => window.document.body.append(host), stop: () => host.remove(), free() {}, on() {},
      onPress: (element, act) => presses.push({ element, act }),
    });
    window.Jachai.dialog.confirm({ findings: [], unchecked: true, language: 'bn', container: () => window.document.body }).then((choice) => chosen.push([name, choice]));
    return () => presses.find(({ element }) => element.className === 'publish').act({ isByHand: true, isSecond: false, at: now });
  };
  const [press, pressUpper] = [ask('lower'), ask('upper')];
  await until(() => seen >= 2);
  now = 2_000;
  pressUpper();
  await until(() => seen >= 3); // the lower one, once more
  now = 2_400;
  press();
  await turn();
  assert.deepEqual(chosen, [['upper', 'publish']]);
  now = 2_600;
  press();
  await turn();
  assert.deepEqual(chosen.at(-1), ['lower', 'publish']);
});

const finding = (severity, match) => ({ severity, match, message: match, clause_label: '', clause_text: '', spans: [[0, 1]], replacements: [] });
const MIXED = [finding('advise', 'a'), finding('warn', 'b'), finding('block', 'c'), finding('warn', 'd')];
const ADVICE = [finding('advise', 'e'), finding('advise', 'f')];
// [what is asked, with which findings, which of them are shown]
for (const [choice, findings, wanted] of [['hold', MIXED, ['c', 'b', 'd']], ['ask', MIXED.slice(0, 2), ['b']], ['publish', ADVICE, ['e', 'f']]]) {
  test(`the findings in a question: ${choice}`, async (t) => {
    const window = openPage('', ({ HTMLDialogElement, Element }) => {
      Object.assign(HTMLDialogElement.prototype, { showModal() { this.open = true; }, close() { this.open = false; } });
      Element.prototype.checkVisibility = () => true;
    });
    t.after(() => window.close()); // with the question
    const [{ dialog, findings: cards }, shown] = [window.Jachai, []];
    cards.card = (_surface, { match }) => { shown.push(match); return window.document.createElement('li'); };
    const show = { findings, language: 'bn', container: () => window.document.body };
    if (choice === 'hold') void dialog.hold(show);
    else if (choice === 'ask') void dialog.confirm(show);
    else void dialog.confirm({ ...show, findings: [], unchecked: 'checking', renew: () => (shown.length ? null : { ...show, choice }) });
    await until(() => shown.length >= wanted.length);
    assert.deepEqual(shown, wanted);
  });
}
