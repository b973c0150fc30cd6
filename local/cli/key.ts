import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { issueKey, withdrawKey } from '../../shared/http/issue-key.ts';
import type { KeyRecord, Scope } from '../../shared/store/store.ts';
import { ADMIN_KEY_FILE } from '../service/data-folder.ts';
import { storeOf } from '../service/sealed-keys.ts';
import { type TableChoice, withTable } from '../service/table-at.ts';
import { collect, DATA, wholeNumber } from './io/option-values.ts';
import { CommandFailure, fileTrouble } from './io/outcome.ts';
import { addTableOption, type Choice, choiceOf } from './io/table-option.ts';
import { printable } from './io/terminal.ts';

/** The actor recorded in the audit log. */
const BY = 'command-line';
const SCOPES: readonly Scope[] = ['read', 'ingest', 'admin'];

/** `dateline key`: the admin key of a data folder. @throws CommandFailure if there is none. */
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

/** The options of `dateline key create`, as commander gives them. */
export interface KeyOptions {
  readonly scope: readonly string[];
  readonly collection: readonly string[];
  readonly label?: string;
  /** ISO date or date-time. */
  readonly expires?: string;
  readonly perMinute?: number;
}

/** `dateline key create`: creates a key. Only this output contains its secret. */
export async function createKey(choice: TableChoice, options: KeyOptions): Promise<string> {
  const scopes = options.scope.map(scopeNamed);
  if (scopes.length === 0)
    throw new CommandFailure(`The scope of the key is missing: --scope takes ${SCOPES.join(', ')}.`);
  const request = {
    scopes,
    collections: options.collection.length > 0 ? options.collection : ['*'],
    ...(options.label === undefined ? {} : { label: options.label }),
    ...(options.expires === undefined ? {} : { expiresAt: instant(options.expires) }),
    ...(options.perMinute === undefined ? {} : { requestsPerMinute: options.perMinute }),
  };
  return withTable(
    choice,
    async (table) =>
      (await issueKey(storeOf(table, choice.table === undefined ? choice.data : undefined), request, BY, table.now()))
        .key,
  );
}

/** `dateline key list`: one line per key. */
export async function listKeys(choice: TableChoice): Promise<string> {
  return withTable(choice, async (table) => {
    const keys = await storeOf(table, choice.table === undefined ? choice.data : undefined).keys.list();
    return keys.map((key) => `${described(key, table.now())}\n`).join('');
  });
}

/** `dateline key revoke ID`. @throws CommandFailure if the key does not exist. */
export async function revokeKey(choice: TableChoice, id: string): Promise<void> {
  const plainId = /^dl_([a-z0-9]{16})_/.exec(id)?.[1] ?? id;
  const revoked = await withTable(choice, (table) =>
    withdrawKey(storeOf(table, choice.table === undefined ? choice.data : undefined), plainId, BY, table.now()),
  );
  if (!revoked) throw new CommandFailure(`There is no key ${plainId}: "dateline key list" shows those that there are.`);
}

function scopeNamed(text: string): Scope {
  const scope = SCOPES.find((known) => known === text);
  if (scope === undefined) throw new CommandFailure(`There is no scope "${text}": --scope takes ${SCOPES.join(', ')}.`);
  return scope;
}

function instant(text: string): string {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new CommandFailure(`--expires takes an ISO date or date-time, not "${text}".`);
  return new Date(time).toISOString();
}

function described(key: KeyRecord, now: string): string {
  const state =
    key.revokedAt !== undefined
      ? `revoked ${key.revokedAt}`
      : key.expiresAt === undefined
        ? 'live'
        : `${key.expiresAt < now ? 'expired' : 'expires'} ${key.expiresAt}`;
  const parts = [key.id, key.scopes.join('+').padEnd(11), key.collections.join(','), state, printable(key.label ?? '')];
  return parts.join('  ').trimEnd();
}

/** Adds `dateline key` and its subcommands to the program. */
export function addCommand(program: Command): void {
  const key = program
    .command('key')
    .description('Print the admin key of a data folder; create, list and revoke keys.')
    .option('--data <folder>', 'the data folder of the service', DATA)
    .addHelpText(
      'after',
      `
Examples:
  curl -H "Authorization: Bearer $(dateline key)" 'http://127.0.0.1:8787/v1/events?collection=sample'
  dateline key create --scope read --collection sample --label dashboard
  dateline key create --scope admin --table dateline-prod
  dateline key list`,
    )
    .action(async ({ data }: Choice) => {
      process.stdout.write(`${readAdminKey(data)}\n`);
    });

  addTableOption(key.command('create'))
    .description('Create a key. It is printed once; only its hash is stored.')
    .option('--scope <scope>', 'read, ingest or admin; repeatable', collect, [])
    .option('--collection <name>', 'limit it to a collection; repeatable', collect, [])
    .option('--label <text>', 'purpose of the key')
    .option('--expires <date>', 'expiry date')
    .option('--per-minute <n>', 'requests allowed per minute', wholeNumber)
    .addHelpText('after', '\nExample:\n  dateline key create --scope ingest --collection archive --expires 2027-01-01')
    .action(async (_: unknown, command: Command) => {
      process.stdout.write(`${await createKey(choiceOf(command), command.opts())}\n`);
    });

  addTableOption(key.command('list'))
    .description('List the keys: id, scopes, collections, state, label.')
    .addHelpText('after', '\nExample:\n  dateline key list --table dateline-prod')
    .action(async (_: unknown, command: Command) => {
      process.stdout.write(await listKeys(choiceOf(command)));
    });

  addTableOption(key.command('revoke'))
    .description('Revoke a key, from its next request on.')
    .argument('<id>', 'as "key list" shows it')
    .addHelpText('after', '\nExample:\n  dateline key revoke 0123456789abcdef')
    .action(async (id: string, _: unknown, command: Command) => {
      await revokeKey(choiceOf(command), id);
    });
}
