// @ts-check
// What the writer hides: a finding, a term until a date, a number that is the office's own. Kept as salted hashes,
// never as text, and never for a block. The verdict is that of what is left.
import { VERDICTS } from './answer.js';
import { hashOf, hex } from './hash.js';
import { installation } from './install.js';
import { readSettings } from './settings.js';
import { changing, readKept, writeKept } from './storage.js';
import { wordsOf } from './words.js';

/** @typedef {'finding'|'term'|'own'} Kind */
/**
 * @typedef {object} Hidden
 * @property {Kind} kind
 * @property {string} hash
 * @property {string} clause   label as staff know it, for the list in the options
 * @property {number} at       milliseconds since 1970
 * @property {number} until    0 for no end
 */
/** @typedef {Pick<Finding, 'check'|'source'|'fingerprint'|'clause_label'|'severity'|'match'>} Subject */

const MOST = 300; // the oldest go
const LONGEST = 92; // days
const DAY = 86_400_000; // milliseconds
const ROUNDS = 20_000; // numbers are few: a plain hash of one could be tried out
const LENGTH = 32; // hex digits

/**
 * @param {Kind} kind
 * @param {Subject} subject
 * @param {number} [days]  for a term
 * @returns {Promise<boolean>} false for a block, and for what makes no sense
 */
export async function hide(kind, subject, days = 0) {
  const isTimed = kind === 'term';
  if (subject.severity === 'block' || isTimed !== days > 0 || !(days <= LONGEST)) return false;
  const hash = await hashIn(kind, subject);
  const now = Date.now();
  const entry = { kind, hash, clause: String(subject.clause_label), at: now, until: isTimed ? now + days * DAY : 0 };
  await change((all) => [entry, ...all.filter((one) => one.hash !== hash)]);
  return true;
}

/**
 * The same, as the writer is told of it.
 * @param {Kind} kind
 * @param {Subject} subject
 * @param {number} [days]
 * @returns {Promise<Outcome>}
 */
export async function hideOrSay(kind, subject, days) {
  const isHidden = await hide(kind, subject, days).catch(() => null);
  if (isHidden) return { done: true };
  const words = await wordsOf((await readSettings()).settings.language);
  return { failure: { why: 'refused', message: words(isHidden === null ? 'notKept' : 'notHidden') } };
}

/** @returns {Promise<Hidden[]>} what is hidden now, the newest first */
export async function listHidden() {
  return (await readHidden()).filter(isInForce);
}

/** What is over is kept no longer. */
export async function dropExpired() {
  if (!(await readHidden()).every(isInForce)) await change((all) => all);
}

/**
 * Shows it again.
 * @param {string[]} hashes
 * @returns {Promise<void>}
 */
export async function bringBack(hashes) {
  await change((all) => all.filter(({ hash }) => !hashes.includes(hash)));
}

/**
 * @param {Answer} answer
 * @returns {Promise<{answer: Answer, count: number}>} without what is hidden, and how much that was
 */
export async function withoutHidden(answer) {
  const hashes = new Map((await listHidden()).map(({ hash, kind }) => [hash, kind]));
  if (hashes.size === 0) return { answer, count: 0 };
  const kinds = new Set(hashes.values());
  const keep = await Promise.all(answer.findings.map(async (finding) => !await isAmong(hashes, kinds, finding)));
  const findings = answer.findings.filter((_finding, index) => keep[index]);
  return { answer: { ...answer, findings, verdict: verdictOf(answer, findings) }, count: answer.findings.length - findings.length };
}

/**
 * @param {Map<string, Kind>} hashes
 * @param {Set<Kind>} kinds   that are among them
 * @param {Finding} finding
 */
async function isAmong(hashes, kinds, finding) {
  if (finding.severity === 'block') return false;
  const asked = [...kinds].filter((kind) => kind !== 'own' || finding.may_be_own);
  const found = await Promise.all(asked.map(async (kind) => hashes.get(await hashIn(kind, finding)) === kind));
  return found.includes(true);
}

/**
 * @param {Answer} answer
 * @param {Finding[]} left
 * @returns {Verdict} the server's own, where it does not come of its findings alone
 */
function verdictOf({ verdict, findings, incomplete, notes }, left) {
  const isCutOff = notes.some(({ code }) => code === 'more'); // the worst come first: as long as one is left, none that was cut off is worse
  /** @param {Finding[]} some */
  const isWhole = (some) => incomplete.length === 0 && !(isCutOff && some.length === 0);
  /** @param {Finding[]} some */
  const worst = (some) => Math.max(VERDICTS.indexOf(isWhole(some) ? 'clear' : 'unchecked'), ...some.map(({ severity }) => VERDICTS.indexOf(severity)));
  return VERDICTS.indexOf(verdict) === worst(findings) ? /** @type {Verdict} */ (VERDICTS[worst(left)]) : verdict;
}

/**
 * @param {Kind} kind
 * @param {Subject} subject
 * @returns {Promise<string>} hex
 */
async function hashIn(kind, { check, source, fingerprint, match }) {
  const { salt } = await installation();
  if (kind === 'own') return slowHash(ownKey(match), salt);
  if (kind === 'finding' && check.startsWith('personal/')) return slowHash(`${kind} ${fingerprint}`, salt); // a fingerprint of a number is as few as that
  const key = kind === 'term' ? [check, source] : [fingerprint];
  return (await hashOf([salt, kind, ...key])).slice(0, LENGTH);
}

/**
 * @param {string} key
 * @param {string} salt
 */
async function slowHash(key, salt) {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(key), 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: new TextEncoder().encode(salt), iterations: ROUNDS };
  return hex(await crypto.subtle.deriveBits(how, material, 128));
}

/**
 * A number by its ASCII digits, with or without the country's code; what is none, such as an e-mail address, as it is.
 * @param {string} match
 * @returns {string}
 */
export function ownKey(match) {
  const ascii = match.replace(/[\u09e6-\u09ef]/g, (digit) => String(digit.charCodeAt(0) - 0x09e6));
  const digits = ascii.replace(/\D/g, '');
  if (ascii.includes('@') || digits.length < 5) return ascii.normalize('NFC').trim().toLowerCase();
  return digits.replace(/^(00)?88(?=0\d{9,10}$)/, '');
}

/** @param {(all: Hidden[]) => Hidden[]} act */
const change = (act) => changing('hidden', async () => writeKept('hidden', act(await listHidden()).slice(0, MOST)));

/** @returns {Promise<Hidden[]>} those that make sense */
async function readHidden() {
  const kept = await readKept('hidden');
  return Array.isArray(kept) ? kept.filter(isHidden) : [];
}

/** A clock that ran ahead would have hidden it for longer than anybody may. @param {Hidden} one */
const isInForce = ({ until }) => until === 0 || (until > Date.now() && until - Date.now() <= LONGEST * DAY);

/**
 * @param {any} value
 * @returns {value is Hidden}
 */
function isHidden(value) {
  return ['finding', 'term', 'own'].includes(value?.kind) && /^[0-9a-f]{32}$/.test(value.hash)
    && typeof value.clause === 'string' && Number.isFinite(value.at) && Number.isFinite(value.until);
}
