// A page like Instagram's: the last of three steps of a new post, its caption a Lexical editor in a dialog, Share a div role=button.
import { mountLexical } from './lexical.js';
import { expose, make, record, roleButton } from './page.js';

const place = make('div');
const mount = () => {
  const box = make('div', { class: 'box', 'aria-label': 'Write a caption...', contenteditable: 'true', role: 'textbox', 'data-lexical-editor': 'true', spellcheck: 'true' });
  place.replaceChildren(box);
  return mountLexical(box);
};
document.body.append(make('div', { role: 'dialog', 'aria-label': 'Create new post' },
  make('h2', {}, 'Create new post'),
  roleButton('Share', { class: 'post' }, (event) => record(event.type, window.draft())),
  make('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', alt: '' }),
  make('div', { class: 'who' }, make('img', { alt: "nilkandi.upz's profile picture" }), make('span', {}, 'nilkandi.upz')),
  place));
expose(mount(), mount);
