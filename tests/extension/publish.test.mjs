import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openPlatform } from './platform_page.mjs';

const [DECIDE, PUBLISH] = ['page/decide', 'content/publish'].map((name) => readFileSync(new URL(`../../extension/${name}.js`, import.meta.url), 'utf8'));

/**
 * A page whose server knows every text at once. `verdicts`: of texts that are not clear; `checking(page)`: what happens while it is asked of one,
 * `meanwhile(text, page)`: while one is decided on; `asked`: whether the writer is asked about what is not clear; `late`: texts of which more comes to be known once each was decided on;
 * `curing`: composers into which a cure is being written; `begin(composer)`: its watch, where that is none that knows;
 * `asksMore(composer)`: whether more is known of it, in place of `late`. What was pressed, decided on and let pass is kept; what was told as gone by then; whether a further press was asked for of a checked draft.
 */
function openDrafts(html, { name = 'generic', verdicts = {}, checking = () => {}, meanwhile = () => {}, asked = true, late = [], curing = new Set(), begin, asksMore } = {}) {
  const page = openPlatform(name, html);
  const { window, platform } = page;
  window.Element.prototype.checkVisibility = function checkVisibility() { return !this.closest('[hidden]'); }; // jsdom lays nothing out
  const [pressed, decided, passed, gone, again] = [[], [], [], [], []];
  const find = () => [...window.document.querySelectorAll(platform.selectors.composer)];
  const textOf = (composer) => composer.value ?? composer.textContent;
  const statusOf = (text) => {
    const [verdict, leftOut] = (verdicts[text] ?? 'clear').split(', ');
    if (verdict === 'empty') return { state: 'empty', text, answer: null };
    const answer = { verdict, incomplete: leftOut ? [{ check: leftOut, why: 'timeout' }] : [] };
    return { state: 'clear', text, answer, ...(verdict === 'unchecked' && { state: 'unchecked', answer: leftOut ? answer : null }) };
  };
  const choiceOf = (verdict) => (['back', 'anew'].includes(verdict) ? verdict : asked && !['clear', 'advise'].includes(verdict) ? 'asked' : 'publish');
  window.eval(DECIDE);
  Object.assign(window.Jachai, {
    text: { read: (composer) => ({ text: textOf(composer) }) },
    rules: async () => ({ language: 'bn' }),
    spoken: () => 'bn',
    notice: { pressAgain: (_composer, _language, isChecked) => again.push(isChecked) },
    decisionOn: async (_watch, { text }) => { decided.push(text); await meanwhile(text, page); return choiceOf(verdicts[text] ?? 'clear'); },
  });
  window.eval(PUBLISH);
  const guard = { replay: (act) => act() };
  const letPass = (composer) => passed.push(textOf(composer));
  const isMore = (composer) => {
    const isNews = late.includes(textOf(composer)) && decided.includes(textOf(composer));
    if (isNews) late.splice(late.indexOf(textOf(composer)), 1);
    return isNews;
  };
  const isElsewhere = (composer) => composer.matches('.private');
  const watchOf = async (composer) => ({ isStopped: false, status: statusOf(textOf(composer)), settle: async () => { await checking(page); return statusOf(textOf(composer)); } });
  const tellGone = (composer) => gone.push(textOf(composer));
  const publish = window.Jachai.publisher({ inPage: () => find().filter((each) => !isElsewhere(each)), platformOf: () => platform, isElsewhere, watchOf: begin ?? watchOf, draftOf: (_composer, text) => ({ text }), tellGone, asksMore: asksMore ?? isMore, letPass, isCuring: (composer) => curing.has(composer) });
  window.document.addEventListener('click', (event) => { event.preventDefault(); pressed.push(event.target.value || event.target.textContent); });
  window.document.addEventListener('submit', (event) => { event.preventDefault(); pressed.push(`submit ${event.submitter?.textContent ?? ''}`.trim()); });
  const attempt = (more) => publish({ composers: find(), pressed: [], form: null, submitter: null, ...more }, guard);
  return { ...page, pressed, decided, passed, gone, again, attempt };
}

const form = (...buttons) => `<form><textarea>খসড়া</textarea>${buttons.map((label) => `<button type="submit">${label}</button>`).join('')}</form>`;

const DIALOG = (...labels) => `<div role="dialog" aria-label="Create post"><div role="textbox" data-lexical-editor="true" contenteditable="true">খসড়া</div>${labels.map((label) => `<div role="button" aria-label="${label}">${label}</div>`).join('')}</div>`;

