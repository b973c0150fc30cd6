import * as z from 'zod/mini';

/** The embed token of a private timeline, as in its links. */
export const tokenShape = {
  token: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(1500, 'must be an embed token'))),
};
