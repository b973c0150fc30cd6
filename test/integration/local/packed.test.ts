import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, temporaryFolder } from './dateline.ts';

const folder = temporaryFolder();
const project = join(folder.path, 'project');
const user = join(folder.path, 'user');
const installed = join(user, 'node_modules', 'dateline');

/** Packs a copy of the project, so that no test that runs beside this one loses its dist/, and unpacks it where npm would. */
beforeAll(() => {
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' });
  for (const file of tracked
    .split('\n')
    .filter((name) =>
      /^(shared|functions|local|embed|README|LICENSE|NOTICE|package\.json|tsconfig|\.ci\/unlink)/.test(name),
    ))
    cpSync(join(ROOT, file), join(project, file));
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder.path], { cwd: project, stdio: 'pipe' });
  mkdirSync(installed, { recursive: true });
  const [archive = ''] = readdirSync(folder.path).filter((name) => name.endsWith('.tgz'));
  execFileSync('tar', ['-xzf', join(folder.path, archive), '-C', installed, '--strip-components', '1']);
  symlinkSync(join(ROOT, 'node_modules'), join(installed, 'node_modules'));
}, 180_000);
afterAll(() => folder.remove());

test('the package holds what runs and what explains it, and neither sources nor tests', () => {
  expect(
    readdirSync(installed)
      .filter((name) => name !== 'node_modules')
      .sort(),
  ).toEqual(['LICENSE', 'NOTICE', 'README.md', 'dist', 'local', 'package.json']);
  expect(readdirSync(join(installed, 'local')).sort()).toEqual(['aws-emulation', 'bin', 'samples']);
  expect(readdirSync(join(installed, 'local/aws-emulation'))).toEqual(['engine-bridge.mjs']);
});

test('the command works from the package in an empty folder', () => {
  const output = execFileSync(process.execPath, [join(installed, 'local/bin/dateline.mjs'), 'extract', '--jsonl'], {
    cwd: user,
    encoding: 'utf8',
    input: '{"id":"a","text":"The bridge was opened on 12 May 1937."}\n',
  });
  expect(JSON.parse(output).events[0].date.start).toBe('1937-05-12');
});

test('a program that uses the client compiles against the package, and a wrong field does not', () => {
  const config = {
    compilerOptions: {
      strict: true,
      noEmit: true,
      module: 'nodenext',
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
    },
    include: ['*.ts'],
  };
  writeFileSync(join(user, 'package.json'), '{"type":"module"}');
  writeFileSync(join(user, 'tsconfig.json'), JSON.stringify(config));
  const compile = (program: string): string => {
    writeFileSync(join(user, 'program.ts'), program);
    try {
      return execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc')], {
        cwd: user,
        encoding: 'utf8',
      });
    } catch (error) {
      return String((error as { stdout: string }).stdout);
    }
  };
  const use = (field: string) => `import { datelineClient } from 'dateline/client';
const client = datelineClient({ baseUrl: 'http://127.0.0.1:8787' });
const { events } = await client.listEvents({ query: { ${field}: '1989' } });
export const first: string | undefined = events[0]?.date.start;
`;
  expect(compile(use('from'))).toBe('');
  expect(compile(use('since'))).toContain("'since' does not exist");
});
