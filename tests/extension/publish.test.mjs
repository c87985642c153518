import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openPlatform } from './platform_page.mjs';

const PUBLISH = readFileSync(new URL('../../extension/content/publish.js', import.meta.url), 'utf8');

/**
 * A page whose server knows every text at once. `verdicts`: of texts that are not clear; `meanwhile(text, page)`: what happens while one is decided on;
 * `asked`: whether the writer is asked about what is not clear; `late`: texts of which more comes to be known once each was decided on.
 * What was pressed, decided on and let pass is kept; what was told as gone by then; whether a further press was asked for of a checked draft.
 */
function openDrafts(html, { name = 'generic', verdicts = {}, meanwhile = () => {}, asked = true, late = [] } = {}) {
  const page = openPlatform(name, html);
  const { window, platform } = page;
  const [pressed, decided, passed, gone, again] = [[], [], [], [], []];
  const find = () => [...window.document.querySelectorAll(platform.selectors.composer)];
  const textOf = (composer) => composer.value ?? composer.textContent;
  const statusOf = (text) => {
    const [verdict, leftOut] = (verdicts[text] ?? 'clear').split(', ');
    const answer = { verdict, incomplete: leftOut ? [{ check: leftOut, why: 'timeout' }] : [] };
    return { state: 'clear', text, answer, ...(verdict === 'unchecked' && { state: 'unchecked', answer: leftOut ? answer : null }) };
  };
  const choiceOf = (verdict) => (verdict === 'back' ? 'back' : asked && !['clear', 'advise'].includes(verdict) ? 'asked' : 'publish');
  Object.assign(window.Jachai, {
    text: { read: (composer) => ({ text: textOf(composer) }) },
    rules: async () => ({ language: 'bn' }),
    notice: { pressAgain: (_composer, _language, isChecked) => again.push(isChecked) },
    decisionOn: async (_watch, { text }) => { decided.push(text); await meanwhile(text, page); return choiceOf(verdicts[text] ?? 'clear'); },
  });
  window.eval(PUBLISH);
  const guard = { replay: (act) => act() };
  const letPass = (composer) => passed.push(textOf(composer));
  const asksMore = (composer) => {
    const isNews = late.includes(textOf(composer)) && decided.includes(textOf(composer));
    if (isNews) late.splice(late.indexOf(textOf(composer)), 1);
    return isNews;
  };
  const watchOf = async (composer) => ({ status: statusOf(textOf(composer)), settle: async () => statusOf(textOf(composer)) });
  const tellGone = (composer) => gone.push(textOf(composer));
  const publish = window.Jachai.publisher({ inPage: find, platformOf: () => platform, watchOf, tellGone, asksMore, letPass });
  window.document.addEventListener('click', (event) => { event.preventDefault(); pressed.push(event.target.value || event.target.textContent); });
  const attempt = (more) => publish({ composers: find(), pressed: [], form: null, submitter: null, ...more }, guard);
  return { ...page, pressed, decided, passed, gone, again, attempt };
}

const form = (...buttons) => `<form><textarea>খসড়া</textarea>${buttons.map((label) => `<button type="submit">${label}</button>`).join('')}</form>`;

// What a key in the draft presses once the writer said yes.
const PRESSED = [
  ['the first that submits', form('Go', 'Other'), 'Go'],
  ['before it one that says so', form('Go', 'প্রকাশ করুন'), 'প্রকাশ করুন'],
  ['the first of those that say so', form('Publish', 'Save'), 'Publish'],
  ['not the last, which deletes', `${form('Go').replace('</form>', '<input type="submit" value="Delete"></form>')}`, 'Go'],
  ['nor the first, which keeps a draft', form('খসড়া সংরক্ষণ করুন', 'Go'), 'Go'],
  ['a labelled one that only a script makes publish comes after', form('Go').replace('<button', '<button type="button">Save</button><button'), 'Go'],
  ['no form: the nearest', '<div><div contenteditable>খসড়া</div><button>Publish</button></div>', 'Publish'],
];
for (const [name, html, wanted] of PRESSED) {
  test(`a key presses: ${name}`, async () => {
    const page = openDrafts(html, { verdicts: { খসড়া: 'warn' } });
    await page.attempt();
    assert.deepEqual(page.pressed, [wanted]);
  });
}

test('a key presses nothing where all of the form does other things', async () => {
  const page = openDrafts(form('Delete', 'Preview'), { verdicts: { খসড়া: 'warn' } });
  await page.attempt();
  assert.deepEqual([page.pressed, page.passed], [[], ['খসড়া']]);
});

