// @ts-check
// No highlight reaches the text of a textarea. A mirror of it lies above: the same box and font, transparent text,
// visible underlines, no pointer events. It lies over all of the page: what the field's scrolling ancestors hide is cut off.
/**
 * @typedef {object} Mirror
 * @property {() => void} sync  the field may have moved
 * @property {(text: string, findings: Pick<Finding, 'severity'|'spans'>[]) => void} draw
 * @property {() => {above: number, below: number}|null} roomOfMark  how far the first mark stands below the field's upper edge and above its lower one, CSS px; less than 0: out of sight
 * @property {() => void} stop
 */
(() => {
  const COPIED = [
    'direction', 'unicode-bidi', 'writing-mode', 'border-top-width', 'border-right-width', 'border-bottom-width', 'border-left-width', 'padding-top',
    'padding-right', 'padding-bottom', 'padding-left', 'font-style', 'font-variant', 'font-weight', 'font-stretch', 'font-size',
    'font-family', 'line-height', 'text-align', 'text-transform', 'text-indent', 'letter-spacing', 'word-spacing', 'tab-size',
    'word-break', 'line-break', 'hyphens', 'overflow-wrap', 'white-space', 'text-wrap-style',
  ];

  /** The width of the field's own scrollbar, CSS px. @param {HTMLElement} field @param {CSSStyleDeclaration} style */
  function scrollbarOf(field, style) {
    const borders = parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth);
    return Math.max(0, field.offsetWidth - field.clientWidth - borders);
  }

  /** Of which "sans-serif" is one font or another, though the family is the same. @param {Element} element @returns {string} '' where the page names none */
  function languageOf(element) {
    const named = element.closest('[lang]');
    const root = element.getRootNode();
    return named?.getAttribute('lang') ?? (root instanceof ShadowRoot ? languageOf(root.host) : '');
  }

  /** Where Firefox enlarges text alone, what is copied is so large already, and would be enlarged once more. @param {HTMLElement} box @param {CSSStyleDeclaration} style  of the field */
  function keepSize(box, { fontSize, lineHeight }) {
    const by = parseFloat(getComputedStyle(box).fontSize) / parseFloat(fontSize);
    if (!(by > 0) || by === 1) return;
    box.style.setProperty('font-size', `${parseFloat(fontSize) / by}px`);
    if (lineHeight !== 'normal') box.style.setProperty('line-height', `${parseFloat(lineHeight) / by}px`);
  }

  /** @param {HTMLElement} field @param {HTMLElement} box @param {Surface} surface */
  function follow(field, box, surface) {
    const style = getComputedStyle(field);
    const { left, top, width, height } = field.getBoundingClientRect();
    box.lang = languageOf(field);
    for (const name of COPIED) box.style.setProperty(name, style.getPropertyValue(name));
    keepSize(box, style);
    if (field instanceof HTMLInputElement) { // whatever its style says
      box.style.setProperty('white-space', 'pre');
      box.style.setProperty('align-content', 'center');
    }
    box.style.setProperty('padding-right', `${parseFloat(style.paddingRight) + scrollbarOf(field, style)}px`);
    const zoom = field.currentCSSZoom ?? 1; // the same for the mirror: what is copied, and the lines, are in the field's own px
    box.style.setProperty('width', `${width / zoom}px`);
    box.style.setProperty('height', `${height / zoom}px`);
    surface.place(left, top, zoom);
    const seen = Jachai.seenOf(field);
    const cut = [seen.top - top, left + width - seen.right, top + height - seen.bottom, seen.left - left];
    box.style.setProperty('clip-path', `inset(${cut.map((by) => `${Math.max(0, by / zoom)}px`).join(' ')})`);
    box.scrollTop = field.scrollTop;
    box.scrollLeft = field.scrollLeft;
  }

  /** As of all that we show beside a composer; a page that lends these scripts has no word on it. @param {HTMLElement} field @returns {Element} */
  const containerOf = (field) => Jachai.containerOf?.(field) ?? document.documentElement;

  /** Pieces in the text's order; where spans overlap the worst one shows. @param {string} text @param {Pick<Finding, 'severity'|'spans'>[]} findings */
  function piecesOf(text, findings) {
    const marks = findings.flatMap(({ severity, spans }) => spans.map(([start, end]) => ({ severity, start, end })));
    const borders = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].filter((border) => border > 0).sort((one, other) => one - other);
    /** @type {(string|Node)[]} */
    const pieces = [];
    let at = 0;
    for (const border of borders) {
      const piece = text.slice(at, border);
      const severity = Jachai.answers.worst(marks.filter(({ start, end }) => start <= at && border <= end));
      pieces.push(severity ? Jachai.draw.make('u', { class: severity, text: piece }) : piece);
      at = border;
    }
    pieces.push(`${text.slice(at)}\n`);
    return pieces;
  }

  /**
   * The mirror of a field. Whoever draws it says when the field may have moved.
   * @param {HTMLTextAreaElement|HTMLInputElement} field
   */
  Jachai.mirror = (field) => {
    const surface = Jachai.surface.create('jachai-mirror');
    const box = Jachai.draw.make('div', { class: 'mirror', 'aria-hidden': 'true' });
    surface.root.append(box);
    const sync = () => {
      if (!surface.host.isConnected) return;
      surface.free();
      surface.mount(containerOf(field)); // another, once the page has closed its dialog and shown it again
      follow(field, box, surface);
    };
    return {
      sync,
      draw(text, findings) {
        if (!findings.length && !surface.host.isConnected) return;
        surface.mount(containerOf(field));
        box.replaceChildren(...piecesOf(text, findings));
        sync();
      },
      roomOfMark() {
        const mark = box.querySelector('u')?.getClientRects()[0];
        const { top, bottom } = box.getBoundingClientRect();
        return mark ? { above: mark.top - top, below: bottom - mark.bottom } : null;
      },
      stop: surface.stop,
    };
  };
})();
