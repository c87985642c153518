// @ts-check
// What the background tells of settings and office, and its word that they have changed. All messages to it go from here; questions about drafts
// have a port (ask.js).

(() => {
  const LONGEST_TIMER_MS = 2 ** 31 - 1; // a longer one ends at once
  const EVERY_MS = 60_000; // between two questions where a composer was seen: the office may hold all publishing meanwhile
  const STALE_MS = 2 * EVERY_MS; // after which that was missed: the computer slept
  const RETRY_MS = 3_000; // after the network came back
  /** @type {Rules} */
  const last = { language: 'bn', whenUnreachable: 'warn', pausedUntil: 0, hold: null, reasons: [], reports: false };
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let pauseTimer; // to the end of the pause
  /** @type {ReturnType<typeof setInterval>|undefined} */
  let keepingUp; // there where a composer was seen: only such a frame is kept up to date
  let isEnded = false; // cut off for good
  let isTold = false; // since the page was shown: while it is kept away, no word of a change comes
  let toldAt = 0; // Date.now()
  let asked = 0; // how often
  let heard = 0; // the first of these whose answer still counts: one may be waited for, and a later one be answered first

  /**
   * For a composer. Asked anew each time, since a change in the options must hold in pages that are open.
   * @returns {Promise<Rules>} as last told where the background does not answer
   */
  function rules() {
    keepingUp ??= setInterval(keepUp, EVERY_MS);
    return ask();
  }

  async function ask() {
    const own = asked += 1;
    try {
      const told = await send({ type: 'rules', host: Jachai.host, isNew: !toldRules() });
      if (told && own >= heard) {
        heard = own;
        if (told.isWithdrawn) return letGo();
        [isTold, toldAt] = [true, Date.now()];
        Object.assign(last, told);
      }
      if (last.hold !== null && self === top) keepingUp ??= setInterval(keepUp, EVERY_MS); // until the icon may say that it is over
    } catch { /* cut off: what was told last still holds */ }
    clearTimeout(pauseTimer);
    if (last.pausedUntil > Date.now()) pauseTimer = setTimeout(renew, Math.min(last.pausedUntil - Date.now(), LONGEST_TIMER_MS));
    return { ...last };
  }

  /** The background looks for what is new, and says so to all pages; what this one did not hear is news here. Else the server may be back at least. */
  async function keepUp() {
    if (!Jachai.isAlive()) return endRules();
    if (document.visibilityState !== 'visible') return;
    const before = JSON.stringify(last);
    const now = await rules();
    if (Jachai.isWithdrawn) return;
    if (JSON.stringify(now) !== before) tellChange(now);
    else Jachai.changes.dispatchEvent(new Event('retry'));
  }

  /** Cut off for good: composers ask once more, and say so instead of what was told before. */
  function endRules() {
    if (isEnded) return;
    isEnded = true;
    clearInterval(keepingUp);
    Jachai.changes.dispatchEvent(new Event('change'));
  }

  /** The site is none of ours any more, though the page is open: nothing in it is read, drawn or held from now on. */
  function letGo() {
    Jachai.isWithdrawn = true;
    clearInterval(keepingUp);
    clearTimeout(pauseTimer);
    Jachai.changes.dispatchEvent(new Event('withdrawn'));
    return { ...last };
  }

  /** Composers ask anew, and the background sees to the icon, which tells of the tab's own site: other frames without a composer have no part in it. */
  async function renew() {
    if (!Jachai.isAlive() || !(keepingUp || self === top)) return;
    const now = await ask();
    if (!Jachai.isWithdrawn) tellChange(now);
  }

  /** @type {Set<() => void>} ends the waiting for an answer */
  const waiting = new Set();

  /** As sendMessage. A browser that puts the page away drops what is on its way, and says so to nobody. @param {object} message @returns {Promise<any>} undefined where no answer will come */
  async function send(message) {
    const answer = chrome.runtime.sendMessage(message);
    let end = () => {};
    const gone = new Promise((resolve) => { end = () => resolve(undefined); });
    waiting.add(end);
    try {
      return await Promise.race([answer, gone]);
    } finally {
      waiting.delete(end);
    }
  }

  /** Nothing counts as told until the background has answered; a draft is asked about anew, and its answer tells of a hold. */
  function hearAnew() {
    isTold = false;
    heard = asked + 1; // what is on its way was told before
    void renew();
  }

  /** @param {Rules} detail */
  const tellChange = (detail) => Jachai.changes.dispatchEvent(new CustomEvent('change', { detail }));

  /**
   * Anything else that the writer wants of the background, or that the page has to tell it.
   * @param {{type: string, [more: string]: unknown}} message
   * @returns {Promise<any>} as the background answers that type: mostly an `Outcome`; a failure where no answer comes, as to `protection`. Never rejects
   */
  async function tell(message) {
    const failed = { failure: /** @type {Failure} */ ({ why: 'unreachable', message: '' }) };
    try {
      return await send(message) ?? failed;
    } catch { // cut off: it may throw at once
      return failed;
    }
  }

  /** @param {string} origin  of the frame; about:blank and srcdoc have their opener's @returns {string} '' where it has one of its own */
  function hostOf(origin) {
    return URL.canParse(origin) ? new URL(origin).hostname : '';
  }

  chrome.runtime.onMessage.addListener((message, sender, reply) => {
    if (sender.id !== chrome.runtime.id) return;
    if (message?.type === 'changed') renew();
    if (message?.type === 'host' && !Jachai.isWithdrawn) reply(Jachai.host); // the popup pauses checking by it
  });
  // A page that the browser had put away and shows again: what was told before may be over.
  addEventListener('pageshow', ({ isTrusted, persisted }) => {
    if (!isTrusted || !persisted) return;
    waiting.forEach((end) => end());
    hearAnew();
  }, { capture: true });
  // A tab that was behind others, where nothing is asked each minute. After a shorter while it knows as much as one that is seen.
  addEventListener('visibilitychange', ({ isTrusted }) => {
    if (isTrusted && document.visibilityState === 'visible' && keepingUp && isTold && Math.abs(Date.now() - toldAt) >= EVERY_MS) hearAnew();
  }, { capture: true });
  addEventListener('online', (event) => {
    if (!event.isTrusted || !keepingUp) return;
    void renew();
    setTimeout(() => Jachai.changes.dispatchEvent(new Event('retry')), RETRY_MS); // the first question may have been too early
  });

  /** @returns {Rules|null} as last told; null where that may be over, or never was */
  const toldRules = () => (isTold && Math.abs(Date.now() - toldAt) < STALE_MS ? last : null);

  /** @returns {Language} as last told, which is not waited for */
  const spoken = () => last.language;

  Jachai.rules = rules;
  Jachai.spoken = spoken;
  Jachai.endRules = endRules;
  Jachai.toldRules = toldRules;
  Jachai.tell = tell;
  Jachai.host = hostOf(self.origin);
})();
