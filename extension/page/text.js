// @ts-check
// Reads a composer as its user sees it, and finds the DOM position of each character again.
// A <br> ENDS a line (so the filler <br> of a block adds none); a block's start and end close an open line.
// White space that the browser collapses is read as it shows; a picture in a line (an emoji) is a space between words.
// `innerText` doubles the breaks of Lexical, `textContent` loses them. ZWJ and ZWNJ stay: Bangla needs them.
(() => {
  const INLINE = /^(inline|contents|ruby)/;
  const UNSEEN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'svg']);
  const LOOSE = /[\t\n\f\r]| {2}|^ $/; // may show as one space, or not at all: only then the style is asked for
  const PIECES = /([ \t\n\f\r]{2,}|[\t\n\f\r]|^ | $)|(?:[^ \t\n\f\r]| (?=[^ \t\n\f\r]))+/g; // white space that collapses, and words between
  const COLLAPSES = /^(normal|nowrap)$/;

  /** Text and segments while the tree is walked. */
  class Lines {
    text = '';
    /** @type {Segment[]} */
    segments = [];
    #some = false;
    #open = false;
    /** @type {{node: Node, from: number}|null} collapsed white space, which shows once more follows in its line */
    #gap = null;

    /** @param {Node} node @param {string} data @param {number|null} from  as in a segment */
    add(node, data, from = null) {
      this.#begin();
      this.#put(node, data, from);
    }

    /** @param {Node} node @param {string} data  in which white space collapses */
    addCollapsed(node, data) {
      for (const { 0: piece, 1: white, index } of data.matchAll(PIECES)) {
        if (!white) this.add(node, piece, index);
        else if (!this.text.endsWith(' ')) this.#gap ??= { node, from: index };
      }
    }

    /** @param {Node} br */
    endAt(br) {
      if (!this.#open) this.add(br, '');
      this.close();
    }

    close() {
      this.#open = false;
      this.#gap = null;
    }

    #begin() {
      const gap = this.#open ? this.#gap : null;
      this.#gap = null;
      if (gap) this.#put(gap.node, ' ', gap.from);
      if (this.#open) return;
      if (this.#some) this.text += '\n';
      this.#some = this.#open = true;
    }

    /** @param {Node} node @param {string} data @param {number|null} from */
    #put(node, data, from) {
      this.segments.push({ node, start: this.text.length, end: this.text.length + data.length, from });
      this.text += data;
    }
  }

  /** @param {Element} element @param {Lines} lines */
  function walkElement(element, lines) {
    if (UNSEEN.has(element.tagName)) return;
    if (element.tagName === 'BR') return lines.endAt(element);
    const style = getComputedStyle(element);
    if (style.display === 'none') return;
    const block = !INLINE.test(style.display);
    if (block) lines.close();
    if (element.tagName !== 'IMG') walkChildren(element, lines, style);
    else if (!block && element.getAttribute('alt')?.trim()) lines.add(element, ' '); // without: ProseMirror's separator
    if (block) lines.close();
  }

  /** @param {Element} parent @param {Lines} lines @param {CSSStyleDeclaration} style  the parent's */
  function walkChildren(parent, lines, style) {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.ELEMENT_NODE) walkElement(/** @type {Element} */ (child), lines);
      else if (child.nodeType === Node.TEXT_NODE) {
        const { data } = /** @type {Text} */ (child);
        if (LOOSE.test(data) && COLLAPSES.test(style.whiteSpace)) lines.addCollapsed(child, data);
        else if (data) lines.add(child, data);
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
    walkChildren(element, lines, getComputedStyle(element));
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
      if (at < 0 || !data || segments[at].from !== null) return null;
      const { start, end } = segments[at];
      const by = data.length - (end - start);
      text = text.slice(0, start) + data + text.slice(end);
      const later = segments.slice(at + 1).map((segment) => ({ node: segment.node, start: segment.start + by, end: segment.end + by, from: segment.from }));
      segments = [...segments.slice(0, at), { node, start, end: end + by, from: null }, ...later];
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

  /** @param {Segment} segment @param {number} offset  in the text @returns {number} in the node */
  const offsetIn = ({ start, from }, offset) => (from ?? 0) + offset - start;

  /** @param {Segment} segment @param {number} offset @returns {[Node, number]} */
  function positionIn(segment, offset) {
    const { node, start, end } = segment;
    if (node.nodeType === Node.TEXT_NODE) return [node, offsetIn(segment, Math.min(Math.max(offset, start), end))];
    const parent = /** @type {Node} */ (node.parentNode);
    return [parent, Array.prototype.indexOf.call(parent.childNodes, node) + (offset > start ? 1 : 0)]; // before or after a picture
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
    return startContainer === first.node && startOffset === offsetIn(first, start)
      && endContainer === second.node && endOffset === offsetIn(second, end);
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

  /** By its name: a frame's elements have classes of their own. @param {Element} element @returns {element is HTMLTextAreaElement|HTMLInputElement} */
  function isField(element) {
    return element.localName === 'textarea' || element.localName === 'input';
  }

  Jachai.text = { read, patch, toRange, isAt };
  Jachai.isField = isField;
})();
