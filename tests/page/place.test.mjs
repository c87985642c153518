// Where the panel stands, by numbers alone: never on a publish control, as little as can be on the draft.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './page.mjs';

const { spotFor } = openPage().Jachai.placePanel;
const box = (left, top, width, height) => ({ left, top, right: left + width, bottom: top + height });
const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** The panel's box at its tallest. @param {any} spot @param {any} composer */
function panelOf({ x, top, width, room, atEnd }, composer) {
  const height = Math.min(560, room);
  const start = atEnd ? top + room - height : Math.min(Math.max(composer.top, top), top + room - height);
  return box(x, start, width, height);
}

/** A dialog as Facebook has it: 500 wide, in the middle, Post along its lower edge. */
const dialogIn = ({ width }, top = 60, height = 400) => {
  const left = (width - Math.min(500, width)) / 2;
  return { composer: box(left, top + 110, Math.min(500, width), height - 220), post: box(left + 16, top + height - 52, Math.min(468, width - 32), 36) };
};

for (const width of [360, 390, 599, 600, 700, 800, 900, 1000, 1100, 1280, 1920]) {
  for (const height of [600, 760, 1000]) {
    for (const tall of [330, 420, 520]) {
      test(`${width} x ${height}, a dialog of ${tall}: Post stays free, the panel in the window`, () => {
        const view = { width, height };
        const { composer, post } = dialogIn(view, 60, tall);
        const panel = panelOf(spotFor(composer, [post], view), composer);
        assert.equal(meet(panel, post), false);
        assert.ok(panel.left >= 0 && panel.right <= width && panel.top >= 0 && panel.bottom <= height, JSON.stringify(panel));
      });
    }
  }
}

test('beside the composer where there is room, at its height', () => {
  const view = { width: 1280, height: 800 };
  const { composer, post } = dialogIn(view);
  assert.deepEqual([spotFor(composer, [post], view).x, panelOf(spotFor(composer, [post], view), composer).top], [composer.right + 12, composer.top]);
});

// As on a laptop of 1366 x 768 at 110 and at 125 %.
for (const width of [1242, 1093]) {
  test(`${width}: narrower, so that it stands beside the composer`, () => {
    const view = { width, height: 600 };
    const { composer, post } = dialogIn(view);
    const panel = panelOf(spotFor(composer, [post], view), composer);
    assert.equal(meet(panel, composer), false);
    assert.ok(panel.right <= width - 12 && panel.right - panel.left >= 264, JSON.stringify(panel));
  });
}

test('on its left where there is no room on the right', () => {
  const composer = box(700, 100, 500, 200);
  assert.equal(spotFor(composer, [], { width: 1280, height: 800 }).x, 700 - 360 - 12);
});

test('below a wide composer, or above one at the lower edge', () => {
  const view = { width: 900, height: 800 };
  assert.ok(spotFor(box(20, 60, 860, 200), [], view).top >= 260);
  const low = spotFor(box(20, 500, 860, 280), [], view);
  assert.equal(low.atEnd && low.top + low.room <= 500, true);
});

test('on a phone along the lower edge, unless Post is there', () => {
  const view = { width: 390, height: 800 };
  const composer = box(0, 60, 390, 200);
  const low = spotFor(composer, [box(300, 8, 80, 36)], view);
  assert.equal(low.top + low.room, 788);
  const post = box(10, 740, 370, 44);
  assert.equal(meet(panelOf(spotFor(composer, [post], view), composer), post), false);
});

test('where no place is free it is still in the window', () => {
  const spot = spotFor(box(0, 0, 600, 300), [box(0, 0, 600, 300)], { width: 600, height: 300 });
  assert.ok(spot.x >= 0 && spot.top >= 0 && spot.room > 0);
});

test('what publishes lies below the window, or above it: the panel stays in it', () => {
  const view = { width: 960, height: 500 };
  const composer = box(230, 110, 500, 80);
  for (const post of [box(246, 900, 468, 36), box(246, -300, 468, 36)]) {
    const panel = panelOf(spotFor(composer, [post], view), composer);
    assert.ok(panel.top >= 0 && panel.bottom <= 500 && panel.bottom - panel.top >= 200, JSON.stringify(panel));
  }
});

test('off the words that were gone to, and where it was if it does not cover them', () => {
  const view = { width: 960, height: 500 };
  const composer = box(230, -200, 500, 900);
  const words = box(500, 240, 200, 24);
  assert.equal(meet(panelOf(spotFor(composer, [], view), composer), words), true);
  assert.equal(meet(panelOf(spotFor(composer, [], view, words), composer), words), false);
  assert.deepEqual(spotFor(composer, [], view, box(240, 240, 90, 24)), spotFor(composer, [], view));
});

test('on the words, where it would be on what publishes else', () => {
  const view = { width: 500, height: 200 };
  const words = box(0, 100, 500, 24);
  const post = box(0, 150, 500, 44);
  const composer = box(0, 0, 500, 130);
  assert.deepEqual(spotFor(composer, [post], view, words), spotFor(composer, [post], view));
  assert.equal(meet(panelOf(spotFor(composer, [post], view, words), composer), post), false);
});
