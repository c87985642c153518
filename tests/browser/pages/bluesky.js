// A page like Bluesky's: a Tiptap editor in a dialog; the button is known by its data-testid.
import { expose, isControlEnter, make, record } from './page.js';
import { mountTiptap } from './tiptap.js';

const place = make('div');
const publish = (event) => record(event.type, window.draft());
const mount = () => {
  place.replaceChildren();
  return mountTiptap(place, { class: 'box', role: 'textbox', 'aria-label': 'Rich-Text Editor', 'aria-multiline': 'true' });
};
document.body.append(make('div', { role: 'dialog', 'aria-label': 'Write post', onkeydown: (event) => { if (isControlEnter(event)) publish(event); } },
  make('div', { class: 'who' }, make('img', { alt: '@nilkandi.bsky.social avatar' })),
  place,
  make('button', { 'data-testid': 'composerPublishBtn', 'aria-label': 'Publish post', class: 'post', onclick: publish }, make('span', {}, 'Post'))));
expose(mount(), mount);
