// The few calls of chrome.* that background/ makes, over plain objects, for node --test.
import { readFile } from 'node:fs/promises';

const EXTENSION = new URL('../../extension/', import.meta.url);

/**
 * A fresh browser: what a user chose, what a policy set (null: Firefox without one), hosts that are granted beside the manifest's, and how the server answers.
 * `respond` is given the request as {url, method, headers, body} and returns a Response or throws.
 */
export function fakeBrowser({ local = {}, managed = null, granted = [], respond = () => new Response('', { status: 500 }) } = {}) {
  const requests = [];
  const store = structuredClone(local);
  const session = {};
  const badges = {}; // by tab
  const closed = []; // listeners
  globalThis.chrome = {
    runtime: { id: 'ours', getURL: (path) => new URL(path, EXTENSION).href, getManifest: () => ({ version: '0.1.0', content_scripts: [{ matches: ['https://www.facebook.com/*'] }] }) },
    permissions: { contains: async ({ origins }) => origins.every((pattern) => granted.includes(new URL(pattern).hostname)) },
    action: {
      getBadgeText: async ({ tabId }) => badges[tabId] ?? '',
      setBadgeText: async ({ tabId, text }) => void (badges[tabId] = text),
      setTitle: async () => {}, setBadgeBackgroundColor: async () => {},
    },
    tabs: { query: async () => [], sendMessage: async () => {}, onRemoved: { addListener: (listener) => closed.push(listener) } },
    storage: {
      onChanged: { addListener() {} },
      local: areaOf(store),
      session: areaOf(session),
      managed: {
        get: async () => {
          if (managed === null) throw new Error('Managed storage manifest not found');
          return structuredClone(managed);
        },
      },
    },
  };
  let last = Promise.resolve();
  Object.defineProperty(globalThis, 'navigator', { // Node has no locks yet
    value: { locks: { request: (_name, held) => { const done = last.then(held); last = done.catch(() => {}); return done; } } }, configurable: true,
  });
  globalThis.fetch = async (url, init = {}) => {
    if (String(url).startsWith(EXTENSION.href)) return new Response(await readFile(new URL(url)));
    requests.push({ url: String(url), ...init, body: init.body && JSON.parse(init.body) });
    return respond(requests.at(-1));
  };
  return { store, session, badges, requests, closeTab: (tab) => closed.forEach((listener) => listener(tab, {})) };
}

const areaOf = (store) => ({
  get: async (key) => (key in store ? { [key]: structuredClone(store[key]) } : {}),
  set: async (values) => void Object.assign(store, structuredClone(values)),
});

/**
 * Waits until something is so; a test that waits in vain fails by name, instead of never ending.
 * @param {() => unknown} isSo
 */
export async function until(isSo) {
  for (const end = performance.now() + 20_000; !isSo(); await new Promise((resolve) => { setTimeout(resolve); })) {
    if (performance.now() > end) throw new Error(`never so: ${isSo}`);
  }
}

/**
 * Waits for what is done in the back (Date may stand still): until so much of it is there, and a moment for more that should not come. That it did not come
 * the test says itself.
 * @param {() => boolean} isThere
 */
export async function settled(isThere) {
  await until(isThere).catch(() => {});
  await new Promise((resolve) => { setTimeout(resolve, 20); });
}
