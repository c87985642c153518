// An office's own site: a textarea in a plain form, or ?kind=rich: a bare contenteditable with a button beside it.
import { expose, linesOf, make, query, record } from './page.js';

const rich = query.get('kind') === 'rich';
const place = make('div');
const mount = () => {
  const box = rich ? make('div', { class: 'box', contenteditable: 'true' }) : make('textarea', { class: 'box', name: 'body' });
  place.replaceChildren(box);
  box.focus();
  return rich
    ? { text: () => linesOf(box).join('\n'), set: (text) => { box.textContent = text; getSelection().selectAllChildren(box); getSelection().collapseToEnd(); } }
    : { text: () => box.value, set: (text) => { box.value = text; } };
};
document.body.append(make('form', { class: 'card', onsubmit: (event) => { event.preventDefault(); record(event.type, window.draft()); } },
  make('h2', {}, 'নতুন নোটিশ'), place, make('button', { type: 'submit', class: 'post' }, 'প্রকাশ করুন')));
expose(mount(), mount);
