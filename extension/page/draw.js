// @ts-check
// Makes elements by the DOM alone: pages with Trusted Types refuse innerHTML.
(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  // Each state has a shape of its own, so that colour is never the only sign.
  const OCTAGON = 'M7 1.5h6L18.5 7v6L13 18.5H7L1.5 13V7Z';
  const ROUND = 'M10 1.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17Z';
  /** @type {Record<string, {fill?: string, stroke: string}>} */
  const ICONS = {
    block: { fill: OCTAGON, stroke: 'M5.8 10h8.4' },
    warn: { fill: 'M10 1.6 19.2 18H.8Z', stroke: 'M10 7.2v5M10 14.8v.4' },
    advise: { fill: ROUND, stroke: 'M10 9v5M10 5.8v.4' },
    clear: { fill: ROUND, stroke: 'm6 10.4 2.8 2.8L14.2 7.4' },
    unchecked: { stroke: 'M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16ZM4.5 15.5l11-11' },
    checking: { stroke: 'M4.6 10h.1M10 10h.1M15.4 10h.1' }, // still: one that turns costs a frame after frame while the writer types
    close: { stroke: 'm5 5 10 10M15 5 5 15' },
  };

  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {Record<string, string>} [attributes]  `text` is the content, the others are attributes
   * @param {(Node|null)[]} [children]             null is left out
   * @returns {HTMLElementTagNameMap[Tag]}
   */
  function make(tag, { text, ...attributes } = {}, children = []) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text !== undefined) element.textContent = text;
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  /** @param {string} name @param {Record<string, string>} attributes */
  function makeSvg(name, attributes) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  /**
   * An icon that says nothing to a screen reader: words stand beside it.
   * @param {IconName} name
   */
  function icon(name) {
    const { fill, stroke } = ICONS[name];
    const svg = makeSvg('svg', { class: `icon ${name}`, viewBox: '0 0 20 20', 'aria-hidden': 'true' });
    if (fill) svg.append(makeSvg('path', { class: 'fill', d: fill }));
    svg.append(makeSvg('path', { class: fill ? 'mark' : 'line', d: stroke }));
    return svg;
  }

  /**
   * A button of a surface.
   * @param {Surface} surface
   * @param {Record<string, string>} attributes  as in `make`
   * @param {(by: Press) => void} act
   * @param {Node[]} [children]
   */
  function button(surface, attributes, act, children = []) {
    const element = make('button', { type: 'button', ...attributes }, children);
    surface.onPress(element, act);
    return element;
  }

  /**
   * Where it overflows, and nothing in it can be gone to, no key would scroll it: then Tab leads to it itself.
   * @param {HTMLElement} body  which a click may focus at all times
   */
  function reach(body) {
    const isStuck = body.scrollHeight > body.clientHeight && !body.querySelector('button, summary, input, textarea');
    body.tabIndex = isStuck ? 0 : -1;
  }

  /** When what is drawn now comes to be seen, performance.now(); never before that. A page may be busy for seconds, and what is pressed meanwhile waits. */
  function seen() {
    const seen = { at: Infinity };
    requestAnimationFrame(() => setTimeout(() => { seen.at = performance.now(); })); // after the frame
    return seen;
  }

  Jachai.draw = { make, icon, button, reach, seen };
})();
