// @ts-check
// Is this the answer of a Jachai server? Asked before anything of it reaches a page: a proxy's login page or a newer
// server's changed shape must end as "not checked", never as "clear".

/** From the mildest on. */
export const VERDICTS = ['clear', 'advise', 'unchecked', 'warn', 'block'];
const SEVERITIES = ['advise', 'warn', 'block'];

/**
 * @param {any} value     parsed JSON
 * @param {number} length of the text asked about, UTF-16 units
 * @returns {value is Answer} unknown fields are let through
 */
export function isAnswer(value, length) {
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
 * @param {number} length
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
 * @param {number} length
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
  return parts.every((/** @type {string} */ part) => VERDICTS.indexOf(part) <= VERDICTS.indexOf(verdict));
}

/** @param {any} value */
function isInsert(value) {
  return isObject(value) && isText(value.text) && (value.at === 'start' || value.at === 'end');
}

/**
 * @param {any} value
 * @param {(item: any) => boolean} test
 */
function isList(value, test) {
  return Array.isArray(value) && value.every(test);
}

/** @param {any} value */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {any} value */
function isText(value) {
  return typeof value === 'string';
}
