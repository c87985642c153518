// @ts-check
// Questions go to the background: a fetch from here would carry the page's origin.

(() => {
  /** @typedef {Awaited<ReturnType<Ask>>} Result */

  /** @type {Ask} */
  async function ask(question, signal) {
    const result = await askOnce(question, signal) ?? await askOnce(question, signal); // a stopped worker wakes at the second call
    if (result && 'answer' in result && Jachai.isLate) return { answer: noted(result.answer, question) };
    return result ?? failureOf(Jachai.isAlive() ? 'silent' : 'reload', question);
  }

  /** @param {Answer} answer @param {Question} question @returns {Answer} which says to load the page again */
  const noted = (answer, { ui_language }) => ({ ...answer, notes: [...answer.notes, { code: 'reload', message: Jachai.words(ui_language).reload }] });

  /**
   * @param {Question} question
   * @param {AbortSignal} signal  closes the port, which drops the question at the other end too
   * @returns {Promise<Result|null>} null where the port closed without an answer
   */
  function askOnce(question, signal) {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const port = connect();
      if (!port) return resolve(null);
      const drop = () => {
        close(port);
        reject(signal.reason);
      };
      const end = (/** @type {Result|null} */ result) => {
        signal.removeEventListener('abort', drop);
        resolve(result);
      };
      signal.addEventListener('abort', drop, { once: true });
      port.onMessage.addListener((result) => {
        close(port);
        end(result);
      });
      port.onDisconnect.addListener(() => end(null));
      port.postMessage({ question, host: Jachai.host });
    });
  }

  /** @returns {chrome.runtime.Port|null} null where this script is cut off, which may be as it asks */
  function connect() {
    try {
      return Jachai.isAlive() ? chrome.runtime.connect({ name: 'check' }) : null;
    } catch {
      return null;
    }
  }

  /** @param {chrome.runtime.Port} port */
  function close(port) {
    try {
      port.disconnect();
    } catch { /* cut off meanwhile: it is closed */ }
  }

  /**
   * @param {'silent'|'reload'} said
   * @param {Question} question
   * @returns {{failure: Failure}}
   */
  function failureOf(said, { ui_language }) {
    return { failure: { why: 'unreachable', message: Jachai.words(ui_language)[said] } };
  }

  /** After an update or a reload the old script lives on in its page, cut off: it must let go of the page. So it must where its site was taken back. */
  Jachai.isAlive = () => !Jachai.isWithdrawn && Boolean(globalThis.chrome?.runtime?.id);
  Jachai.ask = ask;
})();
