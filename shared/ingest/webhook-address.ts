import { DatelineError } from '../kernel/dateline-error.ts';
import { vetUrl } from './vetted-connection.ts';

/**
 * An address that messages may be sent to.
 *
 * @param allowedHosts Hosts that may be reached although they are not public.
 * @throws DatelineError `request.invalid` where the rules of fetching forbid it; names are vetted again at each attempt.
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
