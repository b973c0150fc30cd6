import { fileURLToPath } from 'node:url';

/**
 * How a function's code is bundled, by esbuild and without Docker.
 *
 * Measured with the SDK: CommonJS built from the packages' ES modules starts in about 40 ms; the packages' own CommonJS
 * is 200 KB larger and up to 20 ms slower. The SDK is bundled, so that what was tested is what runs.
 */
export const BUNDLE = {
  format: 'cjs',
  mainFields: ['module', 'main'],
  target: 'node24',
  minify: true,
  // Names of functions are a twentieth of a bundle; errors carry theirs as data.
  keepNames: false,
  // A map lies beside the bundle for who reads a stack; loading it would cost each cold start 40 to 100 ms.
  sourcemap: 'external',
  alias: {
    '@aws-sdk/credential-provider-node': fileURLToPath(
      new URL('../../functions/runtime/lambda-credentials.ts', import.meta.url),
    ),
    htmlparser2: fileURLToPath(new URL('../../functions/runtime/html-parser.ts', import.meta.url)),
  },
  // DynamoDB, SQS and Secrets Manager stream no events: what the SDK would load for that is never asked for.
  external: ['@smithy/core/event-streams'],
  sourcesContent: false,
  // CommonJS has no import.meta: code that looks for a file beside itself (shared/syntax/packed-weights.ts) finds it beside the bundle.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
} as const;
