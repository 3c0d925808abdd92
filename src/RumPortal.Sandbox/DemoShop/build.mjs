// Bundles the shop with the real Faro SDK into dist/: the document, and under public/ what it loads. Nothing is fetched at run time.
import { build } from 'esbuild';
import { cp, rm } from 'node:fs/promises';

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: { shop: 'web/js/main.js' },
  bundle: true,
  format: 'esm',
  target: 'es2022',
  outdir: 'dist/public',
  // Names stay readable, so that the stack traces of provoked errors tell a story.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
});
await build({ entryPoints: { shop: 'web/css/shop.css' }, bundle: true, minify: true, outdir: 'dist/public', logLevel: 'warning' });
await cp('web/index.html', 'dist/index.html');
await cp('web/img', 'dist/public/img', { recursive: true });
