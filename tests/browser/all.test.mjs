// All tests of page/ and extension/ in one process: to load jsdom costs each of thirty a second.
import { readdirSync } from 'node:fs';

for (const folder of ['../page/', '../extension/']) {
  const names = readdirSync(new URL(folder, import.meta.url)).filter((name) => name.endsWith('.test.mjs'));
  for (const name of names.sort()) await import(new URL(folder + name, import.meta.url).href);
}
