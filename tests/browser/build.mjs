// node build.mjs FOLDER: bundles the test pages with their real editors into it. Draft.js lives on React 18, the others on 19.
import { build } from 'esbuild';

const [, , outdir] = process.argv;
const common = {
  bundle: true, format: 'iife', minify: true, outdir, jsx: 'automatic', logLevel: 'warning', conditions: ['production'],
  define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
};
const pages = (names) => names.map((name) => `pages/${name}`);

await Promise.all([
  build({ ...common, entryPoints: pages(['facebook.jsx', 'mastodon.jsx', 'linkedin.js', 'instagram.js', 'threads.js', 'youtube.js', 'bluesky.js', 'generic.js']) }),
  build({ ...common, entryPoints: pages(['x.jsx', 'business.jsx']), alias: { react: 'react18', 'react-dom': 'react-dom18' } }),
]);
