import { InvalidArgumentError } from 'commander';

/** Default data folder, within the current folder. */
export const DATA = '.dateline';

/** Collects the values of a repeatable option, in order. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** An http or https address. @throws InvalidArgumentError for anything else. */
export function webAddress(text: string): string {
  if (/^https?:\/\/./.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('Expected an address that begins with http:// or https://.');
}

/** A port number; 0 selects a free one. @throws InvalidArgumentError for anything else. */
export function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 0 (any free one) to 65535.');
}

/** A whole number of at least 1. @throws InvalidArgumentError for anything else. */
export function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a whole number of at least 1.');
}
