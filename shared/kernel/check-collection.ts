/**
 * The collection of the canary's articles. The canary deletes one every five minutes, so the store keeps audit entries
 * and tombstones of this collection for a week only.
 */
export const CHECK_COLLECTION = 'smoke-check';
