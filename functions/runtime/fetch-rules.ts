import type { FetchRules } from '../../shared/ingest/safe-fetch.ts';
import { allowedHosts } from './allowed-hosts.ts';

/** Settings for outgoing requests, from the environment: the User-Agent, and the private hosts that may be fetched. */
export function fetchRules(env: { readonly FEED_CONTACT: string; readonly FEED_ALLOWED_HOSTS: string }): FetchRules {
  return {
    // HTTP header values are ASCII; a name with other letters would make every request fail.
    userAgent: `Dateline/0.1 (event timelines from feeds; +${env.FEED_CONTACT.replace(/[^\x20-\x7e]|[()]/g, '')})`,
    allowedHosts: allowedHosts(env.FEED_ALLOWED_HOSTS),
  };
}
