// Bundles the style sheets and one ES module per C# class of RumPortal.Portal/Interop into dist/, from where the portal serves them.
import { build } from 'esbuild';
import { cp, readdir, rm } from 'node:fs/promises';

await rm('dist', { recursive: true, force: true });
const modules = (await readdir('js')).filter(name => name.endsWith('.js')).map(name => `js/${name}`);
const common = { bundle: true, minify: true, outdir: 'dist', outbase: '.', logLevel: 'warning', legalComments: 'none' };
await build({ ...common, entryPoints: modules, format: 'esm', target: 'es2022', splitting: true });
await build({ ...common, entryPoints: ['css/portal.css'], external: ['*.woff2'] });
await cp('img', 'dist/img', { recursive: true });
