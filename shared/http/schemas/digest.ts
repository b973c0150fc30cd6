import * as z from 'zod/mini';
import { IsoDay, Modality, Share } from './primitives.ts';

/** A timeline as a number of dates, each with its evidence sentences. */
export const DigestSchema = z.strictObject({
  entries: z.array(
    z.strictObject({
      date: z.string(),
      display: z.string(),
      start: IsoDay,
      end: IsoDay,
      importance: Share,
      sentences: z.array(z.string()),
      sources: z.array(
        z.strictObject({
          eventId: z.string(),
          title: z.string(),
          modality: Modality,
          articleId: z.string(),
          url: z.exactOptional(z.string()),
          source: z.exactOptional(z.string()),
          publishedAt: z.exactOptional(z.string()),
          start: z.int(),
          end: z.int(),
        }),
      ),
    }),
  ),
  complete: z.boolean(),
});
