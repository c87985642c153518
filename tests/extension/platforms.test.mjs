import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPlatform } from './platform_page.mjs';

const EDITABLE = 'contenteditable="true" role="textbox"';
const draftX = (index) => `<div data-testid="tweetTextarea_${index}" ${EDITABLE}>খসড়া</div>`;
const WHO = '<button data-testid="SideNav_AccountSwitcher_Button"><div>নীলকান্দি উপজেলা</div><div>@nilkandi_upz</div></button>';
const button = (attributes, text = '') => `<button ${attributes}>${text}</button>`;
const tiptap = (label) => `<div class="tiptap ProseMirror" ${EDITABLE} aria-label="${label}"></div>`;
const studioBox = (what) => `<ytcp-social-suggestions-textbox id="${what}-textarea"><div id="textbox" contenteditable="true"></div></ytcp-social-suggestions-textbox>`;
// Mastodon's form, and what shows who will see its post, as the versions draw it.
const mention = (shown) => `<form class="compose-form"><input class="spoiler-input__input"><textarea class="autosuggest-textarea__textarea"></textarea><div>${shown}</div></form>`;
const VISIBILITIES = {
  '4.3 and later': (icon) => `<button class="dropdown-button"><svg class="icon icon-${icon}"></svg><span class="dropdown-button__label">Private mention</span></button>`,
  4.2: (icon) => `<button class="privacy-dropdown__value-icon icon-button"><svg class="icon icon-${icon}"></svg></button>`,
  'before 4.2': (icon) => `<button class="privacy-dropdown__value-icon icon-button"><i class="fa fa-${icon} fa-fw"></i></button>`,
};
// The feed of LinkedIn: classes without names; the first button opens the comment.
const feedComment = (label, opens, submit) => `<div role="listitem" class="_1a"><p data-testid="expandable-text-box">মূল পোস্ট</p>${button('', opens)}<div class="_9z"><div data-testid="ui-core-tiptap-text-editor-wrapper">${tiptap(label)}</div>${submit}</div></div>`;
/** Of a label that a browser translated, which puts elements of its own around. */
const shown = (label) => label.replace(/<[^>]*>/g, '');
const NOBODY = { kind: 'unknown', name: '' };
const named = (name, handle) => `<b class="display-name__html">${name}</b><i class="display-name__account">${handle}</i>`;
const TWEET = '<div data-testid="tweetText">মূল পোস্ট</div>';

