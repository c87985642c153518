import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, digits, saidIn, timeOf } from '../../extension/background/words.js';

const at = (hour, minute = 5) => new Date(2026, 10, 25, hour, minute).getTime();

test('a day as Bangla writes it', () => assert.equal(dayOf(at(9), 'bn'), '২৫ নভেম্বর ২০২৬'));
test('a day in English', () => assert.equal(dayOf(at(9), 'en'), '25 November 2026'));

const TIMES = [[0, 'রাত ১২:০৫'], [3, 'রাত ৩:০৫'], [5, 'ভোর ৫:০৫'], [9, 'সকাল ৯:০৫'], [12, 'দুপুর ১২:০৫'], [16, 'বিকাল ৪:০৫'], [18, 'সন্ধ্যা ৬:০৫'], [21, 'রাত ৯:০৫']];
for (const [hour, told] of TIMES) test(`${hour}:05 is ${told}`, () => assert.equal(timeOf(at(hour), 'bn'), `২৫ নভেম্বর ২০২৬, ${told}`));

test('a time in English has 24 hours', () => assert.equal(timeOf(at(16), 'en'), '25 November 2026, 16:05'));
test('digits are those of the language', () => assert.deepEqual([digits('0.12', 'bn'), digits(12, 'en')], ['০.১২', '12']));

const BOTH = { bn: 'সভা', en: 'Meeting' };
const SAID = [[BOTH, 'bn', 'সভা'], [BOTH, 'en', 'Meeting'], [{ bn: 'সভা', en: '' }, 'en', 'সভা'], [{ bn: 'সভা' }, 'en', 'সভা'], [null, 'en', '']];
for (const [text, language, told] of SAID) test(`${JSON.stringify(text)} in ${language} is "${told}"`, () => assert.equal(saidIn(text, language), told));
