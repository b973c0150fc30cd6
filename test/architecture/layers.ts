import { importsOf, type SourceFile } from './source-tree.ts';

/** The layers, lowest first. Folders of one layer may import only the types of each other's contracts. */
const LAYERS: readonly (readonly string[])[] = [
  ['shared/kernel'],
  ['shared/time'],
  ['shared/tagging', 'shared/text'],
  ['shared/syntax'],
  ['shared/events'],
  ['shared/timeline'],
  ['shared/display'],
  ['shared/formats', 'shared/pages', 'shared/store', 'shared/ingest', 'shared/http'],
  ['shared/application'],
  ['functions'],
  ['infra', 'local'],
];

/** Files of types that another folder of the same layer may import, so that neither depends on the other's code. */
const CONTRACTS = ['shared/store/store.ts', 'shared/http/route.ts', 'shared/formats/feeds/feed-document.ts'];

/** Everything that infra may import from lower layers: plain data. */
const SEEN_BY_INFRA = [
  /^shared\/kernel\//,
  /^functions\/specs\.ts$/,
  /^functions\/[^/]+\/spec\.ts$/,
  /^shared\/http\/routes?\.ts$/,
  /^shared\/store\/table\.ts$/,
];

/** Folders whose code may run in a reader's browser: pure ones only. */
const SEEN_BY_EMBED = [
  'embed',
  'shared/kernel',
  'shared/time',
  'shared/events',
  'shared/timeline',
  'shared/display',
  'shared/pages',
];

/** Packages that only some folders, or single files, may import. Packages without a row are not checked. */
const PACKAGE_FOLDERS: readonly (readonly [pattern: RegExp, folders: readonly string[], why: string])[] = [
  [/^(@aws-sdk|@smithy)\/(?!.*dynamodb)/, ['functions', 'local'], 'only functions reach AWS'],
  [/^@aws-sdk\/.*dynamodb/, ['shared/store', 'functions', 'local'], 'the store is the only place that knows DynamoDB'],
  [/^@aws-lambda-powertools\//, ['functions'], 'logs, metrics and batches are the functions’'],
  [/^(aws-cdk-lib|constructs)(\/|$)/, ['infra'], 'stacks are infra’s'],
  [/^hono(\/|$)/, ['shared/http', 'functions', 'local'], 'HTTP is spoken in one place'],
  [/^zod(\/|$)/, ['shared/http', 'functions', 'local'], 'requests are parsed in one place'],
  [/^(ipaddr\.js|robots-parser)$/, ['shared/ingest', 'functions', 'local'], 'the network is ingest’s'],
  [/^node:(http|https|net|tls|dns|dgram|http2)/, ['shared/ingest', 'local'], 'the network is ingest’s'],
  [
    /^node:fs/,
    ['functions', 'local', 'shared/syntax/packed-weights.ts'],
    'what is computed does not depend on a disk, but for the weights that lie beside the code',
  ],
  [/^node:(child_process|worker_threads|cluster|os)/, ['local'], 'a function has no children'],
  [/^(feedsmith)$/, ['shared/formats', 'shared/ingest'], 'feeds are parsed in one place'],
  [/^htmlparser2$/, ['shared/text'], 'HTML is read in one place'],
];

/** Folders that may import no package at all. */
const SELF_RELIANT = ['shared/kernel', 'shared/time', 'shared/tagging'];

/** Tests and benchmarks may see everything; nothing may see them. */
const ONLOOKERS = ['bench', 'test'];

/** Imports that go up; one line each, empty when there are none. */
export function importsAgainstTheLayers(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const folder = folderOf(file.path);
    if (ONLOOKERS.includes(folder)) return [];
    return importsOf(file).flatMap(({ specifier, target, typeOnly }) => {
      const complaint =
        target === undefined
          ? packageComplaint(folder, specifier, file.path)
          : fileComplaint(folder, file.path, target, typeOnly);
      return complaint === undefined ? [] : [`${file.path} imports ${target ?? specifier}: ${complaint}`];
    });
  });
}

function fileComplaint(folder: string, path: string, target: string, typeOnly: boolean): string | undefined {
  const targetFolder = folderOf(target);
  if (ONLOOKERS.includes(targetFolder)) return 'nothing may lean on tests and benchmarks';
  if (folder === 'infra' && targetFolder !== 'infra') {
    return SEEN_BY_INFRA.some((seen) => seen.test(target))
      ? undefined
      : 'infra sees only kernel, specs, the route table and the table’s shape';
  }
  if (folder === 'embed') {
    const isSeen = SEEN_BY_EMBED.includes(targetFolder) || (typeOnly && CONTRACTS.includes(target));
    return isSeen ? undefined : 'embed runs in browsers and may import only the pure folders';
  }
  if (folder === 'functions' && targetFolder === 'functions') return neighbourComplaint(path, target);
  if (targetFolder === 'embed') return 'browser code is built, never imported';
  if (folder === targetFolder) return undefined;
  const [from, to] = [layerOf(folder), layerOf(targetFolder)];
  if (from === undefined || to === undefined) return undefined;
  if (from === to && typeOnly && CONTRACTS.includes(target)) return undefined;
  if (from === to) return `${folder} and ${targetFolder} are in one layer`;
  return from < to ? `${folder} is below ${targetFolder}` : undefined;
}

/** Every function may import the run-time (`functions/runtime/`) and `functions/specs.ts`, and none may import another function. */
function neighbourComplaint(path: string, target: string): string | undefined {
  const [folder, other] = [path.split('/')[1], target.split('/')[1]];
  const shared = target.split('/').length === 2 || other === 'runtime';
  const listing = path === 'functions/specs.ts' && /\/spec\.ts$/.test(target);
  return shared || listing || folder === other ? undefined : 'functions do not reach into each other';
}

function packageComplaint(folder: string, specifier: string, path: string): string | undefined {
  if (SELF_RELIANT.includes(folder)) return `${folder} stands on no package`;
  if (folder === 'embed') return 'embed carries no package to its reader';
  const row = PACKAGE_FOLDERS.find(([pattern]) => pattern.test(specifier));
  return row === undefined || row[1].includes(folder) || row[1].includes(path) ? undefined : row[2];
}

/**
 * Circles of imports, those of types included: each as its path, empty when there are none. Files of a circle can only be understood
 * together, and at run time the order of loading matters.
 */
export function importCircles(files: readonly SourceFile[]): readonly string[] {
  const targets = new Map(
    files.map((file) => [file.path, importsOf(file).flatMap(({ target }) => (target === undefined ? [] : [target]))]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) circles.push([...way.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return circles;
}

/** `shared/time` of `shared/time/day.ts`; the top folder elsewhere. */
function folderOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'shared' ? `${top}/${second}` : top;
}

const layerOf = (folder: string): number | undefined => {
  const layer = LAYERS.findIndex((folders) => folders.includes(folder));
  return layer === -1 ? undefined : layer;
};
