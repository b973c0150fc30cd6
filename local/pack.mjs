// Prepares the content of `npm pack` (`prepack`): dist/ without files of earlier builds, and the client's types.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const types = join(dist, 'types');
const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });

rmSync(dist, { recursive: true, force: true });
run('local/build.mjs');
run(
  'node_modules/typescript/bin/tsc',
  '--ignoreConfig',
  ...['--declaration', '--emitDeclarationOnly', '--noEmit', 'false', '--strict', '--skipLibCheck'],
  ...['--allowImportingTsExtensions', '--rewriteRelativeImportExtensions'],
  ...['--target', 'es2022', '--module', 'preserve', '--types', 'node', '--outDir', types, '--rootDir', 'shared'],
  'shared/http/client/client.ts',
);
// Declarations keep the `.ts` extension of the source, but users of the package have only declarations.
for (const entry of readdirSync(types, { recursive: true })) {
  const file = join(types, entry);
  if (!file.endsWith('.d.ts')) continue;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/((?:from |import\()["']\.[^"']*)\.ts(["'])/g, '$1.js$2'));
}
