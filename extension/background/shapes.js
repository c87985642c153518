// @ts-check
// What a value is that came from elsewhere: a server's answer, the storage, a page's message.

/** @param {unknown} value @returns {value is Record<string, unknown>} no list */
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {unknown} value @returns {value is string} */
export const isText = (value) => typeof value === 'string';

/**
 * @param {unknown} value
 * @param {number} [longest]  UTF-16 units
 * @returns {string} no longer than that, half an emoji replaced; '' for what is no text
 */
export const textOf = (value, longest = Infinity) => (isText(value) ? value.slice(0, longest).toWellFormed() : '');
