import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPlatform } from './platform_page.mjs';

const open = (html, url) => openPlatform('facebook', html, url);
const BOX = '<div role="textbox" data-lexical-editor="true" contenteditable="true" aria-label="What\'s on your mind?"></div>';
const box = (label) => BOX.replace("What's on your mind?", label);
const hinted = (hint) => BOX.replace("aria-label=\"What's on your mind?\"", `aria-placeholder="${hint}"`);
const button = (label, text = label) => `<div role="button" aria-label="${label}"><span>${text}</span></div>`;
const dialog = (inside, label = 'Create post') => `<div role="dialog" aria-label="${label}">${inside}</div>`;
const asOne = (words) => words.normalize('NFC').replaceAll('\u09af\u09bc', '\u09df'); // য়: no normal form has it so, pages may
const comment = (label = 'Comment as নীলকান্দি উপজেলা', more = '') => `<form role="presentation">${box(label)}${more}</form>`;

const COMPOSERS = [
  ['in a dialog', dialog(BOX), 1],
  ['in Bangla', dialog(box('আপনার মনে কী আছে?')), 1],
  ['a comment', comment(), 1],
  ['a comment in a dialog, beside a photo', dialog(comment('Write a comment…')), 1],
  ['a comment whose label is of no language that we know, at its post', `<div role="article">${box('Schrijf een reactie')}</div>`, 1],
  ['an answer to a question, as a page that is called so', comment('Answer as দৈনিক বার্তা'), 1],
  ['a comment as a page that is called so, in other words', comment('দৈনিক বার্তা হিসেবে কমেন্ট করুন'), 1],
  ['a post of a page that is called so', dialog(box('What\'s on your mind, দৈনিক বার্তা?')), 1],
  ['a post of a page that is called so, in Bangla', dialog(box('দৈনিক বার্তা, আপনার মনে কী আছে?')), 1],
  ['a message as a page', dialog(box('নীলকান্দি উপজেলা হিসেবে বার্তা পাঠান')), 0],
  ['a box of which nothing is known', box('Schrijf een reactie'), 0],
  ['a search box', dialog('<div role="textbox" contenteditable="true"></div>'), 0],
  ['a chat with a label that is none', dialog(box(''), 'Chat with Rahim Uddin'), 0],
  ['a chat within a chat window', `<div aria-label="Thread composer">${box('')}</div>`, 0],
  ['the inbox of Business Suite', `<main>${box('Reply in Messenger…')}</main>`, 0],
  ['a chat window in Bangla', dialog(box(''), 'রহিম উদ্দিনের সাথে চ্যাট'), 0],
  ['a dialog of an office whose name begins as a chat', dialog(box(''), "Chattogram District's Post"), 1],
  ['a message to who commented', dialog(hinted('Write a message…') + button('Send Message'), 'Message Rahim Uddin'), 0],
  ['a message to who commented, whatever its box says', dialog(box('Write something…'), 'Message Rahim Uddin'), 0],
  ['a message to who commented, as this page', dialog(box('Comment as নীলকান্দি উপজেলা'), 'Message Rahim Uddin'), 0],
  ['a message to who commented, in Bangla', dialog(box(''), 'রহিম উদ্দিনকে বার্তা পাঠান'), 0],
  ['a message over the post', `${dialog('<div role="article"></div>', "Nilkandi's post")}${dialog(box(''), 'Message Rahim Uddin')}`, 0],
  ['a message that only its button tells', dialog(box('') + button('Send message'), 'Rahim Uddin'), 0],
  ['a comment in the dialog of its post, where others can be written to', dialog(`<div role="article" aria-label="Comment by Rahim"><div role="button" aria-label="Send message">Send message</div></div>${comment('')}`, "Nilkandi's post"), 1],
  ['a comment on the post of a page that is called so', dialog(comment(), "Message Bangladesh's post"), 1],
  ['a comment on the post of a page that is called so in Bangla', dialog(comment(), 'দৈনিক বার্তা-এর পোস্ট'), 1],
  ['an answer that only shows in its box', hinted('Reply to Gabe'), 1],
  ['what is said of a reel', box("Describe your reel so people will know what it's about"), 1],
  ['what is said of a reel, in a field', '<textarea aria-label="Describe your reel"></textarea>', 1],
  ['another field', '<textarea aria-label="Describe yourself"></textarea>', 0],
];
for (const [name, html, count] of COMPOSERS) test(`composer: ${name}`, () => assert.equal(open(html).composers.length, count));

