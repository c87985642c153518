// @ts-check
// The interface's words by the language that the user chose here, not by the browser's own (an office's
// browsers mostly speak English): chrome.i18n cannot do that, so the very same tables are read as files.

/** @typedef {(key: string, ...values: string[]) => string} Words */

/** @type {Map<string, Promise<Record<string, {message: string}>>>} */
const tables = new Map();

/**
 * @param {Language} language
 * @returns {Promise<Words>} a missing key throws: a test asks for each
 */
export async function wordsOf(language) {
  const table = await (tables.get(language) ?? load(language));
  return (key, ...values) => {
    const entry = table[key];
    if (!entry) throw new Error(`_locales/${language}: no message "${key}"`);
    return entry.message.replace(/\{(\d)\}/g, (/** @type {string} */ _all, /** @type {string} */ digit) => values[Number(digit)] ?? '');
  };
}

/**
 * @param {number|string} number
 * @param {Language} language
 * @returns {string} in the digits of the language
 */
export function digits(number, language) {
  return language === 'bn' ? String(number).replace(/[0-9]/g, (digit) => String.fromCharCode(0x09e6 + Number(digit))) : String(number);
}

/**
 * @param {number} at  milliseconds since 1970
 * @param {Language} language
 * @returns {string} "২৫ নভেম্বর ২০২৬"
 */
export function dayOf(at, language) {
  const parts = new Intl.DateTimeFormat(`${language}-BD`, { dateStyle: 'long' }).formatToParts(at);
  const [day, month, year] = ['day', 'month', 'year'].map((type) => parts.find((part) => part.type === type)?.value ?? '');
  return `${day} ${month} ${year}`;
}

// Bangla says the part of the day before the hour; Intl's own order reads like a translation.
const PARTS = /** @type {const} */ ([[4, 'রাত'], [6, 'ভোর'], [12, 'সকাল'], [15, 'দুপুর'], [18, 'বিকাল'], [20, 'সন্ধ্যা'], [24, 'রাত']]);

/**
 * @param {number} at  milliseconds since 1970
 * @param {Language} language
 * @returns {string} "২৫ নভেম্বর ২০২৬, বিকাল ৪:০৫"
 */
export function timeOf(at, language) {
  const date = new Date(at);
  const minutes = String(date.getMinutes()).padStart(2, '0');
  if (language !== 'bn') return `${dayOf(at, language)}, ${date.getHours()}:${minutes}`;
  const part = PARTS.find(([end]) => date.getHours() < end)?.[1] ?? '';
  return `${dayOf(at, language)}, ${part} ${digits(`${date.getHours() % 12 || 12}:${minutes}`, language)}`;
}

/** @param {Language} language */
function load(language) {
  const table = fetch(chrome.runtime.getURL(`_locales/${language}/messages.json`)).then((response) => response.json());
  tables.set(language, table);
  return table;
}
