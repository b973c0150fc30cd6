#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../../dist/dateline.mjs', import.meta.url);
if (existsSync(built)) {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv);
} else {
  process.stderr.write('dateline: it is not built yet; run "npm ci" or "npm run build".\n');
  process.exitCode = 1;
}