// A box in the page itself, outside all dialogs.
const OURS = [
  "What's on your mind?", "What's on your mind, Rahim?", 'Create a public post…', 'Write something...', 'Say something about this…', 'Write into the dialogue box to include text with your post.',
  'আপনার মনে কী আছে?', 'কিছু লিখুন...', 'একটি পোস্ট তৈরি করুন',
  'Write a comment…', 'Write a public comment…', 'Comment as Rahim Uddin', 'Comment as দৈনিক বার্তা', 'Reply to Rahim Uddin', 'Reply as History Museum', 'Write an answer…',
  'দৈনিক বার্তা হিসাবে মন্তব্য করুন', 'নীলকান্দি উপজেলা হিসাবে মন্তব্য করুন', 'Reply as দৈনিক বার্তা', 'দৈনিক বার্তা হিসাবে উত্তর দিন',
  'মন্তব্য লিখুন', 'একটি কমেন্ট লিখুন...', 'উত্তর দিন', 'রহিমকে জবাব দিন', 'দৈনিক বার্তা হিসেবে মন্তব্য করুন', 'পেজ থেকে কমেন্ট লিখুন',
];
const CHATS = [
  'Message', 'Message Rahim', 'Send a message', 'Type a message…', 'Write a message...', 'Aa', 'Write to Rahim Uddin', 'Write to The Comment Desk', 'write to Answer Ltd', 'Reply in Messenger…', 'Reply on Instagram…',
  "Reply to Rahim's story", 'Reply to Rahim’s story', 'Reply to story', 'বার্তা লিখুন', 'মেসেজ পাঠান', 'রহিম উদ্দিনকে লিখুন', 'উত্তর কুমারকে লিখুন', 'রহিম উদ্দিন-এর কাছে লিখুন', 'মেসেঞ্জারে উত্তর দিন', 'স্টোরির উত্তর দিন',
];
const OTHERS = ['', 'Search', 'Rahim Uddin', 'Schrijf iets'];
for (const label of OURS) test(`label of ours: ${label}`, () => assert.equal(open(box(label)).composers.length, 1));
for (const label of CHATS) {
  test(`label of a chat: ${label}`, () => {
    for (const html of [box(label), dialog(box(label))]) {
      const { composers, isSilent } = open(html);
      assert.equal(composers.length, 0);
      assert.ok(isSilent('[role="textbox"]'), 'no alarm');
    }
  });
}
for (const label of OTHERS) {
  test(`label that tells nothing: ${label}`, () => {
    const { composers, isSilent } = open(box(label));
    assert.equal(composers.length, 0);
    assert.ok(!isSilent('[role="textbox"]'), 'the icon says so');
  });
}
// What only shows in an empty box counts as its label does; of what is not sure the icon says so.
const SILENT = [
  ['Business Suite\'s inbox', hinted('Reply in Messenger…'), true], ['a chat', hinted('Aa'), true], ['a message', hinted('Write a message…'), true],
  ['a message to who commented', dialog(hinted(''), 'Message Rahim Uddin'), true], ['a dialog that only its button tells', dialog(box('') + button('Send message'), 'Rahim Uddin'), false],
  ['a list of names that opens at a box', '<div role="combobox" contenteditable="true" aria-label="Rahim"></div>', false],
];
for (const [name, html, silent] of SILENT) test(`${silent ? 'no alarm' : 'the icon says so'}: ${name}`, () => assert.equal(open(html).isSilent('[contenteditable]'), silent));
test('no alarm: a box of no label among the messages, but a post over them is seen', () => {
  const page = open(`${box('')}${dialog(BOX)}`, 'https://www.facebook.com/messages/t/1');
  assert.deepEqual([page.composers.length, page.isSilent('[aria-label=""]')], [1, true]);
});
for (const [name, text] of [['in any dialog', dialog(box('Schrijf iets'))], ['with a label of a post, in the page', box('What\'s on your mind?')]]) {
  test(`a post: ${name}`, () => assert.deepEqual(open(text).keys(), ['Control+Enter']));
}

