import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPlatform } from './platform_page.mjs';

const EDITABLE = 'contenteditable="true" role="textbox"';
const draftX = (index) => `<div data-testid="tweetTextarea_${index}" ${EDITABLE}>খসড়া</div>`;
const WHO = '<button data-testid="SideNav_AccountSwitcher_Button"><div>নীলকান্দি উপজেলা</div><div>@nilkandi_upz</div></button>';
const button = (attributes, text = '') => `<button ${attributes}>${text}</button>`;
const TWEET = '<div data-testid="tweetText">মূল পোস্ট</div>';

// platform, what, HTML -> composers, controls of the first, its keys, what of its surroundings
const CASES = [
  ['x', 'home: the nearest button', `${WHO}<div><div>${draftX(0)}</div>${button('data-testid="tweetButtonInline"', 'Post')}</div>${TWEET}`,
    { composers: 1, controls: ['Post'], keys: ['Control+Enter'], around: { action: 'post', account: { kind: 'unknown', name: 'নীলকান্দি উপজেলা', handle: '@nilkandi_upz' }, context: undefined } }],
  ['x', 'a dialog over the home page: each has its own button', `<div role="dialog">${draftX(0)}${button('data-testid="tweetButton"', 'Reply')}</div><div>${draftX(0)}${button('data-testid="tweetButtonInline"', 'Post')}</div>`,
    { composers: 2, controls: ['Reply'], around: { action: 'post' } }],
  ['x', 'a thread', `<div role="dialog">${draftX(0)}${draftX(1)}${button('data-testid="tweetButton"', 'Post all')}</div>`, { composers: 2, controls: ['Post all'] }],
  ['x', 'a reply', `<div role="dialog"><article data-testid="tweet">${TWEET}</article>${draftX(0)}${button('data-testid="tweetButton"')}</div>`, { composers: 1, around: { action: 'reply', context: 'মূল পোস্ট' } }],
  ['x', 'a quote', `<div role="dialog">${draftX(0)}<div role="link">${TWEET}</div>${button('data-testid="tweetButton"')}</div>`, { composers: 1, around: { action: 'share', context: 'মূল পোস্ট' } }],
  ['x', 'the label of a draft is none', '<div data-testid="tweetTextarea_0_label"></div>', { composers: 0 }],
  ['x', 'a message', `<div data-testid="dmComposerTextInput" ${EDITABLE}></div>`, { composers: 0 }],
  ['x', 'pictures', `<div role="dialog">${draftX(0)}<div data-testid="attachments"><img alt="সভা"></div></div>`, { composers: 1, around: { attachments: [{ kind: 'image', alt: 'সভা' }] } }],

  ['linkedin', 'a post', `<div class="share-box"><div class="ql-editor" ${EDITABLE}></div>${button('class="share-actions__primary-action"', 'Post')}</div>`, { composers: 1, controls: ['Post'], around: { action: 'post' } }],
  ['linkedin', 'a comment', `<div class="comments-comment-box"><form><div class="tiptap ProseMirror" ${EDITABLE}></div>${button('class="comments-comment-box__submit-button--cr"', 'Kommentieren')}</form></div>`, { composers: 1, controls: ['Kommentieren'], around: { action: 'comment' } }],
  ['linkedin', 'a message', '<div class="msg-form__contenteditable" contenteditable="true"></div>', { composers: 0 }],
  ['linkedin', 'tags', `<div class="share-box"><div class="ql-editor" ${EDITABLE}><a class="ql-mention">মো. রহিম</a> ও <a class="ql-mention"> </a></div></div>`, { composers: 1, around: { mentions: [{ text: 'মো. রহিম', kind: 'unknown' }] } }],

  ['instagram', 'a caption', `<div role="dialog"><img alt="nilkandi.upz's profile picture"><div aria-label="Write a caption..." contenteditable="true"></div><div role="button">Share</div></div>`,
    { composers: 1, controls: ['Share'], keys: ['Control+Enter'], around: { action: 'post', account: { kind: 'unknown', name: 'nilkandi.upz' } } }],
  ['instagram', 'a comment', '<form><textarea aria-label="Add a comment…"></textarea><div role="button">Post</div></form>', { composers: 1, controls: ['Post'], keys: ['Enter', 'Control+Enter'], around: { action: 'comment' } }],
  ['instagram', 'a message', '<div aria-label="Message" contenteditable="true"></div>', { composers: 0 }],

  ['threads', 'a thread', `<div role="dialog"><a href="/@n">nilkandi.upz</a><div data-lexical-editor="true" ${EDITABLE}></div><div role="button">Anyone can reply</div><div role="button">Post</div></div>`,
    { composers: 1, controls: ['Post'], around: { action: 'post', account: { kind: 'unknown', name: 'nilkandi.upz' } } }],
  ['threads', 'a reply in the page', `<div><div aria-label="Reply to nilkandi…" data-lexical-editor="true" ${EDITABLE}></div><div role="button">Post</div></div>`, { composers: 1, controls: ['Post'], around: { action: 'reply' } }],

  ['youtube', 'a post', '<ytd-backstage-post-dialog-renderer><ytd-commentbox><div id="contenteditable-root" contenteditable="true"></div><ytd-button-renderer id="submit-button"><button>Post</button></ytd-button-renderer></ytd-commentbox></ytd-backstage-post-dialog-renderer>',
    { composers: 1, controls: ['Post', 'Post'], around: { action: 'post' } }],
  ['youtube', 'a comment', '<ytd-commentbox><div id="contenteditable-root" contenteditable="true"></div><ytd-button-renderer id="submit-button"><button>Comment</button></ytd-button-renderer></ytd-commentbox>', { composers: 1, around: { action: 'comment' } }],
  ['youtube', 'another editable', '<div id="contenteditable-root" contenteditable="true"></div>', { composers: 0 }],

  ['mastodon', 'a post', '<form class="compose-form"><b class="display-name__html">নীলকান্দি</b><i class="display-name__account">@nilkandi</i><textarea class="autosuggest-textarea__textarea"></textarea><div class="compose-form__submit"><button type="submit">Post</button></div></form>',
    { composers: 1, controls: ['Post'], keys: ['Control+Enter'], around: { action: 'post', account: { kind: 'unknown', name: 'নীলকান্দি', handle: '@nilkandi' } } }],
  ['mastodon', 'a reply', '<form class="compose-form"><div class="reply-indicator"><p class="reply-indicator__content">মূল পোস্ট</p></div><textarea class="autosuggest-textarea__textarea"></textarea></form>', { composers: 1, around: { action: 'reply', context: 'মূল পোস্ট' } }],
  ['mastodon', 'a content warning is a draft of the same form', '<form class="compose-form"><input class="spoiler-input__input"><textarea class="autosuggest-textarea__textarea"></textarea><div class="compose-form__submit"><button type="submit">Post</button></div></form>',
    { composers: 2, controls: ['Post'], keys: ['Control+Enter'], around: { action: 'edit' } }],
  ['mastodon', 'a content warning that is folded away is none', '<form class="compose-form"><input class="spoiler-input__input" disabled><textarea class="autosuggest-textarea__textarea"></textarea></form>', { composers: 1, around: { action: 'post' } }],
  ['mastodon', 'a choice of a poll is none', '<form class="compose-form"><input class="poll__option__input"><textarea class="autosuggest-textarea__textarea"></textarea></form>', { composers: 1 }],
  ['mastodon', 'a search', '<form><textarea></textarea></form>', { composers: 0 }],

  ['bluesky', 'a post', `<div role="dialog"><img alt="@nilkandi.bsky.social avatar"><div class="tiptap ProseMirror" ${EDITABLE} aria-label="Rich-Text Editor"></div><button data-testid="composerPublishBtn">Post</button></div>`,
    { composers: 1, controls: ['Post'], around: { action: 'post', account: { kind: 'unknown', name: '', handle: '@nilkandi.bsky.social' } } }],
  ['bluesky', 'a message', `<div data-testid="messageInput" ${EDITABLE}></div>`, { composers: 0 }],

  ['generic', 'a form with a textarea', '<form><textarea name="body"></textarea><button>প্রকাশ করুন</button></form>', { composers: 1, controls: ['প্রকাশ করুন'] }],
  ['generic', 'no form: the nearest button that says so', '<div><div><div contenteditable></div></div><button>Cancel</button><button>Publish</button></div><button>Save</button>', { composers: 1, controls: ['Publish'] }],
  ['generic', 'what cannot be written in', '<textarea readonly></textarea><textarea disabled></textarea><div contenteditable="false"></div>', { composers: 0 }],
  ['generic', 'not what deletes, cancels, previews or keeps a draft', `<form><textarea></textarea>${['প্রকাশ করুন', 'Delete', 'Delete post', 'Cancel', 'Discard', 'Preview', 'Preview post', 'Save draft', 'Save as Draft', 'বাতিল', 'বাতিল করুন', 'প্রকাশ বাতিল করুন', 'মুছুন', 'পোস্টটি মুছে ফেলুন', 'প্রাকদর্শন', 'প্রিভিউ', 'খসড়া সংরক্ষণ করুন', 'খসড়া রাখুন'].map((label) => `<button type="submit">${label}</button>`).join('')}<input type="submit" value="Delete"></form>`,
    { composers: 1, controls: ['প্রকাশ করুন'] }],
  ['generic', 'what publishes in other words', `<form><textarea></textarea>${['Publish draft', 'Post draft', 'খসড়া প্রকাশ করুন', 'Preview and send', 'Go', 'Dispatch notice', 'Precancelled', '✓'].map((label) => `<button type="submit">${label}</button>`).join('')}</form>`,
    { composers: 1, controls: ['Publish draft', 'Post draft', 'খসড়া প্রকাশ করুন', 'Preview and send', 'Go', 'Dispatch notice', 'Precancelled', '✓'] }],
  ['generic', 'an input that submits', '<form><textarea></textarea><input type="submit" value="পাঠান"></form>', { composers: 1, controls: [''] }],
];

for (const [name, what, html, wanted] of CASES) {
  test(`${name}: ${what}`, () => {
    const page = openPlatform(name, html);
    assert.equal(page.composers.length, wanted.composers);
    if (wanted.controls) assert.deepEqual(page.controls(), wanted.controls);
    if (wanted.keys) assert.deepEqual(page.keys(), wanted.keys);
    const around = wanted.around ? page.around() : {};
    for (const [field, value] of Object.entries(wanted.around ?? {})) assert.deepEqual(around[field], value, field);
  });
}
