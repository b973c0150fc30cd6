// Names the optional platform packages that a partial registry lacks in package-lock.json, so that `npm ci` does not find the lockfile
// incomplete. Run it after any change of the dependencies: node .ci/complete-lockfile.mjs (with --check it only says what is missing).
import { readFileSync, writeFileSync } from 'node:fs';

const OS = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
};
const CPU = ['arm64', 'x64', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64', 'wasm32', 'arm'];
const FILE = new URL('../package-lock.json', import.meta.url);

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const packages = lock.packages;

/** As Node resolves: from the package's own folder up to the root. */
function isLocked(from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`]) return true;
    if (base === '') return false;
  }
}

const missing = Object.entries(packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !isLocked(path, name))
    .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
);

if (process.argv.includes('--check')) {
  for (const { name } of missing) console.error(`package-lock.json lacks ${name}: run node .ci/complete-lockfile.mjs`);
  process.exit(missing.length === 0 ? 0 : 1);
}
for (const { name, version, dev } of missing) {
  const os = Object.keys(OS).find((key) => name.includes(key));
  const cpu = CPU.find((key) => name.includes(key));
  packages[`node_modules/${name}`] = {
    version: version.replace(/^[\^~]/, ''),
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(dev ? { dev: true } : {}),
    optional: true,
    ...(os ? { os: [OS[os]] } : {}),
  };
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