const CONTROLS = [
  ['Post', dialog(BOX + button('Emoji', '☺') + button('Post')), ['Post']],
  ['in Bangla', dialog(BOX + button('পোস্ট করুন')), ['পোস্ট করুন']],
  ['য় as two code points', dialog(BOX + button('শেয়ার করুন'.normalize('NFD'))), ['শেয়ার করুন'.normalize('NFD')]],
  ['য় as one', dialog(BOX + button(asOne('শেয়ার করুন'))), [asOne('শেয়ার করুন')]],
  ['Next, on a Page', dialog(BOX + button('Next')), ['Next']],
  ['Post and Schedule', dialog(BOX + button('Schedule') + button('Post')), ['Schedule', 'Post']],
  ['a named one whose face is a picture', dialog(BOX + button('Post', '') + button('Photo', '▣')), ['Post']],
  ['a language that is not listed: the last that shows its label', dialog(BOX + button('Foto', '▣') + button('Publier')), ['Publier']],
  ['not what ends or cancels beside it', dialog(BOX + button('Cancel') + button('Post') + button('Done')), ['Post']],
  ['nor beside Save', dialog(BOX + button('Save', '✓') + button('Cancel'), 'Edit post'), ['Save']],
  ['not a tool with a picture', dialog(BOX + button('Photo/video', '▣') + button('Tag people', '☺')), []],
  ['not Save, where something else is chosen', dialog(BOX + button('Save', '✓')), []],
  ['Save, where a post is edited', dialog(BOX + button('Save', '✓'), 'Edit post'), ['Save']],
  ['Save in Bangla', dialog(BOX + button('সংরক্ষণ করুন', '✓'), 'পোস্ট সম্পাদনা করুন'), ['সংরক্ষণ করুন']],
  ['not what stands outside the dialog', dialog(BOX) + button('Post'), []],
  ['not what is written in the draft', dialog(BOX.replace('></div>', `>${button('Post')}</div>`)), []],
  ['the arrow of a comment', comment(undefined, button('Comment', '➤')), ['Comment']],
  ['the arrow of a comment in Bangla', comment(undefined, button('মন্তব্য করুন', '➤')), ['মন্তব্য করুন']],
  ['the arrow of a comment in other words', comment(undefined, button('কমেন্ট করুন', '➤')), ['কমেন্ট করুন']],
  ['not the button that opens another comment', comment(undefined, button('Leave a comment')), []],
];
for (const [name, html, labels] of CONTROLS) test(`publish control: ${name}`, () => assert.deepEqual(open(html).controls(), labels));

