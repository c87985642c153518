// What is told as an element leaves its page: to all who wait for it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const { JSDOM } = createRequire(new URL('../browser/package.json', import.meta.url))('jsdom');
const REMOVED = readFileSync(new URL('../../extension/content/removed.js', import.meta.url), 'utf8');

/** A page whose looks the test makes itself. */
function open() {
  const { window } = new JSDOM('<p></p><i></i>', { runScripts: 'outside-only' });
  const looks = new Set();
  window.setInterval = (look) => { looks.add(look); return look; };
  window.clearInterval = (look) => looks.delete(look);
  const observed = new Set();
  window.IntersectionObserver = class {
    observe(element) { observed.add(element); }
    unobserve(element) { observed.delete(element); }
  };
  window.Jachai = { isThere: (element) => element.isConnected };
  window.eval(REMOVED);
  const { untilRemoved } = window.Jachai;
  const [element, other] = window.document.querySelectorAll('p, i');
  return { untilRemoved, element, other, body: window.document.body, look: () => looks.forEach((act) => act()), waits: () => looks.size, observes: () => observed.size };
}

test('all who wait for an element hear that it has left, and nobody else', () => {
  const { untilRemoved, element, other, look, waits, observes } = open();
  const [first, second, others] = [untilRemoved(element), untilRemoved(element), untilRemoved(other)];
  look();
  assert.deepEqual([first, second, others].map(({ aborted }) => aborted), [false, false, false]);
  element.remove();
  look();
  assert.deepEqual([first, second, others].map(({ aborted }) => aborted), [true, true, false]);
  other.remove();
  look();
  assert.deepEqual([others.aborted, waits(), observes()], [true, 0, 0]);
});

test('an element that was put back is waited for anew', () => {
  const { untilRemoved, element, body, look } = open();
  untilRemoved(element);
  element.remove();
  look();
  body.append(element);
  const again = untilRemoved(element);
  look();
  assert.equal(again.aborted, false);
  element.remove();
  look();
  assert.equal(again.aborted, true);
});