// What a key in the draft presses once the writer said yes.
const PRESSED = [
  ['the first that submits', form('Go', 'Other'), 'Go'],
  ['before it one that says so', form('Go', 'প্রকাশ করুন'), 'প্রকাশ করুন'],
  ['the first of those that say so', form('Publish', 'Save'), 'Publish'],
  ['not the last, which deletes', `${form('Go').replace('</form>', '<input type="submit" value="Delete"></form>')}`, 'Go'],
  ['nor the first, which keeps a draft', form('খসড়া সংরক্ষণ করুন', 'Go'), 'Go'],
  ['a labelled one that only a script makes publish comes after', form('Go').replace('<button', '<button type="button">Save</button><button'), 'Go'],
  ['no form: the nearest', '<div><div contenteditable>খসড়া</div><button>Publish</button></div>', 'Publish'],
  ['no form: what publishes now, whatever comes after it', DIALOG('Post', 'Schedule'), 'Post', 'facebook'],
  ['the same in Bangla', DIALOG('পোস্ট', 'শিডিউল করুন'), 'পোস্ট', 'facebook'],
  ['or before it', DIALOG('Schedule', 'Post'), 'Post', 'facebook'],
  ['not what ends another thing', DIALOG('Post', 'Done'), 'Post', 'facebook'],
  ['not what cancels', DIALOG('Next', 'Cancel'), 'Next', 'facebook'],
  ['the last where no label is known', DIALOG('Annuler', 'Publier'), 'Publier', 'facebook'],
];
for (const [name, html, wanted, platform] of PRESSED) {
  test(`a key presses: ${name}`, async () => {
    const page = openDrafts(html, { name: platform, verdicts: { খসড়া: 'warn' } });
    await page.attempt();
    assert.deepEqual(page.pressed, [wanted]);
  });
}

test('a key presses nothing where all of the form does other things', async () => {
  const page = openDrafts(form('Delete', 'Preview'), { verdicts: { খসড়া: 'warn' } });
  await page.attempt();
  assert.deepEqual([page.pressed, page.passed], [[], ['খসড়া']]);
});

// A link that was pressed: [its href, whether it is pressed again for the writer], whose own press the page's script waits for else
for (const [href, isOurs] of [['#', true], ['javascript:void(0)', true], ['javascript:;', true], ['javascript:save()', false], ['JavaScript: save()', false]]) {
  test(`a yes at a link to ${href}: ${isOurs ? 'it goes' : 'one more press is asked for'}`, async () => {
    const page = openDrafts(`<form><textarea>খসড়া</textarea><a href="${href}"><b>Publish</b></a></form>`, { verdicts: { খসড়া: 'warn' } });
    await page.attempt({ pressed: [...page.window.document.querySelectorAll('a, b')].reverse() });
    assert.deepEqual([page.pressed, page.passed, page.again], isOurs ? [['Publish'], [], []] : [[], ['খসড়া'], [true]]);
  });
}

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
for (const [verdict, isChecked] of [['clear', true], ['empty', true], ['advise', true], ['warn', true], ['warn, personal', false], ['unchecked', false], ['unchecked, personal', false]]) {
  test(`one more press is asked for of a draft that is ${isChecked ? '' : 'not '}checked: ${verdict}`, async () => {
    const page = openDrafts(form('Delete'), { verdicts: { খসড়া: verdict } });
    await page.attempt();
    assert.deepEqual([page.pressed, page.again], [[], [isChecked]]);
  });
}

test('one more press is asked for in the moment from which it is let pass: said later, it would be pressed twice', async () => {
  const page = openDrafts(form('Delete'));
  const { rules } = page.window.Jachai;
  page.window.Jachai.rules = () => (page.passed.length ? new Promise(() => {}) : rules()); // the background takes its time
  void page.attempt();
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  assert.deepEqual([page.passed, page.again], [['খসড়া'], [true]]);
});

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

test('a draft of a thread into which a cure is being written, once it was decided on, is decided on as it will be', async () => {
  const curing = new Set();
  const cured = ({ composers: [first] }) => { if (curing.delete(first)) first.textContent = 'আরেক'; };
  const page = openDrafts(THREAD, { name: 'x', curing, checking: cured, meanwhile: (text, { composers: [first] }) => { if (text === 'দুই') curing.add(first); } });
  await page.attempt({ pressed: [page.window.document.querySelector('button')] });
  assert.deepEqual([page.decided, page.gone, page.pressed], [['এক', 'দুই', 'আরেক'], ['আরেক', 'দুই'], ['Post']]);
});

