import { DatelineError } from '../kernel/dateline-error.ts';
import { vetUrl } from './vetted-connection.ts';

/**
 * Checks the address of a webhook.
 *
 * @param allowedHosts Private hosts that may be reached.
 * @throws DatelineError `request.invalid` if the rules for fetching forbid it; host names are checked again at each
 * attempt.
 */
export function webhookAddress(address: string, allowedHosts: readonly string[]): string {
  const url = new URL(address);
  url.hash = '';
  try {
    vetUrl(url, { allowedHosts });
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    throw new DatelineError('request.invalid', `url: ${error.message}`, { detail: { field: 'url' } });
  }
  return url.href;
}
