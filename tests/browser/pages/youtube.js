// A page like YouTube's community tab: a bare contenteditable, custom elements around it, and a second, hidden button of the same kind.
import { expose, linesOf, make, record } from './page.js';

for (const name of ['ytd-backstage-post-dialog-renderer', 'ytd-commentbox', 'ytd-button-renderer', 'yt-button-shape', 'yt-formatted-string']) customElements.define(name, class extends HTMLElement {});

const place = make('div', { id: 'contenteditable-textarea' });
const mount = () => {
  const box = make('div', { id: 'contenteditable-root', class: 'box', contenteditable: 'true', 'aria-label': 'What’s on your mind?' });
  place.replaceChildren(box);
  box.focus();
  return {
    text: () => linesOf(box).join('\n'),
    set(text) {
      box.replaceChildren(...text.split('\n').map((line) => make('div', {}, line || make('br'))));
      getSelection().selectAllChildren(box);
      getSelection().collapseToEnd();
    },
  };
};
const button = (attributes) => make('ytd-button-renderer', { id: 'submit-button' },
  make('yt-button-shape', {}, make('button', { 'aria-label': 'Post', ...attributes }, make('span', {}, 'Post'))));
document.body.append(make('ytd-backstage-post-dialog-renderer', { class: 'card' },
  make('div', { id: 'author-text', class: 'who' }, 'নীলকান্দি উপজেলা'),
  make('ytd-commentbox', {}, place,
    make('div', { hidden: '' }, button({})),
    button({ class: 'post', onclick: (event) => record(event.type, window.draft()) }))));
expose(mount(), mount);
