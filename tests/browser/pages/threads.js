// A page like Threads': a Lexical editor in a dialog, Post a div role=button that is known by its text alone.
import { mountLexical } from './lexical.js';
import { expose, isControlEnter, make, record, roleButton } from './page.js';

const place = make('div');
const mount = () => {
  const box = make('div', { class: 'box', 'aria-label': 'Empty text field. Type to compose a new post.', contenteditable: 'true', role: 'textbox', 'data-lexical-editor': 'true' });
  place.replaceChildren(box);
  return mountLexical(box);
};
const publish = (event) => record(event.type, window.draft());
document.body.append(make('div', { role: 'dialog', onkeydown: (event) => { if (isControlEnter(event)) publish(event); } },
  make('h2', {}, 'New thread'),
  make('div', { class: 'who' }, make('a', { href: '#' }, 'nilkandi.upz')),
  place,
  roleButton('Anyone can reply', { class: 'audience' }, () => {}),
  roleButton('Post', { class: 'post' }, publish)));
expose(mount(), mount);
