import * as z from 'zod/mini';

/** RFC 9457 problem details as returned by this service. */
export const ProblemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  field: z.exactOptional(z.string()),
  errors: z.exactOptional(
    z.array(
      z.strictObject({ in: z.enum(['body', 'query', 'path', 'header']), field: z.string(), message: z.string() }),
    ),
  ),
  requestId: z.exactOptional(z.string()),
});
