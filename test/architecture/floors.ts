import { importsOf, type SourceFile } from './source-tree.ts';

/** The floors, from the cellar up. Rooms of one floor see no more of each other than the types of a contract. */
const FLOORS: readonly (readonly string[])[] = [
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

/** Files of types alone that a neighbour on the same floor may know, so that neither knows the other's code. */
const CONTRACTS = ['shared/store/store.ts', 'shared/http/route.ts', 'shared/formats/feeds/feed-document.ts'];

/** All that infra may see of the rooms below it: what stands there as plain data. */
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

/** Packages that only some rooms, or single files, may know. Packages without a row are not checked. */
const PACKAGE_ROOMS: readonly (readonly [pattern: RegExp, rooms: readonly string[], why: string])[] = [
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

/** Rooms that may import no package at all. */
const SELF_RELIANT = ['shared/kernel', 'shared/time', 'shared/tagging'];

/** Tests and benchmarks may see everything; nothing may see them. */
const ONLOOKERS = ['bench', 'test'];

/** Imports that go up; one line each, empty when there are none. */
export function importsAgainstTheFloors(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (ONLOOKERS.includes(room)) return [];
    return importsOf(file).flatMap(({ specifier, target, typeOnly }) => {
      const complaint =
        target === undefined
          ? packageComplaint(room, specifier, file.path)
          : fileComplaint(room, file.path, target, typeOnly);
      return complaint === undefined ? [] : [`${file.path} imports ${target ?? specifier}: ${complaint}`];
    });
  });
}

function fileComplaint(room: string, path: string, target: string, typeOnly: boolean): string | undefined {
  const targetRoom = roomOf(target);
  if (ONLOOKERS.includes(targetRoom)) return 'nothing may lean on tests and benchmarks';
  if (room === 'infra' && targetRoom !== 'infra') {
    return SEEN_BY_INFRA.some((seen) => seen.test(target))
      ? undefined
      : 'infra sees only kernel, specs, the route table and the table’s shape';
  }
  if (room === 'embed') {
    const isSeen = SEEN_BY_EMBED.includes(targetRoom) || (typeOnly && CONTRACTS.includes(target));
    return isSeen ? undefined : 'embed runs in browsers and sees only the pure rooms';
  }
  if (room === 'functions' && targetRoom === 'functions') return neighbourComplaint(path, target);
  if (targetRoom === 'embed') return 'browser code is built, never imported';
  if (room === targetRoom) return undefined;
  const [from, to] = [floorOf(room), floorOf(targetRoom)];
  if (from === undefined || to === undefined) return undefined;
  if (from === to && typeOnly && CONTRACTS.includes(target)) return undefined;
  if (from === to) return `${room} and ${targetRoom} are on one floor`;
  return from < to ? `${room} is below ${targetRoom}` : undefined;
}

/** Every function may import the run-time (`functions/runtime/`) and `functions/specs.ts`, and none may import another function. */
function neighbourComplaint(path: string, target: string): string | undefined {
  const [folder, other] = [path.split('/')[1], target.split('/')[1]];
  const shared = target.split('/').length === 2 || other === 'runtime';
  const listing = path === 'functions/specs.ts' && /\/spec\.ts$/.test(target);
  return shared || listing || folder === other ? undefined : 'functions do not reach into each other';
}

function packageComplaint(room: string, specifier: string, path: string): string | undefined {
  if (SELF_RELIANT.includes(room)) return `${room} stands on no package`;
  if (room === 'embed') return 'embed carries no package to its reader';
  const row = PACKAGE_ROOMS.find(([pattern]) => pattern.test(specifier));
  return row === undefined || row[1].includes(room) || row[1].includes(path) ? undefined : row[2];
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
function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'shared' ? `${top}/${second}` : top;
}

const floorOf = (room: string): number | undefined => {
  const floor = FLOORS.findIndex((rooms) => rooms.includes(room));
  return floor === -1 ? undefined : floor;
};
