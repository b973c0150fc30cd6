import { Command, CommanderError } from 'commander';
import { DatelineError } from '../shared/kernel/dateline-error.ts';
import { CommandFailure } from './cli/io/outcome.ts';

type AddCommand = (program: Command, setExitCode: (code: number) => void) => void;

/** The modules of the commands, in the order of the help. */
const COMMANDS: Readonly<Record<string, () => Promise<{ readonly addCommand: AddCommand }>>> = {
  extract: () => import('./cli/extract.ts'),
  read: () => import('./cli/read.ts'),
  tag: () => import('./cli/tag.ts'),
  digest: () => import('./cli/digest.ts'),
  timeline: () => import('./cli/timeline.ts'),
  serve: () => import('./cli/serve.ts'),
  import: () => import('./cli/import.ts'),
  smoke: () => import('./cli/smoke.ts'),
  redrive: () => import('./cli/redrive.ts'),
  verify: () => import('./cli/verify.ts'),
  key: () => import('./cli/key.ts'),
  console: () => import('./cli/console.ts'),
};

/**
 * The `dateline` command.
 *
 * @returns The exit code: 0 success, 1 failure or invalid lines, 2 wrong usage.
 */
export async function main(argv: readonly string[]): Promise<number> {
  // A closed pipe (`| head`) is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  let exitCode = 0;
  const setExitCode = (code: number) => {
    exitCode = code;
  };
  const program = new Command('dateline')
    .description('Articles in, dated events out, each with the sentence that proves it.')
    .exitOverride()
    .showHelpAfterError('(run with --help for usage)')
    .helpCommand(false)
    .addHelpText(
      'after',
      '\nExamples:\n  dateline serve\n  dateline extract article.txt\n\nEach command has its own --help.',
    );
  // Only the named command is loaded: `tag` must not wait for the AWS SDK. Help loads all of them.
  const named = COMMANDS[argv[2] ?? ''];
  for (const load of named ? [named] : Object.values(COMMANDS)) (await load()).addCommand(program, setExitCode);
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CommandFailure || error instanceof DatelineError) {
      process.stderr.write(`dateline: ${error.message}\n`);
      return 1;
    }
    throw error;
  }
}
