import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './page.mjs';

const window = openPage('<style>.gone { display: none } .block { display: block } .flex { display: inline-flex } .loose { white-space: normal } .kept { white-space: pre-wrap }</style><div id="c"></div>');
const composer = window.document.getElementById('c');

/** @param {string} html */
function readingOf(html) {
  composer.innerHTML = html;
  return window.Jachai.text.read(composer);
}

const READS = [
  ['nothing', '', ''],
  ['a filler <br> is no line', '<p><br></p>', ''],
  ['one block', '<p>ভোট দিন</p>', 'ভোট দিন'],
  ['two blocks are two lines, not three', '<p>ক</p><p>খ</p>', 'ক\nখ'],
  ['an empty block between', '<p>ক</p><p><br></p><p>খ</p>', 'ক\n\nখ'],
  ['two empty blocks between', '<p>ক</p><p><br></p><p><br></p><p>খ</p>', 'ক\n\n\nখ'],
  ['a <br> ends a line', 'ক<br>খ', 'ক\nখ'],
  ['two <br> make an empty line', 'ক<br><br>খ', 'ক\n\nখ'],
  ['a filler <br> at the end of a block adds none', '<p>ক<br></p><p>খ</p>', 'ক\nখ'],
  ['ProseMirror: a trailing break', '<p>ক<br class="ProseMirror-trailingBreak"></p>', 'ক'],
  ['Lexical: spans in a paragraph', '<p><span data-lexical-text="true">ক</span><strong>খ</strong></p><p><span>গ</span></p>', 'কখ\nগ'],
  ['Draft.js: blocks in blocks', '<div><div><div><span><span>ক</span></span></div></div><div><div><span><span>খ</span></span></div></div></div>', 'ক\nখ'],
  ['Draft.js: an empty block', '<div><div><span><span>ক</span></span></div><div><span><br></span></div><div><span>খ</span></div></div>', 'ক\n\nখ'],
  ['text, then a block', 'ক<div>খ</div>', 'ক\nখ'],
  ['a block, then text', '<div>ক</div>খ', 'ক\nখ'],
  ['a block inside an inline element', '<span>ক<div>খ</div>গ</span>', 'ক\nখ\nগ'],
  ['a span shown as block breaks', '<span class="block">ক</span><span class="block">খ</span>', 'ক\nখ'],
  ['a chip in a line does not', 'ক <span class="flex">@খ</span> গ', 'ক @খ গ'],
  ['a list', '<ul><li>ক</li><li>খ</li></ul>', 'ক\nখ'],
  ['ZWJ and ZWNJ stay', '<p>র\u200d্য ক্\u200cষ</p>', 'র\u200d্য ক্\u200cষ'],
  ['an emoji of five parts stays', '<p>👨‍👩‍👧 শুভেচ্ছা</p>', '👨‍👩‍👧 শুভেচ্ছা'],
  ['joined and split য় stay as they are', '<p>\u09df \u09af\u09bc</p>', '\u09df \u09af\u09bc'],
  ['newlines of pre-wrap text stay', 'ক\n\nখ', 'ক\n\nখ'],
  ['a no-break space stays', 'ক&nbsp;খ', 'ক\u00a0খ'],
  ['what is not shown is not read', 'ক<span class="gone">গোপন</span><style>p { }</style><script>x</script>খ', 'কখ'],
  ['an empty text node opens no line', '<p>ক</p><p></p><p>খ</p>', 'ক\nখ'],
  ['a comment is not read', 'ক<!-- x -->খ', 'কখ'],
  ['an emoji that is a picture is a gap', 'এক<img alt="😀">দুই', 'এক দুই'],
  ['two of them', 'এক<img alt="😀"><img alt="👍">', 'এক  '],
  ['one on a line of its own', '<p>এক</p><p><img alt="😀"></p><p>দুই</p>', 'এক\n \nদুই'],
  ['a picture that is shown as a block ends the line', 'এক<img class="block" alt="সভা">দুই', 'এক\nদুই'],
  ['a picture that tells nothing, or is not shown, is none', '<p>এক<img class="ProseMirror-separator" alt=""><img><img class="gone" alt="😀">দুই</p>', 'একদুই'],
  ['lines of the source show as a space', '<p class="loose">নৌকায়\n      ভোট দিন</p>', 'নৌকায় ভোট দিন'],
  ['... not where they are kept', '<p class="kept">নৌকায়\n  ভোট</p>', 'নৌকায়\n  ভোট'],
  ['... not at the ends of a line', '<p class="loose">\n  এক\n</p><p class="loose">  দুই\t</p>', 'এক\nদুই'],
  ['... nor before and after a <br>', '<p class="loose">এক\n<br>\nদুই</p>', 'এক\nদুই'],
  ['... once over several nodes', '<p class="loose">এক\n<b class="loose">\nদুই</b><i class="loose"> </i>তিন</p>', 'এক দুই তিন'],
  ['... once after a space', '<p class="loose">এক <b class="loose">\nদুই</b></p>', 'এক দুই'],
  ['... and a space that cannot break stays', '<p class="loose">এক&nbsp;\n&nbsp;দুই</p>', 'এক\u00a0 \u00a0দুই'],
];

