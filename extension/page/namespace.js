// @ts-check
// The one global of the classic scripts: page/ fills it, content/ and the practice page use it.
// page/ calls no chrome.*: whoever loads it hands in what it needs (how to ask, where to show).

/**
 * All offsets are UTF-16 units of the text that `Jachai.text.read` returned; spans are half-open.
 *
 * @typedef {'advise'|'warn'|'block'} Severity
 * @typedef {'clear'|'advise'|'unchecked'|'warn'|'block'} Verdict
 * @typedef {'bn'|'en'} Language
 *
 * @typedef {object} Finding        as the server sends it (POST /api/v1/check)
 * @property {string} check
 * @property {string} clause         ASCII id, "9.nga"
 * @property {string} clause_label   as staff know it, "৯(ঙ)"
 * @property {string} clause_text
 * @property {Severity} severity
 * @property {[number, number][]} spans  none: a finding on the whole draft
 * @property {number|null} start
 * @property {number|null} end
 * @property {string} match
 * @property {string} message
 * @property {string[]} replacements     only with one span
 * @property {{text: string, at: 'start'|'end'}|null} insert
 * @property {string} source
 * @property {string} fingerprint
 *
 * @typedef {{code: string, message: string}} Note   told to the writer, changes no verdict
 *
 * @typedef {object} Answer
 * @property {Verdict} verdict
 * @property {Finding[]} findings
 * @property {{check: string, why: string}[]} incomplete
 * @property {Note[]} notes
 * @property {{kind: string, assumed: boolean}} account
 * @property {Record<string, number>} language
 * @property {{version: string, hash: string}} ruleset
 *
 * @typedef {object} Surroundings    what a platform knows of the draft beside its text; sent as it is
 * @property {{kind: 'institution'|'employee'|'unknown', name?: string, handle?: string}} [account]
 * @property {string} [platform]
 * @property {'post'|'reply'|'comment'|'share'|'edit'} [action]
 * @property {{text: string, kind: string}[]} [mentions]
 * @property {{kind: string, alt?: string}[]} [attachments]
 *
 * @typedef {Surroundings & {text: string, moment: 'typing'|'publish', ui_language: Language}} Question
 *
 * A check that gave no answer. `why`: 'unreachable' (no connection, timeout), 'refused' (4xx), 'failed' (5xx or no sense).
 * @typedef {{why: 'unreachable'|'refused'|'failed', message: string}} Failure
 *
 * @typedef {(question: Question, signal: AbortSignal) => Promise<{answer: Answer}|{failure: Failure}>} Ask
 *
 * What a composer is at one moment. `state` is never 'clear' unless this very text was checked whole.
 * @typedef {object} Status
 * @property {'empty'|'checking'|'clear'|'findings'|'unchecked'} state
 * @property {string} text
 * @property {Answer|null} answer      of this very text
 * @property {Failure|null} failure
 */

(() => {
  /** @type {any} */ (globalThis).Jachai ??= {};
})();
