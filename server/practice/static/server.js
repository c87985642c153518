// @ts-check
// How the practice page asks: same origin, no cookies. The extension asks through its background instead.
(() => {
  const WAIT = 5; // seconds, where a busy server does not say how long
  /** What the office chose for a draft that is not checked, as last told: until then as the extension has it. @type {Rules['whenUnreachable']} */
  let whenUnreachable = 'warn';
  /** @type {string|undefined} */
  let toldTo; // with which token it was told

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

  /** @param {string} path @param {string} token @param {RequestInit & {headers?: Record<string, string>}} [more] */
  const call = (path, token, { headers = {}, ...more } = {}) => fetch(`../api/v1/${path}`, {
    ...more, headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) }, credentials: 'omit', cache: 'no-store',
  });

  /** @type {Ask} */
  async function ask(question, signal) {
    const token = Jachai.practiceToken.held();
    try {
      const body = JSON.stringify({ ...question, moment: 'typing' }); // the server counts what is published
      const response = await call('check', token, { method: 'POST', headers: { 'content-type': 'application/json' }, signal, body });
      if (response.status === 401 && token !== Jachai.practiceToken.held()) return await ask(question, signal); // it was given meanwhile
      if (response.ok) void hearOffice(token);
      return await replyOf(response, question.ui_language);
    } catch {
      return { failure: { why: 'unreachable', message: '' } };
    }
  }

  /** Once for a token that the server takes. @param {string} token */
  async function hearOffice(token) {
    if (toldTo === token) return;
    const told = await call('office', token).then((response) => response.json()).catch(() => null);
    if (!['allow', 'warn', 'hold'].includes(told?.when_unreachable)) return; // a busy server is asked again
    toldTo = token;
    whenUnreachable = told.when_unreachable;
  }

  /** By which a draft with this answer is decided on. Practice leaves no record: no override, no report. @param {Answer|null} answer @param {Language} language @returns {Rules} */
  const rules = (answer, language) => ({ language, whenUnreachable, pausedUntil: 0, hold: holdOf(answer, language), reasons: [], reports: false });

  /** What the office says where it holds all publishing now. @param {any} answer @param {Language} language @returns {string|null} */
  function holdOf(answer, language) {
    const { mode, message, until } = answer?.switch ?? {};
    if (mode !== 'hold') return null;
    const words = PracticeWords[language];
    return [words.holds, Jachai.saidIn(message, language), until && Jachai.fill(words.until, { time: Jachai.timeOf(Date.parse(until), language) })].filter(Boolean).join(' ');
  }

  Jachai.practiceAsk = ask;
  Jachai.practiceRules = rules;
})();
