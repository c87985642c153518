// @ts-check
// Ties the extension's own files to the practice page: one composer, its panel beside it, a Post button that publishes nothing.
(() => {
  Jachai.surface.openRoots = true; // anybody may look inside here; tests do

  const draft = byId('draft');
  const outcome = byId('outcome');
  /** @type {Language} */
  let language = 'bn';
  const container = () => document.documentElement;
  let watch = watchDraft();
  let isDeciding = false;

  /** @param {string} id @returns {HTMLElement} */
  function byId(id) {
    const element = document.getElementById(id);
    if (!element) throw new Error(`practice page: #${id} is missing`);
    return element;
  }

  function watchDraft() {
    return Jachai.watch(draft, {
      ask: Jachai.practiceAsk, surroundings, language, container, dock: byId('dock'),
      onStatus: () => { outcome.textContent = ''; },
    });
  }

  /** @returns {Surroundings} */
  function surroundings() {
    const chosen = document.querySelector('input[name="account"]:checked');
    const kind = chosen instanceof HTMLInputElement && chosen.value === 'employee' ? 'employee' : 'institution';
    return { account: { kind }, platform: 'practice', action: 'post' };
  }

  /** @param {Language} chosen */
  function speak(chosen) {
    language = chosen;
    const words = PracticeWords[language];
    document.documentElement.lang = language;
    document.title = words.pageTitle;
    draft.dataset.placeholder = words.placeholder;
    for (const element of document.querySelectorAll('[data-word]')) {
      element.textContent = /** @type {any} */ (words)[/** @type {HTMLElement} */ (element).dataset.word ?? ''];
    }
    for (const button of document.querySelectorAll('[data-language]')) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-language') === language));
    }
    byId('dock').setAttribute('aria-label', words.title);
    outcome.textContent = '';
    watch.stop();
    watch = watchDraft();
  }

  /** @param {string} text */
  function fill(text) {
    Jachai.retype(draft, text);
    void watch.settle('typing');
  }

  /** A second press while the first is being decided adds nothing. */
  async function publish() {
    if (isDeciding) return;
    isDeciding = true;
    try {
      const status = await settled();
      tell(status.state === 'empty' ? 'nothing' : await outcomeOf(status));
    } finally {
      isDeciding = false;
    }
  }

  /** By the watch that stands at the end: another language begins another. @returns {Promise<Status>} */
  async function settled() {
    const asked = watch;
    const status = await asked.settle('publish');
    return asked === watch ? status : settled();
  }

  /**
   * The guard's order: the office holds all, block holds, warn and "not checked" ask once, advise passes.
   * @param {Status} status
   * @returns {Promise<'passed'|'keptBack'|'held'>}
   */
  async function outcomeOf({ state, answer, failure }) {
    const findings = answer?.findings ?? [];
    const worst = Jachai.answers.worst(findings);
    const asked = { language, container };
    const hold = Jachai.practiceHold(answer, language);
    if (hold) {
      await Jachai.dialog.hold({ ...asked, findings: [], hold });
      return 'held';
    }
    if (worst === 'block') {
      await Jachai.dialog.hold({ ...asked, findings });
      return 'keptBack';
    }
    const unchecked = state === 'unchecked' || answer?.incomplete.length ? failure ?? true : undefined;
    if (worst !== 'warn' && !unchecked) return 'passed';
    if ((await Jachai.dialog.confirm({ ...asked, findings, unchecked })) === 'publish') return 'passed';
    return worst === 'warn' ? 'keptBack' : 'held'; // nothing to mend where nothing was found
  }

  /** @param {'passed'|'keptBack'|'held'|'nothing'} key */
  function tell(key) {
    outcome.className = `outcome ${key}`;
    outcome.textContent = PracticeWords[language][key];
  }

  byId('publish').addEventListener('click', publish);
  for (const button of document.querySelectorAll('[data-language]')) {
    button.addEventListener('click', () => speak(button.getAttribute('data-language') === 'en' ? 'en' : 'bn'));
  }
  for (const button of document.querySelectorAll('[data-sample]')) {
    const name = /** @type {keyof typeof PracticeSamples} */ (button.getAttribute('data-sample'));
    button.addEventListener('click', () => fill(PracticeSamples[name]));
  }
  byId('token-form').addEventListener('submit', () => { // token.js has heard of it before
    draft.focus();
    void watch.settle('typing');
  });
  for (const choice of document.querySelectorAll('input[name="account"]')) {
    choice.addEventListener('change', () => void watch.settle('typing'));
  }
  draft.dataset.ready = ''; // tests wait for it
})();
