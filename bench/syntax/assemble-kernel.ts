/** Assembles `shared/syntax/kernel.wat` into `shared/syntax/kernel-code.ts`: `npx tsx bench/syntax/assemble-kernel.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { assemble } from './wat.ts';

const folder = new URL('../../shared/syntax/', import.meta.url);
const code = Buffer.from(assemble(readFileSync(new URL('kernel.wat', folder), 'utf8'))).toString('base64');
writeFileSync(
  new URL('kernel-code.ts', folder),
  `// Written by bench/syntax/assemble-kernel.ts.\n/** The WebAssembly module of kernel.wat, in base64. */\nexport const KERNEL_CODE =\n  '${code}';\n`,
);
