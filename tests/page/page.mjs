// The extension's page/ files in a jsdom window, loaded in the manifest's order as classic scripts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { JSDOM } = createRequire(new URL('../browser/package.json', import.meta.url))('jsdom');
const EXTENSION = new URL('../../extension/', import.meta.url);

/** The page/ scripts that the manifest lists, in its order. */
export function manifestScripts() {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', EXTENSION), 'utf8'));
  return manifest.content_scripts[0].js.filter((name) => name.startsWith('page/'));
}

/**
 * A window with `Jachai` in it.
 * @param {string} [body]  HTML
 * @param {(window: any) => void} [prepare]  before the scripts run
 */
export function openPage(body = '', prepare = () => {}) {
  const { window } = new JSDOM(`<!doctype html><body>${body}</body>`, { runScripts: 'outside-only', pretendToBeVisual: true });
  prepare(window);
  for (const name of manifestScripts()) window.eval(readFileSync(new URL(name, EXTENSION), 'utf8'));
  return window;
}
