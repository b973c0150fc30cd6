import { replacements } from './replacements.ts';

/** How long a fetched secret is used before it is read again: a rotation reaches every container within this time. */
const KEEP_MILLISECONDS = 300_000;

const kept = new Map<string, { readonly secrets: readonly string[]; readonly readAt: number }>();

/**
 * The secrets kept in Secrets Manager under an ARN, newest first: the current version and, where there is one, the previous. Of signing secrets the
 * first signs and all verify: tokens signed before a rotation stay good until the next one.
 */
export async function secretsAt(arn: string): Promise<readonly string[]> {
  const { secrets } = replacements();
  return secrets ? secrets(arn) : inSecretsManager(arn);
}

async function inSecretsManager(arn: string): Promise<readonly string[]> {
  const known = kept.get(arn);
  if (known && performance.now() - known.readAt < KEEP_MILLISECONDS) return known.secrets;
  const { secretVersion } = await import('./secret-versions.ts');
  const [current, previous] = await Promise.all([secretVersion(arn, 'AWSCURRENT'), secretVersion(arn, 'AWSPREVIOUS')]);
  const secrets = [current, previous].filter((secret) => secret !== undefined);
  kept.set(arn, { secrets, readAt: performance.now() });
  return secrets;
}
