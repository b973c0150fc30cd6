#!/usr/bin/env node
import { existsSync } from 'node:fs';

// The AWS SDK tells every user of Node 20 about its versions to come; ours is pinned, and they can do nothing about it.
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (!warning.message.startsWith('NodeVersionSupportWarning'))
    process.stderr.write(`${warning.name}: ${warning.message}\n`);
});

const built = new URL('../../dist/dateline.mjs', import.meta.url);
if (existsSync(built)) {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv);
} else {
  process.stderr.write('dateline is not built yet: run "npm ci" or "npm run build".\n');
  process.exitCode = 1;
}
