// Lists the packages of production with their licences in docs/licences.md. With --check it fails where that list is out of date, where a licence is
// not among those that the project may ship with, or where a package of production runs a script when it is installed.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LIST = fileURLToPath(new URL('../docs/licences.md', import.meta.url));
/** Permissive ones: they ask for no more than their notice. */
const ALLOWED = [
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
];

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const shipped = Object.entries(lock.packages)
  .filter(([path, { dev }]) => path !== '' && !dev)
  .map(([path, { version, license, hasInstallScript }]) => {
    return { name: path.replace(/^.*node_modules\//, ''), version, license, hasInstallScript };
  })
  .sort((a, b) => (a.name + a.version < b.name + b.version ? -1 : 1));

/** `(MIT OR Apache-2.0)` leaves us the choice. */
const isAllowed = (license) =>
  typeof license === 'string' &&
  license
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((one) => ALLOWED.includes(one));

const text = `# Packages of production and their licences

Made by \`node .ci/licences.mjs\` from package-lock.json; \`npm run check\` fails where it is out of date. \`npm run sbom\` prints the same as CycloneDX.

| package | version | licence |
|---|---|---|
${shipped.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`).join('\n')}
`;

if (process.argv.includes('--check')) {
  const faults = [
    ...shipped
      .filter(({ license }) => !isAllowed(license))
      .map(({ name, license }) => `${name} has the licence ${license}`),
    ...shipped
      .filter(({ hasInstallScript }) => hasInstallScript)
      .map(({ name }) => `${name} runs a script when installed`),
    ...(readFileSync(LIST, 'utf8') === text ? [] : ['docs/licences.md is out of date: run node .ci/licences.mjs']),
  ];
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} else writeFileSync(LIST, text);
