// The pinned SDK warns on Node 20 about its future versions, once in each of hundreds of test files. Workers inherit the variable.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

// `npm test` runs QUICK: under three minutes on two cores. `npm run test:all` runs everything; what no other project names is in `exhaustive`.
// Patterns of paths; each test file belongs to exactly one project.
const QUICK = {
  // Time against length of hostile texts takes half a minute: bad-input is exhaustive.
  unit: ['test/unit/(?!events/bad-input).*'],
  properties: ['test/property/(events|formats|ingest|syntax|tagging|text|time|timeline)/.*'],
  infra: ['test/infra/.*'],
  architecture: ['test/architecture/.*'],
  // One way through each of HTTP, ingestion, the store, faults, the command line and the pages.
  journeys: [
    'test/integration/http/(main-job|semantics|keys|listings)',
    'test/integration/ingest/poll',
    'test/integration/store/main-job',
    'test/integration/pipeline/(feed|folding|survival)',
    'test/integration/local/(command-line|serving)',
    'test/browser/(console|embed-page|widget|words-for-readers)',
  ],
};

const shared = {
  testEnvironment: 'node',
  transform: {
    '\\.[mc]?[jt]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(edtf|feedsmith|domhandler|domutils|dom-serializer|domelementtype|entities|htmlparser2|@sparticuz|ical\\.js|hono|@seriousme|stemmer|entities|fast-xml-parser|strnum|pure-rand|fast-check)/)',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/cdk.out'],
};

const tests = (patterns) => patterns.map((pattern) => `/${pattern}\\.test\\.ts$`);

export default {
  projects: [
    ...Object.entries(QUICK).map(([displayName, patterns]) => ({ ...shared, displayName, testRegex: tests(patterns) })),
    {
      ...shared,
      displayName: 'exhaustive',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...tests(Object.values(QUICK).flat())],
    },
  ],
  testTimeout: 60_000,
  maxWorkers: 2,
};
