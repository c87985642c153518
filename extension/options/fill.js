// @ts-check
// Puts the words of the chosen language into a page of ours: `data-words` names the message,
// `data-label` that of an aria-label.
import { wordsOf } from '../background/words.js';

/**
 * @param {Language} language
 * @returns {Promise<import('../background/words.js').Words>}
 */
export async function fill(language) {
  const words = await wordsOf(language);
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll('[data-words]')) {
    element.textContent = words(/** @type {HTMLElement} */ (element).dataset.words ?? '');
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', words(/** @type {HTMLElement} */ (element).dataset.label ?? ''));
  }
  return words;
}

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`no ${kind.name} with the id ${id}`);
}

/**
 * Of what is begun again before it has ended only the last counts.
 * @returns {() => () => boolean}  begins one; what that gives tells whether another was begun since
 */
export function lastOnly() {
  let begun = 0;
  return () => {
    const own = begun += 1;
    return () => own !== begun;
  };
}