const COMMENTS = '<div><div contenteditable>এক</div><button>Post</button></div><div><div contenteditable>দুই</div><button>Post</button></div>';
// A press while another is decided on: [name, page, the drafts of the first press, those of the second, how often is published]
const SECOND = [
  ['the same', THREAD, [0, 1], [0, 1], 1],
  ['a click after a key in the second draft', THREAD, [1, 0], [0, 1], 1],
  ['a key in the second draft after a click', THREAD, [0, 1], [1, 0], 1],
  ['a part of them', THREAD, [0, 1], [1], 1],
  ['another draft that the same control publishes', THREAD, [0], [1], 1],
  ['another draft with a control of its own', COMMENTS, [0], [1], 2],
];
for (const [name, html, first, second, count] of SECOND) {
  test(`a second press: ${name}`, async () => {
    const page = openDrafts(html, { name: html === THREAD ? 'x' : 'generic', verdicts: { এক: 'warn', দুই: 'warn' } });
    const press = (indexes) => page.attempt({ composers: indexes.map((index) => page.composers[index]) });
    await Promise.all([press(first), press(second)]);
    assert.deepEqual([[...page.decided].sort(), page.pressed], [['এক', 'দুই'], Array(count).fill('Post')]);
    await press(first);
    assert.equal(page.pressed.length, count + 1, 'once that is over, a press counts again');
  });
}

test('what the page submits by itself once it was pressed goes, too', async () => {
  const page = openDrafts('<form><textarea>খসড়া</textarea><button type="button">Publish</button></form>', { verdicts: { খসড়া: 'warn' } });
  const [button, own] = [find(page, 'button'), find(page, 'form')];
  button.addEventListener('click', async () => {
    await null; // it looks at its form first
    await page.attempt({ form: own }); // as the guard makes of the submit that it holds
  });
  await page.attempt({ pressed: [button] });
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  assert.deepEqual(page.pressed, ['Publish', 'submit']);
});

test('a second press: in the editor that was drawn anew meanwhile', async () => {
  let isDone = false;
  const page = openDrafts(DIALOG('Post'), { name: 'facebook', checking: async (found) => {
    if (isDone) return;
    isDone = true;
    redraw(BOX)(found);
    await page.attempt({ composers: [find(page, BOX)], pressed: [find(page, POST)] });
  } });
  await page.attempt({ pressed: [find(page, POST)] });
  assert.deepEqual(page.pressed, ['Post']);
});

const find = ({ window }, selector) => window.document.querySelector(selector);
const hide = (selector) => (page) => { find(page, selector).hidden = true; };
const drop = (selector) => (page) => find(page, selector).remove();
const redraw = (selector, html) => (page) => { const old = find(page, selector); old.outerHTML = html ?? old.outerHTML; };
const [BOX, POST, ALL] = ['[role="textbox"]', '[role="button"]', '[role="dialog"]'];
// What the page does while the draft is checked, or asked about: [name, when, what it does, by click or key, what is pressed then, whether one more press is asked for]
const CLOSED = [
  ['nothing', 'checked', () => {}, 'click', ['Post'], false],
  ['it is taken away', 'checked', drop(ALL), 'click', [], false],
  ['it is hidden', 'checked', hide(ALL), 'click', [], false],
  ['it is hidden', 'checked', hide(ALL), 'key', [], false],
  ['it is taken away', 'asked', drop(ALL), 'click', [], false],
  ['it is folded away', 'asked', hide(ALL), 'click', ['Post'], false],
  ['it is folded away', 'asked', hide(ALL), 'key', ['Post'], false],
  ['the draft alone is folded away', 'checked', hide(BOX), 'click', ['Post'], false],
  ['the editor is drawn anew', 'checked', redraw(BOX), 'click', ['Post'], false],
  ['the editor is drawn anew', 'checked', redraw(BOX), 'key', [], true],
  ['Post is drawn anew', 'checked', redraw(POST), 'click', ['Post'], false],
  ['another stands in its place', 'checked', redraw(POST, '<div role="button" aria-label="Next">Next</div>'), 'click', [], true],
  ['Post alone is hidden', 'checked', hide(POST), 'click', [], true],
];
for (const [name, when, act, way, pressed, isAskedFor] of CLOSED) {
  test(`a draft while it is ${when}, by ${way}: ${name}`, async () => {
    const verdicts = when === 'asked' ? { খসড়া: 'warn' } : {};
    let isDone = false;
    const once = (page) => { if (!isDone) { isDone = true; act(page); } };
    const page = openDrafts(DIALOG('Post'), { name: 'facebook', verdicts, ...(when === 'asked' ? { meanwhile: (_text, found) => once(found) } : { checking: once }) });
    await page.attempt({ pressed: way === 'click' ? [find(page, POST)] : [] });
    assert.deepEqual([page.pressed, page.gone, page.again.length > 0], [pressed, pressed.map(() => 'খসড়া'), isAskedFor]);
  });
}

