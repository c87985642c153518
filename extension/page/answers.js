// @ts-check
// What a server's answer means. An answer that is not wholly understood is no answer: it must never read as clear.
(() => {
  /** @type {Verdict[]} */
  const ORDER = ['clear', 'advise', 'unchecked', 'warn', 'block'];
  /** @type {Severity[]} */
  const SEVERITIES = ['advise', 'warn', 'block'];

  /**
   * The highest severity, null where there is none.
   * @param {Pick<Finding, 'severity'>[]} findings
   * @returns {Severity|null}
   */
  function worst(findings) {
    const found = new Set(findings.map(({ severity }) => severity));
    return SEVERITIES.findLast((severity) => found.has(severity)) ?? null;
  }

  /** @param {unknown} value @returns {value is Record<string, any>} */
  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  /** @param {unknown} value */
  const isText = (value) => typeof value === 'string';

  /** @param {unknown} span @param {number} length */
  function isSpan(span, length) {
    if (!Array.isArray(span) || span.length !== 2 || !span.every(Number.isInteger)) return false;
    return span[0] >= 0 && span[0] < span[1] && span[1] <= length;
  }

  /** @param {any} insert */
  const isInsert = (insert) => insert == null || (isText(insert.text) && (insert.at === 'start' || insert.at === 'end'));

  /** @param {unknown} finding @param {number} length */
  function isFinding(finding, length) {
    return isObject(finding) && SEVERITIES.includes(finding.severity)
      && [finding.message, finding.clause_label, finding.clause_text, finding.match].every(isText)
      && Array.isArray(finding.spans) && finding.spans.every((span) => isSpan(span, length))
      && Array.isArray(finding.replacements) && finding.replacements.every(isText) && isInsert(finding.insert);
  }

  /** @param {unknown} raw @param {number} length @returns {raw is Answer} */
  function isAnswer(raw, length) {
    return isObject(raw) && ORDER.includes(raw.verdict) && Array.isArray(raw.incomplete) && Array.isArray(raw.notes)
      && raw.notes.every((note) => isText(note?.message))
      && Array.isArray(raw.findings) && raw.findings.every((finding) => isFinding(finding, length));
  }

  /** The highest verdict that anything in the answer gives. @param {Answer} answer @returns {Verdict} */
  function verdictOf({ verdict, findings, incomplete }) {
    const all = [verdict, worst(findings) ?? 'clear', incomplete.length ? 'unchecked' : 'clear'];
    return ORDER[Math.max(...all.map((each) => ORDER.indexOf(/** @type {Verdict} */ (each))))];
  }

  /**
   * An answer and the state that it puts the composer in; null where it makes no sense for this text.
   * @param {unknown} raw    as it came
   * @param {string} text    the text that was sent
   */
  function judge(raw, text) {
    if (!isAnswer(raw, text.length)) return null;
    const answer = { ...raw, verdict: verdictOf(raw) };
    /** @type {Status['state']} */
    const state = answer.verdict === 'clear' || answer.verdict === 'unchecked' ? answer.verdict : 'findings';
    return { state, answer };
  }

  Jachai.answers = { judge, worst };
})();
