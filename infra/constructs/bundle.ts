import { fileURLToPath } from 'node:url';

/**
 * Settings for bundling a function's code by esbuild, without Docker.
 *
 * Measured with the SDK: CommonJS built from the packages' ES modules starts in about 40 ms; the packages' own CommonJS
 * is 200 KB larger and up to 20 ms slower. The SDK is bundled, so that the tested version is the one that runs.
 */
export const BUNDLE = {
  format: 'cjs',
  mainFields: ['module', 'main'],
  target: 'node24',
  minify: true,
  // Function names are a twentieth of a bundle; errors carry their codes as data.
  keepNames: false,
  // Source maps lie beside the bundle for reading stack traces; loading them would add 40 to 100 ms to every cold
  // start.
  sourcemap: 'external',
  alias: {
    '@aws-sdk/credential-provider-node': fileURLToPath(
      new URL('../../functions/runtime/lambda-credentials.ts', import.meta.url),
    ),
    htmlparser2: fileURLToPath(new URL('../../functions/runtime/html-parser.ts', import.meta.url)),
  },
  // DynamoDB, SQS and Secrets Manager send no event streams, so the SDK's module for them is never used.
  external: ['@smithy/core/event-streams'],
  sourcesContent: false,
  // CommonJS has no import.meta: code that locates a file beside itself (shared/syntax/packed-weights.ts) looks beside
  // the bundle instead.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
} as const;
