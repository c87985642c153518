// @ts-check
// Underlines by the CSS Custom Highlight API: the composer's DOM is never touched. All composers of a page share
// three names. Only ranges that changed are exchanged: rebuilding a large registry at each key makes Firefox lag.
// Chromium paints all highlighted text anew at each change of the page: what is out of sight is not highlighted.
(() => {
  /** @type {Severity[]} */
  const SEVERITIES = ['advise', 'warn', 'block']; // later ones lie above
  const AROUND = 200; // CSS px above and below what is to be seen: a scroll shows the next ones before it is heard of

  /** @typedef {{range: Range, inSight: boolean}} Line */

  // As in underline.css, which reaches into shadow roots in Chromium, but not in Firefox.
  const RULES = `
    ::highlight(jachai-block) { text-decoration: underline wavy 2px #e0393f; background-color: rgb(224 57 63 / 16%); }
    ::highlight(jachai-warn) { text-decoration: underline wavy 1.5px #c26f00; }
    ::highlight(jachai-advise) { text-decoration: underline dotted 2px #2f7fe8; }
    @media (forced-colors: active) {
      ::highlight(jachai-block) { text-decoration-style: double; }
    }`;

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

  /**
   * Shows `wanted` in place of `shown`; what is the same stays as it is.
   * @param {Severity} severity @param {Line[]} shown @param {Line[]} wanted @returns {Line[]} what is shown now
   */
  function exchange(severity, shown, wanted) {
    if (!shown.length && !wanted.length) return shown;
    const highlight = highlightOf(severity);
    for (const line of shown) if (!wanted.includes(line)) highlight.delete(line.range);
    for (const line of wanted) if (line.inSight && !shown.includes(line)) highlight.add(line.range); // one more add, one more repaint of them all
    return wanted;
  }

  /**
   * The lines as they are wanted; a new one is taken to be where the one before it in its place was.
   * @param {Reading} reading @param {Pick<Finding, 'severity'|'spans'>[]} findings @param {Severity} severity @param {Line[]} shown
   * @returns {Line[]}
   */
  function linesOf(reading, findings, severity, shown) {
    const spans = findings.filter((finding) => finding.severity === severity).flatMap((finding) => finding.spans);
    return spans.map(([start, end], index) => {
      const old = shown[index];
      if (old && Jachai.text.isAt(old.range, reading, start, end)) return old;
      const range = Jachai.text.toRange(reading, start, end);
      return range && { range, inSight: old?.inSight ?? true };
    }).filter((line) => line !== null);
  }

  /** Those that have come into sight, or gone. @param {Severity} severity @param {Line[]} lines @param {Box} seen */
  function look(severity, lines, { top, bottom }) {
    for (const line of lines) {
      const box = line.range.getBoundingClientRect();
      const inSight = box.bottom > top - AROUND && box.top < bottom + AROUND;
      if (inSight === line.inSight) continue;
      line.inSight = inSight;
      if (inSight) highlightOf(severity).add(line.range);
      else highlightOf(severity).delete(line.range);
    }
  }

  /** @param {Element} element @returns {Underline} */
  function createHighlights(element) {
    dress(element.getRootNode());
    /** @type {Record<Severity, Line[]>} */
    const shown = { advise: [], warn: [], block: [] };
    /** @type {Underline['paint']} */
    function paint(reading, findings) {
      if (!isSupported()) return;
      for (const severity of SEVERITIES) {
        shown[severity] = exchange(severity, shown[severity], linesOf(reading, findings, severity, shown[severity]));
      }
    }
    /** @param {Box} seen */
    const lookAll = (seen) => SEVERITIES.forEach((severity) => look(severity, shown[severity], seen));
    return { paint, look: lookAll, stop: () => paint({ text: '', segments: [] }, []) };
  }

  /** @param {HTMLTextAreaElement|HTMLInputElement} field @returns {Underline} */
  function createMirror(field) {
    const mirror = Jachai.mirror(field);
    /** @type {Underline['paint']} */
    const paint = (reading, findings) => mirror.draw(reading.text, findings);
    return { paint, look: mirror.sync, stop: mirror.stop };
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
