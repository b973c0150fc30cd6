/**
 * The collection of the articles by which the service is checked. A canary takes one down every five minutes: what the store notes of takedowns for
 * ever, in the audit trail and in place of the article, it keeps of this collection for a week.
 */
export const CHECK_COLLECTION = 'smoke-check';
