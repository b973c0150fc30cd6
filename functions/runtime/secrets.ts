/** How long a fetched secret is used before it is read again: a rotation reaches every container within this time. */
const KEEP_MILLISECONDS = 300_000;

const kept = new Map<string, { readonly secrets: readonly string[]; readonly readAt: number }>();

/**
 * The signing secrets kept in Secrets Manager under an ARN, newest first: the current version and, where there is one, the previous.
 * Secrets Manager itself keeps the previous version at each rotation, so tokens signed before it still verify.
 */
export async function secretsAt(arn: string): Promise<readonly string[]> {
  const known = kept.get(arn);
  if (known && performance.now() - known.readAt < KEEP_MILLISECONDS) return known.secrets;
  const { GetSecretValueCommand, ResourceNotFoundException, SecretsManagerClient } = await import(
    '@aws-sdk/client-secrets-manager'
  );
  const client = new SecretsManagerClient({});
  const version = async (stage: string) =>
    (await client.send(new GetSecretValueCommand({ SecretId: arn, VersionStage: stage }))).SecretString;
  const [current, previous] = await Promise.all([
    version('AWSCURRENT'),
    version('AWSPREVIOUS').catch((error: unknown) => {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }),
  ]);
  const secrets = [current, previous].filter((secret) => secret !== undefined);
  kept.set(arn, { secrets, readAt: performance.now() });
  return secrets;
}
