// Pages like LinkedIn's: a post is written in Quill inside the open shadow root of #interop-outlet; ?kind=comment: in the feed, a
// Tiptap editor among classes without names; ?kind=at-post: on the page of its post, Quill among named ones.
import Quill from 'quill';
import { expose, make, query, record } from './page.js';
import { mountTiptap } from './tiptap.js';

/** Quill finds its selection in a shadow root only so; LinkedIn must have something like it. */
function teachShadow(quill, root) {
  quill.selection.hasFocus = () => root.activeElement === quill.root;
  quill.selection.getNativeRange = () => {
    const selection = root.getSelection ? root.getSelection() : document.getSelection();
    if (!selection || selection.rangeCount === 0) return null;
    const range = selection.getComposedRanges ? selection.getComposedRanges({ shadowRoots: [root] })[0] : selection.getRangeAt(0);
    return range ? quill.selection.normalizeNative(range) : null;
  };
}

function mountQuill(place, root = document) {
  const quill = new Quill(place, { modules: { toolbar: false, history: { delay: 300 } } });
  quill.root.classList.add('box');
  quill.root.setAttribute('role', 'textbox');
  quill.root.setAttribute('aria-label', 'Text editor for creating content');
  if (root instanceof ShadowRoot) teachShadow(quill, root);
  quill.focus();
  return { text: () => quill.getText().replace(/\n$/, ''), set: (text) => { quill.setText(text); quill.setSelection(quill.getLength()); } };
}

function post() {
  const host = make('div', { id: 'interop-outlet' });
  const root = host.attachShadow({ mode: 'open' });
  document.body.append(host);
  const place = make('div', { class: 'editor-content' });
  const box = make('div', { role: 'dialog', class: 'share-box' },
    make('button', { class: 'share-unified-settings-entry-button' }, make('img', { alt: 'নীলকান্দি উপজেলা' }), make('span', { class: 'share-unified-settings-entry-button__title' }, 'নীলকান্দি উপজেলা')),
    place,
    make('button', { class: 'share-actions__primary-action post', onclick: (event) => record(event.type, window.draft()) }, make('span', {}, 'Post')));
  root.append(make('link', { rel: 'stylesheet', href: '/page.css' }), box);
  expose(mountQuill(place, root), () => {
    place.replaceChildren();
    place.className = 'editor-content';
    return mountQuill(place, root);
  });
}

/** The first button opens the comment, and is called as the one that sends it. */
function comment() {
  const place = make('div', { 'data-testid': 'ui-core-tiptap-text-editor-wrapper' });
  document.body.append(make('div', { class: 'card _5b1c', role: 'listitem' },
    make('p', { class: 'quoted', 'data-testid': 'expandable-text-box' }, 'বন্যার খবর: মূল পোস্টের লেখা'),
    make('button', { class: '_7d2e', 'aria-label': 'Comment' }, 'Comment'),
    make('div', { class: '_9f3a' }, place,
      make('div', { componentkey: 'x-commentButtonSection' },
        make('button', { class: '_2c4d post', onclick: (event) => record(event.type, window.draft()) }, make('span', {}, 'Comment'))))));
  const mount = () => {
    place.replaceChildren();
    return mountTiptap(place, { class: 'box short', role: 'textbox', 'aria-label': 'Text editor for creating comment' });
  };
  expose(mount(), mount);
}

function commentAtPost() {
  const around = make('div', { class: 'comments-comment-box-comment__text-editor' });
  document.body.append(make('div', { class: 'card feed-shared-update-v2' },
    make('div', { class: 'update-components-text quoted' }, 'বন্যার খবর: মূল পোস্টের লেখা'),
    make('form', { class: 'comments-comment-box__form', onsubmit: (event) => { event.preventDefault(); record(event.type, window.draft()); } },
      around, make('button', { class: 'comments-comment-box__submit-button--cr post', type: 'submit' }, make('span', {}, 'Comment')))));
  const mount = () => {
    const place = make('div', { class: 'editor-content' });
    around.replaceChildren(place);
    return mountQuill(place);
  };
  expose(mount(), mount);
}

({ comment, 'at-post': commentAtPost }[query.get('kind')] ?? post)();
