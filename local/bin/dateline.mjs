#!/usr/bin/env node
import { existsSync } from 'node:fs';

// The SDK warns users of Node 20 about its future versions. Its version is pinned here, so users need not act.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const built = new URL('../../dist/dateline.mjs', import.meta.url);
if (existsSync(built)) {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv);
} else {
  process.stderr.write('dateline is not built yet: run "npm ci" or "npm run build".\n');
  process.exitCode = 1;
}
