// Whether the icon warns, and what IT hears of, as a page draws what publishes a draft: at once, late, or never.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const { JSDOM } = createRequire(new URL('../browser/package.json', import.meta.url))('jsdom');
const PROTECTION = readFileSync(new URL('../../extension/content/protection.js', import.meta.url), 'utf8');
const BROKEN = { platform: 'x', selector: 'publish', selectors: 'builtin' };

/**
 * A page (or a frame in one) with a composer whose seconds the test lets pass.
 * `told`: each mark as it is told, whether protected; `broken`: what IT hears of
 */
function open({ isFrame = false, ...more } = {}) {
  const { window: outer } = new JSDOM('<iframe></iframe>', { runScripts: 'outside-only', url: 'https://x.com/' });
  const window = isFrame ? outer.frames[0] : outer;
  window.document.body.innerHTML = '<textarea id="draft">খসড়া</textarea><div id="other" contenteditable="true"></div>';
  const [told, broken, waiting, heard] = [[], [], [], {}];
  window.setTimeout = (act) => { waiting.push(act); };
  window.addEventListener = (type, act) => { heard[type] = act; };
  const [signs, removed] = [new window.AbortController(), new window.AbortController()];
  window.Jachai = {
    host: 'x.com',
    isAlive: () => true,
    isElsewhere: () => false,
    text: { read: (composer) => ({ text: composer.value }) },
    tell: (message) => {
      told.push(message.isProtected);
      if (message.broken) broken.push({ ...message.broken });
    },
    isThere: (element) => element.isConnected,
    untilRemoved: (element) => (element === signs.of ? signs.signal : removed.signal),
  };
  window.eval(PROTECTION);
  const { protection } = window.Jachai;
  const [draft, other] = ['draft', 'other'].map((id) => window.document.getElementById(id));
  for (const field of [draft, other]) Object.defineProperty(field, 'offsetWidth', { value: 300, configurable: true });
  const page = { controls: [], keys: ['Control+Enter'] };
  const platform = { name: 'x', version: '', littleKnown: [], ...more, publishControls: () => page.controls, publishKeys: () => page.keys };
  return {
    page, told, broken, draft, other,
    type(text = 'খসড়া', isAnswered = false) { // a key: focus and input, then the loop's status
      draft.value = text;
      protection.known(draft);
      if (text) protection.written(draft, platform, isAnswered);
    },
    typeUnknown: () => protection.noticed([draft], [platform]),
    typeNarrow(name) { // a field of the width of a letter, in an element of that class
      draft.parentNode.className = name;
      Object.defineProperty(draft, 'offsetWidth', { value: 8, configurable: true });
      Object.defineProperty(draft.parentNode, 'offsetWidth', { value: 300, configurable: true });
      protection.noticed([draft, draft.parentNode], [platform]);
    },
    typeElsewhere: () => protection.noticed([other], [platform]),
    typeKnown: () => protection.known(other),
    leave(element) { // it is told as anything leaves
      element.remove();
      removed.abort();
    },
    loseSigns() {
      signs.of = draft;
      protection.watching(draft, { sign: draft, isStopped: false, showAgain() {} }, new window.AbortController().signal);
      signs.abort();
    },
    show: (more) => heard.pageshow({ isTrusted: true, persisted: true, ...more }),
    hide: (more) => heard.pagehide({ isTrusted: true, persisted: false, ...more }),
    second(count = 1) {
      for (let passed = 0; passed < count; passed += 1) waiting.splice(0).forEach((act) => act());
    },
    waits: () => waiting.length,
  };
}

test('a draft that something publishes is looked at once, and no word leaves', () => {
  const { page, told, type, second, waits } = open();
  page.controls = ['Post'];
  type();
  second();
  type('আরও');
  assert.deepEqual([told, waits()], [[], 0]);
});

for (const [what, change] of [['a control', { controls: ['Post'] }], ['Enter', { keys: ['Enter'] }]]) {
  for (const late of [1, 2, 4]) {
    test(`${what} that comes after ${late} looks takes the mark away, and is no fault`, () => {
      const { page, told, broken, type, second, waits } = open();
      type();
      second(late);
      assert.deepEqual(told, [false]);
      Object.assign(page, change);
      second();
      assert.deepEqual([told, broken, waits()], [[false, true], [], 0]);
    });
  }
}

test('one that never comes is told to IT once; from then on it is looked for at keys', () => {
  const { page, told, broken, type, second, waits } = open();
  type();
  second(20);
  assert.deepEqual([told, broken, waits()], [[false, false], [BROKEN], 0]);
  type('আরও');
  second();
  assert.deepEqual([told, broken], [[false, false], [BROKEN]]);
  page.controls = ['Post'];
  type('আরও কিছু');
  second();
  assert.deepEqual([told, broken], [[false, false, true], [BROKEN]]);
});

test('one that goes is missed after an answer, at the second look, and comes back', () => {
  const { page, told, broken, type, second, waits } = open();
  page.controls = ['Post'];
  type();
  second();
  page.controls = [];
  type('আরও'); // not answered yet
  assert.equal(waits(), 0);
  type('আরও', true);
  second();
  assert.deepEqual(told, []);
  second();
  assert.deepEqual(told, [false]);
  type('আরও কিছু');
  page.controls = ['Post'];
  second();
  assert.deepEqual([told, broken, waits()], [[false, true], [], 0]);
});

