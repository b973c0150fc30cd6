import { isoDayIn } from '../../../shared/text/publication-date.ts';
import { CommandFailure } from './outcome.ts';

/** The day of an option such as `--from`; `undefined` where it is not given. @throws CommandFailure for what is no ISO day. */
export function dayOption(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const day = isoDayIn(value);
  if (day === undefined) throw new CommandFailure(`${name} takes an ISO day such as 2011-01-25, not "${value}".`);
  return day;
}

/** The words of an option such as `--query`, parted by commas or spaces. */
export const wordsOption = (value: string | undefined): readonly string[] =>
  (value ?? '').split(/[\s,]+/).filter((word) => word !== '');
