// What would publish is held by its events: each kind kept from the page, and prevented where that takes nothing else away.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const { JSDOM } = createRequire(new URL('../browser/package.json', import.meta.url))('jsdom');
const GUARD = readFileSync(new URL('../../extension/content/guard.js', import.meta.url), 'utf8');

/** A page whose every press would publish a draft that may not go. `listeners`: by type, each with its options. */
function openGuard() {
  const { window } = new JSDOM('', { runScripts: 'outside-only' });
  const listeners = new Map();
  window.addEventListener = (type, act, options) => listeners.set(type, { act, options });
  const attempt = { composers: [{}] };
  window.Jachai = {
    attemptsOn: () => ({ byPress: () => attempt, byKey: () => attempt, bySubmit: () => attempt }),
    surface: { hear() {} }, pathOf: () => [], isAlive: () => true,
  };
  window.eval(GUARD);
  window.Jachai.guard({ composers: { mayGo: () => false, isCuring: () => false }, onAttempt: async () => {} });
  return listeners;
}

// [events, are they prevented: a prevented touch or pointer would take the click away]
const EVENTS = [
  [['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend'], false],
  [['click', 'auxclick', 'submit'], true],
];
for (const [types, isPrevented] of EVENTS) {
  for (const type of types) {
    test(`${type} is kept from the page${isPrevented ? ' and prevented' : ', not prevented'}`, () => {
      const done = [];
      const event = { type, isTrusted: true, timeStamp: 1, stopImmediatePropagation: () => done.push('kept'), preventDefault: () => done.push('prevented') };
      openGuard().get(type).act(event);
      assert.deepEqual(done, isPrevented ? ['kept', 'prevented'] : ['kept']);
    });
  }
}

test('a page that is scrolled by touch does not wait for us; what is prevented can be', () => {
  const passive = [...openGuard()].filter(([, { options }]) => options.passive).map(([type]) => type);
  assert.deepEqual(passive, ['touchstart', 'touchend']);
});
