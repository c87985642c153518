import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openPlatform } from './platform_page.mjs';

const COMPOSERS = readFileSync(new URL('../../extension/content/composers.js', import.meta.url), 'utf8');
const FORM = '<form class="compose-form"><textarea class="autosuggest-textarea__textarea">খসড়া</textarea><button class="dropdown-button"><svg class="icon icon-globe"></svg></button></form>';
const settled = () => new Promise((resolve) => { setTimeout(resolve, 5); });

/** Mastodon's form on a site that IT names, its watches, and what of the page was asked about. */
function openForm() {
  const page = openPlatform('mastodon generic', FORM, 'https://toots.example/');
  const { window } = page;
  const [asked, watches, alarms] = [[], [], []];
  let hear;
  Object.assign(window.Jachai, {
    text: { read: (composer) => ({ text: composer.value }) },
    surface: { hear: (_types, act) => { hear = act; } },
    changes: new window.EventTarget(),
    rules: async () => ({ language: 'bn' }),
    ask: async ({ text }) => { asked.push(text); return { failure: { why: 'failed', message: '' } }; },
    isAlive: () => true,
    renewSelectors: async () => {},
    untilRemoved: () => new window.AbortController().signal,
    offersOn: () => {},
    protection: { known: () => {}, watching: () => {}, noticed: (path) => { if (!window.Jachai.isElsewhere(path[0], window.Jachai.platforms)) alarms.push(path[0]); } },
    watch: (element, options) => {
      const watch = { element, options, isStopped: false, stop() { watch.isStopped = true; } };
      watches.push(watch);
      return watch;
    },
  });
  window.AbortSignal.any = ([signal]) => signal;
  window.eval(COMPOSERS);
  const composers = window.Jachai.composersOf(window.Jachai.platforms, new window.AbortController().signal);
  const [box] = window.document.getElementsByTagName('textarea');
  const event = () => ({ target: box, composedPath: () => [box, box.parentElement] });
  const type = async () => { hear(event()); await settled(); };
  const choose = (icon) => { window.document.querySelector('svg').setAttribute('class', `icon icon-${icon}`); };
  return { asked, watches, alarms, box, event, type, choose, composers };
}

test('a post is watched, held and asked about', async () => {
  const { asked, watches, composers, box, event, type } = openForm();
  await type();
  assert.equal(watches.length, 1);
  await watches[0].options.ask({ text: 'খসড়া' });
  assert.deepEqual([asked, [...composers.inPage()], composers.at(event())], [['খসড়া'], [box], box]);
});

test('a private mention is none of ours, for no platform of the site, and no alarm', async () => {
  const { watches, alarms, composers, event, type, choose } = openForm();
  choose('at');
  await type();
  assert.deepEqual([watches, alarms, [...composers.inPage()], composers.at(event())], [[], [], [], null]);
});

test('a post that is made a private mention is let go at the next key', async () => {
  const { watches, composers, event, type, choose } = openForm();
  await type();
  choose('at');
  await type();
  assert.deepEqual([watches.length, watches[0].isStopped, [...composers.inPage()], composers.at(event())], [1, true, [], null]);
});

test('a post that is made a private mention is not asked about, though no key tells of it', async () => {
  const { asked, watches, type, choose } = openForm();
  await type();
  choose('at');
  const answer = await watches[0].options.ask({ text: 'গোপন' });
  await settled();
  assert.deepEqual([asked, answer.failure.why, watches[0].isStopped], [[], 'paused', true]);
});

test('a private mention that is made a post again is watched anew', async () => {
  const { watches, composers, event, box, type, choose } = openForm();
  choose('at');
  await type();
  choose('globe');
  await type();
  assert.deepEqual([watches.length, watches[0].isStopped, composers.at(event())], [1, false, box]);
});
