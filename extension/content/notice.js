// @ts-check
// A few words beside the composer that ask for nothing: a checked draft goes on with one more press.

(() => {
  const SHOWN = 8_000; // milliseconds
  const PRESS_AGAIN = {
    bn: 'যাচাই শেষ হয়েছে। প্রকাশ করতে আবার চাপুন।',
    en: 'The draft is checked. Press once more to publish it.',
  };

  /**
   * Gone at the next press, or after a while.
   * @param {HTMLElement} composer
   * @param {Language} language
   */
  function askForPress(composer, language) {
    const { make, icon } = Jachai.draw;
    const surface = Jachai.surface.create('jachai-notice');
    const words = make('h2', { role: 'status', lang: language, text: PRESS_AGAIN[language] });
    surface.root.append(make('section', { class: 'panel clear' }, [make('header', { class: 'head clear' }, [icon('clear'), words])]));
    surface.mount(Jachai.containerOf(composer));
    const { left, bottom } = composer.getBoundingClientRect();
    surface.place(left, Math.min(bottom, innerHeight - surface.host.offsetHeight) - 4);
    const gone = new AbortController();
    gone.signal.addEventListener('abort', surface.stop);
    const leave = () => gone.abort();
    for (const type of ['keydown', 'pointerdown']) addEventListener(type, leave, { capture: true, once: true, signal: gone.signal });
    setTimeout(leave, SHOWN);
  }

  Jachai.askForPress = askForPress;
})();