for (const [name, status, given] of [
  ['being checked', { state: 'checking', text: 'খসড়া', answer: null, failure: null }, 'checking'],
  ['known, and looked at once more', { state: 'clear', text: 'খসড়া', answer: { verdict: 'clear', incomplete: [] } }, 'clear'],
]) {
  test(`a draft that is ${name} for long is decided on as such, and is said to be checked meanwhile`, async () => {
    const page = openDrafts(DIALOG('Post'), { name: 'facebook', begin: async () => ({ isStopped: false, status, settle: () => new Promise(() => {}) }) });
    const [states, said] = [[], []];
    page.window.setTimeout = (act) => void Promise.resolve().then(act);
    page.window.Jachai.notice.checking = (composer, language, _controls, over) => said.push([composer.textContent, language, over]);
    page.window.Jachai.decisionOn = async (_watch, { state }) => { states.push(state); assert.equal(said[0][2].aborted, true); return 'back'; };
    await page.attempt({ pressed: [find(page, POST)] });
    assert.deepEqual([states, said.map(([text, language]) => [text, language]), page.pressed], [[given], [['খসড়া', 'bn']], []]);
  });
}

test('that a draft is checked is said also where the background itself takes its time', async () => {
  const page = openDrafts(DIALOG('Post'), { name: 'facebook' });
  const said = [];
  page.window.setTimeout = (act) => void Promise.resolve().then(act);
  page.window.Jachai.rules = () => new Promise(() => {});
  page.window.Jachai.notice.checking = (composer, language) => said.push([composer.textContent, language]);
  void page.attempt({ pressed: [find(page, POST)] });
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  assert.deepEqual([said, page.pressed], [[['খসড়া', 'bn']], []]);
});

test('nobody is asked about a draft that was closed while it was checked', async () => {
  for (const act of [drop(ALL), hide(ALL)]) {
    const page = openDrafts(DIALOG('Post'), { name: 'facebook', verdicts: { খসড়া: 'warn' }, checking: act });
    await page.attempt({ pressed: [find(page, POST)] });
    assert.deepEqual([page.decided, page.pressed], [[], []]);
  }
});

test('a watch that is stopped while it is asked is none to decide by: the one that began anew is', async () => {
  const watch = (status) => ({ isStopped: status.state === 'unchecked', status, settle: async () => status });
  const [text, answer] = ['খসড়া', { verdict: 'clear', incomplete: [] }];
  const watches = [watch({ state: 'unchecked', text, answer: null }), watch({ state: 'clear', text, answer })];
  const page = openDrafts(DIALOG('Post'), { name: 'facebook', begin: async () => watches.shift() });
  await page.attempt({ pressed: [find(page, POST)] });
  assert.deepEqual([page.decided, page.pressed, watches.length], [['খসড়া'], ['Post'], 0]);
});

test('a draft that begins anew while the writer is asked is decided on anew, and by that alone', async () => {
  const verdicts = { খসড়া: 'anew' };
  const page = openDrafts(DIALOG('Post'), { name: 'facebook', verdicts, meanwhile: () => { if (page.decided.length === 2) verdicts.খসড়া = 'clear'; } });
  await page.attempt({ pressed: [find(page, POST)] });
  assert.deepEqual([page.decided, page.pressed], [['খসড়া', 'খসড়া'], ['Post']]);
});

test('nothing is held or asked in a page whose site is taken back while its draft is checked', async () => {
  let begun = 0;
  const watch = { isStopped: true, status: { state: 'unchecked', text: 'খসড়া', answer: null }, settle: async () => watch.status };
  const begin = async () => { begun += 1; assert.ok(begun < 9, 'it begins anew for ever'); return watch; };
  const page = openDrafts(DIALOG('Post'), { name: 'facebook', begin });
  page.window.Jachai.rules = async () => { page.window.Jachai.isWithdrawn = true; return { language: 'bn' }; };
  await page.attempt({ pressed: [find(page, POST)] });
  assert.deepEqual([page.decided, page.pressed, begun], [[], [], 1]);
});

