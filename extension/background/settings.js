// @ts-check
// Every setting: its default and what it may be. Policy wins over choice; a value of the wrong kind counts as absent,
// since Firefox does not check managed values against the schema.
import { changing, readLocal, readManaged, writeLocal } from './storage.js';

/** @typedef {'allow'|'warn'|'hold'} WhenUnreachable */
/**
 * @typedef {object} Settings
 * @property {string} serverUrl        address with no slash at its end
 * @property {string} token            '' where the server asks for none
 * @property {string} institution      id of a profile, '' for the server's own choice
 * @property {'unknown'|'institution'|'employee'} accountKind
 * @property {Language} language
 * @property {WhenUnreachable|''} whenUnreachable  '' leaves it to the office
 * @property {boolean} allowPause      by policy alone: whether checking may be paused on a site
 * @property {string[]} sites          by policy alone: hosts of further sites to check on, "intranet.example.gov.bd"
 */
/** @typedef {Exclude<keyof Settings, 'allowPause'|'sites'>} SettingName  those that a user may choose */

/** @type {Settings} */
export const DEFAULTS = Object.freeze({
  serverUrl: 'http://127.0.0.1:8420',
  token: '',
  institution: '',
  accountKind: 'unknown',
  language: 'bn',
  whenUnreachable: '',
  allowPause: true,
  sites: [],
});

export const LONGEST = 512; // UTF-16 units of a value
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g; // what chats and word processors put in as one copies
const MOST_SITES = 50;
const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** @type {Record<SettingName, (value: string) => string|null>} the value as it is kept, or null where it is no good */
const READ = {
  serverUrl: readAddress,
  token: (value) => (/^[\x21-\x7e]*$/.test(value) ? value : null), // a header carries no other characters
  institution: (value) => (/^[\w.-]*$/.test(value) ? value : null),
  accountKind: oneOf('unknown', 'institution', 'employee'),
  language: oneOf('bn', 'en'),
  whenUnreachable: oneOf('', 'allow', 'warn', 'hold'),
};

/** @type {Record<'allowPause'|'sites', (value: unknown) => unknown>} */
const READ_POLICY = {
  allowPause: (value) => (typeof value === 'boolean' ? value : null),
  sites: (value) => (Array.isArray(value) ? [...new Set(value.filter((host) => typeof host === 'string' && HOST.test(host)))].slice(0, MOST_SITES) : null),
};

/** Names of the settings that a user may choose, in the order of the options page. */
export const NAMES = /** @type {SettingName[]} */ (Object.keys(READ));

/**
 * @returns {Promise<{settings: Settings, locked: string[]}>} what holds now; `locked` came by policy
 */
export async function readSettings() {
  const [local, managed] = await Promise.all([readLocal(), readManaged()]);
  const byPolicy = { ...keepValid(managed), ...keepValidPolicy(managed) };
  return { settings: { ...DEFAULTS, ...keepValid(local), ...byPolicy }, locked: Object.keys(byPolicy) };
}

/**
 * Changes some settings and leaves the others. A faulty value is refused as a whole, nothing is written.
 * @param {Partial<Record<SettingName, string>>} changes
 * @returns {Promise<SettingName[]>} the faulty ones; [] when all was kept
 */
export async function changeSettings(changes) {
  const names = /** @type {SettingName[]} */ (Object.keys(changes));
  const faulty = names.filter((name) => readValue(name, changes[name]) === null);
  if (faulty.length === 0) await changing('settings', async () => writeLocal({ ...keepValid(await readLocal()), ...keepValid(changes) }));
  return faulty;
}

/**
 * @param {SettingName} name
 * @param {unknown} value
 * @returns {string|null} the value as it would be kept, null where it is no good
 */
export function readValue(name, value) {
  return typeof value === 'string' && !isTooLong(value) ? READ[name](cleaned(value)) : null;
}

/** @param {string} value  as typed @returns {boolean} whatever else it may be */
export const isTooLong = (value) => cleaned(value).length > LONGEST;

/** @param {string} value */
const cleaned = (value) => value.replace(UNSEEN, '').trim();

/**
 * @param {Record<string, unknown>} values
 * @returns {Partial<Settings>}
 */
function keepValid(values) {
  const pairs = NAMES.map((name) => [name, readValue(name, values[name])]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== null));
}

/**
 * What only a policy can set.
 * @param {Record<string, unknown>} managed
 * @returns {Partial<Settings>}
 */
function keepValidPolicy(managed) {
  const pairs = Object.entries(READ_POLICY).map(([name, read]) => [name, read(managed[name])]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== null));
}

/** @param {string} value */
function readAddress(value) {
  const typed = value.replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x09e6)).replace(/[,।]$/, '');
  if (!/^https?:\/\//i.test(typed) || !URL.canParse(typed)) return null;
  const { protocol, username, password, host, pathname, search, hash } = new URL(typed);
  if (username || password || search || hash || host.includes('%')) return null; // a space in the name
  return `${protocol}//${host}${pathname}`.replace(/(\/practice)?\/*$/, ''); // the practice page's is the one that an address bar shows
}

/** @param {...string} choices */
function oneOf(...choices) {
  return (/** @type {string} */ value) => (choices.includes(value) ? value : null);
}
