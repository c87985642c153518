// A page like Threads': a Lexical editor in a dialog, Post a div role=button that is known by its text alone. Under /messages: the same
// editor for a message, in the page itself, sent by a plain Enter or the arrow.
import { mountLexical } from './lexical.js';
import { expose, isControlEnter, make, record, roleButton } from './page.js';

const isMessage = location.pathname.startsWith('/messages');
const said = isMessage ? { 'aria-placeholder': 'Message...' } : { 'aria-label': 'Empty text field. Type to compose a new post.' };
const place = make('div');
const publish = (event) => record(event.type, window.draft());
const mount = () => {
  const box = make('div', { class: 'box', ...said, contenteditable: 'true', role: 'textbox', 'data-lexical-editor': 'true' });
  place.replaceChildren(box);
  return mountLexical(box, isMessage ? publish : undefined);
};
if (isMessage) {
  document.body.append(make('main', { class: 'card' }, make('div', { role: 'grid' }), place, roleButton('➤', { class: 'post', 'aria-label': 'Send' }, publish)));
} else {
  document.body.append(make('div', { role: 'dialog', onkeydown: (event) => { if (isControlEnter(event)) publish(event); } },
    make('h2', {}, 'New thread'),
    make('div', { class: 'who' }, make('a', { href: '#' }, 'nilkandi.upz')),
    place,
    roleButton('Anyone can reply', { class: 'audience' }, () => {}),
    roleButton('Post', { class: 'post' }, publish)));
}
expose(mount(), mount);