const BUSINESS = 'https://business.facebook.com/latest/composer';
const SUITE = '<div class="notranslate _5rpu" role="combobox" contenteditable="true" aria-label="Write into the dialogue box to include text with your post."></div>';
test('a reel that goes by a name of its own', () => {
  assert.deepEqual(open(`<div>${box('Describe your reel')}${button('Next')}${button('Share reel')}</div>`, 'https://www.facebook.com/reels/create').controls(), ['Next', 'Share reel']);
});
test('a live video, from where it starts', () => {
  const page = open(`<div>${box('Say something about this live video…')}${button('Go live')}</div>`, 'https://www.facebook.com/live/producer');
  assert.deepEqual([page.controls(), page.around().action], [['Go live'], 'post']);
});
test('Business Suite: Draft.js, no dialog, buttons known by their text', () => {
  const page = open(`<main><div role="combobox" aria-label="Post to নীলকান্দি উপজেলা"><i></i></div>${SUITE}<div role="button">Cancel</div><div role="button"><div>Publish</div></div></main>`, BUSINESS);
  assert.deepEqual(page.composers.map((composer) => composer.className), ['notranslate _5rpu']);
  assert.ok(!page.isSilent('[contenteditable]'));
  assert.deepEqual(page.controls(), ['Publish']);
  assert.deepEqual(page.keys(), ['Control+Enter']);
  assert.deepEqual([page.around().action, page.around().account.name], ['post', 'নীলকান্দি উপজেলা']);
});
for (const [what, face] of [['a space without width before it', '<span>\u200b</span><div>Publish</div>'], ['one in it', '<div>Pub\u00adlish\u2060</div>'], ['a line of its own', '<div>\n  Publish\n</div>']]) {
  test(`Business Suite: the words of a button, ${what}`, () => {
    assert.equal(open(`<main>${SUITE}<div role="button">Cancel</div><div role="button">${face}</div></main>`, BUSINESS).controls().length, 1);
  });
}
test('an account with a space without width', () => {
  assert.equal(open(`<main><div role="combobox" aria-label="Post to"><i>\u200b</i><span>নীলকান্দি উপজেলা\u200b</span></div>${SUITE}</main>`, BUSINESS).around().account.name, 'নীলকান্দি উপজেলা');
});
test('joiners of Bangla stay in a name', () => {
  assert.equal(open(`<main><div role="combobox" aria-label="Post to"><span>র\u200d্যাব, নমুনা\u200cপুর</span></div>${SUITE}</main>`, BUSINESS).around().account.name, 'র\u200d্যাব, নমুনা\u200cপুর');
});
test('Business Suite: the account shows as text', () => {
  const page = open(`<main><div role="combobox" aria-label="Post to"><span>নীলকান্দি উপজেলা</span></div>${SUITE}</main>`, BUSINESS);
  assert.equal(page.around().account.name, 'নীলকান্দি উপজেলা');
});
test('a reel: a post, whose label is of a post', () => {
  const page = open(`<div>${box("Describe your reel so people will know what it's about")}${button('Next')}</div>`, 'https://www.facebook.com/reels/create');
  assert.deepEqual([page.controls(), page.keys(), page.around().action], [['Next'], ['Control+Enter'], 'post']);
});

const KEYS = [['a post', dialog(BOX), ['Control+Enter']], ['a comment', comment(), ['Enter', 'Control+Enter']], ['a comment in a dialog', dialog(comment('মন্তব্য লিখুন')), ['Enter', 'Control+Enter']],
  ['a comment in a dialog, in another language', dialog(`<div role="article"></div>${comment('टिप्पणी लिखें…')}`), ['Enter', 'Control+Enter']],
  ['a comment in a dialog that is edited', dialog(`<div role="article" aria-label="Comment by নীলকান্দি">${box('')}</div>`), ['Enter', 'Control+Enter']],
  ['a post in another language, beside the one that is shared', dialog(`${box('आप क्या सोच रहे हैं?')}<div role="article"></div>`, 'साझा करें'), ['Control+Enter']]];
for (const [name, html, keys] of KEYS) test(`keys: ${name}`, () => assert.deepEqual(open(html).keys(), keys));

const AUDIENCE = '<div role="button" aria-label="Edit privacy. Sharing with Public.">Public</div>';
const ACTIONS = [
  [dialog(BOX, 'Create post'), 'post'], [dialog(BOX, 'Edit post'), 'edit'], [dialog(BOX, 'পোস্ট সম্পাদনা করুন'), 'edit'], [dialog(BOX, 'Share'), 'share'],
  [dialog(BOX, 'শেয়ার করুন'.normalize('NFC')), 'share'], [dialog(BOX, asOne('শেয়ার করুন')), 'share'], [dialog(BOX, 'পোস্ট তৈরি করুন'), 'post'], [comment(), 'comment'], [comment('Reply to Rahim'), 'reply'], [comment('উত্তর দিন'), 'reply'],
];
for (const [html, action] of ACTIONS) test(`action: ${action}`, () => assert.equal(open(html).around().action, action));

