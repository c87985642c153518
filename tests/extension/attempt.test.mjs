// Which drafts a form publishes: those in it, and those that are its own though they stand outside.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openPlatform } from './platform_page.mjs';

const ATTEMPT = readFileSync(new URL('../../extension/content/attempt.js', import.meta.url), 'utf8');
const DRAFT = '<textarea>খসড়া</textarea>';

// [name, html, is the form's submit held]
const FORMS = [
  ['in it', `<form>${DRAFT}</form>`, true],
  ['outside, with its `form`', `<form id="own"></form>${DRAFT.replace('>', ' form="own">')}`, true],
  ['of none', `<form></form>${DRAFT}`, false],
  ["another's", `<form></form><form>${DRAFT}</form>`, false],
];
for (const [name, html, isHeld] of FORMS) {
  test(`a form that submits itself, and a draft ${name}: ${isHeld ? 'held' : 'let go'}`, () => {
    const { window, platform, composers } = openPlatform('generic', html);
    window.eval(ATTEMPT);
    const attempts = window.Jachai.attemptsOn({ inPage: () => composers, platformOf: () => platform });
    const form = window.document.querySelector('form');
    const attempt = attempts.bySubmit({ composedPath: () => [form], submitter: null });
    assert.equal(attempt !== null, isHeld);
    assert.equal(composers.length, 1);
  });
}
