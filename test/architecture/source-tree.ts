import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

export interface SourceFile {
  /** From the project's root, with slashes: `shared/time/day.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Where hand-written TypeScript and scripts live. */
const ROOMS = ['infra', 'functions', 'shared', 'local', 'embed', 'bench', 'test'];
const SOURCE = /\.(ts|tsx|mts|mjs|js|css|html)$/;

/** Every source file of the project, as it lies on the disk: also what isn't committed yet. */
export function readSourceTree(root: string): readonly SourceFile[] {
  const paths = ROOMS.flatMap((room) => pathsUnder(root, room));
  return paths.map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));
}

function pathsUnder(root: string, folder: string): string[] {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) {
      return ['node_modules', 'artefacts', 'dist', '__snapshots__'].includes(entry.name) ? [] : pathsUnder(root, path);
    }
    return SOURCE.test(entry.name) ? [path] : [];
  });
}

/** The code without its comments, line for line, so that what a comment talks about is not taken for what the code does. */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[\s;,{}()])\/\/[^\n]*/gm, '$1');
}

export interface Import {
  readonly specifier: string;
  /** The file it leads to, for a relative one; undefined for packages and Node's own. */
  readonly target: string | undefined;
  /** `import type`: gone before anything runs. */
  readonly typeOnly: boolean;
}

const IMPORT =
  /\b(?:(import|export)(\s+type)?\s+[^'"();=]*?\bfrom\s*|import\s*\(\s*|import\s+|require\s*\(\s*)(['"])([^'"\n]+)\3/g;

/** Imports of a file: static, dynamic and type-only. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  return [...withoutComments(text).matchAll(IMPORT)].map(([, , type, , specifier = '']) => ({
    specifier,
    target: specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), specifier)) : undefined,
    typeOnly: type !== undefined,
  }));
}
