// @ts-check
// A few words beside the composer that ask for nothing: a draft goes on with one more press, a page is to be loaded again.

/**
 * @typedef {object} Notice   controls: what publishes the draft
 * @property {(composer: HTMLElement, language: Language, isChecked: boolean, controls: Element[]) => void} pressAgain  isChecked: the whole draft
 * @property {(composer: HTMLElement, language: Language, controls: Element[], over: AbortSignal) => void} checking  until it is over
 * @property {(composer: HTMLElement, language: Language, controls: Element[]) => void} reload  once
 * @property {(composer: Box, size: {width: number, height: number}, controls: Box[], view: {width: number, height: number}) => {left: number, top: number}} spotFor
 */

(() => {
  const SHOWN = 8_000; // milliseconds
  const EDGE = 8; // CSS px
  const LAP = 4; // over the composer's edge: it is seen to belong there
  let isReloadSaid = false;

  /**
   * At the composer's lower edge, else where it hides nothing that publishes, in the window.
   * @param {Box} composer
   * @param {{width: number, height: number}} size  of the notice
   * @param {Box[]} controls  what publishes
   * @param {{width: number, height: number}} view
   * @returns {{left: number, top: number}}
   */
  function spotFor(composer, { width, height }, controls, view) {
    const left = Math.max(EDGE, Math.min(composer.left, view.width - width - EDGE));
    const lowest = view.height - height - LAP;
    const usual = Math.max(0, Math.min(composer.bottom - LAP, lowest));
    const [below, above] = [controls.map(({ bottom }) => bottom + EDGE), controls.map(({ top }) => top - height - EDGE)];
    const tops = [usual, ...below, composer.top - height + LAP, ...above];
    const isFree = (/** @type {number} */ top) => top >= 0 && top <= lowest
      && !controls.some((control) => Jachai.meet({ left, top, right: left + width, bottom: top + height }, control));
    return { left, top: tops.find(isFree) ?? usual };
  }

  /** What is to be seen of it in this page, also of one in a frame. @param {Element} element @returns {Box} */
  function boxOf(element) {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const { ownerDocument } = element;
    const frame = ownerDocument === document ? null : Jachai.parentOf(ownerDocument.documentElement);
    if (!frame) return { left, top, right, bottom };
    const around = boxOf(frame);
    const [x, y] = [around.left + frame.clientLeft, around.top + frame.clientTop];
    return { left: Math.max(left + x, around.left), top: Math.max(top + y, around.top), right: Math.min(right + x, around.right), bottom: Math.min(bottom + y, around.bottom) };
  }

  /**
   * What lies below it takes each press.
   * @param {HTMLElement} composer
   * @param {Language} language
   * @param {string} said
   * @param {IconName} tone
   * @param {Element[]} controls  what publishes
   * @returns {() => void} takes it away
   */
  function put(composer, language, said, tone, controls) {
    const { make, icon } = Jachai.draw;
    const surface = Jachai.surface.create('jachai-notice');
    const words = make('h2', { role: 'status', lang: language, text: said });
    surface.root.append(make('section', { class: `panel ${tone}` }, [make('header', { class: `head ${tone}` }, [icon(tone), words])]));
    surface.mount(Jachai.containerOf(composer));
    const size = { width: surface.host.offsetWidth, height: surface.host.offsetHeight };
    const { left, top } = spotFor(boxOf(composer), size, controls.map(boxOf), { width: innerWidth, height: innerHeight });
    surface.place(left, top);
    return surface.stop;
  }

  /**
   * Gone at the next press, or after a while.
   * @param {HTMLElement} composer
   * @param {Language} language
   * @param {'pressAgain'|'pressUnchecked'|'reload'} said
   * @param {IconName} tone
   * @param {Element[]} controls
   */
  function show(composer, language, said, tone, controls) {
    const gone = new AbortController();
    gone.signal.addEventListener('abort', put(composer, language, Jachai.words(language)[said], tone, controls));
    const leave = () => gone.abort();
    for (const type of ['keydown', 'pointerdown']) addEventListener(type, leave, { capture: true, once: true, signal: gone.signal });
    setTimeout(leave, SHOWN);
  }

  Jachai.notice = {
    pressAgain: (composer, language, isChecked, controls) => show(composer, language, isChecked ? 'pressAgain' : 'pressUnchecked', isChecked ? 'clear' : 'unchecked', controls),
    checking(composer, language, controls, over) {
      if (!over.aborted && Jachai.isSeen(composer)) over.addEventListener('abort', put(composer, language, Jachai.words(language).checking, 'checking', controls));
    },
    reload(composer, language, controls) {
      if (isReloadSaid) return;
      isReloadSaid = true;
      show(composer, language, 'reload', 'unchecked', controls);
    },
    spotFor,
  };
})();
