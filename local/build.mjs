// Builds what runs from dist/: the dateline command (with every function's handler), the client, and the browser code. `npm ci` runs it
// (prepare). Files of an earlier build that a running service may still have to load stay for an hour.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const STALE_MS = 3_600_000;

const common = { absWorkingDir: root, bundle: true, format: 'esm', legalComments: 'none', logLevel: 'warning' };
// Packages in CommonJS call `require` for Node's own modules.
const requireForPackages =
  "import { createRequire as createRequireForPackages } from 'node:module'; const require = createRequireForPackages(import.meta.url);";

await Promise.all([
  // Split, so that a command loads only what it needs; packages too, because hundreds of small files start slowly.
  build({
    ...common,
    entryPoints: { dateline: 'local/main.ts', 'text-worker': 'local/service/text-worker.ts' },
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    // SQLite finds its WebAssembly beside itself.
    external: ['node-sqlite3-wasm'],
    banner: { js: requireForPackages },
  }),
  build({
    ...common,
    entryPoints: { client: 'shared/http/client/client.ts' },
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    platform: 'neutral',
    target: 'es2022',
  }),
  build({
    ...common,
    entryPoints: {
      'dateline-timeline': 'embed/timeline/main.ts',
      'embed-page': 'embed/page/main.ts',
      console: 'embed/console/main.ts',
    },
    outdir: join(dist, 'embed'),
    minify: true,
    platform: 'browser',
    target: 'es2022',
  }),
]);

const chunks = join(dist, 'chunks');
for (const name of existsSync(chunks) ? readdirSync(chunks) : []) {
  const file = join(chunks, name);
  if (Date.now() - statSync(file).mtimeMs > STALE_MS) rmSync(file, { force: true });
}