test('the account is the name above the audience, not the title of the dialog', () => {
  assert.equal(open(dialog(`<h2>Create post</h2><b>জেলা প্রশাসন, ঢাকা</b>${AUDIENCE}${BOX}`)).around().account.name, 'জেলা প্রশাসন, ঢাকা');
});

for (const [what, inside] of [
  ['whom it is with', `<h2>Create post</h2><span><b>নীলকান্দি উপজেলা</b> is with <a>রহিম উদ্দিন</a>.</span>${AUDIENCE}`],
  ['what else can be chosen', `<div role="button">Back</div><h2>Share</h2><b>নীলকান্দি উপজেলা</b><div role="button">Feed</div>${AUDIENCE}`],
  ['what stands above the title', `<span>1 of 2</span><h2>Create post</h2><b>নীলকান্দি উপজেলা</b>${AUDIENCE}`],
  ['no title', `<div role="button">Back</div><b>নীলকান্দি উপজেলা</b>${AUDIENCE}`],
]) test(`the account is not ${what}`, () => assert.equal(open(dialog(inside + BOX)).around().account.name, 'নীলকান্দি উপজেলা'));

test('nor is it a space without width', () => {
  assert.equal(open(dialog(`<h2>Create post</h2><b>জেলা প্রশাসন,\n ঢাকা\u200b</b><i>\u200b</i>${AUDIENCE}${BOX}`)).around().account.name, 'জেলা প্রশাসন, ঢাকা');
});

for (const [what, label] of [['two', 'গোপনীয়তা পরিবর্তন করুন'.normalize('NFC')], ['one', asOne('গোপনীয়তা পরিবর্তন করুন')]]) {
  test(`who posts, where the audience is called so in Bangla: য় as ${what}`, () => {
    assert.equal(open(dialog(`<b>নীলকান্দি উপজেলা</b>${button(label, 'সবাই')}${BOX}`)).around().account.name, 'নীলকান্দি উপজেলা');
  });
}

test('no name is made up where the audience button is not known', () => {
  assert.equal(open(dialog(`<h2>Create post</h2><b>Someone</b>${BOX}`)).around().account.name, '');
});

const NAMES = [['Comment as নীলকান্দি উপজেলা', 'নীলকান্দি উপজেলা'], ['Answer as নীলকান্দি উপজেলা', 'নীলকান্দি উপজেলা'], ['নীলকান্দি উপজেলা হিসেবে মন্তব্য করুন', 'নীলকান্দি উপজেলা'], ['নীলকান্দি উপজেলা হিসাবে মন্তব্য করুন', 'নীলকান্দি উপজেলা'], ['Write a comment…', '']];
for (const [label, name] of NAMES) test(`who comments: ${label}`, () => assert.equal(open(comment(label)).around().account.name, name));

test('pictures that were just added are told, the ones of the site are not', () => {
  const page = open(dialog(`<img src="https://static/x.png">${BOX}<img src="blob:1" alt="সভা"><video src="blob:2"></video>`));
  assert.deepEqual(page.around().attachments, [{ kind: 'image' }, { kind: 'video' }]);
});

test('who is tagged is marked by Lexical alone', () => {
  const draft = '<p><span data-lexical-text="true">সভায় </span><span data-lexical-text="true" spellcheck="false">মো. রহিম</span><code data-lexical-text="true" spellcheck="false">x</code></p>';
  assert.deepEqual(open(dialog(BOX.replace('></div>', `>${draft}</div>`))).around().mentions, [{ text: 'মো. রহিম', kind: 'unknown' }]);
});

test('nothing of the shared post leaves, and the draft by itself alone', () => {
  const page = open(dialog(`${BOX.replace('></div>', '>খসড়া</div>')}<div role="article">মূল পোস্ট</div>`, 'Share'));
  assert.doesNotMatch(JSON.stringify(page.around()), /মূল|খসড়া/);
});
