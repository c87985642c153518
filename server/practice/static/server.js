// @ts-check
// How the practice page asks: same origin, no cookies. The extension asks through its background instead.
(() => {
  const WAIT = 5; // seconds, where a busy server does not say how long

  /** @param {number} status HTTP @returns {Failure['why']} */
  const whyOf = (status) => (status >= 400 && status < 500 ? 'refused' : 'failed');

  /** The server tells its errors in Bangla and in English, " | " between. @param {unknown} message @param {Language} language */
  function inLanguage(message, language) {
    const [bn, en = bn] = String(message ?? '').split(' | ');
    return language === 'en' ? en : bn;
  }

  /** @param {Response} response @param {Language} language @returns {Promise<{answer: Answer}|{failure: Failure}>} */
  async function replyOf(response, language) {
    const body = await response.json().catch(() => null);
    if (response.ok || response.status === 401) Jachai.practiceToken.want(!response.ok);
    if (response.ok && body) return { answer: body };
    const { noToken, busy } = PracticeWords[language];
    const own = { no_token: noToken, too_many: busy }[/** @type {string} */ (body?.error?.code)];
    const again = response.status === 429 ? (Number(response.headers.get('Retry-After')) || WAIT) * 1_000 : undefined;
    return { failure: { why: whyOf(response.status), message: own ?? inLanguage(body?.error?.message, language), again } };
  }

  /** @type {Ask} */
  async function ask(question, signal) {
    const token = Jachai.practiceToken.held();
    try {
      const response = await fetch('../api/v1/check', {
        method: 'POST', headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }, signal,
        body: JSON.stringify({ ...question, moment: 'typing' }), // the server counts what is published
        credentials: 'omit', cache: 'no-store',
      });
      if (response.status === 401 && token !== Jachai.practiceToken.held()) return await ask(question, signal); // it was given meanwhile
      return await replyOf(response, question.ui_language);
    } catch {
      return { failure: { why: 'unreachable', message: '' } };
    }
  }

  /** What the office says where it holds all publishing now, else ''. @param {any} answer @param {Language} language */
  function holdOf(answer, language) {
    const { mode, message, until } = answer?.switch ?? {};
    if (mode !== 'hold') return '';
    const words = PracticeWords[language];
    return [words.holds, Jachai.saidIn(message, language), until && Jachai.fill(words.until, { time: Jachai.timeOf(Date.parse(until), language) })].filter(Boolean).join(' ');
  }

  Jachai.practiceAsk = ask;
  Jachai.practiceHold = holdOf;
})();