// platform, what, HTML -> composers, controls of the first, its keys, what of its surroundings; `silent`: whether the icon
// says nothing of a box that is none of ours. `url`: of the page
const CASES = [
  ['x', 'home: the nearest button', `${WHO}<div><div>${draftX(0)}</div>${button('data-testid="tweetButtonInline"', 'Post')}</div>${TWEET}`,
    { composers: 1, controls: ['Post'], keys: ['Control+Enter'], around: { action: 'post', account: { kind: 'unknown', name: 'নীলকান্দি উপজেলা', handle: '@nilkandi_upz' } } }],
  ['x', 'a dialog over the home page: each has its own button', `<div role="dialog">${draftX(0)}${button('data-testid="tweetButton"', 'Reply')}</div><div>${draftX(0)}${button('data-testid="tweetButtonInline"', 'Post')}</div>`,
    { composers: 2, controls: ['Reply'], around: { action: 'post' } }],
  ['x', 'a thread', `<div role="dialog">${draftX(0)}${draftX(1)}${button('data-testid="tweetButton"', 'Post all')}</div>`, { composers: 2, controls: ['Post all'] }],
  ['x', 'a reply', `<div role="dialog"><article data-testid="tweet">${TWEET}</article>${draftX(0)}${button('data-testid="tweetButton"')}</div>`, { composers: 1, around: { action: 'reply' } }],
  ['x', 'a quote', `<div role="dialog">${draftX(0)}<div role="link">${TWEET}</div>${button('data-testid="tweetButton"')}</div>`, { composers: 1, around: { action: 'share' } }],
  ['x', 'the label of a draft is none', '<div data-testid="tweetTextarea_0_label"></div>', { composers: 0 }],
  ['x', 'a reply in the page of its post', `<article data-testid="tweet">${TWEET}</article><div><div>${draftX(0)}</div>${button('data-testid="tweetButtonInline"', 'Reply')}</div>`,
    { url: 'https://x.com/nilkandi_upz/status/1', composers: 1, controls: ['Reply'], around: { action: 'reply' } }],
  ['x', 'a post over the page of a post', `<article data-testid="tweet"></article><div role="dialog">${draftX(0)}</div>`, { url: 'https://x.com/nilkandi_upz/status/1', composers: 1, around: { action: 'post' } }],
  ['x', 'a message', `<div data-testid="dmComposerTextInput" ${EDITABLE}></div>`, { composers: 0, silent: true }],
  ['x', 'a message of today', '<textarea data-testid="dm-composer-textarea" placeholder="Message"></textarea>', { composers: 0, silent: true }],
  ['x', 'a message whose field is called otherwise', '<textarea></textarea>', { url: 'https://x.com/i/chat/1-2', composers: 0, silent: true }],
  ...['GrokDrawer', 'chat-drawer-root'].map((drawer) => ['x', `a field in a drawer over the page: ${drawer}`, `<div data-testid="${drawer}"><div ${EDITABLE}></div></div>`, { composers: 0, silent: true }]),
  ['x', 'what Grok is asked on its page', '<textarea></textarea>', { url: 'https://x.com/i/grok?conversation=1', composers: 0, silent: true }],
  ['x', 'a field of which nothing is known', '<textarea></textarea>', { url: 'https://x.com/i/chatter', composers: 0, silent: false }],
  ['x', 'pictures', `<div role="dialog">${draftX(0)}<div data-testid="attachments"><img alt="সভা"></div></div>`, { composers: 1, around: { attachments: [{ kind: 'image' }] } }],

  ['linkedin', 'a post', `<div class="share-box"><div class="ql-editor" ${EDITABLE}></div>${button('class="share-actions__primary-action"', 'Post')}</div>`, { composers: 1, controls: ['Post'], around: { action: 'post' } }],
  ['linkedin', 'what goes along with an article', `<div role="dialog"><div class="ql-editor" ${EDITABLE} aria-label="Text editor for creating content"></div>${button('', 'Publish')}</div>`, { composers: 1, controls: ['Publish'], around: { action: 'post' } }],
  ['linkedin', 'a comment on the page of its post', `<div class="feed-shared-update-v2"><div class="comments-comment-box"><form><div class="ql-editor" ${EDITABLE} aria-label="Text editor for creating content"></div>${button('class="comments-comment-box__submit-button--cr"', 'Kommentieren')}</form></div></div>`, { composers: 1, controls: ['Kommentieren'], around: { action: 'comment' } }],
  ['linkedin', 'a comment in the feed', feedComment('Text editor for creating comment', 'Comment', button('', 'Comment')), { composers: 1, controls: ['Comment'], around: { action: 'comment' } }],
  ['linkedin', 'a comment in the feed, in Bangla', feedComment('মন্তব্য লেখার ঘর', 'মন্তব্য', button('', 'মন্তব্য করুন')), { composers: 1, controls: ['মন্তব্য করুন'], around: { action: 'comment' } }],
  ['linkedin', 'a comment in the feed, in a language that is not listed', feedComment('Texteditor', 'Kommentar', `<div componentkey="x-commentButtonSection">${button('', 'Kommentieren')}</div>`), { composers: 1, controls: ['Kommentieren'], around: { action: 'comment' } }],
  ['linkedin', 'a comment in the dialog of its post: not what turns its pictures or answers others', `<div role="dialog">${button('aria-label="Next"')}${button('', 'Comment')}<div role="listitem">${button('', 'Reply')}</div><div><div>${tiptap('Text editor for creating comment')}</div><div componentkey="x-commentButtonSection">${button('', 'Comment')}</div></div><div><div>${tiptap('Text editor for creating comment')}</div><div componentkey="y-commentButtonSection">${button('', 'Reply')}</div></div></div>`,
    { composers: 2, controls: ['Comment'], controlsLast: ['Reply'], around: { action: 'comment' } }],
  ['linkedin', 'a comment with a picture, in a feed of many', `<img src="data:image/gif;base64,R0"><video src="blob:1"></video>${feedComment('Text editor for creating comment', 'Comment', `<img src="blob:2">${button('', 'Comment')}`)}`,
    { composers: 1, around: { attachments: [{ kind: 'image' }] } }],
  ['linkedin', 'a message', '<div class="msg-form__contenteditable" contenteditable="true"></div>', { composers: 0, silent: true }],
  ['linkedin', 'a message in the editor of comments', tiptap('Write a message…'), { composers: 0, silent: true }],
  ['linkedin', 'a message in the editor of comments, in its form', `<form class="msg-form">${tiptap('Text editor for creating comment')}</form>`, { composers: 0, silent: true }],
  ['linkedin', 'a message in the editor of comments, on their page', tiptap('Text editor for creating comment'), { url: 'https://www.linkedin.com/messaging/thread/1', composers: 0, silent: true }],
  ['linkedin', 'an editor of comments that does not say what it is', tiptap('Texteditor'), { composers: 0, silent: false }],
  ['linkedin', 'tags', `<div class="share-box"><div class="ql-editor" ${EDITABLE}><a class="ql-mention">মো. রহিম</a> ও <a class="ql-mention"> </a></div></div>`, { composers: 1, around: { mentions: [{ text: 'মো. রহিম', kind: 'unknown' }] } }],

  ['instagram', 'a caption', `<div role="dialog"><img alt="nilkandi.upz's profile picture"><div aria-label="Write a caption..." contenteditable="true"></div><div role="button">Share</div></div>`,
    { composers: 1, controls: ['Share'], keys: ['Control+Enter'], around: { action: 'post', account: { kind: 'unknown', name: 'nilkandi.upz' } } }],
  ['instagram', 'a comment', '<form><textarea aria-label="Add a comment…"></textarea><div role="button">Post</div></form>', { composers: 1, controls: ['Post'], keys: ['Enter', 'Control+Enter'], around: { action: 'comment' } }],
  ...['মন্তব্য যোগ করুন…', 'একটি কমেন্ট যোগ করুন...'].map((label) => ['instagram', `a comment in Bangla: ${label}`, `<form><textarea aria-label="${label}"></textarea><div role="button">পোস্ট করুন</div></form>`, { composers: 1, controls: ['পোস্ট করুন'], around: { action: 'comment' } }]),
  ...['শে\u09dfার', 'শে\u09af\u09bcার', '<font><font>শেয়ার করুন</font></font>', 'ভাগ করুন', 'সম্পন্ন'].map((label) => ['instagram', `a caption, shared by ${label}`,
    `<div role="dialog"><div aria-label="ক্যাপশন লিখুন" contenteditable="true"></div><div role="button">${label}</div><div role="button">শেয়ার বন্ধ করুন</div></div>`, { composers: 1, controls: [shown(label)] }]),
  ['instagram', 'a comment in the dialog of its post: the picture is of who posted', `<div role="dialog"><img alt="rahim.uddin's profile picture"><form><textarea aria-label="Add a comment…"></textarea></form></div>`,
    { composers: 1, around: { action: 'comment', account: NOBODY } }],
  ['instagram', 'a message', '<div aria-label="Message" contenteditable="true"></div>', { composers: 0, silent: true }],
  ['instagram', 'an answer to a story', '<form><textarea placeholder="Reply to nilkandi…"></textarea></form>', { url: 'https://www.instagram.com/stories/nilkandi/1/', composers: 0, silent: true }],
  ['instagram', 'a field of which nothing is known', '<form><textarea></textarea></form>', { composers: 0, silent: false }],

  ['threads', 'a thread', `<div role="dialog"><a href="/@n">nilkandi.upz</a><div data-lexical-editor="true" ${EDITABLE}></div><div role="button">Anyone can reply</div><div role="button">Post</div></div>`,
    { composers: 1, controls: ['Post'], around: { action: 'post', account: { kind: 'unknown', name: 'nilkandi.upz' } } }],
  ['threads', 'a reply in the page', `<div><div aria-label="Reply to nilkandi…" data-lexical-editor="true" ${EDITABLE}></div><div role="button">Post</div></div>`, { composers: 1, controls: ['Post'], around: { action: 'reply' } }],
  ...['পোস্ট', '<font><font>পোস্ট</font></font>', 'পোস্ট করুন', 'উত্তর', 'জবাব', 'জবাব দিন', 'শিডিউল'].map((label) => ['threads', `a thread that goes by ${label}`,
    `<div role="dialog"><div data-lexical-editor="true" ${EDITABLE}></div><div role="button">যে কেউ উত্তর দিতে পারেন</div><div role="button">${label}</div><div role="button">পোস্ট মুছুন</div></div>`, { composers: 1, controls: [shown(label)] }]),
  ...['Reply to rahim…', 'rahim-কে উত্তর দিন…', 'rahim-কে জবাব দিন…'].map((hint) => ['threads', `a reply in a dialog: the first name is of who is answered: ${hint}`,
    `<div role="dialog"><div><a href="/@rahim">rahim</a></div><div data-lexical-editor="true" ${EDITABLE} aria-label="Empty text field. Type to compose a new post." aria-placeholder="${hint}"></div></div>`, { composers: 1, around: { action: 'reply', account: NOBODY } }]),
  ['threads', 'a reply to a name that begins as a message', `<div data-lexical-editor="true" ${EDITABLE} aria-label="Reply to messenger_bd…"></div>`, { composers: 1, around: { action: 'reply' } }],
  ['threads', 'a thread over the messages', `<div role="dialog"><div data-lexical-editor="true" ${EDITABLE}></div></div>`, { url: 'https://www.threads.com/messages/t/1/', composers: 1, around: { action: 'post' } }],
  ['threads', 'a message', `<div data-lexical-editor="true" ${EDITABLE} aria-placeholder="Message..."></div>`, { composers: 0, silent: true }],
  ['threads', 'a message in a dialog', `<div role="dialog"><div data-lexical-editor="true" ${EDITABLE} aria-placeholder="Write a message…"></div></div>`, { composers: 0, silent: true }],
  ['threads', 'a message of another language, on their page', `<div data-lexical-editor="true" ${EDITABLE} aria-placeholder="Pesan..."></div>`, { url: 'https://www.threads.com/messages/t/1/', composers: 0, silent: true }],
  ['threads', 'a message that calls itself a reply, on their page', `<div data-lexical-editor="true" ${EDITABLE} aria-label="Reply"></div>`, { url: 'https://www.threads.com/messages', composers: 0, silent: true }],
  ['threads', 'a box in the page that says nothing', `<div data-lexical-editor="true" ${EDITABLE}></div>`, { composers: 0, silent: false }],

  ['youtube', 'a post', '<ytd-backstage-post-dialog-renderer><ytd-commentbox><div id="contenteditable-root" contenteditable="true"></div><ytd-button-renderer id="submit-button"><button>Post</button></ytd-button-renderer></ytd-commentbox></ytd-backstage-post-dialog-renderer>',
    { composers: 1, controls: ['Post', 'Post'], around: { action: 'post' } }],
  ['youtube', 'a comment', '<ytd-commentbox><div id="contenteditable-root" contenteditable="true"></div><ytd-button-renderer id="submit-button"><button>Comment</button></ytd-button-renderer></ytd-commentbox>', { composers: 1, around: { action: 'comment' } }],
  ['youtube', 'another editable', '<div id="contenteditable-root" contenteditable="true"></div>', { composers: 0 }],
  ['youtube', 'a quiz: its answers go with the post', `<ytd-commentbox><div id="contenteditable-root" contenteditable="true"></div><div class="ytPostsCreationOptionViewModelTextFieldContainer"><textarea placeholder="Answer 1"></textarea></div><ytd-button-renderer id="submit-button"><button>Post</button></ytd-button-renderer></ytd-commentbox>`,
    { composers: 2, aroundLast: { action: 'edit' }, controlsLast: ['Post', 'Post'] }],
  ['youtube', 'a poll: its choices go with the post', `<ytd-commentbox><div id="contenteditable-root" contenteditable="true"></div><tp-yt-paper-input class="poll-option-input"><input></tp-yt-paper-input><ytd-button-renderer id="submit-button"><button>Post</button></ytd-button-renderer></ytd-commentbox>`,
    { composers: 2, aroundLast: { action: 'edit' }, controlsLast: ['Post', 'Post'] }],
  ['youtube', 'the chat of a live video', `<yt-live-chat-renderer>${button('aria-label="Like"')}<yt-live-chat-message-input-renderer><span id="author-name">নীলকান্দি</span><yt-live-chat-text-input-field-renderer><div id="input" contenteditable=""></div></yt-live-chat-text-input-field-renderer>${button('aria-label="Emoji"')}<div id="send-button">${button('aria-label="Send"')}</div></yt-live-chat-message-input-renderer></yt-live-chat-renderer>`,
    { composers: 1, controls: ['Send'], keys: ['Enter', 'Control+Enter'], around: { action: 'comment', account: NOBODY } }],
  ['youtube', 'the chat of a live video, closed', '<yt-live-chat-renderer><yt-live-chat-text-input-field-renderer><div id="input" contenteditable="false"></div></yt-live-chat-text-input-field-renderer></yt-live-chat-renderer>', { composers: 0 }],
  ['youtube', 'another field beside the chat', '<yt-live-chat-renderer><textarea></textarea></yt-live-chat-renderer>', { composers: 0, silent: true }],
  ['youtube', 'Studio: a new video', `<ytcp-uploads-dialog>${studioBox('title')}${studioBox('description')}<ytcp-button id="next-button"></ytcp-button><ytcp-button id="done-button">Publish</ytcp-button></ytcp-uploads-dialog>`,
    { composers: 2, controls: ['', 'Publish'], around: { action: 'edit' }, aroundLast: { action: 'post' } }],
  ['youtube', 'Studio: a video is changed', `<div>${studioBox('description')}</div><ytcp-button id="save">Save</ytcp-button>`, { composers: 1, controls: ['Save'], around: { action: 'post' } }],
  ['youtube', 'Studio: an answer to a comment', '<ytcp-commentbox><textarea placeholder="Add a reply..."></textarea><ytcp-button>Cancel</ytcp-button><ytcp-button>Reply</ytcp-button></ytcp-commentbox>', { composers: 1, controls: ['Reply'], around: { action: 'reply' } }],
  ['youtube', 'Studio: an answer is not by whom it answers', '<ytcp-comment><a id="author-name">রহিম উদ্দিন</a></ytcp-comment><ytcp-commentbox><textarea></textarea></ytcp-commentbox>', { composers: 1, around: { account: NOBODY } }],
  ['youtube', 'a comment on a phone', '<ytm-comment-simplebox-renderer><textarea class="YtmCommentSimpleboxRendererReply"></textarea><button aria-label="Cancel"></button><button aria-label="Comment"></button></ytm-comment-simplebox-renderer>', { composers: 1, controls: ['Comment'], around: { action: 'comment' } }],
  ['youtube', 'another field of Studio', '<textarea></textarea>', { composers: 0, silent: false }],

  ['mastodon', 'a post', '<form class="compose-form"><b class="display-name__html">নীলকান্দি</b><i class="display-name__account">@nilkandi</i><textarea class="autosuggest-textarea__textarea"></textarea><div class="compose-form__submit"><button type="submit">Post</button></div></form>',
    { composers: 1, controls: ['Post'], keys: ['Control+Enter'], around: { action: 'post', account: { kind: 'unknown', name: 'নীলকান্দি', handle: '@nilkandi' } } }],
  ['mastodon', 'a reply', '<form class="compose-form"><div class="reply-indicator"><p class="reply-indicator__content">মূল পোস্ট</p></div><textarea class="autosuggest-textarea__textarea"></textarea></form>', { composers: 1, around: { action: 'reply' } }],
  ['mastodon', 'a reply, a quote: both name somebody else', `<form class="compose-form"><div class="reply-indicator">${named('রহিম', '@rahim')}</div><div class="navigation-bar">${named('নীলকান্দি', '@nilkandi')}</div><textarea class="autosuggest-textarea__textarea"></textarea><div class="status__quote">${named('করিম', '@karim')}</div></form>`,
    { composers: 1, around: { action: 'reply', account: { kind: 'unknown', name: 'নীলকান্দি', handle: '@nilkandi' } } }],
  ['mastodon', 'a reply where the writer is not named', `<form class="compose-form"><div class="reply-indicator">${named('রহিম', '@rahim')}</div><textarea class="autosuggest-textarea__textarea"></textarea><div class="status__quote">${named('করিম', '@karim')}</div></form>`,
    { composers: 1, around: { account: NOBODY } }],
  ['mastodon', 'an edit', '<form class="compose-form"><div class="edit-indicator"><p class="edit-indicator__content">আগের লেখা</p></div><textarea class="autosuggest-textarea__textarea"></textarea></form>', { composers: 1, around: { action: 'edit' } }],
  ...Object.entries(VISIBILITIES).map(([version, chosen]) => (
    ['mastodon', `a private mention, ${version}`, mention(chosen('at')), { composers: 0, silent: true }])),
  ...Object.entries(VISIBILITIES).map(([version, chosen]) => (
    ['mastodon', `for followers, ${version}: a post`, mention(chosen('lock')), { composers: 2, around: { action: 'edit' } }])),
  ['mastodon generic', 'a private mention on a site that IT names', mention(VISIBILITIES['4.3 and later']('at')), { composers: 0, silent: true }],
  ['mastodon generic', 'an icon of another button', mention('<button class="icon-button"><svg class="icon icon-at"></svg></button>'), { composers: 2 }],
  ['mastodon', 'a content warning is a draft of the same form', '<form class="compose-form"><input class="spoiler-input__input"><textarea class="autosuggest-textarea__textarea"></textarea><div class="compose-form__submit"><button type="submit">Post</button></div></form>',
    { composers: 2, controls: ['Post'], keys: ['Control+Enter'], around: { action: 'edit' } }],
  ['mastodon', 'a content warning that is folded away is none', '<form class="compose-form"><input class="spoiler-input__input" disabled><textarea class="autosuggest-textarea__textarea"></textarea></form>', { composers: 1, around: { action: 'post' } }],
  ['mastodon', 'a choice of a poll is none', '<form class="compose-form"><input class="poll__option__input"><textarea class="autosuggest-textarea__textarea"></textarea></form>', { composers: 1 }],
  ['mastodon', 'a search', '<form><textarea></textarea></form>', { composers: 0 }],

  ['bluesky', 'a post', `<div role="dialog"><img alt="@nilkandi.bsky.social avatar"><div class="tiptap ProseMirror" ${EDITABLE} aria-label="Rich-Text Editor"></div><button data-testid="composerPublishBtn">Post</button></div>`,
    { composers: 1, controls: ['Post'], around: { action: 'post', account: { kind: 'unknown', name: '', handle: '@nilkandi.bsky.social' } } }],
  ['bluesky', 'a reply', `<div role="dialog"><div aria-label="Expand or collapse the full post you are replying to"><p>মূল পোস্ট</p></div><div class="tiptap ProseMirror" ${EDITABLE}></div>${button('data-testid="composerPublishBtn" aria-label="Publish reply"', 'Reply')}</div>`,
    { composers: 1, controls: ['Publish reply'], around: { action: 'reply' } }],
  ...[['@nilkandi.bsky.social avatar', { kind: 'unknown', name: '', handle: '@nilkandi.bsky.social' }], ['', NOBODY]].map(([alt, account]) => ['bluesky', `a reply by ${account.handle ?? 'who is not told'}: above it stands the picture of who is answered`,
    `<div role="dialog">${button('data-testid="composerPublishBtn" aria-label="Publish reply"', 'Reply')}<div><img alt="@rahim.bsky.social avatar"></div><div><img alt="${alt}"><div class="tiptap ProseMirror" ${EDITABLE}></div></div></div>`, { composers: 1, around: { action: 'reply', account } }]),
  ['bluesky', 'several replies', `<div role="dialog"><div class="tiptap ProseMirror" ${EDITABLE}></div>${button('data-testid="composerPublishBtn" aria-label="Publish replies"', 'Reply')}</div>`, { composers: 1, around: { action: 'reply' } }],
  ['bluesky', 'several posts', `<div role="dialog"><div class="tiptap ProseMirror" ${EDITABLE}></div>${button('data-testid="composerPublishBtn" aria-label="Publish posts"', 'Post All')}</div>`, { composers: 1, around: { action: 'post' } }],
  ['bluesky', 'a message', `<div data-testid="messageInput" ${EDITABLE}></div>`, { composers: 0, silent: true }],
  ['bluesky', 'a message of today', '<div><textarea aria-label="Message input field" placeholder="Message"></textarea></div>', { composers: 0, silent: true }],
  ['bluesky', 'a message in the editor of posts', `<div class="tiptap ProseMirror" ${EDITABLE}></div>`, { url: 'https://bsky.app/messages/1', composers: 0, silent: true }],

  ['generic', 'a form with a textarea', '<form><textarea name="body"></textarea><button>প্রকাশ করুন</button></form>', { composers: 1, controls: ['প্রকাশ করুন'] }],
  ['generic', 'no form: the nearest button that says so', '<div><div><div contenteditable></div></div><button>Cancel</button><button>Publish</button></div><button>Save</button>', { composers: 1, controls: ['Publish'] }],
  ['generic', 'what cannot be written in', '<textarea readonly></textarea><textarea disabled></textarea><div contenteditable="false"></div>', { composers: 0 }],
  ['generic', 'not what deletes, cancels, previews or keeps a draft', `<form><textarea></textarea>${['প্রকাশ করুন', 'Delete', 'Delete post', 'Cancel', 'Discard', 'Preview', 'Preview post', 'Save draft', 'Save as Draft', 'বাতিল', 'বাতিল করুন', 'প্রকাশ বাতিল করুন', 'মুছুন', 'পোস্টটি মুছে ফেলুন', 'প্রাকদর্শন', 'প্রিভিউ', 'খসড়া সংরক্ষণ করুন', 'খসড়া রাখুন'].map((label) => `<button type="submit">${label}</button>`).join('')}<input type="submit" value="Delete"></form>`,
    { composers: 1, controls: ['প্রকাশ করুন'] }],
  ['generic', 'what publishes in other words', `<form><textarea></textarea>${['Publish draft', 'Post draft', 'খসড়া প্রকাশ করুন', 'Preview and send', 'Go', 'Dispatch notice', 'Precancelled', '✓'].map((label) => `<button type="submit">${label}</button>`).join('')}</form>`,
    { composers: 1, controls: ['Publish draft', 'Post draft', 'খসড়া প্রকাশ করুন', 'Preview and send', 'Go', 'Dispatch notice', 'Precancelled', '✓'] }],
  ['generic', 'an input that submits', '<form><textarea></textarea><input type="submit" value="পাঠান"></form>', { composers: 1, controls: [''] }],
  ['generic', 'an input that is a button, by what it says', '<form><textarea></textarea><input type="button" value="ছবি"><input type="button" value="প্রকাশ করুন"></form>', { composers: 1, controls: [''] }],
  ['generic', 'a link of the form that leads nowhere, by what it says', `<form><textarea></textarea><button type="submit">খুঁজুন</button>${['#', 'javascript:save()', '/save', '#top'].map((href) => `<a href="${href}">প্রকাশ করুন</a>`).join('')}<a href="#">সাহায্য</a></form><a href="#">Share</a>`,
    { composers: 1, controls: ['খুঁজুন', 'প্রকাশ করুন', 'প্রকাশ করুন'] }],
  ['generic', 'a link that its script alone makes one', '<form><textarea></textarea><button type="submit">খুঁজুন</button><a>প্রকাশ</a><a href="">পোস্ট</a><a href="#!">পাঠান</a><a>সাহায্য</a></form><a>Share</a>',
    { composers: 1, controls: ['খুঁজুন', 'প্রকাশ', 'পোস্ট', 'পাঠান'] }],
  ['generic', 'buttons beside their form', '<div><form id="own"><textarea></textarea></form><form id="other"></form><button form="own">জমা</button><button form="own">বাতিল</button><button form="own" type="button">ছবি</button><button form="other">Go</button></div>',
    { composers: 1, controls: ['জমা'] }],
  ['generic', 'a field and a button beside their form', '<form id="own"></form><textarea form="own"></textarea><button form="own">Go</button>', { composers: 1, controls: ['Go'] }],
  ['generic', 'the field of an editor that draws its draft beside it: the icon warns', '<form><div class="CodeMirror"><div><textarea></textarea></div></div><button>প্রকাশ করুন</button></form>', { composers: 0, silent: false }],
];

