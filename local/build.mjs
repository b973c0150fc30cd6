// Builds what runs from dist/: the dateline command (with every function's handler) and the browser code. Run by `npm ci` (prepare).
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = (name) => `${root}dist/${name}`;

rmSync(outdir(''), { recursive: true, force: true });

await Promise.all([
  // Split, so that a command loads only what it needs; packages too, because hundreds of small files start slowly.
  build({
    absWorkingDir: root,
    entryPoints: { dateline: 'local/main.ts' },
    outdir: outdir(''),
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    // linkedom reaches for it where it is installed, and does without it here.
    external: ['canvas'],
    // Packages in CommonJS call require for Node's own modules.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    legalComments: 'none',
    logLevel: 'warning',
  }),
  build({
    absWorkingDir: root,
    entryPoints: { 'dateline-timeline': 'embed/timeline/main.ts', console: 'embed/console/main.ts' },
    outdir: outdir('embed'),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  }),
]);
