// @ts-check
// Is this the answer of a Jachai server, and what does it mean? The background asks before anything of it reaches a page, the page once
// more for the text as it stands. What is not wholly understood is no answer: a proxy's login page or a newer server's changed shape
// must end as "not checked", never as "clear".
(() => {
  /** From the mildest on. @type {Verdict[]} */
  const VERDICTS = ['clear', 'advise', 'unchecked', 'warn', 'block'];
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

  /**
   * @param {any} value     parsed JSON
   * @param {number} length of the text asked about, UTF-16 units
   * @returns {value is Answer} unknown fields are let through
   */
  function isAnswer(value, length) {
    return isObject(value)
      && VERDICTS.includes(value.verdict)
      && isList(value.findings, (finding) => isFinding(finding, length))
      && isList(value.incomplete, (gap) => isObject(gap) && isText(gap.check) && isText(gap.why))
      && isList(value.notes, (note) => isObject(note) && isText(note.code) && isText(note.message))
      && isObject(value.ruleset) && isText(value.ruleset.version)
      && isAtLeastAsBadAsItsParts(value);
  }

  /**
   * @param {any} value
   * @param {number} length  of the text asked about, UTF-16 units
   */
  function isFinding(value, length) {
    const texts = ['check', 'clause', 'clause_label', 'clause_text', 'match', 'message', 'fingerprint'];
    return isObject(value)
      && texts.every((name) => isText(value[name]))
      && SEVERITIES.includes(value.severity)
      && areSpans(value.spans, length)
      && isList(value.replacements, isText)
      && (value.replacements.length === 0 || value.spans.length === 1)
      && (value.insert === null || isInsert(value.insert));
  }

  /**
   * @param {any} value  half-open spans, ascending
   * @param {number} length  UTF-16 units
   */
  function areSpans(value, length) {
    let last = 0;
    return isList(value, (span) => {
      if (!Array.isArray(span) || span.length !== 2 || !span.every(Number.isInteger)) return false;
      const [start, end] = span;
      const fits = last <= start && start < end && end <= length;
      last = end;
      return fits;
    });
  }

  /** @param {any} answer  a "clear" with a finding in it, or with a check left out, is nonsense */
  function isAtLeastAsBadAsItsParts({ verdict, findings, incomplete }) {
    const parts = findings.map((/** @type {Finding} */ finding) => finding.severity);
    if (incomplete.length > 0) parts.push('unchecked');
    return parts.every((/** @type {Verdict} */ part) => VERDICTS.indexOf(part) <= VERDICTS.indexOf(verdict));
  }

  /** @param {any} value */
  const isInsert = (value) => isObject(value) && isText(value.text) && (value.at === 'start' || value.at === 'end');
  /** @param {any} value @param {(item: any) => boolean} test */
  const isList = (value, test) => Array.isArray(value) && value.every(test);
  /** @param {any} value */
  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  /** @param {any} value */
  const isText = (value) => typeof value === 'string';

  /**
   * An answer and the state that it puts the composer in; null where it makes no sense for this text.
   * @param {unknown} raw    as it came
   * @param {string} text    the text that was sent
   */
  function judge(raw, text) {
    if (!isAnswer(raw, text.length)) return null;
    /** @type {Status['state']} */
    const state = raw.verdict === 'clear' || raw.verdict === 'unchecked' ? raw.verdict : 'findings';
    return { state, answer: raw };
  }

  Jachai.answers = { VERDICTS, isAnswer, judge, worst };
})();
