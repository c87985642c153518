import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPlatform } from './platform_page.mjs';

const open = (html, url) => openPlatform('facebook', html, url);
const BOX = '<div role="textbox" data-lexical-editor="true" contenteditable="true" aria-label="What\'s on your mind?"></div>';
const box = (label) => BOX.replace("What's on your mind?", label);
const button = (label, text = label) => `<div role="button" aria-label="${label}"><span>${text}</span></div>`;
const dialog = (inside, label = 'Create post') => `<div role="dialog" aria-label="${label}">${inside}</div>`;
const comment = (label = 'Comment as নীলকান্দি উপজেলা', more = '') => `<form role="presentation">${box(label)}${more}</form>`;

const COMPOSERS = [
  ['in a dialog', dialog(BOX), 1],
  ['in Bangla', dialog(box('আপনার মনে কী আছে?')), 1],
  ['a comment', comment(), 1],
  ['a comment in a dialog, beside a photo', dialog(comment('Write a comment…')), 1],
  ['a search box', dialog('<div role="textbox" contenteditable="true"></div>'), 0],
  ['a chat', box('Message'), 0],
  ['a chat in Bangla', box('বার্তা লিখুন'), 0],
  ['a chat of one letter', box('Aa'), 0],
];
for (const [name, html, count] of COMPOSERS) test(`composer: ${name}`, () => assert.equal(open(html).composers.length, count));

const CONTROLS = [
  ['Post', dialog(BOX + button('Emoji', '☺') + button('Post')), ['Post']],
  ['in Bangla', dialog(BOX + button('পোস্ট করুন')), ['পোস্ট করুন']],
  ['য় as two code points', dialog(BOX + button('শেয়ার করুন'.normalize('NFD'))), ['শেয়ার করুন'.normalize('NFD')]],
  ['Next, on a Page', dialog(BOX + button('Next')), ['Next']],
  ['Post and Schedule', dialog(BOX + button('Schedule') + button('Post')), ['Schedule', 'Post']],
  ['a named one whose face is a picture', dialog(BOX + button('Post', '') + button('Photo', '▣')), ['Post']],
  ['a language that is not listed: the last that shows its label', dialog(BOX + button('Foto', '▣') + button('Publier')), ['Publier']],
  ['not a tool with a picture', dialog(BOX + button('Photo/video', '▣') + button('Tag people', '☺')), []],
  ['not Save, where something else is chosen', dialog(BOX + button('Save', '✓')), []],
  ['Save, where a post is edited', dialog(BOX + button('Save', '✓'), 'Edit post'), ['Save']],
  ['Save in Bangla', dialog(BOX + button('সংরক্ষণ করুন', '✓'), 'পোস্ট সম্পাদনা করুন'), ['সংরক্ষণ করুন']],
  ['not what stands outside the dialog', dialog(BOX) + button('Post'), []],
  ['not what is written in the draft', dialog(BOX.replace('></div>', `>${button('Post')}</div>`)), []],
  ['the arrow of a comment', comment(undefined, button('Comment', '➤')), ['Comment']],
  ['not the button that opens another comment', comment(undefined, button('Leave a comment')), []],
];
for (const [name, html, labels] of CONTROLS) test(`publish control: ${name}`, () => assert.deepEqual(open(html).controls(), labels));

const BUSINESS = 'https://business.facebook.com/latest/composer';
test('Business Suite: no dialog, buttons known by their text', () => {
  const page = open(`<main>${BOX}<div role="button">Cancel</div><div role="button"><div>Publish</div></div></main>`, BUSINESS);
  assert.deepEqual(page.controls(), ['Publish']);
  assert.deepEqual(page.keys(), ['Control+Enter']);
  assert.equal(page.around().action, 'post');
});

const KEYS = [['a post', dialog(BOX), ['Control+Enter']], ['a comment', comment(), ['Enter', 'Control+Enter']], ['a comment in a dialog', dialog(comment('মন্তব্য লিখুন')), ['Enter', 'Control+Enter']]];
for (const [name, html, keys] of KEYS) test(`keys: ${name}`, () => assert.deepEqual(open(html).keys(), keys));

const AUDIENCE = '<div role="button" aria-label="Edit privacy. Sharing with Public.">Public</div>';
const ACTIONS = [
  [dialog(BOX, 'Create post'), 'post'], [dialog(BOX, 'Edit post'), 'edit'], [dialog(BOX, 'পোস্ট সম্পাদনা করুন'), 'edit'], [dialog(BOX, 'Share'), 'share'],
  [dialog(BOX, 'শেয়ার করুন'), 'share'], [dialog(BOX, 'পোস্ট তৈরি করুন'), 'post'], [comment(), 'comment'], [comment('Reply to Rahim'), 'reply'], [comment('উত্তর দিন'), 'reply'],
];
for (const [html, action] of ACTIONS) test(`action: ${action}`, () => assert.equal(open(html).around().action, action));

test('the account is the name above the audience, not the title of the dialog', () => {
  assert.equal(open(dialog(`<h2>Create post</h2><b>জেলা প্রশাসন, ঢাকা</b>${AUDIENCE}${BOX}`)).around().account.name, 'জেলা প্রশাসন, ঢাকা');
});

test('no name is made up where the audience button is not known', () => {
  assert.equal(open(dialog(`<h2>Create post</h2><b>Someone</b>${BOX}`)).around().account.name, '');
});

const NAMES = [['Comment as নীলকান্দি উপজেলা', 'নীলকান্দি উপজেলা'], ['নীলকান্দি উপজেলা হিসেবে মন্তব্য করুন', 'নীলকান্দি উপজেলা'], ['Write a comment…', '']];
for (const [label, name] of NAMES) test(`who comments: ${label}`, () => assert.equal(open(comment(label)).around().account.name, name));

test('pictures that were just added are told, the ones of the site are not', () => {
  const page = open(dialog(`<img src="https://static/x.png">${BOX}<img src="blob:1" alt="সভা"><video src="blob:2"></video>`));
  assert.deepEqual(page.around().attachments, [{ kind: 'image', alt: 'সভা' }, { kind: 'video' }]);
});

test('the shared post is told as context, the draft is not', () => {
  const page = open(dialog(`${BOX.replace('></div>', '>খসড়া</div>')}<div role="article">মূল পোস্ট</div>`, 'Share'));
  assert.equal(page.around().context, 'মূল পোস্ট');
});
