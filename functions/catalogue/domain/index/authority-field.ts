import * as z from 'zod';

/** The heading field of an authority record, for bibliographic fields. */
export const authorityFieldSchema = z.strictObject({
  ...{ tag: z.string(), ind1: z.string(), ind2: z.string() },
  subfields: z.array(z.strictObject({ code: z.string(), value: z.string() })),
  /** The value of $0. */
  number: z.string(),
  /** The second indicator of a subject field, and $2 where that is 7. */
  vocabulary: z.string(),
  source: z.string().exactOptional(),
});
