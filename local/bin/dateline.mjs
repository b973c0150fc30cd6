#!/usr/bin/env node
import { existsSync } from 'node:fs';

// The SDK warns every user of Node 20 about its future versions; ours is pinned, so the warning asks for nothing they can do.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const built = new URL('../../dist/dateline.mjs', import.meta.url);
if (existsSync(built)) {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv);
} else {
  process.stderr.write('dateline is not built yet: run "npm ci" or "npm run build".\n');
  process.exitCode = 1;
}