for (const looks of [1, 2]) {
  test(`one that goes ${looks} looks before its draft is no fault, and leaves no mark`, () => {
    const { page, told, broken, type, second, waits } = open();
    page.controls = ['Post'];
    type();
    second();
    page.controls = [];
    type('আরও', true);
    second(looks);
    type('');
    second(5);
    assert.deepEqual([told, broken, waits()], [looks === 1 ? [] : [false, true], [], 0]);
  });
}

test('keys in a draft that nothing publishes leave the mark', () => {
  const { told, type, second } = open();
  type();
  second();
  type('আরও');
  assert.deepEqual(told, [false]);
});

test('a draft that has gone, or was posted, is no fault', () => {
  const { told, draft, type, second, waits } = open();
  type();
  type('');
  second();
  type();
  draft.remove();
  second();
  assert.deepEqual([told, waits()], [[], 0]);
});

test('posted after the first look: nothing more is looked for until there is a draft again', () => {
  const { told, broken, type, second, waits } = open();
  type();
  second();
  type('');
  second(20);
  assert.deepEqual([told, broken, waits()], [[false], [], 0]);
  type();
  second(20);
  assert.deepEqual(broken, [BROKEN]);
});

test('one that is no composer of ours warns again after another took the mark away; IT heard once', () => {
  const { told, broken, type, typeElsewhere } = open();
  for (const act of [typeElsewhere, typeElsewhere, type, typeElsewhere, typeElsewhere]) act();
  assert.deepEqual([told, broken.length], [[false, true, false], 1]);
});

test('one that newer selectors know takes its own mark away', () => {
  const { told, typeElsewhere, typeKnown } = open();
  typeElsewhere();
  typeKnown();
  assert.deepEqual(told, [false, true]);
});

test('one that no selector knows any more keeps its mark until one does, though Post is there', () => {
  const { page, told, type, typeUnknown, second } = open();
  page.controls = ['Post'];
  type();
  typeUnknown();
  second();
  assert.deepEqual(told, [false]);
  type('আরও', true);
  assert.deepEqual(told, [false, true]);
});

// A field as narrow as a letter: [what it stands in, does the icon warn]
for (const [name, isTold] of [['ace_editor', true], ['toolbar', false]]) {
  test(`a narrow field in an element of class ${name}: ${isTold ? 'told, for its draft is drawn beside it' : 'no composer'}`, () => {
    const { told, typeNarrow } = open();
    typeNarrow(name);
    assert.deepEqual(told, isTold ? [false] : []);
  });
}

test('a control that comes takes no other mark away', () => {
  const { page, told, type, typeElsewhere, second } = open();
  type();
  second();
  typeElsewhere();
  page.controls = ['Post'];
  second();
  assert.deepEqual(told, [false, false]);
});

test('nor that of signs that the page took away', () => {
  const { page, told, type, loseSigns, second } = open();
  type();
  second();
  loseSigns();
  page.controls = ['Post'];
  second();
  type('আরও');
  assert.deepEqual(told, [false, false]);
});

for (const [what, littleKnown, wanted] of [['', [], [{ ...BROKEN, selector: 'composer' }]], [' little known', ['m.x.com', 'x.com'], []]]) {
  test(`a field that is no composer of ours, on a host${what}: the writer is told, IT ${wanted.length ? 'too' : 'is not'}`, () => {
    const { told, broken, typeElsewhere } = open({ littleKnown });
    typeElsewhere();
    assert.deepEqual([told, broken], [[false], wanted]);
  });
}

const SHOWN = [
  ['put away', {}, [false, false]],
  ['loaded', { persisted: false }, [false]],
  ['said by the page itself to have been put away', { isTrusted: false }, [false]],
];
for (const [what, event, wanted] of SHOWN) {
  test(`the mark of a page that was ${what} is told ${wanted.length === 2 ? 'again' : 'once'}`, () => {
    const { told, broken, typeElsewhere, show } = open();
    typeElsewhere();
    show(event);
    assert.deepEqual([told, broken.length], [wanted, 1]);
  });
}

test('a page without a mark, or without one any more, tells nothing as it comes back', () => {
  const { told, type, typeElsewhere, show } = open();
  show();
  typeElsewhere();
  type();
  show();
  assert.deepEqual(told, [false, true]);
});

test('the mark goes with the field that it warns of, and comes back with it', () => {
  const { told, other, typeElsewhere, leave, draft } = open();
  typeElsewhere();
  leave(other);
  assert.deepEqual(told, [false, true]);
  draft.after(other);
  typeElsewhere();
  assert.deepEqual(told, [false, true, false]);
});

test('a field that goes takes no other mark away', () => {
  const { told, other, type, typeElsewhere, second, leave } = open();
  typeElsewhere();
  type();
  second();
  leave(other);
  assert.deepEqual(told, [false, true, false]);
});

const HIDDEN = [
  ['a frame that goes', { isFrame: true }, {}, [false, true]],
  ['a frame that the browser puts away with its page', { isFrame: true }, { persisted: true }, [false]],
  ['a frame whose page says that it goes', { isFrame: true }, { isTrusted: false }, [false]],
  ['a page, whose own mark the browser takes away', {}, {}, [false]],
];
for (const [name, more, event, wanted] of HIDDEN) {
  test(`the mark of ${name} is ${wanted.length === 2 ? 'taken away' : 'left as it is'}`, () => {
    const { told, typeElsewhere, hide } = open(more);
    typeElsewhere();
    hide(event);
    assert.deepEqual(told, wanted);
  });
}

test('a frame without a mark tells nothing as it goes', () => {
  const { told, hide } = open({ isFrame: true });
  hide();
  assert.deepEqual(told, []);
});