test('nobody is asked about a draft that was made a private message while it was checked; the next press is not held', async () => {
  const page = openDrafts(DIALOG('Post'), { name: 'facebook', verdicts: { খসড়া: 'warn' }, checking: (found) => find(found, BOX).classList.add('private') });
  await page.attempt({ pressed: [find(page, POST)] });
  assert.deepEqual([page.decided, page.pressed, page.again], [[], [], []]);
});

for (const [name, selector] of [['a draft that was folded away as Post was pressed', BOX], ['a control that has no box of its own', POST], ['both', ALL]]) {
  test(`what was not to be seen then need not be later: ${name}`, async () => {
    const page = openDrafts(DIALOG('Post'), { name: 'facebook' });
    find(page, selector).hidden = true;
    await page.attempt({ pressed: [find(page, POST)] });
    assert.deepEqual(page.pressed, ['Post']);
  });
}

test('of a thread one draft is taken away while it is checked: the others go', async () => {
  const page = openDrafts(THREAD, { name: 'x', checking: (found) => found.composers[1].remove() });
  await page.attempt({ pressed: [find(page, 'button')] });
  assert.deepEqual([page.decided, page.gone, page.pressed], [['এক'], ['এক'], ['Post']]);
});

// A form while its draft is checked: [name, what happens, what is submitted]
const SUBMITTED = [
  ['nothing', () => {}, ['submit Publish']],
  ['the button is drawn anew', redraw('button'), ['submit Publish']],
  ['another comes in its place', redraw('button', '<button type="submit">Publish all</button>'), ['submit']],
  ['the button goes', drop('button'), ['submit']],
  ['the form is hidden', hide('form'), []],
  ['the form goes', drop('form'), []],
];
for (const [name, act, wanted] of SUBMITTED) {
  test(`a form while it is checked: ${name}`, async () => {
    const page = openDrafts(form('Publish'), { checking: act });
    await page.attempt({ form: find(page, 'form'), submitter: find(page, 'button') });
    assert.deepEqual([page.pressed, page.gone], [wanted, wanted.map(() => 'খসড়া')]);
  });
}

test('of a form that is submitted, a draft that is put beside it with its `form` is decided on, too', async () => {
  const put = ({ window: { document } }) => { document.querySelector('#late') ?? document.body.insertAdjacentHTML('beforeend', '<textarea id="late" form="own">পরে</textarea>'); };
  const page = openDrafts(form('Publish').replace('<form', '<form id="own"'), { checking: put });
  await page.attempt({ form: find(page, 'form'), submitter: find(page, 'button') });
  assert.deepEqual(page.decided, ['খসড়া', 'পরে']);
});

const RULES = { language: 'bn', whenUnreachable: 'warn', pausedUntil: 0, hold: null, reasons: [] };
const FAILED = { state: 'unchecked', answer: null, failure: { why: 'failed', message: '' } };
const CLEAR = { state: 'clear', answer: { verdict: 'clear', findings: [], incomplete: [] }, failure: null };
const found = (severity) => ({ state: 'findings', answer: { verdict: severity, findings: [{ severity, fingerprint: 'a' }], incomplete: [] }, failure: null });

/** All that is on its way has come. */
const turns = () => new Promise((resolve) => { setTimeout(resolve); });

/**
 * A thread whose Post was pressed. The server answers as the test tells it (`known`: of which texts at once), `late`: not in time; what the writer is
 * asked is what decide.js asks: `questions`, each answered by `say`, `about`: what each was about as it came up. `asked`: the texts that the server was asked about.
 * `recorded`: the reasons that the server was told, those of one request with ` + ` between, and how many posts had gone by then; what it answers is `outcomes`, in turn, else that they are kept. `recording`: how often that was shown.
 */
