import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { specs } from '../../functions/specs.ts';
import { FALLBACK_FUNCTION, ROUTES } from '../../shared/http/routes.ts';
import { emptyNames, linesAgainstTheHouse, tooLong } from './conventions.ts';
import { readSourceTree } from './source-tree.ts';

const root = resolve(__dirname, '../..');
const files = readSourceTree(root);

test('every line of the sources keeps the conventions', () => {
  expect(linesAgainstTheHouse(files)).toEqual([]);
});

test('no file is longer than the bound for a file of one subject', () => {
  expect(tooLong(files)).toEqual([]);
});

test('no file is called utils, helpers, common, misc or manager', () => {
  expect(emptyNames(files)).toEqual([]);
});

test.each([
  ['the domain asks the clock', 'shared/time/x.ts', 'const now = Date.now();'],
  ['the domain asks the clock by a constructor', 'shared/time/x.ts', 'const now = new Date();'],
  ['the domain reads the host’s zone', 'shared/time/x.ts', 'return date.getDate();'],
  ['a rule reads the environment', 'functions/a-b/a-b.ts', 'process.env.TABLE_NAME'],
  ['an embed makes markup of data', 'embed/x.ts', 'node.innerHTML = title;'],
  ['an embed stores data in the browser', 'embed/x.ts', 'localStorage.setItem("a", "b");'],
  ['the domain uses randomness', 'shared/events/x.ts', 'return Math.random();'],
  ['a function bypasses its log', 'functions/a-b/a-b.ts', 'console.log(body);'],
  ['a type is any', 'shared/time/x.ts', 'const a = b as any;'],
  ['a test is skipped', 'test/unit/x.test.ts', "test.skip('a', () => {});"],
  ['a template is one long line', 'shared/pages/x.ts', `markup\`${'<p>x</p>'.repeat(30)}\``],
  ['a name says nothing', 'shared/time/x.ts', 'export class DateManager {}'],
])('the test fails when %s', (_what, path, text) => {
  expect(linesAgainstTheHouse([{ path, text }])).toHaveLength(1);
});

test('a handler may read the environment and has at most 20 lines', () => {
  const path = 'functions/a-b/handler.ts';
  expect(linesAgainstTheHouse([{ path, text: 'process.env' }])).toEqual([]);
  expect(tooLong([{ path, text: 'line\n'.repeat(21) }])).toHaveLength(1);
  expect(tooLong([{ path, text: 'line\n'.repeat(20) }])).toEqual([]);
});

const folders = readdirSync(resolve(root, 'functions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'runtime')
  .map(({ name }) => name);

test('every function’s folder is listed in specs.ts under its own name, and every listed one is there', () => {
  expect(Object.keys(specs).sort()).toEqual(folders.sort());
  for (const [name, spec] of Object.entries(specs)) expect(spec.name).toBe(name);
});

test.each(folders)('the function %s consists of spec, handler and module', (name) => {
  for (const file of ['spec.ts', `${name}.ts`, 'handler.ts']) {
    expect(existsSync(resolve(root, 'functions', name, file)) ? file : `${file} is missing`).toBe(file);
  }
});

test('every route leads to a function that is there', () => {
  const answering = new Set([...ROUTES.map((route) => route.function), FALLBACK_FUNCTION]);
  expect([...answering].filter((name) => !(name in specs))).toEqual([]);
});
