import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const kept = new Map<string, string>();

/**
 * Reads a built file of embed/ from beside the function's code (`embed/<name>` under Lambda's task root). Callers pass
 * constants, never names from a request.
 */
export async function assetOf(name: string): Promise<string | undefined> {
  const known = kept.get(name);
  if (known !== undefined) return known;
  try {
    const text = await readFile(join(process.cwd(), 'embed', name), 'utf8');
    kept.set(name, text);
    return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
