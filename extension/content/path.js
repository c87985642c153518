// @ts-check
// The way out of shadow roots and frames, and an event's way in. Closed roots hide their inside from the window; the
// browser opens them to us. A frame of another origin stays closed, and its inside knows of nothing around it. Where ours may stand.

(() => {
  const ON_TOP = 'dialog:modal, dialog[open][closedby="any" i], :fullscreen:not(:root), :popover-open';

  /**
   * @param {Event} event
   * @returns {Element[]} innermost first
   */
  function pathOf(event) {
    const path = /** @type {Element[]} */ (event.composedPath().filter((node) => node instanceof Element));
    for (let inner = insideOf(path[0], event); inner && !path.includes(inner); inner = insideOf(inner, event)) {
      const above = [];
      for (let parent = inner.parentElement; parent; parent = parent.parentElement) above.push(parent);
      path.unshift(inner, ...above);
    }
    return path;
  }

  /**
   * @param {Element|undefined} host
   * @param {Event} event
   * @returns {Element|null} what the event meant inside the host's closed root
   */
  function insideOf(host, event) {
    const root = host instanceof HTMLElement ? openedRoot(host) : null;
    if (!root) return null;
    return event instanceof MouseEvent ? root.elementFromPoint(event.clientX, event.clientY) : root.activeElement;
  }

  /**
   * @param {HTMLElement} host
   * @returns {ShadowRoot|null} Chromium has a call for it, Firefox a property
   */
  function openedRoot(host) {
    const dom = /** @type {any} */ (globalThis.chrome)?.dom;
    try {
      return dom ? dom.openOrClosedShadowRoot(host) : /** @type {any} */ (host).openOrClosedShadowRoot ?? null;
    } catch { // cut off
      return host.shadowRoot;
    }
  }

  /**
   * As Element.closest, and on beyond the shadow roots and frames that the element is in.
   * @param {Element} element
   * @param {string} selector
   * @returns {Element|null}
   */
  function closest(element, selector) {
    const found = element.closest(selector);
    const root = element.getRootNode();
    const around = root instanceof ShadowRoot ? root.host : frameOf(element);
    return found ?? (around ? closest(around, selector) : null);
  }

  /**
   * @param {Element} element
   * @returns {Element|null} the element around it, a shadow root's host and a frame included
   */
  function parentOf(element) {
    const parent = element.parentNode;
    if (parent instanceof ShadowRoot) return parent.host;
    return element.parentElement ?? frameOf(element);
  }

  /** @param {Element} element @param {Element} around */
  function isInside(element, around) {
    /** @type {Element|null} */
    let at = element;
    while (at && at !== around) at = parentOf(at);
    return at !== null;
  }

  /**
   * A form's own field may stand outside it: by its `form`, or where the page begins the form amid a table.
   * @param {Element} element @param {HTMLFormElement} form
   */
  const isOfForm = (element, form) => isInside(element, form) || ('form' in element && element.form === form);

  /** @param {Element} element @returns {Element|null} the frame that its document is in */
  const frameOf = (element) => element.ownerDocument.defaultView?.frameElement ?? null;

  /** A frame that is taken out keeps its document whole, without a window. @param {Element} element */
  const isThere = (element) => element.isConnected && element.ownerDocument.defaultView !== null;

  /** @param {Document|ShadowRoot} root @returns {Document[]} of the frames in it, and of those in these */
  function documentsIn(root) {
    const inner = [...root.querySelectorAll('iframe')].map(({ contentDocument }) => contentDocument).filter((each) => each !== null);
    return inner.flatMap((each) => [each, ...documentsIn(each)]);
  }

  /**
   * All outside an open modal <dialog> is inert, ours too; all but what stands in it lies below a fullscreen element; a press outside a
   * popover, or outside a dialog that any press closes, folds it away with the draft; so does a dialog outside a popover. What stands in an
   * editable element is the draft's.
   * @param {Element} composer
   * @returns {Element} in this document, where what we show of it is mounted
   */
  function containerOf(composer) {
    const { body, documentElement } = document;
    if (composer.ownerDocument !== document) return containerOf(frameOf(composer) ?? body);
    const parent = parentOf(composer);
    const top = parent && closest(parent, ON_TOP);
    if (top?.ownerDocument === document && !/** @type {HTMLElement} */ (top).isContentEditable) return top;
    return body.isContentEditable ? documentElement : body;
  }

  Jachai.containerOf = containerOf;
  Jachai.pathOf = pathOf;
  Jachai.openedRoot = openedRoot;
  Jachai.closest = closest;
  Jachai.parentOf = parentOf;
  Jachai.isInside = isInside;
  Jachai.isOfForm = isOfForm;
  Jachai.isThere = isThere;
  Jachai.documentsIn = documentsIn;
})();
