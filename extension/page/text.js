// @ts-check
// Reads a composer as its user sees it, and finds the DOM position of each character again.
// A <br> ENDS a line (so the filler <br> of a block adds none); a block's start and end close an open line.
// `innerText` doubles the breaks of Lexical, `textContent` loses them. ZWJ and ZWNJ stay: Bangla needs them.
(() => {
  const INLINE = /^(inline|contents|ruby)/;
  const UNSEEN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'svg']);

  /** Text and segments while the tree is walked. */
  class Lines {
    text = '';
    /** @type {Segment[]} */
    segments = [];
    #some = false;
    #open = false;

    /** @param {Node} node @param {string} data */
    add(node, data) {
      this.#begin();
      this.segments.push({ node, start: this.text.length, end: this.text.length + data.length });
      this.text += data;
    }

    /** @param {Node} br */
    endAt(br) {
      if (!this.#open) this.add(br, '');
      this.#open = false;
    }

    close() {
      this.#open = false;
    }

    #begin() {
      if (this.#open) return;
      if (this.#some) this.text += '\n';
      this.#some = this.#open = true;
    }
  }

  /** @param {Element} element @param {Lines} lines */
  function walkElement(element, lines) {
    if (UNSEEN.has(element.tagName)) return;
    if (element.tagName === 'BR') return lines.endAt(element);
    const { display } = getComputedStyle(element);
    if (display === 'none') return;
    const block = !INLINE.test(display);
    if (block) lines.close();
    walkChildren(element, lines);
    if (block) lines.close();
  }

  /** @param {Node} parent @param {Lines} lines */
  function walkChildren(parent, lines) {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.ELEMENT_NODE) walkElement(/** @type {Element} */ (child), lines);
      else if (child.nodeType === Node.TEXT_NODE) {
        const { data } = /** @type {Text} */ (child);
        if (data) lines.add(child, data);
      }
    }
  }

  /**
   * Reads a composer: an editable element, a textarea or an input.
   * @param {Element} element
   * @returns {Reading}
   */
  function read(element) {
    if (isField(element)) return { text: element.value, segments: [] };
    const lines = new Lines();
    walkChildren(element, lines);
    return { text: lines.text, segments: lines.segments };
  }

  /**
   * The reading after edits inside some of its text nodes: nothing is walked again, no style is asked for.
   * @param {Reading} reading
   * @param {Iterable<Node>} nodes  in which all changes since then were made
   * @returns {Reading|null} null where that does not tell what the composer shows
   */
  function patch({ text, segments }, nodes) {
    for (const node of nodes) {
      const at = segments.findIndex((segment) => segment.node === node);
      const data = node.nodeValue;
      if (at < 0 || !data) return null;
      const { start, end } = segments[at];
      const by = data.length - (end - start);
      text = text.slice(0, start) + data + text.slice(end);
      const later = segments.slice(at + 1).map((segment) => ({ node: segment.node, start: segment.start + by, end: segment.end + by }));
      segments = [...segments.slice(0, at), { node, start, end: end + by }, ...later];
    }
    return { text, segments };
  }

  /**
   * The index of the first segment for which `test` holds; it must hold for all after the first.
   * @param {Segment[]} segments
   * @param {(segment: Segment) => boolean} test
   */
  function firstWhere(segments, test) {
    let low = 0;
    let high = segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (test(segments[middle])) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** @param {Segment} segment @param {number} offset @returns {[Node, number]} */
  function positionIn({ node, start, end }, offset) {
    if (node.nodeType === Node.TEXT_NODE) return [node, Math.min(Math.max(offset, start), end) - start];
    const parent = /** @type {Node} */ (node.parentNode);
    return [parent, Array.prototype.indexOf.call(parent.childNodes, node)];
  }

  /**
   * @param {Segment[]} segments  at least one
   * @param {number} start
   * @param {number} end
   * @returns {[Segment, Segment]} those in which a span starts and ends
   */
  function endsOf(segments, start, end) {
    const last = segments.length - 1;
    const first = Math.max(0, firstWhere(segments, (segment) => segment.start > start) - 1);
    const second = start === end ? first : Math.min(last, firstWhere(segments, (segment) => segment.end >= end));
    return [segments[first], segments[second]];
  }

  /**
   * Whether a Range stands at a span of the reading; cheaper than another Range.
   * @param {Range} range
   * @param {Reading} reading
   * @param {number} start  UTF-16 units
   * @param {number} end    UTF-16 units
   */
  function isAt({ startContainer, startOffset, endContainer, endOffset }, { segments }, start, end) {
    if (!segments.length) return false;
    const [first, second] = endsOf(segments, start, end);
    return startContainer === first.node && startOffset === start - first.start
      && endContainer === second.node && endOffset === end - second.start;
  }

  /**
   * The Range of a span of the reading; null where the reading has no DOM positions (textarea, empty composer) or
   * its nodes have left the page.
   * @param {Reading} reading
   * @param {number} start  UTF-16 units
   * @param {number} end    UTF-16 units
   * @returns {Range|null}
   */
  function toRange({ segments }, start, end) {
    if (!segments.length) return null;
    const [first, second] = endsOf(segments, start, end);
    if (!first.node.parentNode || !second.node.parentNode) return null;
    const range = document.createRange();
    try {
      range.setStart(...positionIn(first, start));
      range.setEnd(...positionIn(second, end));
    } catch {
      return null; // the node was shortened since it was read
    }
    return range;
  }

  /** @param {Element} element @returns {element is HTMLTextAreaElement|HTMLInputElement} */
  function isField(element) {
    return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
  }

  Jachai.text = { read, patch, toRange, isAt };
  Jachai.isField = isField;
})();
