// Where the notice stands, by numbers alone: in the window, at its composer, and never on what publishes where there is room.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openPage } from '../page/page.mjs';

const window = openPage();
window.eval(readFileSync(new URL('../../extension/content/notice.js', import.meta.url), 'utf8'));
const { spotFor } = window.Jachai.notice;
const box = (left, top, width, height) => ({ left, top, right: left + width, bottom: top + height });
const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const SIZE = { width: 360, height: 50 };
const VIEW = { width: 1280, height: 800 };

// [name, composer, what publishes, where it stands; null: anywhere that is free]
const SPOTS = [
  ['nothing near', box(100, 100, 500, 80), [], { left: 100, top: 176 }],
  ['Post far below', box(100, 100, 500, 80), [box(100, 300, 80, 30)], { left: 100, top: 176 }],
  ['Post beside it', box(100, 100, 500, 80), [box(610, 180, 80, 30)], { left: 100, top: 176 }],
  ['Post below it', box(100, 100, 500, 80), [box(100, 180, 80, 30)], { left: 100, top: 218 }],
  ['Post below it, at the lower edge', box(100, 640, 500, 80), [box(100, 720, 80, 70)], { left: 100, top: 594 }],
  ['Post below, and another above', box(100, 100, 500, 80), [box(100, 180, 80, 30), box(110, 60, 80, 30)], { left: 100, top: 218 }],
  ['at the upper edge, Post below', box(100, 10, 500, 80), [box(100, 90, 80, 30)], { left: 100, top: 128 }],
  ['at the right edge', box(1270, 100, 300, 80), [], { left: 912, top: 176 }],
  ['it begins left of the window', box(-40, 100, 500, 80), [], { left: 8, top: 176 }],
  ['at the lower edge', box(100, 700, 500, 120), [], { left: 100, top: 746 }],
  ['taller than the window, Post over its end', box(100, -50, 500, 900), [box(100, 750, 500, 40)], null],
];
for (const [name, composer, controls, wanted] of SPOTS) {
  test(`the notice: ${name}`, () => {
    const spot = spotFor(composer, SIZE, controls, VIEW);
    if (wanted) assert.deepEqual({ ...spot }, wanted);
    const drawn = box(spot.left, spot.top, SIZE.width, SIZE.height);
    assert.ok(drawn.left >= 0 && drawn.right <= VIEW.width && drawn.top >= 0 && drawn.bottom <= VIEW.height, JSON.stringify(drawn));
    for (const control of controls) assert.equal(meet(drawn, control), false);
  });
}

test('where no place is free it is still in the window', () => {
  const [composer, view] = [box(0, 0, 400, 100), { width: 400, height: 100 }];
  const { left, top } = spotFor(composer, SIZE, [composer], view);
  assert.ok(left >= 0 && left + SIZE.width <= 400 && top >= 0 && top + SIZE.height <= 100);
});
