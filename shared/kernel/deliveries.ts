/** Deliveries of a message before its queue moves it to the dead letters, on SQS and on one machine. */
export const MAX_RECEIVES = 5;

/** The delivery at which a function must record a failure: one before the message becomes a dead letter. */
export const LAST_DELIVERY = MAX_RECEIVES - 1;
