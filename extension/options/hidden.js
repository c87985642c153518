// @ts-check
// What the writer hid, and the way back. Only hashes are kept, so each is told by its clause and its day.
import { bringBack, listHidden } from '../background/hidden.js';
import { readSettings } from '../background/settings.js';
import { dayOf, wordsOf } from '../background/words.js';
import { byId, troubleOf } from './fill.js';

/**
 * @typedef {import('../background/hidden.js').Hidden} Hidden
 * @typedef {import('../background/words.js').Words} Words
 */

const KINDS = { finding: 'hiddenFinding', term: 'hiddenTerm', own: 'hiddenOwn' };

/** Draws the list anew. */
export async function showHidden() {
  const { language } = (await readSettings()).settings;
  const words = await wordsOf(language);
  const all = await listHidden();
  const list = byId('hidden', HTMLElement);
  const drawn = JSON.stringify([language, all]);
  if (list.dataset.drawn === drawn) return; // the keyboard's focus stays where it is
  list.dataset.drawn = drawn;
  list.replaceChildren(...all.map((one) => rowOf(one, words, language)));
  byId('none', HTMLElement).hidden = all.length > 0;
  byId('ownHint', HTMLElement).hidden = !all.some(({ kind }) => kind === 'own');
  const allBack = byId('allBack', HTMLButtonElement);
  allBack.hidden = all.length < 2;
  allBack.onclick = () => back(all.map(({ hash }) => hash));
}

/**
 * @param {Hidden} one
 * @param {Words} words
 * @param {Language} language
 */
function rowOf({ kind, hash, clause, at, until }, words, language) {
  const row = document.createElement('li');
  const said = document.createElement('span');
  said.textContent = [words(KINDS[kind], clause), words('hiddenAt', dayOf(at, language)), until ? words('hiddenUntil', dayOf(until, language)) : '']
    .filter(Boolean).join(' ');
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', textContent: words('hiddenBack'), onclick: () => back([hash]) });
  button.setAttribute('aria-label', `${words('hiddenBack')}: ${said.textContent}`);
  row.append(said, button);
  return row;
}

/** @param {string[]} hashes */
async function back(hashes) {
  const trouble = await troubleOf(bringBack(hashes));
  await showHidden();
  const line = byId('outcome', HTMLElement);
  line.dataset.state = trouble && 'bad';
  line.textContent = trouble;
  /** @type {HTMLElement} */ (document.querySelector('#hidden button') ?? byId('test', HTMLButtonElement)).focus(); // the button that was pressed is gone
}
