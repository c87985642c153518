// @ts-check
// The badge at a composer's lower right corner: the state in one glance, and the way to the panel.
/**
 * @typedef {{language: Language, container: () => Element, open: (isByHand: boolean) => void}} BadgeOptions
 *
 * @typedef {object} Badge
 * @property {Surface} surface
 * @property {(status: Status) => void} show
 * @property {(isOpen: boolean) => void} expand  the panel
 * @property {(reading: Reading, seen: Box) => void} place  seen: of the composer
 * @property {() => void} stop
 */
(() => {
  const SIZE = 26; // CSS px
  const GAP = 6; // CSS px
  const LEAST = 8; // CSS px of the composer's height: of less nothing is shown
  const NARROWEST = 20; // CSS px of a control that is meant to be pressed
  const TAIL = 200; // UTF-16 units at the text's end that may lie beside the badge
  const PRESSABLE = 'button, [role="button"], a[href], input, select, [role="tab"]';

  /** A page may keep a step of its own in place, and only make it invisible. @param {Element} element */
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });

  /** As it is drawn: out of a slot and a shadow root too. @param {Element} element @returns {Element|null} */
  const around = (element) => element.assignedSlot ?? element.parentElement ?? /** @type {ShadowRoot} */ (element.getRootNode()).host ?? null;

  /** What is to be seen of the element between its scrolling ancestors. @param {Element} element @returns {Box} */
  function seenOf(element) {
    if (!isSeen(element)) return { left: 0, top: 0, right: 0, bottom: 0 };
    let { left, top, right, bottom } = element.getBoundingClientRect();
    let style = getComputedStyle(element);
    for (let parent = around(element); parent && style.position !== 'fixed'; parent = around(parent)) {
      style = getComputedStyle(parent);
      if (style.overflowY === 'visible' || parent === document.body || parent === document.documentElement) continue; // theirs is the window's
      const box = parent.getBoundingClientRect();
      left = Math.max(left, box.left);
      top = Math.max(top, box.top);
      right = Math.min(right, box.right);
      bottom = Math.min(bottom, box.bottom);
    }
    return { left, top: Math.max(top, 0), right: Math.min(right, innerWidth), bottom: Math.min(bottom, innerHeight) };
  }

  /** @param {Box} one @param {Box} other */
  const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

  /** @param {Element} element @param {Reading} reading @param {Box} box */
  function coversText(element, reading, box) {
    if (element.scrollHeight > element.clientHeight + 1) return true; // text may scroll under it
    if (Jachai.isField(element)) return element.value.length > 0;
    return tailOf(reading).some((node) => linesOf(node).some((line) => meet(line, box)));
  }

  /** @param {Reading} reading @returns {Node[]} */
  function tailOf({ text, segments }) {
    const from = segments.findLastIndex(({ start }) => start <= text.length - TAIL);
    return segments.slice(Math.max(0, from)).map(({ node }) => node);
  }

  /** The boxes of a node's lines; a range over whole blocks would give the blocks' boxes. @param {Node} node */
  function linesOf(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  }

  /** Its corners, and along its middle so many that no control lies between two; few, since each takes long on a large page. @param {Box} box */
  function pointsOf({ left, top, right, bottom }) {
    const corners = [left, right].flatMap((x) => [{ x, y: top }, { x, y: bottom }]);
    const parts = Math.floor((right - left) / NARROWEST) + 1;
    const inner = Array.from({ length: parts - 1 }, (_none, index) => ({ x: left + (right - left) * (index + 1) / parts, y: (top + bottom) / 2 }));
    return [...corners, ...inner];
  }

  /** From outside a shadow root is one element: those that the composer is in are asked too. @param {Element} element @param {number} x @param {number} y @returns {Element[]} */
  function elementsAt(element, x, y) {
    const root = element.getRootNode();
    if (!(root instanceof ShadowRoot)) return document.elementsFromPoint(x, y);
    return [...root.elementsFromPoint(x, y), ...elementsAt(root.host, x, y)];
  }

  /** @param {Element} element  the composer @param {Box} box @param {Element} host  of the badge */
  function coversControl(element, box, host) {
    return pointsOf(box).some(({ x, y }) => elementsAt(element, x, y).some((one) => one !== host && one.closest(PRESSABLE)));
  }

  /** @param {Box} box */
  const isOnScreen = (box) => box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;

  /** Inside the corner, below it, right of it, above it: the first that covers neither text nor a control. @param {Box} seen @param {number} width */
  function candidates(seen, width) {
    const left = seen.right - width - GAP;
    return [
      [left, seen.bottom - SIZE - GAP], [left, seen.bottom + GAP], [seen.right + GAP, seen.bottom - SIZE],
      [left, seen.top - SIZE - GAP],
    ].map(([x, y]) => ({ left: x, top: y, right: x + width, bottom: y + SIZE }));
  }

  /** @param {Element} element @param {Reading} reading @param {Box} seen @param {Surface} surface */
  function place(element, reading, seen, surface) {
    const gone = seen.right - seen.left < SIZE || seen.bottom - seen.top < LEAST;
    surface.hide(gone);
    if (gone) return;
    const boxes = candidates(seen, surface.host.offsetWidth || SIZE);
    const free = boxes.find((box, index) => isOnScreen(box) && !(index === 0 && coversText(element, reading, box)) && !coversControl(element, box, surface.host));
    const { left, top } = free ?? boxes[0]; // which is on the screen, as what is seen of the composer is
    surface.place(Math.max(left, 0), Math.max(top, 0));
  }

  /** @param {Status} status @param {Language} language @returns {{icon: IconName, label: string, said: string}} */
  function faceOf({ state, answer }, language) {
    const words = Jachai.words(language);
    const worst = answer && Jachai.answers.worst(answer.findings);
    const count = Jachai.digits(answer?.findings.length ?? 0, language);
    if (state === 'findings' && worst) {
      return { icon: worst, label: count, said: `${words.severity[worst]}: ${Jachai.fill(words.findings, { n: count })}` };
    }
    if (state === 'unchecked') return { icon: 'unchecked', label: words.unchecked, said: words.unchecked };
    if (state === 'clear') return { icon: 'clear', label: '', said: words.clear };
    return { icon: 'checking', label: '', said: words.checking };
  }

  /**
   * The badge of one composer.
   * @param {Element} element
   * @param {BadgeOptions} options
   */
  Jachai.badge = (element, { language, container, open }) => {
    const { make, button, icon } = Jachai.draw;
    const words = Jachai.words(language);
    const surface = Jachai.surface.create('jachai-badge');
    const label = make('span', { class: 'label' });
    const press = button(surface, { class: 'badge' }, ({ isByHand }) => open(isByHand), [label]);
    press.ariaExpanded = 'false';
    const live = make('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
    surface.root.append(press, live);
    let said = '';
    let shown = '';

    /** @param {Status} status */
    function show(status) {
      const face = faceOf(status, language);
      const look = `${status.state} ${face.icon} ${face.said}`;
      if (look === shown) return; // at each key while checking
      shown = look;
      press.className = `badge ${status.state === 'findings' ? face.icon : status.state}`;
      press.hidden = status.state === 'empty';
      press.setAttribute('aria-label', `${words.name}: ${face.said}${words.stop} ${words.open} (Alt+J)`);
      press.title = `${face.said} (Alt+J)`;
      label.textContent = face.label;
      press.replaceChildren(icon(face.icon), label);
      say(status, face.said);
    }

    /** A keystroke is not told, only what comes of it, and only where it is new: the same count may be of other words. @param {Status} status @param {string} words */
    function say({ state, answer }, words) {
      const found = [words, ...(answer?.findings ?? []).map(({ check, match }) => `${check} ${match}`)].join('\n');
      if (state === 'checking' || found === said) return;
      said = state === 'empty' ? '' : found;
      live.replaceChildren(...(said ? [make('span', { text: words })] : [])); // a new node: the same words are told again
    }

    surface.root.host.setAttribute('lang', language);
    return {
      surface,
      show,
      /** @param {boolean} isOpen  the panel */
      expand(isOpen) { press.ariaExpanded = String(isOpen); },
      /** @param {Reading} reading @param {Box} seen  of the composer */
      place(reading, seen) {
        surface.mount(container());
        place(element, reading, seen, surface);
      },
      stop: surface.stop,
    };
  };
  Jachai.isSeen = isSeen;
  Jachai.seenOf = seenOf;
  Jachai.meet = meet;
})();
