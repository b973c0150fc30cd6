import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** The pages that a person reads: those of the root, those in docs/ and beside the benchmarks, and the builder's protocol. */
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'shared/store/builder/README.md'],
  ...['docs', 'bench'].flatMap((folder) => pagesIn(folder)),
];

function pagesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? pagesIn(path) : entry.name.endsWith('.md') ? [path] : [];
  });
}

/** Text without its code, where brackets mean something else. */
const prose = (text: string): string => text.replace(/^( *)```[\s\S]*?^\1```/gm, '').replace(/`[^`\n]*`/g, '');

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** The anchors that a page's headings make, as GitHub makes them. */
const anchorsOf = (path: string): ReadonlySet<string> =>
  new Set([...readFileSync(path, 'utf8').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)));

test.each(pages)('every link of %s within the project leads somewhere', (page) => {
  const text = prose(readFileSync(join(root, page), 'utf8'));
  const links = [...text.matchAll(/\]\(<?([^)>\s]+)>?(?: "[^"]*")?\)/g)].map(([, link = '']) => link);
  const broken = links.filter((link) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? join(root, page) : join(root, dirname(page), path);
    if (!existsSync(target)) return true;
    return anchor !== undefined && statSync(target).isFile() && !anchorsOf(target).has(anchor);
  });
  expect(broken).toEqual([]);
});

/** Every file and folder of the project, a slash before each and one behind a folder. */
const places = ['.ci', '.github', 'bench', 'docs', 'embed', 'functions', 'infra', 'local', 'shared', 'test'].flatMap(
  (top) =>
    [
      `${top}/`,
      ...readdirSync(join(root, top), { recursive: true, withFileTypes: true }).map((entry) => {
        const path = join(relative(root, entry.parentPath), entry.name);
        return entry.isDirectory() ? `${path}/` : path;
      }),
    ].map((path) => `/${path}`),
);

/** What the build writes. */
const WRITTEN = new Set(['dist/']);

/** Names in backticks that read like a file or a folder of this project, without patterns such as `<format>/write.ts`. */
const pathsIn = (text: string): string[] =>
  [...text.replace(/^( *)```[\s\S]*?^\1```/gm, '').matchAll(/`([^`\n]+)`/g)]
    .flatMap(([, code = '']) => code.split(/\s+/))
    .map((word) => word.replace(/^[("']|[)"',;:]+$/g, ''))
    .filter(
      (word) =>
        /(?:[\w-]\.(?:ts|mjs|json|md|sql|html)|\/)$/.test(word) && /^(?:\.(?:ci|github)\/)?\w[\w./-]*$/.test(word),
    );

test.each(pages)('every file and folder that %s names exists', (page) => {
  const named = pathsIn(readFileSync(join(root, page), 'utf8'));
  const missing = named.filter(
    (path) =>
      !WRITTEN.has(path) &&
      !existsSync(join(root, path)) &&
      !existsSync(join(root, dirname(page), path)) &&
      !places.some((place) => place.endsWith(`/${path}`)),
  );
  expect(missing).toEqual([]);
});
