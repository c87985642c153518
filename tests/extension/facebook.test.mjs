import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const { JSDOM } = createRequire(new URL('../browser/package.json', import.meta.url))('jsdom');
const script = readFileSync(new URL('../../extension/platforms/facebook.js', import.meta.url), 'utf8');

/** @param {string} html  inside body; lists of its window are copied into ours, since assert compares their kind too */
function open(html) {
  const { window } = new JSDOM(`<body>${html}`, { runScripts: 'outside-only' });
  window.Jachai = {};
  window.eval(script);
  const [platform] = window.Jachai.platforms;
  const composers = [...window.document.querySelectorAll(platform.selectors.composer)];
  return { platform, composers, controls: () => Array.from(platform.publishControls(composers[0]), (button) => button.getAttribute('aria-label') ?? '') };
}

const BOX = '<div role="textbox" data-lexical-editor="true" contenteditable="true" aria-label="What\'s on your mind?"></div>';
const button = (label, text = label) => `<div role="button" aria-label="${label}"><span>${text}</span></div>`;
const dialog = (inside, label = 'Create post') => `<div role="dialog" aria-label="${label}">${inside}</div>`;

const COMPOSERS = [
  ['in a dialog', dialog(BOX), 1],
  ['outside a dialog', BOX, 0],
  ['a comment in a dialog', dialog(BOX.replace("What's on your mind?", 'Write a comment…')), 0],
  ['a comment in Bangla', dialog(BOX.replace("What's on your mind?", 'একটি মন্তব্য লিখুন')), 0],
  ['a reply', dialog(BOX.replace("What's on your mind?", 'Reply to Rahim')), 0],
  ['in Bangla', dialog(BOX.replace("What's on your mind?", 'আপনার মনে কী আছে?')), 1],
  ['a search box', dialog('<div role="textbox" contenteditable="true"></div>'), 0],
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
];
for (const [name, html, labels] of CONTROLS) test(`publish control: ${name}`, () => assert.deepEqual(open(html).controls(), labels));

const AUDIENCE = '<div role="button" aria-label="Edit privacy. Sharing with Public.">Public</div>';
const ACTIONS = [['Create post', 'post'], ['Edit post', 'edit'], ['পোস্ট সম্পাদনা করুন', 'edit'], ['Share', 'share'], ['শেয়ার করুন', 'share'], ['পোস্ট তৈরি করুন', 'post']];
for (const [label, action] of ACTIONS) {
  test(`action: ${label}`, () => {
    const { platform, composers } = open(dialog(BOX, label));
    assert.equal(platform.surroundings(composers[0]).action, action);
  });
}

test('the account is the name above the audience, not the title of the dialog', () => {
  const { platform, composers } = open(dialog(`<h2>Create post</h2><b>জেলা প্রশাসন, ঢাকা</b>${AUDIENCE}${BOX}`));
  assert.equal(platform.surroundings(composers[0]).account.name, 'জেলা প্রশাসন, ঢাকা');
});

test('no name is made up where the audience button is not known', () => {
  const { platform, composers } = open(dialog(`<h2>Create post</h2><b>Someone</b>${BOX}`));
  assert.equal(platform.surroundings(composers[0]).account.name, '');
});

test('pictures that were just added are told, the ones of the site are not', () => {
  const { platform, composers } = open(dialog(`<img src="https://static/x.png">${BOX}<img src="blob:1" alt="সভা"><video src="blob:2"></video>`));
  assert.deepEqual([...platform.surroundings(composers[0]).attachments].map((each) => ({ ...each })), [{ kind: 'image', alt: 'সভা' }, { kind: 'video' }]);
});