for (const [name, html, expected] of READS) {
  test(`read: ${name}`, () => assert.equal(readingOf(html).text, expected));
}

test('read: white space between blocks is none', () => {
  composer.className = 'loose';
  assert.equal(readingOf('<p>এক</p>\n  <p>দুই</p> <p>তিন</p>\n').text, 'এক\nদুই\nতিন');
  composer.className = '';
});

/** @param {Node} root */
const textsIn = (root) => (root.nodeType === 3 ? [root] : [...root.childNodes].flatMap(textsIn));

for (const [name, html] of READS.filter((read) => !read[1].includes('loose'))) {
  test(`patch: after edits in text nodes as if read anew: ${name}`, () => {
    const reading = readingOf(html);
    const edited = textsIn(composer).filter((node) => reading.segments.some((segment) => segment.node === node));
    edited.forEach((node, index) => { node.data = index % 2 ? 'খাটো' : `${node.data} আরও 👍`; });
    assert.deepEqual({ ...window.Jachai.text.patch(reading, edited) }, { ...window.Jachai.text.read(composer) });
  });
}

// [what is no edit of a text that shows, the html, the node]
const UNPATCHED = [
  ['a text node emptied', '<p>ক</p><p>খ</p>', () => { const [node] = textsIn(composer); node.data = ''; return node; }],
  ['one that is not shown', 'ক<span class="gone">গোপন</span>', () => textsIn(composer)[1]],
  ['a comment', 'ক<!-- x -->', () => composer.lastChild],
  ['one whose white space collapses', '<p class="loose">ক\n</p>', () => { const [node] = textsIn(composer); node.data = 'ক খ'; return node; }],
];
for (const [name, html, edit] of UNPATCHED) {
  test(`patch: reads nothing into ${name}`, () => {
    const reading = readingOf(html);
    assert.equal(window.Jachai.text.patch(reading, [edit()]), null);
  });
}

test('read: a textarea by its value', () => {
  composer.innerHTML = '<textarea>ক</textarea>';
  composer.firstChild.value = 'খ\nগ';
  const reading = window.Jachai.text.read(composer.firstChild);
  assert.deepEqual([reading.text, reading.segments.length], ['খ\nগ', 0]);
  assert.equal(window.Jachai.text.toRange(reading, 0, 1), null);
});

test('isAt: a Range at the span, and nowhere else', () => {
  const reading = readingOf('<p>সে <b>শালা</b></p><p>শালা</p>');
  const at = reading.text.indexOf('শালা');
  const range = window.Jachai.text.toRange(reading, at, at + 4);
  const { isAt } = window.Jachai.text;
  assert.deepEqual([isAt(range, reading, at, at + 4), isAt(range, reading, at, at + 3), isAt(range, reading, at + 5, at + 9)], [true, false, false]);
  assert.equal(isAt(range, { text: '', segments: [] }, 0, 1), false);
});

