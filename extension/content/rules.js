// @ts-check
// What the background tells of the settings: the language, and what the guard does when nothing was checked.

(() => {
  /** @type {{language: Language, whenUnreachable: 'allow'|'warn'|'hold'}} */
  const last = { language: 'bn', whenUnreachable: 'warn' };

  /**
   * Asked anew each time, since a change in the options must hold in pages that are open.
   * @returns {Promise<typeof last>} as last told where the background does not answer
   */
  async function rules() {
    try {
      Object.assign(last, await chrome.runtime.sendMessage({ type: 'rules' }));
    } catch { /* cut off: what was told last still holds */ }
    return { ...last };
  }

  Jachai.rules = rules;
})();
