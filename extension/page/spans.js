// @ts-check
// Keeps what was found at its words while the next answer is on its way. Only one edit is assumed between
// two readings: what stands between the common head and the common tail.
(() => {
  const WORD = /[\p{L}\p{M}\p{N}\u200c\u200d]/u;

  const STRIDE = 256; // UTF-16 units; whole pieces are compared many times faster than letters

  /** @typedef {{start: number, oldEnd: number, newEnd: number}} Edit  in UTF-16 units */

  /** @param {string} text @param {number} tail  UTF-16 units at its end */
  const pieceBefore = (text, tail) => text.slice(text.length - tail - STRIDE, text.length - tail);

  /** @param {string} oldText @param {string} newText @returns {Edit} */
  function editBetween(oldText, newText) {
    const shorter = Math.min(oldText.length, newText.length);
    let start = 0;
    while (start + STRIDE <= shorter && oldText.slice(start, start + STRIDE) === newText.slice(start, start + STRIDE)) start += STRIDE;
    while (start < shorter && oldText.charCodeAt(start) === newText.charCodeAt(start)) start++;
    let tail = 0;
    const room = shorter - start;
    while (tail + STRIDE <= room && pieceBefore(oldText, tail) === pieceBefore(newText, tail)) tail += STRIDE;
    while (tail < room && oldText.charCodeAt(oldText.length - 1 - tail) === newText.charCodeAt(newText.length - 1 - tail)) tail++;
    return { start, oldEnd: oldText.length - tail, newEnd: newText.length - tail };
  }

  /** @param {string} text @param {number} at */
  const isWordAt = (text, at) => at >= 0 && at < text.length && WORD.test(text[at]);

  /**
   * Null where the edit reached into the span, or made its word longer or joined it to another.
   * @param {Span} span @param {Edit} edit @param {string} newText @returns {Span|null}
   */
  function shift([start, end], edit, newText) {
    if (end <= edit.start) {
      return end === edit.start && isWordAt(newText, end) ? null : [start, end];
    }
    if (start < edit.oldEnd) return null;
    const by = edit.newEnd - edit.oldEnd;
    return start === edit.oldEnd && isWordAt(newText, start + by - 1) ? null : [start + by, end + by];
  }

  /**
   * Moves findings from the old text to the new one: one of which the edit touched any span goes; one on the whole draft stays.
   * @param {Finding[]} findings
   * @param {string} oldText
   * @param {string} newText
   * @returns {Finding[]}
   */
  function moveFindings(findings, oldText, newText) {
    if (oldText === newText) return findings;
    const edit = editBetween(oldText, newText);
    return findings.flatMap((finding) => {
      const spans = finding.spans.map((span) => shift(span, edit, newText));
      if (spans.includes(null)) return [];
      return [withSpans(finding, /** @type {Span[]} */ (spans))];
    });
  }

  /** @param {Finding} finding @param {Span[]} spans @returns {Finding} */
  function withSpans(finding, spans) {
    if (!spans.length) return finding;
    return { ...finding, spans, start: spans[0][0], end: spans[spans.length - 1][1] };
  }

  Jachai.spans = { moveFindings };
})();
