import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from '../../../bench/syntax/wat.ts';
import { KERNEL_CODE } from '../../../shared/syntax/kernel-code.ts';

test('the committed kernel is the assembled source', () => {
  const source = readFileSync(join(__dirname, '../../../shared/syntax/kernel.wat'), 'utf8');
  expect(Buffer.from(assemble(source)).toString('base64')).toBe(KERNEL_CODE);
});

test('the assembler refuses unknown instructions', () => {
  const body = (code: string) => `(module (import "env" "memory" (memory 1)) (func $f (param $x i32) ${code}))`;
  expect(() => assemble(body('(i64.add (local.get $x) (local.get $x))'))).toThrow('unknown instruction i64.add');
  expect(() => assemble(body('(local.set $y (local.get $x))'))).toThrow('unknown name $y');
  expect(() => assemble(body('(br_if $there (local.get $x))'))).toThrow('unknown label $there');
  expect(() => assemble('(module (func $f)')).toThrow('a bracket is never closed');
});
