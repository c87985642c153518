// @ts-check
// Answers our own content scripts, and nobody else. Listeners are registered at once: a worker woken by an event
// gets only those that are there in its first turn.
import { check } from './check.js';
import { dropExpired as dropHidden, hideOrSay } from './hidden.js';
import { markIcon, watchTabs } from './icon.js';
import { replaceOldWorker } from './install.js';
import { freshOffice, holdOf, knownOffice, whenUnreachable } from './office.js';
import { watchOpenPages } from './open_pages.js';
import { dropExpired as dropPauses, mayPause, pausedUntil } from './pause.js';
import { newerSelectors, noteBroken } from './platforms.js';
import { isPractice } from './practice.js';
import { sendOverrides, sendReport } from './records.js';
import { readSettings } from './settings.js';
import { isWatched, watchSites } from './sites.js';
import { closeToContentScripts, onRulesChanged } from './storage.js';
import { welcome } from './welcome.js';

/** @typedef {chrome.runtime.MessageSender & {tab: chrome.tabs.Tab}} Sender */

/** What a content script may ask for, by the `type` of its message. @type {Record<string, (message: any, sender: Sender) => Promise<unknown>>} */
const ANSWERS = {
  rules: ({ host, isNew }, sender) => tellRules(String(host), sender, { isNew: isNew === true }),
  hide: ({ kind, finding, days }) => hideOrSay(kind, finding, days),
  published: ({ question, host }) => check(question, { host }),
  override: ({ bodies }) => sendOverrides(bodies),
  report: ({ report }) => sendReport(report),
  platforms: newerSelectors,
  protection: noteProtection,
};

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  const type = String(message?.type);
  if (!isOurContentScript(sender) || !Object.hasOwn(ANSWERS, type)) return false;
  ANSWERS[type](message, sender).then(reply, () => reply()); // a content script takes that for a failure
  return true; // the reply comes later
});

chrome.runtime.onConnect.addListener((port) => {
  if (port.sender && isOurContentScript(port.sender) && port.name === 'check') answerOn(port);
  else port.disconnect();
});

chrome.runtime.onInstalled.addListener(welcome);
onRulesChanged(tellPages);
chrome.permissions.onRemoved.addListener(tellPages);
watchSites();
watchOpenPages();
watchTabs();
closeToContentScripts();
dropPauses();
dropHidden();
replaceOldWorker();

/**
 * What a content script must know of the settings. The token and the server's address stay here.
 * @param {string} host
 * @param {Sender} sender
 * @param {{isNew?: boolean, unprotected?: boolean}} [more]  isNew: nothing was told to the page, or what was may be over; unprotected: what else the icon is to show, of this frame
 * @returns {Promise<Rules|{isWithdrawn: true}>}
 */
async function tellRules(host, { tab, frameId = 0, url }, { isNew = false, ...marks } = {}) {
  const chosen = await readSettings();
  if (isPractice(url, chosen.settings) || !(await isWatched(host, chosen.settings))) {
    void markIcon(tab.id ?? -1, frameId, { unprotected: false, ...(frameId === 0 && { paused: false, held: false }) });
    return { isWithdrawn: true };
  }
  const office = await (isNew ? freshOffice : knownOffice)(chosen.settings);
  const hold = await holdOf(office, chosen.settings.language);
  const until = mayPause(chosen.settings, office) ? await pausedUntil(host) : 0;
  const paused = frameId === 0 ? { paused: until > 0 } : {}; // the tab's own site; another's frame says nothing of it
  void markIcon(tab.id ?? -1, frameId, { ...marks, ...paused, held: hold !== null });
  return {
    language: chosen.settings.language,
    whenUnreachable: whenUnreachable(chosen, office),
    pausedUntil: until,
    hold,
    reasons: office?.reasons ?? [],
    reports: office?.reports ?? false,
  };
}

/**
 * What a page tells of itself: the icon shows it, or what lies beneath.
 * @param {{isProtected?: unknown, broken?: unknown, host?: unknown}} message
 * @param {Sender} sender
 */
async function noteProtection({ isProtected, broken, host }, sender) {
  await tellRules(String(host), sender, { unprotected: isProtected !== true });
  await noteBroken(broken);
}

/** Pages that are open ask anew. A tab without a content script of ours hears nothing. */
async function tellPages() {
  for (const { id } of await chrome.tabs.query({})) chrome.tabs.sendMessage(id ?? -1, { type: 'changed' }).catch(() => {});
}

/**
 * One port, one question; the content script drops the question by closing the port.
 * @param {chrome.runtime.Port} port
 */
function answerOn(port) {
  const controller = new AbortController();
  port.onDisconnect.addListener(() => controller.abort());
  port.onMessage.addListener(({ question, host }) => {
    check(question, { signal: controller.signal, host }).then((result) => port.postMessage(result)).catch((error) => {
      if (controller.signal.aborted) return;
      port.disconnect(); // else the page would wait for an answer as long as it can
      throw error;
    });
  });
}

/**
 * @param {chrome.runtime.MessageSender} sender
 * @returns {sender is Sender} false for other extensions, and for our own pages, which call the modules themselves
 */
function isOurContentScript(sender) {
  const fromOwnPage = sender.url?.startsWith(chrome.runtime.getURL('')) ?? false;
  return sender.id === chrome.runtime.id && sender.tab !== undefined && !fromOwnPage;
}
