// @ts-check
// Underlines by the CSS Custom Highlight API: the composer's DOM is never touched. All composers of a page share
// three names. Only ranges that changed are exchanged: rebuilding a large registry at each key makes Firefox lag.
(() => {
  /** @type {Severity[]} */
  const SEVERITIES = ['advise', 'warn', 'block']; // later ones lie above

  // As in underline.css, which reaches into shadow roots in Chromium, but not in Firefox.
  const RULES = `
    ::highlight(jachai-block) { text-decoration: underline wavy 2px #e0393f; background-color: rgb(224 57 63 / 16%); }
    ::highlight(jachai-warn) { text-decoration: underline wavy 1.5px #c26f00; }
    ::highlight(jachai-advise) { text-decoration: underline dotted 2px #2f7fe8; }`;

  /** @type {WeakSet<Node>} shadow roots that have the rules */
  const dressed = new WeakSet();

  /** A sheet more in the composer's own root; its DOM stays as it is. @param {Node} root */
  function dress(root) {
    if (!(root instanceof ShadowRoot) || dressed.has(root) || !CSS.supports('-moz-appearance', 'none')) return;
    dressed.add(root);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(RULES);
    root.adoptedStyleSheets.push(sheet);
  }

  const isSupported = () => typeof Highlight === 'function' && 'highlights' in CSS;

  /** @param {Severity} severity @returns {Highlight} */
  function highlightOf(severity) {
    const name = `jachai-${severity}`;
    let highlight = CSS.highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = SEVERITIES.indexOf(severity);
      CSS.highlights.set(name, highlight);
    }
    return highlight;
  }

  /** @param {Range} one @param {Range|undefined} other */
  function isSame(one, other) {
    return other !== undefined
      && one.startContainer === other.startContainer && one.startOffset === other.startOffset
      && one.endContainer === other.endContainer && one.endOffset === other.endOffset;
  }

  /**
   * Shows `wanted` in place of `shown`; what is the same stays as it is.
   * @param {Severity} severity @param {Range[]} shown @param {Range[]} wanted @returns {Range[]} what is shown now
   */
  function exchange(severity, shown, wanted) {
    if (!shown.length && !wanted.length) return shown;
    const now = wanted.map((range, index) => (isSame(range, shown[index]) ? shown[index] : range));
    const highlight = highlightOf(severity);
    for (const range of shown) if (!now.includes(range)) highlight.delete(range);
    for (const range of now) if (!shown.includes(range)) highlight.add(range); // one more add, one more repaint of them all
    return now;
  }

  /** @param {Reading} reading @param {Pick<Finding, 'severity'|'spans'>[]} findings @param {Severity} severity */
  function rangesOf(reading, findings, severity) {
    return findings.filter((finding) => finding.severity === severity)
      .flatMap(({ spans }) => spans.map(([start, end]) => Jachai.text.toRange(reading, start, end)))
      .filter((range) => range !== null);
  }

  /** @param {Element} element @returns {Underline} */
  function createHighlights(element) {
    dress(element.getRootNode());
    /** @type {Record<Severity, Range[]>} */
    const shown = { advise: [], warn: [], block: [] };
    /** @type {Underline['paint']} */
    function paint(reading, findings) {
      if (!isSupported()) return;
      for (const severity of SEVERITIES) {
        shown[severity] = exchange(severity, shown[severity], rangesOf(reading, findings, severity));
      }
    }
    const clear = () => paint({ text: '', segments: [] }, []);
    return { paint, clear, stop: clear };
  }

  /** @param {HTMLTextAreaElement|HTMLInputElement} field @returns {Underline} */
  function createMirror(field) {
    const mirror = Jachai.mirror(field);
    /** @type {Underline['paint']} */
    const paint = (reading, findings) => mirror.draw(reading.text, findings);
    return { paint, clear: () => mirror.draw('', []), stop: () => mirror.stop() };
  }

  Jachai.underline = {
    /**
     * The underlines of one composer.
     * @param {Element} element
     * @returns {Underline}
     */
    create: (element) => (Jachai.isField(element) ? createMirror(element) : createHighlights(element)),
  };
})();
