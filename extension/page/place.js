// @ts-check
// Where the panel stands: it never covers what publishes, and as little as can be of the draft.
/** @typedef {{x: number, top: number, width: number, room: number, atEnd: boolean}} Spot  room: the greatest height; atEnd: stands on its lower edge */
(() => {
  // CSS px
  const WIDTH = 360;
  const LEANEST = 264; // width that will do beside a composer in a window that has no more room there
  const GAP = 12;
  const NARROW = 600; // below this the panel is a sheet at the lower or the upper edge
  const LEAST = 200; // height that makes a place worth taking
  const SCANT = 80; // height that will do in a window so low, or enlarged so far, that there is no such place
  const USUAL = 420; // height that a panel with a finding or two takes
  const TALLEST = 560; // as in sheet.js
  const EDGE = 8;

  /**
   * All places of a column: the whole height, and above and below each thing that must stay free.
   * @param {number} x @param {number} width @param {number} height of the view @param {Box[]} obstacles @param {number} least
   * @returns {Spot[]}
   */
  function spotsAt(x, width, height, obstacles, least) {
    const inWay = obstacles.filter(({ left, right }) => left < x + width + GAP && right > x - GAP);
    const whole = { x, top: GAP, width, room: height - 2 * GAP, atEnd: false };
    return [
      whole,
      ...inWay.map(({ top }) => ({ ...whole, room: Math.min(top, height) - 2 * GAP, atEnd: true })), // in the window, also where they are not
      ...inWay.map(({ bottom }) => Math.max(bottom, 0)).map((bottom) => ({ ...whole, top: bottom + GAP, room: height - bottom - 2 * GAP })),
    ].filter(({ room }) => room >= least);
  }

  /** @param {Box} one @param {Box} other  area in which they meet */
  function overlap(one, other) {
    const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return Math.max(0, wide) * Math.max(0, high);
  }

  /** @param {Spot} spot @param {Box} composer @param {number} height of the panel @returns {Box} */
  function boxOf({ x, top, width, room, atEnd }, composer, height) {
    const tall = Math.min(height, room);
    const start = atEnd ? top + room - tall : Math.min(Math.max(composer.top, top), top + room - tall);
    return { left: x, right: x + width, top: start, bottom: start + tall };
  }

  /** As wide as there is room for beside the composer, where that is enough. @param {Box} composer @param {number} viewWidth */
  function widthFor(composer, viewWidth) {
    const beside = Math.max(composer.left, viewWidth - composer.right) - 2 * GAP;
    return beside < LEANEST ? WIDTH : Math.min(beside, WIDTH);
  }

  /** Beside the composer, else at an edge of the window. @param {Box} composer @param {number} viewWidth @param {number} width */
  function columnsFor(composer, viewWidth, width) {
    const last = viewWidth - width - GAP;
    return [composer.right + GAP, composer.left - width - GAP, composer.right - width, last, GAP].filter((x) => x >= GAP && x <= last);
  }

  /**
   * @param {Box} composer
   * @param {Box[]} controls  what publishes
   * @param {{width: number, height: number}} view
   * @param {Box|null} [words]  of the draft, that are to be seen
   * @returns {Spot} the first of those that cover no control and the least of the composer; the words only where there is no other
   */
  function spotFor(composer, controls, view, words = null) {
    const isNarrow = view.width < NARROW;
    const width = isNarrow ? view.width - 2 * EDGE : widthFor(composer, view.width);
    const columns = isNarrow ? [EDGE] : columnsFor(composer, view.width, width);
    const covers = (/** @type {Spot} */ spot, /** @type {Box} */ box) => overlap(boxOf(spot, composer, TALLEST), box) > 0;
    const freeOf = (/** @type {Box[]} */ kept, /** @type {number} */ least) => columns.flatMap((x) => spotsAt(x, width, view.height, [composer, ...kept], least))
      .map((spot) => (isNarrow ? { ...spot, atEnd: true } : spot)) // a sheet along the lower edge
      .filter((spot) => !kept.some((box) => covers(spot, box)))
      .map((spot) => ({ spot, cost: overlap(boxOf(spot, composer, USUAL), composer) }));
    const bestOf = (/** @type {Box[]} */ kept) => [LEAST, SCANT].map((least) => freeOf(kept, least)).find(({ length }) => length > 0)
      ?.reduce((best, each) => (each.cost < best.cost ? each : best)).spot;
    const best = bestOf(controls) ?? { x: EDGE, top: EDGE, width, room: LEAST, atEnd: false };
    return words && covers(best, words) ? bestOf([...controls, words]) ?? best : best;
  }

  /**
   * Puts the panel there, at its height as drawn.
   * @param {Element} element   the composer
   * @param {Element[]} controls
   * @param {Surface} surface
   * @param {Range|null} words  of the draft, that are to be seen
   */
  function placePanel(element, controls, surface, words) {
    const view = { width: innerWidth, height: visualViewport?.height ?? innerHeight }; // less the phone's keyboard
    const composer = element.getBoundingClientRect();
    const seen = controls.map((control) => control.getBoundingClientRect()).filter(({ width, height }) => width > 0 && height > 0);
    const spot = spotFor(composer, seen, view, words?.getBoundingClientRect()); // of none where they are gone
    surface.fit(spot.room, spot.width);
    surface.place(spot.x, boxOf(spot, composer, surface.host.offsetHeight).top);
  }

  Jachai.placePanel = Object.assign(placePanel, { spotFor });
})();
