// Prints the packages of production with their licences, from package-lock.json. With --check it fails where a licence is not among those that the
// project may ship with, or where a package of production has an install script that package.json does not
// switch off (`allowScripts`).
import { readFileSync } from 'node:fs';

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

const { allowScripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const shipped = Object.entries(lock.packages)
  // A link says nothing of its own: the folder that it leads to has an entry.
  .filter(([path, { dev, link }]) => path !== '' && !dev && !link)
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

if (process.argv.includes('--check')) {
  const faults = [
    ...shipped
      .filter(({ license }) => !isAllowed(license))
      .map(({ name, license }) => `${name} has the licence ${license}`),
    ...shipped
      .filter(({ name, hasInstallScript }) => hasInstallScript && allowScripts[name] !== false)
      .map(({ name }) => `${name} runs a script when installed`),
  ];
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} else for (const { name, version, license } of shipped) process.stdout.write(`${name} ${version}: ${license}\n`);