function openThread({ rules = RULES, known = {}, outcomes = [] } = {}) {
  const [asked, questions, timers, watches, answers] = [[], [], [], new Map(), new Map()];
  const [recorded, recording] = [[], []];
  const watchOf = (composer) => {
    const watch = watches.get(composer) ?? { element: composer, isStopped: false, status: { ...CLEAR, text: '' }, settle: () => {
      const text = composer.textContent;
      asked.push(text);
      watch.status = { state: 'checking', text, answer: null, failure: null };
      return new Promise((resolve) => {
        answers.set(text, (status) => { watch.status = { ...status, text }; resolve(watch.status); });
        if (known[text]) answers.get(text)(known[text]);
      });
    } };
    watches.set(composer, watch);
    return watch;
  };
  const asksMore = (composer) => Boolean(watches.get(composer)) && page.window.Jachai.asksMore(watches.get(composer), watches.get(composer).status, rules);
  const page = openDrafts(THREAD, { name: 'x', begin: async (composer) => watchOf(composer), asksMore });
  page.window.eval(DECIDE);
  page.window.setTimeout = (act, delay) => void timers.push({ act, delay });
  page.window.clearTimeout = () => {};
  const question = (kind) => ({ findings, unchecked, renew, override, notKept }) => new Promise((resolve) => {
    const about = [kind, unchecked?.why ?? unchecked ?? findings[0].severity, ...(notKept ? [notKept.message] : [])].join(' ');
    const say = async (choice) => { if (choice !== 'publish' || !renew()) resolve(choice); await turns(); };
    const give = (note) => { override.give({ reason: 'law', note }); return say('publish'); };
    questions.push({ about, say, give, before: override?.before });
  });
  const tell = async ({ type, bodies }) => {
    recorded.push(`${type} ${bodies.map(({ text, reason, note }) => `${text} ${reason} ${note}`).join(' + ')}, ${page.pressed.length} gone`);
    return await outcomes.shift() ?? { done: true };
  };
  const dialog = { hold: question('hold'), confirm: question('ask'), recording: async (options, act) => { recording.push(options.language); await act(); } };
  Object.assign(page.window.Jachai, { rules: async () => rules, containerOf: () => null, dialog, tell });
  page.window.Jachai.notice.checking = () => {};
  const done = page.attempt({ pressed: [find(page, 'button')] });
  return {
    ...page, asked, questions, watches, recorded, recording, done,
    tell: async (text, status) => { answers.get(text)(status); await turns(); },
    late: async () => { await turns(); timers.splice(0).forEach(({ act, delay }) => { if (delay === 1_500) act(); }); await turns(); },
    about: () => questions.map(({ about }) => about),
  };
}

// A thread is closed while its second draft is waited for: [what became of the first, the rules]
for (const [name, first, rules] of [
  ['that the office lets go unchecked', FAILED, { ...RULES, whenUnreachable: 'allow' }],
  ['to which the writer said yes', found('warn'), RULES],
]) {
  for (const isClosed of [false, true]) {
    test(`a thread with a draft ${name}: ${isClosed ? 'closed while another is waited for, it does not go' : 'it goes'}`, async () => {
      const thread = openThread({ rules, known: { এক: first } });
      await turns();
      await thread.questions[0]?.say('publish');
      if (isClosed) hide(ALL)(thread);
      await thread.tell('দুই', CLEAR);
      await thread.done;
      assert.deepEqual([thread.pressed, thread.questions.length], [isClosed ? [] : ['Post'], first === FAILED ? 0 : 1]);
    });
  }
}

const WORDS = ['এক', 'দুই'];

test('the drafts of a thread are asked about at once, and all are waited for no longer than one', async () => {
  const thread = openThread({ rules: { ...RULES, whenUnreachable: 'allow' } });
  await turns();
  assert.deepEqual([thread.asked, thread.pressed], [WORDS, []]);
  await thread.late();
  await thread.done;
  assert.deepEqual([thread.pressed, thread.about()], [['Post'], []]);
});

const FAULTS = [['that are being checked', {}, 'ask checking'], ['that could not be checked', { এক: FAILED, দুই: FAILED }, 'ask failed'], ['one being checked', { এক: FAILED }, 'ask failed']];
for (const [name, known, about] of FAULTS) {
  for (const [choice, pressed] of [['publish', ['Post']], ['back', []]]) {
    test(`of several drafts ${name} the writer is asked once: ${choice}`, async () => {
      const thread = openThread({ known });
      await thread.late();
      await thread.questions[0].say(choice);
      await thread.late();
      await thread.done;
      assert.deepEqual([thread.about(), thread.pressed, thread.asked], [[about], pressed, WORDS]);
    });
  }
}

