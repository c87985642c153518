// Where the panel stands in a window that is low, or enlarged to 300 %: over the draft if it must, never on what publishes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from '../page/page.mjs';

const { spotFor } = openPage().Jachai.placePanel;

// width and height of the window, top and bottom of Post, which is as wide: CSS px
const WINDOWS = [[455, 208, 112, 148], [400, 250, 154, 190], [320, 256, 160, 196], [683, 312, 216, 252], [455, 208, 60, 96]];
for (const [width, height, top, bottom] of WINDOWS) {
  test(`${width} x ${height}, Post at ${top}: it stays free, the panel in the window`, () => {
    const composer = { left: 0, top: top - 60, right: width, bottom: top - 12 };
    const spot = spotFor(composer, [{ left: 0, top, right: width, bottom }], { width, height });
    assert.ok(spot.top + spot.room <= top || spot.top >= bottom, JSON.stringify(spot));
    assert.ok(spot.top >= 0 && spot.top + spot.room <= height && spot.room >= 80, JSON.stringify(spot));
  });
}
