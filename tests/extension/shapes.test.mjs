import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isObject, isText, textOf } from '../../extension/background/shapes.js';

// value, whether it is an object, whether it is a text
const VALUES = [[{}, true, false], [[], false, false], [null, false, false], [undefined, false, false], ['', false, true], ['ক', false, true], [5, false, false]];
for (const [value, object, text] of VALUES) {
  test(`${JSON.stringify(value)}: ${object ? 'an object' : text ? 'a text' : 'neither'}`, () => assert.deepEqual([isObject(value), isText(value)], [object, text]));
}

// value, the longest text, what is taken of it
const TEXTS = [['নোটিশ', undefined, 'নোটিশ'], ['নোটিশ', 2, 'নো'], ['ক😀', 2, 'ক\ufffd'], ['\ud83d', undefined, '\ufffd'], [null, 5, ''], [{}, 5, ''], [7, 5, '']];
for (const [value, longest, wanted] of TEXTS) {
  test(`${JSON.stringify(value)}, at most ${longest ?? 'as long as it is'}: “${wanted}”`, () => assert.equal(textOf(value, longest), wanted));
}
