import type { Command } from 'commander';

/** The table that an operator's command uses. */
export interface Choice {
  readonly data: string;
  readonly table?: string;
}

/** Adds `--table`. */
export function addTableOption(command: Command): Command {
  return command.option('--table <name>', 'a table on AWS instead, with your own credentials');
}

/** The table chosen by the options. `--data` may stand before or after a subcommand. */
export const choiceOf = (command: Command): Choice => command.optsWithGlobals<Choice>();
