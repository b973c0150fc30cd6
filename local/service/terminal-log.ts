import type { Log } from '../../shared/kernel/log.ts';

/** Writes structured lines to the terminal: warnings and errors, and with `verbose` everything. */
export function terminalLog(output: { write(text: string): unknown }, { verbose }: { readonly verbose: boolean }): Log {
  const line =
    (level: string) =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}) => {
      const shown = Object.entries(fields).map(([name, value]) => ` ${name}=${shownValue(value)}`);
      output.write(`${new Date().toISOString()} ${level} ${message}${shown.join('')}\n`);
    };
  return { info: verbose ? line('info') : () => {}, warn: line('warn'), error: line('error') };
}

function shownValue(value: unknown): string {
  if (value instanceof Error) {
    const cause = value.cause instanceof Error ? ` (${value.cause.name}: ${value.cause.message})` : '';
    return JSON.stringify(`${value.name}: ${value.message}${cause}`);
  }
  return JSON.stringify(value);
}
