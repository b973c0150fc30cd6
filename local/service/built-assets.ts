import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';

/** A built file of embed/ (dist/embed/<name>); `undefined` if it was not built. */
export async function builtAsset(name: string): Promise<string | undefined> {
  try {
    return await readFile(join(projectRoot(), 'dist', 'embed', name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
