/**
 * The same two queries in PostgreSQL: a table indexed by date and by facet, and `date_trunc` counts. Pages of 8 KB touched and
 * milliseconds, by `explain (analyze, buffers)`.
 *
 * npx tsx bench/store/postgres.ts [--sizes 1000,10000,100000,1000000]
 *
 * Needs PostgreSQL's server programs (Debian: `apt-get install postgresql`); without them it says so and ends.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { FACET } from './bulk.ts';
import { benchEvents } from './events.ts';
import { questions, spread } from './reads.ts';

const PROGRAMS = [
  '/usr/lib/postgresql/15/bin',
  '/usr/lib/postgresql/16/bin',
  '/usr/lib/postgresql/17/bin',
  '/usr/local/bin',
];
const QUESTIONS = 60;

const at = process.argv.indexOf('--sizes');
const sizes = (at < 0 ? '1000,10000,100000' : String(process.argv[at + 1])).split(',').map(Number);

const programs = PROGRAMS.find((folder) => existsSync(join(folder, 'initdb')));

async function withServer(folder: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
  // The server refuses to run as root.
  const root = process.getuid?.() === 0;
  const [uid, gid] = root ? ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres']))) : [];
  const as = uid === undefined || gid === undefined ? {} : { uid, gid };
  if (uid !== undefined && gid !== undefined) chownSync(data, uid, gid);
  execFileSync(join(folder, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'bench', '-E', 'UTF8', '--no-sync'], {
    ...as,
    stdio: 'ignore',
    cwd: data,
  });
  const port = await freePort();
  const args = [
    '-D',
    data,
    '-h',
    '127.0.0.1',
    '-p',
    String(port),
    '-k',
    '',
    '-c',
    'fsync=off',
    '-c',
    'shared_buffers=512MB',
  ];
  const server = spawn(join(folder, 'postgres'), args, { ...as, stdio: 'ignore', cwd: data });
  try {
    await use(await connected(port));
  } finally {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGINT');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function connected(port: number): Promise<pg.Client> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'bench', database: 'postgres' });
    // At the end the server stops while a client is still connected.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

async function compare(client: pg.Client): Promise<void> {
  console.log(
    '| events | page of 50: 8 KB pages, ms | overview: 8 KB pages, ms | page, one facet | overview, one facet |',
  );
  console.log('|---|---|---|---|---|');
  for (const size of sizes) {
    await fill(client, size);
    const cells = [
      await explained(client, false, pageQuery),
      await explained(client, false, overviewQuery),
      await explained(client, true, pageQuery),
      await explained(client, true, overviewQuery),
    ];
    console.log(`| ${size.toLocaleString('en')} | ${cells.join(' | ')} |`);
  }
  await client.end();
}

async function fill(client: pg.Client, size: number): Promise<void> {
  await client.query('drop table if exists event');
  await client.query('create table event (id text primary key, first date, last date, facets text[], body jsonb)');
  let rows: unknown[][] = [];
  const flush = async () => {
    const columns = [0, 1, 2, 3, 4].map((i) => rows.map((row) => row[i]));
    await client.query(
      `insert into event select id, first::date, last::date, facets::text[], body::jsonb
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as given(id, first, last, facets, body)`,
      columns,
    );
    rows = [];
  };
  for (const event of benchEvents(size)) {
    const facets = [...event.entities.map(({ id }) => id), ...event.keywords, ...event.sources];
    rows.push([event.id, event.date.start, event.date.end, `{${facets.join(',')}}`, JSON.stringify(event)]);
    if (rows.length === 5000) await flush();
  }
  if (rows.length > 0) await flush();
  await client.query('create index on event (first, last, id)');
  await client.query('create index on event using gin (facets)');
  await client.query('vacuum analyze event');
}

const condition = (facet: boolean) => `first <= $2 and last >= $1${facet ? ` and facets @> array['${FACET.id}']` : ''}`;
const pageQuery = (facet: boolean) =>
  `select body from event where ${condition(facet)} order by first, last, id limit 50`;
const overviewQuery = (facet: boolean) =>
  `select date_trunc('year', greatest(first, $1::date)) as bucket, count(*) from event where ${condition(facet)} group by 1`;

async function explained(client: pg.Client, facet: boolean, query: (facet: boolean) => string): Promise<string> {
  const pages: number[] = [];
  const times: number[] = [];
  for (const { from, to } of questions(facet, 11)) {
    if (pages.length === QUESTIONS) break;
    const { rows } = await client.query(`explain (analyze, buffers, format json) ${query(facet)}`, [from, to]);
    const [{ Plan: plan, 'Execution Time': ms }] = rows[0]['QUERY PLAN'];
    pages.push(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']);
    times.push(ms);
  }
  const [touched, took] = [spread(pages), spread(times)];
  return `${touched.mean.toFixed(0)}, ${took.mean.toFixed(1)} ms (p95 ${touched.p95.toFixed(0)}, ${took.p95.toFixed(1)} ms)`;
}

if (programs === undefined)
  console.log('PostgreSQL is not installed: nothing to compare with (apt-get install postgresql).');
else await withServer(programs, compare);
