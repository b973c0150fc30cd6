import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Replaces `@aws-sdk/credential-provider-node` in the bundles: Lambda provides credentials only in the environment. The
 * SDK's full chain (profiles, SSO, web identities, instance metadata) is a third of what the SDK adds to a bundle.
 */
export const defaultProvider = () => fromEnv();
