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
      tell(await outcomeOf());
    } finally {
      isDeciding = false;
    }
  }

  /** By the guard's own rules, and by the watch that stands at the end: another language begins another. @returns {Promise<'passed'|'keptBack'|'held'|'nothing'>} */
  async function outcomeOf() {
    const asked = watch;
    const status = await asked.settle('publish');
    if (asked !== watch) return outcomeOf();
    if (status.state === 'empty') return 'nothing';
    const rules = Jachai.practiceRules(status.answer, language);
    const decision = await Jachai.decisionOn(asked, status, rules, { container });
    if (decision === 'anew') return outcomeOf();
    if (decision === 'back') return Jachai.isToMend(asked.status, rules) ? 'keptBack' : 'held';
    Jachai.forgetSaid(asked); // it is gone as if published: the same text again is another draft
    return 'passed';
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