// [html, the words to find, what the Range must hold]
const RANGES = [
  ['<p>সে শালা খারাপ</p>', 'শালা'],
  ['<p>👍👍 শালা</p>', 'শালা'],
  ['<p>সে <b>শা</b>লা<i>র</i> কথা</p>', 'শালার'],
  ['<p>ক</p><p>শালা</p>', 'শালা'],
  ['<p>ক</p><p><br></p><p>শালা</p>', 'শালা'],
  ['ক<br>শালা<br>খ', 'শালা'],
  ['<p>র\u200d্যাব শালা</p>', 'শালা'],
  ['এক<img alt="😀">শালা', 'শালা'],
  ['শালা<img alt="😀">দুই', 'শালা'],
  ['<p class="loose">\n  এক\n  শালা  দুই</p>', 'শালা'],
  ['<p class="loose">এক\n <b class="loose">\nশা</b>লা\n</p>', 'শালা'],
];

for (const [html, words] of RANGES) {
  test(`toRange: ${html}`, () => {
    const reading = readingOf(html);
    const start = reading.text.indexOf(words);
    const range = window.Jachai.text.toRange(reading, start, start + words.length);
    assert.equal(range.toString(), words);
  });
}

test('toRange: words over a gap, and the gap itself', () => {
  const reading = readingOf('<p class="loose">এক\n   দুই<img alt="😀">তিন</p>');
  assert.equal(reading.text, 'এক দুই তিন');
  assert.equal(window.Jachai.text.toRange(reading, 0, 6).toString(), 'এক\n   দুই');
  const [paragraph] = composer.children;
  const range = window.Jachai.text.toRange(reading, 6, 7);
  assert.deepEqual([range.startContainer === paragraph, range.startOffset, range.endContainer === paragraph, range.endOffset], [true, 1, true, 2]);
  const words = window.Jachai.text.toRange(reading, 3, 6);
  assert.deepEqual([window.Jachai.text.isAt(words, reading, 3, 6), window.Jachai.text.isAt(words, reading, 0, 6)], [true, false]);
});

test('toRange: at a seam, starts in the later node and ends in the earlier one', () => {
  const reading = readingOf('<b>ক</b><b>খ</b><b>গ</b>');
  const range = window.Jachai.text.toRange(reading, 1, 2);
  const node = composer.children[1].firstChild;
  assert.deepEqual([range.startContainer === node, range.startOffset, range.endContainer === node, range.endOffset], [true, 0, true, 1]);
});

test('toRange: a line break reaches from one line to the next', () => {
  const range = window.Jachai.text.toRange(readingOf('<p>ক</p><p>খ</p>'), 1, 2);
  assert.equal(range.startContainer, composer.firstChild.firstChild);
  assert.equal(range.endContainer, composer.lastChild.firstChild);
  assert.deepEqual([range.startOffset, range.endOffset], [1, 0]);
});

test('toRange: an empty line is the place before its <br>', () => {
  const range = window.Jachai.text.toRange(readingOf('<p>ক</p><p><br></p><p>খ</p>'), 2, 2);
  assert.deepEqual([range.startContainer === composer.children[1], range.startOffset, range.collapsed], [true, 0, true]);
});

test('toRange: null in an empty composer, and where the nodes have gone', () => {
  assert.equal(window.Jachai.text.toRange(readingOf(''), 0, 0), null);
  const reading = readingOf('<p>শালা</p>');
  composer.firstChild.firstChild.remove();
  assert.equal(window.Jachai.text.toRange(reading, 0, 4), null);
});

test('toRange: null where the node was shortened since', () => {
  const reading = readingOf('<p>ক শালা</p>');
  composer.firstChild.firstChild.data = 'ক';
  assert.equal(window.Jachai.text.toRange(reading, 2, 6), null);
});

test('toRange: looks at few of 5,000 segments, and is right at each', () => {
  const reading = readingOf('<b>কখ</b>'.repeat(5_000));
  let looks = 0;
  const segments = new Proxy(reading.segments, { get: (list, key) => { looks += 1; return list[key]; } });
  for (const at of [0, 1, 4_999, 5_000, 9_998]) {
    looks = 0;
    const range = window.Jachai.text.toRange({ text: reading.text, segments }, at, at + 2);
    assert.equal(range.toString(), reading.text.slice(at, at + 2));
    assert.ok(looks < 60, `${looks} looks`);
  }
});