const VERDICTS = [['clear', []], ['advise', []], ['warn', ['Publish']], ['block', ['Publish']], ['unchecked', ['Publish']], ['back', []]];
for (const [verdict, wanted] of VERDICTS) {
  test(`a key, and the writer's answer where one is asked for: ${verdict}`, async () => {
    const page = openDrafts(form('Publish'), { verdicts: { খসড়া: verdict } });
    await page.attempt();
    assert.deepEqual(page.pressed, wanted);
  });
}

test('a key is not turned into a click where nobody was asked', async () => {
  const page = openDrafts(form('Publish'), { verdicts: { খসড়া: 'unchecked' }, asked: false });
  await page.attempt();
  assert.deepEqual([page.pressed, page.passed, page.again], [[], ['খসড়া'], [false]]);
});

// A key where nothing can be clicked: is the draft told to be checked?
for (const [verdict, isChecked] of [['clear', true], ['advise', true], ['warn', true], ['warn, personal', false], ['unchecked', false], ['unchecked, personal', false]]) {
  test(`one more press is asked for of a draft that is ${isChecked ? '' : 'not '}checked: ${verdict}`, async () => {
    const page = openDrafts(form('Delete'), { verdicts: { খসড়া: verdict } });
    await page.attempt();
    assert.deepEqual([page.pressed, page.again], [[], [isChecked]]);
  });
}

for (const verdict of ['clear', 'warn', 'back']) {
  test(`a draft is told to be published as it stood when Post was pressed: ${verdict}`, async () => {
    const page = openDrafts(form('Publish'), { verdicts: { খসড়া: verdict } });
    const [composer, button] = [page.composers[0], page.window.document.querySelector('button')];
    button.addEventListener('click', () => { composer.value = ''; });
    await page.attempt({ pressed: [button] });
    assert.deepEqual([page.pressed, page.gone], verdict === 'back' ? [[], []] : [['Publish'], ['খসড়া']]);
  });
}

const THREAD = '<div role="dialog"><div data-testid="tweetTextarea_0" contenteditable="true">এক</div><div data-testid="tweetTextarea_1" contenteditable="true">দুই</div><button data-testid="tweetButton">Post</button></div>';
const write = (index, text) => ({ composers }) => { composers[index].textContent = text; };
const grow = ({ composers: [first] }) => { first.insertAdjacentHTML('afterend', '<div data-testid="tweetTextarea_2" contenteditable="true">তিন</div>'); };
// [name, while which text is decided on, what happens, the texts decided on]
const MEANWHILE = [
  ['nothing', 'দুই', () => {}, ['এক', 'দুই']],
  ['one that was decided on is written in', 'দুই', write(0, 'আরেক'), ['এক', 'দুই', 'আরেক']],
  ['one that comes later is written in', 'এক', write(1, 'আরেক'), ['এক', 'আরেক']],
  ['the very one is written in', 'এক', write(0, 'আরেক'), ['এক', 'আরেক', 'দুই']],
  ['the thread grows', 'দুই', grow, ['এক', 'দুই', 'তিন']],
];
for (const [name, at, act, wanted] of MEANWHILE) {
  for (const verdict of ['clear', 'back']) {
    test(`a thread while it is decided on: ${name}, ${verdict}`, async () => {
      const last = wanted.at(-1);
      const page = openDrafts(THREAD, { name: 'x', verdicts: { [last]: verdict }, meanwhile: (text, found) => { if (text === at) act(found); } });
      await page.attempt({ pressed: [page.window.document.querySelector('button')] });
      assert.deepEqual([page.decided, page.pressed], [wanted, verdict === 'clear' ? ['Post'] : []]);
    });
  }
}

// [name, of which texts more comes to be known once each was decided on, the texts decided on]
const LATE = [
  ['of the last', ['দুই'], ['এক', 'দুই', 'দুই']],
  ['of the first, while the second is decided on', ['এক'], ['এক', 'এক', 'দুই']],
  ['of both', ['এক', 'দুই'], ['এক', 'এক', 'দুই', 'দুই']],
];
for (const [name, late, wanted] of LATE) {
  test(`what comes after the writer's yes is decided on too: ${name}`, async () => {
    const page = openDrafts(THREAD, { name: 'x', late: [...late] });
    await page.attempt({ pressed: [page.window.document.querySelector('button')] });
    assert.deepEqual([page.decided, page.pressed], [wanted, ['Post']]);
  });
}
