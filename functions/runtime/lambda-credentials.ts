import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundles: Lambda gives a function its credentials in the environment, and nowhere else. The SDK's
 * own chain (profiles, SSO, web identities, instance metadata) is a third of what the SDK adds to a bundle.
 */
export const defaultProvider = () => fromEnv();