const SECOND_COMES = {
  'a warning': [found('warn'), 'ask warn'], 'a block': [found('block'), 'hold block'], 'that it is clear': [CLEAR], 'a fault': [FAILED], 'another text': ['আরেক', 'ask checking'],
};
// When it comes: while the first draft is asked about, or after the yes, as the rules are asked for that often: before the second is decided on, and after it
for (const when of ['the question', 1, 2, 3, 4]) {
  for (const [name, [news, question]] of Object.entries(SECOND_COMES)) {
    if (when === 'the question' && name === 'another text') continue; // it stands as the writer says yes
    test(`a yes to "not checked" counts for each draft of which nothing else is known: ${name}, ${when === 'the question' ? 'while it is asked' : `at step ${when} after it`}`, async () => {
      const known = {};
      const thread = openThread({ known });
      const [{ Jachai }, second] = [thread.window, thread.watches.get(thread.composers[1])];
      const come = () => {
        if (typeof news === 'string') write(1, news)(thread);
        else [known.দুই, second.status] = [news, { ...news, text: 'দুই' }];
      };
      await thread.late();
      if (when === 'the question') come();
      let left = when;
      Jachai.rules = async () => { left -= 1; if (left === 0) come(); return RULES; };
      await thread.questions[0].say('publish');
      await thread.late();
      assert.deepEqual([thread.about(), thread.pressed], [['ask checking', ...(question ? [question] : [])], question ? [] : ['Post']]);
      assert.ok(when === 'the question' || left <= 0);
      await thread.questions[1]?.say('back');
      await thread.done;
    });
  }
}

test('a yes to "not checked" is none to a draft with findings', async () => {
  const thread = openThread({ known: { দুই: found('warn') } });
  await thread.late();
  await thread.questions[0].say('publish');
  assert.deepEqual([thread.about(), thread.pressed], [['ask checking', 'ask warn'], []]);
  await thread.questions[1].say('publish');
  await thread.done;
  assert.deepEqual(thread.pressed, ['Post']);
});

test('a yes to a warning, or to what turned out clear, is none to what was not checked', async () => {
  for (const known of [{ এক: found('warn') }, {}]) {
    const thread = openThread({ known });
    await thread.late();
    if (!known.এক) await thread.tell('এক', CLEAR);
    await thread.questions[0].say('publish'); // of what is clear now: nothing is pressed, the question says so
    await thread.questions[0].say('publish');
    assert.deepEqual([thread.about(), thread.pressed], [[known.এক ? 'ask warn' : 'ask checking', 'ask checking'], []]);
    await thread.questions[1].say('back');
    await thread.done;
  }
});

test('a draft that is asked about anew while another one is: what is found then counts', async () => {
  const known = { এক: found('warn'), দুই: CLEAR };
  const thread = openThread({ known });
  await turns();
  known.দুই = found('block');
  thread.watches.get(thread.composers[1]).status = { state: 'checking', text: 'দুই', answer: null, failure: null }; // new lists
  await thread.questions[0].say('publish');
  assert.deepEqual([thread.about(), thread.asked], [['ask warn', 'hold block'], [...WORDS, 'দুই']]);
  await thread.questions[1].say('back');
  await thread.done;
  assert.deepEqual(thread.pressed, []);
});

const REASONED = { ...RULES, reasons: [{ id: 'law', bn: 'আইন', en: '' }] };
const TWO_BLOCKS = { এক: found('block'), দুই: found('block') };
const again = (thread) => thread.attempt({ pressed: [find(thread, 'button')] });

test('a reason is recorded once nothing more is asked, and the post goes after it', async () => {
  const thread = openThread({ rules: REASONED, known: { এক: found('block'), দুই: found('warn') } });
  await turns();
  await thread.questions[0].give('নোট');
  assert.deepEqual([thread.recorded, thread.about()], [[], ['hold block', 'ask warn']]);
  await thread.questions[1].say('publish');
  await thread.done;
  assert.deepEqual([thread.recorded, thread.recording, thread.pressed], [['override এক law নোট, 0 gone'], ['bn'], ['Post']]);
});

test('a reason is not recorded where another draft keeps the post back; it is as the post goes, once, and not asked for again', async () => {
  const thread = openThread({ rules: REASONED, known: { এক: found('block'), দুই: found('warn') } });
  await turns();
  await thread.questions[0].give('নোট');
  await thread.questions[1].say('back');
  await thread.done;
  assert.deepEqual([thread.recorded, thread.pressed], [[], []]);
  const second = again(thread);
  await turns();
  await thread.questions[2].say('publish');
  await second;
  await again(thread); // the page did not take it
  assert.deepEqual([thread.about(), thread.recorded, thread.pressed], [['hold block', 'ask warn', 'ask warn'], ['override এক law নোট, 0 gone'], ['Post', 'Post']]);
});

