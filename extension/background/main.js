// @ts-check
// Answers our own content scripts, and nobody else. Listeners are registered at once: a worker woken by an event
// gets only those that are there in its first turn.
import { check } from './check.js';
import { knownOffice, whenUnreachable } from './office.js';
import { readSettings } from './settings.js';
import { closeToContentScripts } from './storage.js';

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (!isOurContentScript(sender) || message?.type !== 'rules') return false;
  tellRules().then(reply);
  return true; // the reply comes later
});

chrome.runtime.onConnect.addListener((port) => {
  if (port.sender && isOurContentScript(port.sender) && port.name === 'check') answerOn(port);
  else port.disconnect();
});

closeToContentScripts();

/** What a content script must know of the settings. The token and the server's address stay here. */
async function tellRules() {
  const chosen = await readSettings();
  const office = await knownOffice(chosen.settings);
  return { language: chosen.settings.language, whenUnreachable: whenUnreachable(chosen, office) };
}

/**
 * One port, one question; the content script drops the question by closing the port.
 * @param {chrome.runtime.Port} port
 */
function answerOn(port) {
  const controller = new AbortController();
  port.onDisconnect.addListener(() => controller.abort());
  port.onMessage.addListener((question) => {
    check(question, controller.signal).then((result) => port.postMessage(result)).catch((error) => {
      if (!controller.signal.aborted) throw error;
    });
  });
}

/**
 * @param {chrome.runtime.MessageSender} sender
 * @returns {boolean} false for other extensions, and for our own pages, which call the modules themselves
 */
function isOurContentScript(sender) {
  const fromOwnPage = sender.url?.startsWith(chrome.runtime.getURL('')) ?? false;
  return sender.id === chrome.runtime.id && sender.tab !== undefined && !fromOwnPage;
}
