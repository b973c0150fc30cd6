import { replacements } from './replacements.ts';

/** Time to cache a secret, in milliseconds: a rotation reaches every container within this time. */
const KEEP_MILLISECONDS = 300_000;

const kept = new Map<string, { readonly secrets: readonly string[]; readonly readAt: number }>();

/**
 * The versions of a secret in Secrets Manager, newest first: the current one and, if there is one, the previous. The
 * first signs and all verify, so tokens signed before a rotation stay valid until the next one.
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
