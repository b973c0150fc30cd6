// Builds dist/: the dateline command (with every function's handler), the client, and the browser code. `npm ci` runs
// it (prepare). Files of earlier builds stay for an hour, since a running service may still load them. Each file is
// replaced atomically and only if it changed, since commands may run during a build.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { WIDGET_LANGUAGES, widgetBuild, widgetFile } from './widget-build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const STALE_MS = 3_600_000;

const common = {
  absWorkingDir: root,
  write: false,
  bundle: true,
  format: 'esm',
  legalComments: 'none',
  logLevel: 'warning',
};
// CommonJS packages call `require` for Node's built-in modules.
const requireForPackages =
  "import { createRequire as createRequireForPackages } from 'node:module'; const require = createRequireForPackages(import.meta.url);";

// Loaded with the first sentence (shared/syntax/packed-weights.ts).
const weights = {
  outputFiles: [{ path: join(dist, 'weights.br'), contents: readFileSync(join(root, 'shared/syntax/weights.br')) }],
};

const built = await Promise.all([
  // Code splitting, so that a command loads only its own code. Packages are bundled too, because hundreds of small
  // files load slowly.
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
    // SQLite loads its WebAssembly from the folder of its code.
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
      'embed-page': 'embed/page/main.ts',
      console: 'embed/console/main.ts',
    },
    outdir: join(dist, 'embed'),
    minify: true,
    platform: 'browser',
    target: 'es2022',
  }),
  ...WIDGET_LANGUAGES.map((language) =>
    build({
      ...common,
      ...widgetBuild(language),
      entryPoints: { [widgetFile(language)]: 'embed/timeline/main.ts' },
      outdir: join(dist, 'embed'),
    }),
  ),
]);

for (const { path, contents } of [weights, ...built].flatMap(({ outputFiles }) => outputFiles)) {
  if (existsSync(path) && readFileSync(path).equals(contents)) {
    // Also part of this build: must not be removed as stale.
    utimesSync(path, new Date(), new Date());
    continue;
  }
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, path);
}

const chunks = join(dist, 'chunks');
for (const name of existsSync(chunks) ? readdirSync(chunks) : []) {
  const file = join(chunks, name);
  if (Date.now() - statSync(file).mtimeMs > STALE_MS) rmSync(file, { force: true });
}
