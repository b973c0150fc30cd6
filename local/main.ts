import { Command, CommanderError } from 'commander';
import { DatelineError } from '../shared/kernel/dateline-error.ts';
import { CommandFailure } from './cli/io/outcome.ts';
import { addKeyCommands } from './cli/key-commands.ts';
import { addServiceCommands } from './cli/service-commands.ts';
import { addTextCommands } from './cli/text-commands.ts';

/**
 * The `dateline` command. Every command's work is imported when it is called: `tag` must not wait for the AWS SDK.
 *
 * @returns The process's exit code: 0 done, 1 failed or some lines could not be answered, 2 wrong usage.
 */
export async function main(argv: readonly string[]): Promise<number> {
  // A reader that has seen enough (`| head`) is no failure.
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
  addTextCommands(program, setExitCode);
  addServiceCommands(program, setExitCode);
  addKeyCommands(program);
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
