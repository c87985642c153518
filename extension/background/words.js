// @ts-check
// The interface's words by the language that the user chose here, not by the browser's own (an office's
// browsers mostly speak English): chrome.i18n cannot do that, so the very same tables are read as files.

import '../page/namespace.js';
import '../page/language.js';

/** @typedef {(key: string, ...values: string[]) => string} Words */

export const { saidIn, langOf, digits, dayOf, timeOf } = Jachai;

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

/** @param {Language} language */
function load(language) {
  const table = fetch(chrome.runtime.getURL(`_locales/${language}/messages.json`)).then((response) => response.json());
  tables.set(language, table);
  return table;
}
