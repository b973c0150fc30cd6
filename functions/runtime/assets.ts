import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const kept = new Map<string, string>();

/**
 * A built file of embed/, as it lies beside the function's code in Lambda (`embed/<name>` under the task's root). Names come from the
 * functions themselves, never from a request.
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
