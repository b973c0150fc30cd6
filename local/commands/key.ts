import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailure, fileTrouble } from '../command-line/outcome.ts';
import { ADMIN_KEY_FILE } from '../service/data-folder.ts';

/** `dateline key`: the admin key of a data folder. @throws CommandFailure where there is none. */
export function readAdminKey(data: string): string {
  const file = join(data, ADMIN_KEY_FILE);
  if (!existsSync(file)) {
    throw new CommandFailure(`There is no ${file}: "dateline serve --data ${data}" makes it on its first start.`);
  }
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw fileTrouble(file, error);
  }
}
