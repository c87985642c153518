// A page like YouTube's community tab: a bare contenteditable, custom elements around it, and a second, hidden button of the same kind.
// ?kind=chat: the chat beside a live video, sent by a plain Enter or the arrow.
import { expose, linesOf, make, query, record } from './page.js';

for (const name of ['ytd-backstage-post-dialog-renderer', 'ytd-commentbox', 'ytd-button-renderer', 'yt-button-shape', 'yt-formatted-string']) customElements.define(name, class extends HTMLElement {});

const isChat = query.get('kind') === 'chat';
const place = make(isChat ? 'yt-live-chat-text-input-field-renderer' : 'div', { id: 'contenteditable-textarea' });
const send = (event) => record(event.type, window.draft());
const onkeydown = (event) => { if (event.key === 'Enter') { event.preventDefault(); send(event); } };
const CHAT = { id: 'input', class: 'box short', contenteditable: '', 'aria-label': 'Chat...', onkeydown };
const mount = () => {
  const box = make('div', isChat ? CHAT : { id: 'contenteditable-root', class: 'box', contenteditable: 'true', 'aria-label': 'What’s on your mind?' });
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
if (isChat) document.body.dataset.enter = 'posts';
document.body.append(isChat ? make('yt-live-chat-renderer', { class: 'card' },
  make('yt-live-chat-message-input-renderer', {}, make('span', { id: 'author-name' }, 'নীলকান্দি উপজেলা'), place,
    make('div', { id: 'send-button' }, make('button', { class: 'post', 'aria-label': 'Send', onclick: send }, '➤')))) : make('ytd-backstage-post-dialog-renderer', { class: 'card' },
  make('div', { id: 'author-text', class: 'who' }, 'নীলকান্দি উপজেলা'),
  make('ytd-commentbox', {}, place,
    make('div', { hidden: '' }, button({})),
    button({ class: 'post', onclick: (event) => record(event.type, window.draft()) }))));
expose(mount(), mount);
