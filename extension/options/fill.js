// @ts-check
// Puts the words of the chosen language into a page of ours: `data-words` names the message,
// `data-label` that of an aria-label.
import { version } from '../background/install.js';
import { readSettings } from '../background/settings.js';
import { digits, langOf, wordsOf } from '../background/words.js';

/**
 * @param {Language} language
 * @returns {Promise<import('../background/words.js').Words>}
 */
export async function fill(language) {
  const words = await wordsOf(language);
  document.body.ariaBusy = null;
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
 * Says in an element what an office wrote, told as its own language.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function inItsVoice(element, text) {
  element.lang = langOf(text);
  element.textContent = text;
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
 * Every profile has a name: where none is told, the server has none of the id that was asked for; or it has no profile at all,
 * or several and was told no id, which its answer does not tell apart.
 * @param {import('../background/office.js').Office|null} office  null: nothing was told
 * @param {import('../background/settings.js').Settings} settings
 * @returns {'noSuchOffice'|'whichOffice'|null} message that tells the cure
 */
export function cureOfOffice(office, { institution }) {
  if (!office || office.name) return null;
  return institution ? 'noSuchOffice' : 'whichOffice';
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

/**
 * @param {Promise<unknown>} writing  of what the browser is to keep
 * @returns {Promise<string>} what to say where it has no room for it; '' where it is kept
 */
export async function troubleOf(writing) {
  const isKept = await writing.then(() => true, () => false);
  return isKept ? '' : (await wordsOf((await readSettings()).settings.language))('notKept');
}

/**
 * @param {import('../background/words.js').Words} words
 * @param {Language} language
 * @param {import('../background/office.js').Office|null} office  that asks for a newer extension
 */
export function ageWords(words, language, office) {
  return words('tooOld', digits(version(), language), digits(office?.minExtension ?? '', language));
}
