import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import sqlite from 'node-sqlite3-wasm';
import { writeCsv } from '../../../shared/formats/csv/write.ts';
import { writeGrafana } from '../../../shared/formats/grafana/write.ts';
import { ROUTES } from '../../../shared/http/routes.ts';
import { DATES, eventOf, timelineOf } from './sample-timeline.ts';

// The dashboards of docs/dashboards are files that people import: other programs say whether they can be read.

const ROOT = resolve(__dirname, '../../..');
const file = (name: string): string => readFileSync(join(ROOT, 'docs/dashboards', name), 'utf8');

interface Query {
  readonly url: string;
  readonly columns: readonly { readonly selector: string }[];
}
const grafana = () =>
  JSON.parse(file('grafana.json')) as {
    annotations: { list: { target: Query }[] };
    panels: { type: string; options?: { mode?: string; content?: string; feedUrl?: string }; targets?: Query[] }[];
  };

/** Compiles JSON as a value of the types that Grafana publishes. @returns what the compiler says. */
function compiled(dashboard: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-grafana-'));
  const types = join(dirname(require.resolve('@grafana/schema/package.json')), 'dist/types/raw');
  const text = `import type { Dashboard } from '${types}/dashboard/x/types.gen.d.ts';
import type { Options as News } from '${types}/composable/news/panelcfg/x/types.gen.d.ts';
import type { Options as Text, TextMode } from '${types}/composable/text/panelcfg/x/types.gen.d.ts';
type Own<O> = O extends { mode: TextMode } ? Omit<O, 'mode'> & { mode: \`\${TextMode}\` } : O;
type Optioned<Type extends string, O> = { type: Type; options: Own<O> };
const dashboard: Dashboard = ${JSON.stringify(dashboard)};
const options: (Optioned<'news', News> | Optioned<'text', Text>)[] = ${JSON.stringify(
    grafana()
      .panels.filter(({ options }) => options)
      .map(({ type, options }) => ({ type, options })),
  )};
export { dashboard, options };
`;
  try {
    writeFileSync(join(folder, 'dashboard.ts'), text);
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--allowImportingTsExtensions', '--module', 'nodenext'];
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    execFileSync(process.execPath, [tsc, ...options, '--moduleResolution', 'nodenext', join(folder, 'dashboard.ts')], {
      cwd: folder,
      encoding: 'utf8',
    });
    return '';
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the dashboard for Grafana is one by the types that Grafana publishes', () => {
  const dashboard = grafana();
  // Its own types say that a query of another data source belongs there and cannot be described yet.
  const list = dashboard.annotations.list.map(({ target: _target, ...annotation }) => annotation);
  expect(compiled({ ...dashboard, annotations: { list } })).toBe('');
  expect(compiled({ ...dashboard, annotations: { list }, pannels: [] })).toContain('pannels');
});

test('the columns that Grafana reads are those of the files', () => {
  const timeline = timelineOf([eventOf()]);
  const { annotations, panels } = grafana();
  const selectors = (query: Query | undefined) => query?.columns.map(({ selector }) => selector);
  expect(selectors(annotations.list[0]?.target)).toEqual(Object.keys(JSON.parse(writeGrafana(timeline))[0]));
  const [head = {}] = parse(writeCsv(timeline), { columns: true }) as object[];
  const table = panels.find(({ type }) => type === 'table')?.targets?.[0];
  expect(Object.keys(head)).toEqual(expect.arrayContaining(selectors(table) ?? ['none']));
});

test('every address in the dashboards is a route', () => {
  const paths = ['grafana.json', 'page.html'].flatMap((name) =>
    [...file(name).matchAll(/\/(?:v1\/timelines|embed)\/\$\{(?:timeline|encodeURIComponent\(slug\))\}[\w./]*/g)].map(
      ([path]) => path.replace(/\$\{[^}]*\}/, '{slug}'),
    ),
  );
  expect(paths.length).toBeGreaterThan(5);
  const known = new Set<string>([...ROUTES.map(({ path }) => path), '/v1/timelines/{slug}']);
  expect(paths.filter((path) => !known.has(path))).toEqual([]);
});

test('a database answers the questions for Metabase over an uploaded file', () => {
  const timeline = timelineOf([
    eventOf(),
    eventOf({ id: 'ev-2', title: 'A second bridge opens', modality: 'planned', date: DATES.year }),
  ]);
  const rows = parse(writeCsv(timeline), { columns: true }) as Record<string, string>[];
  const columns = Object.keys(rows[0] ?? {});
  const database = new sqlite.Database();
  database.exec(`CREATE TABLE events (${columns.map((name) => `"${name}"`).join(', ')})`);
  for (const row of rows)
    database.run(`INSERT INTO events VALUES (${columns.map(() => '?').join(', ')})`, Object.values(row));
  const questions = file('metabase.sql')
    .replace(/^--.*$/gm, '')
    .split(';')
    .filter((question) => question.trim() !== '');
  const answers = questions.map((question) => database.all(question));
  database.close();
  expect(answers).toEqual([
    [{ year: '2019', events: 1 }],
    [expect.objectContaining({ title: 'A second bridge opens' })],
    [expect.objectContaining({ events: 2 })],
    [],
  ]);
});