for (const [name, what, html, wanted] of CASES) {
  test(`${name}: ${what}`, () => {
    const page = openPlatform(name, html, wanted.url);
    const last = page.composers.length - 1;
    assert.equal(page.composers.length, wanted.composers);
    if (wanted.controls) assert.deepEqual(page.controls(), wanted.controls);
    if (wanted.controlsLast) assert.deepEqual(page.controls(last), wanted.controlsLast);
    if (wanted.keys) assert.deepEqual(page.keys(), wanted.keys);
    for (const index of page.composers.keys()) assert.ok(!JSON.stringify(page.around(index)).includes('মূল পোস্ট'), 'what others wrote leaves');
    if ('silent' in wanted) assert.equal(page.isSilent('textarea, [contenteditable]'), wanted.silent);
    for (const [expected, index] of [[wanted.around, 0], [wanted.aroundLast, last]]) {
      const around = expected ? page.around(index) : {};
      for (const [field, value] of Object.entries(expected ?? {})) assert.deepEqual(around[field], value, field);
    }
  });
}

// 199 units and an emoji of two: a cut at the 200th goes through it. The server refuses half an emoji, and with it the draft.
const CUT = `${'ক'.repeat(199)}😀`;
const HALVED = `${'ক'.repeat(199)}\ufffd`;
const FITS = `${'ক'.repeat(198)}😀`;
const posting = (name) => `${WHO.replace('নীলকান্দি উপজেলা', name)}<div role="dialog">${draftX(0)}</div>`;
const tagged = (name) => `<div class="share-box"><div class="ql-editor" ${EDITABLE}><a class="ql-mention">${name}</a></div></div>`;
const owner = (name) => `<div role="dialog"><img alt="${name}"><div aria-label="Write a caption..." contenteditable="true"></div></div>`;
const HALF_EMOJIS = [
  ['an account', 'x', posting, ({ account }) => account.name],
  ['a tag', 'linkedin', tagged, ({ mentions: [mention] }) => mention.text],
  ['what a hook tells', 'instagram', (name) => owner(`${name}'s profile picture`), ({ account }) => account.name],
];
for (const [what, platform, html, told] of HALF_EMOJIS) {
  for (const [name, wanted] of [[CUT, HALVED], [FITS, FITS], ['অর্ধেক \ud83d নাম', 'অর্ধেক \ufffd নাম']]) {
    test(`${platform}: ${what} never leaves with half an emoji: ${name.slice(-4)}`, () => {
      const { window, around } = openPlatform(platform, html('কে'));
      replaceText(window.document, 'কে', name);
      assert.ok(told(around()).startsWith(wanted), JSON.stringify(told(around())));
    });
  }
}

/** What no HTML can hold, in the texts and attributes of a page. @param {Document} document @param {string} old @param {string} name */
function replaceText(document, old, name) {
  for (const element of document.querySelectorAll('*')) {
    for (const attribute of element.attributes) attribute.value = attribute.value.replace(old, name);
    for (const node of element.childNodes) if (node.nodeType === 3) node.data = node.data.replace(old, name);
  }
}
