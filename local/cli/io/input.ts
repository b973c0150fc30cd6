import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { CommandFailure, fileTrouble } from './outcome.ts';

/** The bytes of a file, or of standard input for `-` and for no file. @throws CommandFailure if the file cannot be read. */
export async function openInput(file: string | undefined): Promise<AsyncIterable<Uint8Array>> {
  if (file === undefined || file === '-') {
    if (process.stdin.isTTY) process.stderr.write('Reading from the keyboard; end with Ctrl-D.\n');
    return process.stdin;
  }
  try {
    const handle = await open(file);
    if ((await handle.stat()).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    await handle.close();
  } catch (error) {
    throw fileTrouble(file, error);
  }
  return createReadStream(file, { highWaterMark: 256 * 1024 });
}

/** The whole of a file or of standard input as text. @throws CommandFailure if it cannot be read or is not UTF-8. */
export async function readInput(file: string | undefined): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await openInput(file)) chunks.push(chunk);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new CommandFailure(`Cannot read ${file ?? 'standard input'}: it is not UTF-8 text.`);
  }
}