test('a reason is not recorded where the draft, or all of the thread, is gone by then', async () => {
  for (const [close, pressed] of [[({ composers: [first] }) => first.remove(), ['Post']], [hide(ALL), []]]) {
    const thread = openThread({ rules: REASONED, known: { এক: found('block') } });
    await turns();
    await thread.questions[0].give('নোট');
    close(thread);
    await thread.tell('দুই', CLEAR);
    await thread.done;
    assert.deepEqual([thread.recorded, thread.pressed], [[], pressed]);
  }
});

test('a reason that is refused keeps the post back, and those of the others: the writer is asked again, and told why', async () => {
  const failure = { why: 'refused', message: 'নিজের ভাষায় লিখুন' };
  const thread = openThread({ rules: REASONED, known: TWO_BLOCKS, outcomes: [{ failure }] });
  await turns();
  await thread.questions[0].give('এক');
  await thread.questions[1].give('দুই');
  assert.deepEqual([thread.recorded, thread.about()[2], thread.pressed], [['override এক law এক + দুই law দুই, 0 gone'], `hold block ${failure.message}`, []]);
  assert.deepEqual(thread.asked, WORDS, 'nothing is asked of a server that may be away');
  await thread.questions[2].give('আরেক');
  await thread.done;
  assert.deepEqual(thread.recorded.slice(1), ['override এক law আরেক + দুই law দুই, 0 gone']);
  assert.deepEqual([thread.about().length, thread.pressed], [3, ['Post']]);
});

// Which of two reasons the server refuses: [what it says, whose form comes back]
for (const [at, refused] of [[0, 0], [1, 1], [undefined, 0], [7, 0]]) {
  test(`of two reasons one is refused, the server says ${at}: its form comes back as filled in, and that of the other draft does not`, async () => {
    const failure = { why: 'refused', message: 'না', at };
    const thread = openThread({ rules: REASONED, known: TWO_BLOCKS, outcomes: [{ failure }] });
    await turns();
    await thread.questions[0].give('এক');
    await thread.questions[1].give('দুই');
    const [told] = thread.composers.slice(refused);
    assert.deepEqual(thread.questions[2].before, { reason: 'law', note: told.textContent });
    await thread.questions[2].give('আরেক');
    await thread.done;
    const notes = ['এক', 'দুই'].map((note, index) => (index === refused ? 'আরেক' : note));
    assert.deepEqual(thread.recorded.slice(1), [`override এক law ${notes[0]} + দুই law ${notes[1]}, 0 gone`]);
    assert.deepEqual([thread.about().length, thread.pressed], [3, ['Post']]);
  });
}

test('a writer who goes back once a reason was refused keeps the draft; the other reasons are not recorded', async () => {
  const thread = openThread({ rules: REASONED, known: TWO_BLOCKS, outcomes: [{ failure: { why: 'unreachable', message: '' } }] });
  await turns();
  await thread.questions[0].give('এক');
  await thread.questions[1].give('দুই');
  await thread.questions[2].say('back');
  await thread.done;
  assert.deepEqual([thread.recorded.length, thread.pressed, thread.composers.map((each) => each.textContent)], [1, [], WORDS]);
});

// What the page does while a reason is recorded: [name, what, whether it goes, what is asked then]
const WHILE_RECORDED = [
  ['nothing', () => {}, true, []],
  ['it folds away the draft, as our dialog takes the focus', hide(ALL), true, []],
  ['it takes away the draft', drop(ALL), false, []],
  ['it writes in the draft', write(0, 'আরেক'), false, ['hold block']],
];
for (const [name, act, goes, asked] of WHILE_RECORDED) {
  test(`while a reason is recorded: ${name}`, async () => {
    let kept;
    const known = { এক: found('block'), দুই: CLEAR, আরেক: found('block') };
    const thread = openThread({ rules: REASONED, known, outcomes: [new Promise((resolve) => { kept = resolve; })] });
    await turns();
    await thread.questions[0].give('নোট');
    assert.deepEqual([thread.recorded.length, thread.pressed], [1, []]);
    void again(thread); // a second press meanwhile adds nothing
    act(thread);
    kept({ done: true });
    await turns();
    await turns();
    assert.deepEqual([thread.pressed, thread.about().slice(1), thread.recorded.length], [goes ? ['Post'] : [], asked, 1]);
  });
}

test('a reason is recorded before one more press is asked for: that press asks nothing', async () => {
  const thread = openThread({ rules: REASONED, known: { এক: found('block'), দুই: CLEAR } });
  await turns();
  find(thread, 'button').remove();
  await thread.questions[0].give('নোট');
  await thread.done;
  assert.deepEqual([thread.recorded, thread.passed, thread.pressed], [['override এক law নোট, 0 gone'], WORDS, []]);
});
