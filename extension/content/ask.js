// @ts-check
// Questions go to the background: a fetch from here would carry the page's origin.

(() => {
  /** @returns {Failure} no words of our own: an old page, or an extension that was just updated */
  const gone = (/** @type {Language} */ language) => ({
    why: 'unreachable',
    message: language === 'en'
      ? 'The extension was updated. Reload this page.'
      : 'এক্সটেনশনটি হালনাগাদ হয়েছে। পাতাটি আবার লোড করুন।',
  });

  /** @type {Ask} */
  function ask(question, signal) {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      if (!Jachai.isAlive()) return resolve({ failure: gone(question.ui_language) });
      const port = chrome.runtime.connect({ name: 'check' });
      port.onMessage.addListener((result) => {
        resolve(result);
        port.disconnect();
      });
      port.onDisconnect.addListener(() => resolve({ failure: gone(question.ui_language) }));
      signal.addEventListener('abort', () => {
        port.disconnect();
        reject(signal.reason);
      });
      port.postMessage(question);
    });
  }

  /** After an update or a reload the old script lives on in its page, cut off: it must let go of the page. */
  Jachai.isAlive = () => Boolean(globalThis.chrome?.runtime?.id);
  Jachai.ask = ask;
})();
