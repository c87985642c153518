// @ts-check
// All that we show stands in a host element with a closed shadow root. A shield at window capture hides the
// events of our hosts from the page: its focus traps would pull the typing into the draft, its shortcuts would fire.
// Nothing below the window hears an event then, and a closed root does not show its inside in composedPath():
// so the shield itself finds the inner element (by point, or by focus) and calls who listens there.
(() => {
  const SHIELDED = [
    'keydown', 'keypress', 'keyup', 'focusin', 'focusout', 'focus', 'blur', 'pointerdown', 'pointerup', 'mousedown', 'mouseup',
    'touchstart', 'touchmove', 'touchend', 'touchcancel', 'click', 'dblclick', 'auxclick', 'contextmenu', 'beforeinput', 'input',
    'change', 'copy', 'cut', 'paste', 'wheel', 'textInput', 'compositionstart', 'compositionupdate', 'compositionend', // with what is typed in them
    'dragstart', 'dragenter', 'dragover', 'dragleave', 'drop',
  ];
  const PASSIVE = new Set(['wheel', 'touchstart', 'touchmove', 'touchend', 'touchcancel']);

  /** @typedef {{root: ShadowRoot, presses: WeakMap<Element, (by: Press) => void>, heard: Map<string, (event: any) => void>}} Inside */
  /** @type {Map<EventTarget, Inside>} */
  const insides = new Map();

  /** @type {Map<string, (event: any) => void>} who hears the page's events of a type */
  const elsewhere = new Map();

  let isByPointer = true; // the last press: a screen reader's may be told as the mouse's, at the middle of what lies clipped under something else

  /** @type {Set<string>} keys that went down in ours: where one closes it, the page would hear the rest of the press */
  const down = new Set();

  /** Anew where all were taken away: the same listener is added once. */
  function listen() {
    for (const type of SHIELDED) addEventListener(type, shield, { capture: true, passive: PASSIVE.has(type) });
  }

  /** @param {Event} event */
  function shield(event) {
    const { target } = event;
    // At each key of the draft nothing more: our hosts are targets themselves, or inside a page's shadow root.
    const mayBeOurs = insides.size > 0 && (insides.has(/** @type {EventTarget} */ (target)) || (target instanceof Element && target.shadowRoot));
    const host = mayBeOurs ? event.composedPath().find((node) => insides.has(node)) : null;
    if (event.isTrusted && event instanceof KeyboardEvent && goesOn(event, Boolean(host))) return swallow(event);
    if (!host) {
      // Where the focus leaves the draft for us, a trap that hears of it would pull it back, and the next keys would press the page's own buttons.
      if (event.type === 'focusout' && insides.has(/** @type {EventTarget} */ (/** @type {FocusEvent} */ (event).relatedTarget))) event.stopImmediatePropagation();
      return elsewhere.get(event.type)?.(event);
    }
    event.stopImmediatePropagation();
    if (event.type === 'dragover' || event.type === 'drop') refuse(/** @type {DragEvent} */ (event));
    if (event.isTrusted) deliver(/** @type {Inside} */ (insides.get(host)), event);
  }

  /** @param {Event} event */
  function swallow(event) {
    event.stopImmediatePropagation();
    event.preventDefault(); // a page's own modal dialog would close
  }

  /** Whether a key that went down in ours is held or let go elsewhere; Tab leads there. @param {KeyboardEvent} event @param {boolean} isOurs */
  function goesOn({ type, code, repeat }, isOurs) {
    if (type === 'keypress') return false;
    const isOfOurs = down.has(code) && (type === 'keyup' || (repeat && code !== 'Tab'));
    if (type === 'keydown' && (isOurs || isOfOurs)) down.add(code);
    else down.delete(code);
    return isOfOurs && !isOurs;
  }

  /** A file or link let go over us would be opened, and the page with its draft be gone: the page hears nothing of it here. @param {DragEvent} event */
  function refuse(event) {
    const { dataTransfer } = event;
    if (!dataTransfer?.types.some((one) => one === 'Files' || one === 'text/uri-list')) return;
    event.preventDefault();
    dataTransfer.dropEffect = 'none';
  }

  /** @param {Inside} inside @param {Event} event */
  function deliver(inside, event) {
    inside.heard.get(event.type)?.(event);
    if (!(event instanceof MouseEvent)) return;
    if (event.type === 'mousedown') isByPointer = event.detail > 0; // Chromium gives the first half of such a press no count
    const press = pressOf(inside, event);
    if (!press) return;
    if (event.type === 'mousedown') event.preventDefault(); // the focus and the caret stay in the composer
    if (event.type === 'click') press(pressedBy(event));
  }

  /** Where no pointer pressed, what has the focus was. @param {Inside} inside @param {MouseEvent} event */
  function pressOf({ root, presses }, event) {
    const hasPlace = event.type !== 'click' || (isByPointer && event.detail > 0);
    let element = hasPlace ? root.elementFromPoint(event.clientX, event.clientY) : root.activeElement;
    while (element && !presses.has(element)) element = element.parentElement;
    return (element && presses.get(element)) ?? null;
  }

  /** Firefox names no pointer where a screen reader pressed. @param {MouseEvent} click @returns {Press} */
  function pressedBy(click) {
    const { detail, timeStamp } = click;
    const { pointerType } = /** @type {PointerEvent} */ (click);
    return { isByHand: isByPointer && detail > 0 && pointerType !== '', isSecond: detail > 1, at: timeStamp || performance.now() }; // none of what a screen reader makes up
  }

  /** @param {HTMLElement} host */
  function show(host) {
    if (!host.popover) return;
    try {
      host.showPopover(); // the top layer: no transform, overflow or z-index of the page reaches it
    } catch {
      host.popover = null; // not in a document that shows popovers: position: fixed serves
    }
  }

  /** @param {HTMLElement} host @param {Element} container */
  function mount(host, container) {
    if (host.parentNode === container && host.isConnected) return;
    container.append(host);
    show(host);
  }

  /** underline.css, which Firefox alone takes out of a page as it ends our scripts there: what is drawn goes with it. */
  const isSheetThere = () => getComputedStyle(document.documentElement).getPropertyValue('--jachai-kept') !== '';

  /**
   * Where the host stands, as a rule inside its own root: attributes and styles that the page gives the host change nothing.
   * @param {ShadowRoot} root @param {{docked: boolean, modal: boolean}} how
   */
  function placeOf(root, { docked, modal }) {
    const floats = !docked && !modal;
    const sheet = new CSSStyleSheet();
    sheet.insertRule(':host(:not(#none)) {}'); // outweighs the common sheet's rules, whatever classes the host has
    if (floats) sheet.insertRule('@media print { :host(:not(#none)) { display: none !important; } }', 1); // a printed post is the page's alone
    root.adoptedStyleSheets = [Jachai.sheet(), sheet]; // a <style> falls under the page's CSP in Firefox
    const { style } = /** @type {CSSStyleRule} */ (sheet.cssRules[0]);
    /** @type {Record<string, string>} */
    const shown = {};
    /** @param {string} name @param {string} value */
    function set(name, value) {
      if (shown[name] === value) return;
      shown[name] = value;
      style.setProperty(name, value, 'important');
    }
    if (floats && isSheetThere()) set('visibility', 'var(--jachai-kept, hidden)');
    set('position', docked ? 'static' : 'fixed');
    set('display', 'block');
    return set;
  }

  /**
   * A new surface, not mounted yet.
   * @param {string} name  the host's tag: jachai-...
   * @param {{docked?: boolean, modal?: boolean}} [options]  docked: stands in the flow of its container; modal: holds a dialog that takes its own place on top
   * @returns {Surface}
   */
  function create(name, { docked = false, modal = false } = {}) {
    const host = document.createElement(name);
    const root = host.attachShadow({ mode: Jachai.surface.openRoots ? 'open' : 'closed' });
    const set = placeOf(root, { docked, modal });
    if (docked) host.classList.add('docked');
    else if (!modal && 'popover' in host) host.popover = 'manual';
    /** @type {Inside} */
    const inside = { root, presses: new WeakMap(), heard: new Map() };
    insides.set(host, inside);
    return {
      host, root,
      mount: (container) => mount(host, container),
      place(x, y, zoom = 1) {
        // A page that enlarges itself by `zoom` would enlarge our distances with it. Old browsers tell no zoom, nor count it in a box.
        set('zoom', String(zoom / (host.parentElement?.currentCSSZoom ?? 1)));
        set('left', `${Math.round(x / zoom)}px`);
        set('top', `${Math.round(y / zoom)}px`);
      },
      fit(height, width) {
        set('--jachai-room', `${Math.round(height)}px`);
        set('--jachai-width', `${Math.floor(width)}px`);
      },
      free() {
        if (host.isConnected && getComputedStyle(host).visibility === 'hidden') set('visibility', 'visible'); // a page's style: we are alive
        if (host.inert) host.inert = false;
        host.removeAttribute('aria-hidden');
      },
      hide: (isAway) => set('display', isAway ? 'none' : 'block'),
      onPress: (element, act) => void inside.presses.set(element, act),
      on: (type, act) => void inside.heard.set(type, act),
      stop: () => { insides.delete(host); host.remove(); },
    };
  }

  /**
   * Hears the events of the page at window capture, before the page itself: by the shield's own listeners, since every
   * further one costs the writer at each key. One hearer a type.
   * @param {string[]} types  of those that are shielded
   * @param {(event: any) => void} act
   */
  function hear(types, act) {
    for (const type of types) elsewhere.set(type, act);
  }

  // openRoots: for the practice page and for tests that look inside; the extension never sets it.
  Jachai.surface = { create, hear, listen, openRoots: false };
  listen();
})();
