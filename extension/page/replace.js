// @ts-check
// Puts other words into a composer by ways that its editor hears: never by changing the DOM, which Draft.js and Lexical
// do not survive. What was written is read back; where it is not what was wanted, the caller offers "copy".
(() => {
  const TICK_MS = 30; // editors take the selection over on selectionchange; the same tick corrupts Draft.js
  const TOLD_MS = 1_000; // within which a busy page hears of a selection; an editor that did not pastes where its own caret was
  const SETTLE_MS = 80; // they write their DOM a little later
  const TRIES = 3; // an editor that draws itself anew in between puts its own caret back

  let isComposing = false; // a word of an input method is not done yet, somewhere in the page

  /** @param {number} ms */
  const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

  /** @param {Element} element @param {number} start  UTF-16 units, as `end` @param {number} end */
  function select(element, start, end) {
    /** @type {HTMLElement} */ (element).focus({ preventScroll: true });
    if (Jachai.isField(element)) return element.setSelectionRange(start, end);
    const range = Jachai.text.toRange(Jachai.text.read(element), start, end) ?? wholeOf(element);
    selectionOf(element)?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  }

  /** @param {Element} element */
  function placesIn(element) {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selectionOf(element) ?? {};
    return [anchorNode, anchorOffset, focusNode, focusOffset];
  }

  /** The same, until the page has heard of it, where it is news. @param {Element} element @param {number} start @param {number} end */
  async function selectAloud(element, start, end) {
    const before = placesIn(element);
    const hearing = new AbortController();
    const heard = new Promise((resolve) => { addEventListener('selectionchange', resolve, { capture: true, signal: hearing.signal }); });
    select(element, start, end);
    const isNews = !Jachai.isField(element) && placesIn(element).some((place, index) => place !== before[index]);
    if (isNews) await Promise.race([heard, pause(TOLD_MS)]);
    hearing.abort();
  }

  /** @param {Element} element an empty composer */
  function wholeOf(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    range.collapse(false);
    return range;
  }

  /** ShadowRoot.getSelection is Chromium's alone. @param {Element} element @returns {Selection|null} */
  function selectionOf(element) {
    const root = /** @type {any} */ (element.getRootNode());
    return root.getSelection ? root.getSelection() : document.getSelection();
  }

  /** Whether what is written now goes into the composer: a page may have taken the focus away again. @param {Element} element */
  function isWrittenIn(element) {
    const active = /** @type {Document|ShadowRoot} */ (element.getRootNode()).activeElement;
    if (!active || Jachai.isField(element)) return active === element;
    const { anchorNode, focusNode } = selectionOf(element) ?? {};
    return (element.contains(active) || active.contains(element)) && element.contains(anchorNode ?? null) && element.contains(focusNode ?? null);
  }

  /**
   * Whether it starts there: between the letters, or lines, beside that place. Editors have places of their own at a word's edge.
   * @param {Range} range @param {Reading} reading @param {number} at  UTF-16 units
   */
  function startsAt(range, reading, at) {
    /** @param {number} letter  where it begins or ends; less than 0: before the range */
    const side = (letter) => Jachai.text.toRange(reading, letter, letter)?.compareBoundaryPoints(Range.START_TO_START, range) ?? 0;
    return (at === 0 || side(at - 1) < 0) && (at === reading.text.length || side(at + 1) > 0);
  }

  /** Whether that span is still what is selected. @param {Element} element @param {Reading} reading  as it is now @param {number} start  UTF-16 units, as `end` @param {number} end */
  function isSelected(element, reading, start, end) {
    if (Jachai.isField(element)) return element.selectionStart === start && element.selectionEnd === end;
    const wanted = Jachai.text.toRange(reading, start, end);
    if (!wanted) return true;
    const selection = selectionOf(element);
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    return range !== null && `${range}` === `${wanted}` && startsAt(range, reading, start);
  }

  /**
   * @param {Element} element @param {string} text  as it is @param {number} start  UTF-16 units, as `end` @param {number} end
   * @returns {Promise<boolean>} whether what is written now goes there; a key that came in between makes it another text
   */
  async function take(element, text, start, end) {
    for (let tries = TRIES; tries > 0; tries -= 1) {
      await selectAloud(element, start, end);
      await pause(TICK_MS);
      const reading = Jachai.text.read(element);
      if (!isWrittenIn(element) || reading.text !== text) return false;
      if (isSelected(element, reading, start, end)) return true;
    }
    return false;
  }

  /**
   * In Firefox a page reads no clipboard data of ours, only what its own constructor made of `data`.
   * @param {'cut'|'paste'} type @param {string} data @returns {ClipboardEvent}
   */
  function clipboardEvent(type, data) {
    const page = /** @type {any} */ (window).wrappedJSObject ?? window;
    const clipboardData = new page.DataTransfer();
    if (data) clipboardData.setData('text/plain', data);
    const options = { clipboardData, dataType: 'text/plain', data, bubbles: true, cancelable: true, composed: true };
    return new page.ClipboardEvent(type, Object.assign(new page.Object(), options));
  }

  /**
   * True where the editor took the paste, or the cut where there is no text: pasting none removes nothing. The clipboard stays as it is.
   * @param {Element} element @param {string} text
   */
  function byClipboard(element, text) {
    try {
      return !element.dispatchEvent(clipboardEvent(text ? 'paste' : 'cut', text));
    } catch {
      return false; // a page in Firefox has bent its own
    }
  }

  /** Whether what is selected lies in one piece of text: no format ends in it, and no line is empty there. @param {Element} element */
  function isInOneText(element) {
    const { anchorNode, focusNode } = selectionOf(element) ?? {};
    return anchorNode instanceof Text && anchorNode === focusNode;
  }

  /** @param {Element} element @param {string} text @param {boolean} manyLines */
  function write(element, text, manyLines) {
    // The browser's insertText over a line break or the border of a format leaves Lexical's DOM and model apart, Firefox's of one loses words;
    // its delete takes half of the word, leaves Lexical a text that it takes all of, and Draft.js apart from its DOM. All that and one
    // into an empty line crash Draft.js.
    const isRisky = !Jachai.isField(element) && (!text || manyLines || !isInOneText(element));
    if (isRisky && byClipboard(element, text)) return;
    document.execCommand(text ? 'insertText' : 'delete', false, text);
  }

  // An editor may keep a space at a line's end as a no-break space; Lexical adds U+200B while composing, Quill U+FEFF where the next letters are to be bold.
  /** @param {string} text */
  const comparable = (text) => text.replace(/\u00a0/g, ' ').replace(/[\u200b\ufeff]/g, '');

  /** What the browser scrolls around it, from within. @param {Element} element @returns {Element[]} */
  function scrollersOf(element) {
    const { overflowY, position } = getComputedStyle(element);
    const isPage = element === document.scrollingElement;
    const around = element.assignedSlot ?? element.parentElement ?? /** @type {ShadowRoot} */ (element.getRootNode()).host;
    const outer = around && position !== 'fixed' ? scrollersOf(around) : [];
    return isPage || overflowY !== 'visible' ? [element, ...outer] : outer;
  }

  /**
   * To the middle of each scroller out of which it is: the paragraph in which it stands may be taller than the window.
   * @param {Element} element @param {Range} range
   */
  function reveal(element, range) {
    for (const scroller of scrollersOf(element)) {
      const isPage = scroller === document.scrollingElement;
      const view = isPage ? { top: 0, bottom: visualViewport?.height ?? innerHeight } : scroller.getBoundingClientRect();
      const { top, bottom } = range.getBoundingClientRect();
      const toMiddle = (top + bottom - view.top - view.bottom) / 2;
      if (top < view.top || bottom > view.bottom) scroller.scrollBy({ top: Math.min(toMiddle, top - view.top), behavior: 'instant' }); // its start, where it is the taller one
    }
  }

  /**
   * No browser scrolls a field to a selection that a script makes.
   * @param {HTMLTextAreaElement|HTMLInputElement} field @param {Span} span
   */
  function scrollTo(field, span) {
    const mirror = Jachai.mirror(field);
    mirror.draw(field.value, [{ severity: 'advise', spans: [span] }]);
    const room = mirror.roomOfMark();
    mirror.stop();
    if (room && Math.min(room.above, room.below) < 0) field.scrollTop += (room.above - room.below) / 2; // to the middle
  }

  /**
   * Selects a span of the composer and scrolls it into view.
   * @param {Element} element
   * @param {number} start  UTF-16 units
   * @param {number} end    UTF-16 units
   * @returns {Range|null} its place; null in a field
   */
  Jachai.jump = (element, start, end) => {
    select(element, start, end);
    if (Jachai.isField(element)) scrollTo(element, [start, end]);
    const node = selectionOf(element)?.focusNode;
    const place = Jachai.isField(element) || !node || !element.contains(node) ? element : node;
    const target = place instanceof Element ? place : place.parentElement;
    target?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const range = Jachai.isField(element) ? null : Jachai.text.toRange(Jachai.text.read(element), start, end);
    if (range) reveal(element, range);
    return range;
  };

  /**
   * Draft.js lets go of the caret with the focus, and begins at the start of the text where it gets it back.
   * @param {Element|null} element  in which the writer is
   * @returns {() => void} gives the focus back, and the caret to its place where that is still there
   */
  Jachai.keepCaret = (element) => {
    const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = (element && selectionOf(element)) ?? {};
    /** @param {Node|null|undefined} node @param {number} offset @returns {node is Node} */
    const isPlace = (node, offset) => Boolean(node && element?.contains(node)) && offset <= (node?.nodeValue ?? node?.childNodes ?? '').length;
    return () => {
      /** @type {HTMLElement|null} */ (element)?.focus();
      if (!element || Jachai.isField(element) || !isPlace(anchorNode, anchorOffset) || !isPlace(focusNode, focusOffset)) return;
      selectionOf(element)?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    };
  };

  Jachai.surface.hear(['compositionstart', 'compositionend'], ({ type }) => { isComposing = type === 'compositionstart'; });

  /**
   * Ends what is being composed: a word that is put in its place meanwhile is seen in Draft.js and Quill, and not posted.
   * @param {Element} element
   * @returns {Promise<void>}
   */
  Jachai.endComposing = async (element) => {
    if (!isComposing) return;
    /** @type {HTMLElement} */ (element).blur();
    await pause(SETTLE_MS);
    isComposing = false; // also where its element has gone, of which no end is heard
  };

  /**
   * Whether the composer comes to read as wanted; what the writer does to it at once is another matter.
   * @param {Element} element @param {string} wanted
   */
  async function comesToRead(element, wanted) {
    const isRead = () => comparable(Jachai.text.read(element).text) === comparable(wanted);
    const hearing = new AbortController();
    let wasRead = false;
    addEventListener('keydown', ({ isTrusted }) => { wasRead ||= isTrusted && isRead(); }, { capture: true, signal: hearing.signal });
    await pause(SETTLE_MS);
    hearing.abort();
    return wasRead || isRead();
  }

  /**
   * Replaces a span of the composer's text as if its user had typed it: the editor's own undo takes it back.
   * @param {Element} element
   * @param {number} start  UTF-16 units of the text as it is now
   * @param {number} end    UTF-16 units
   * @param {string} text   '' removes
   * @returns {Promise<boolean>} whether the composer now reads as wanted; nothing is written where the focus or the selection is elsewhere
   */
  Jachai.replace = async (element, start, end, text) => {
    const before = Jachai.text.read(element).text;
    const wanted = before.slice(0, start) + text + before.slice(end);
    const manyLines = (text + before.slice(start, end)).includes('\n');
    if (!await take(element, before, start, end)) return false;
    write(element, text, manyLines);
    return comesToRead(element, wanted);
  };

  /** All of a box of our own pages anew, as if it were typed: undo brings back what stood there. @param {HTMLElement} box @param {string} text */
  Jachai.retype = (box, text) => {
    box.focus();
    document.getSelection()?.selectAllChildren(box);
    if (!document.execCommand('insertText', false, text)) box.textContent = text;
  };
})();
