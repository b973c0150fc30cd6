import { DatelineError } from '../kernel/dateline-error.ts';
import type { SigningSecrets } from './cursor.ts';
import { seal, unseal } from './sealed.ts';

/** Claims of an embed token: one timeline, its saved filters at the time of signing, and an expiry. */
interface EmbedToken {
  readonly slug: string;
  /** Seconds since 1970. */
  readonly exp: number;
}

const PURPOSE = 'embed-token';

/** A token for the URL of a private timeline's embed. */
export async function makeEmbedToken(slug: string, expiresAt: string, secrets: SigningSecrets): Promise<string> {
  const [newest = ''] = await secrets();
  const token: EmbedToken = { slug, exp: Math.floor(Date.parse(expiresAt) / 1000) };
  return seal(token, PURPOSE, newest);
}

/** True for a valid token of this timeline. @throws DatelineError `embed-token.invalid` for any other. */
export async function readEmbedToken(token: string, slug: string, secrets: SigningSecrets, now: string): Promise<true> {
  const told = unseal(token, PURPOSE, await secrets()) as EmbedToken | undefined;
  if (told?.slug === slug && told.exp * 1000 > Date.parse(now)) return true;
  throw new DatelineError('embed-token.invalid', 'The embed token is forged, expired, or for another timeline.', {
    detail: { field: 'token' },
  });
}
