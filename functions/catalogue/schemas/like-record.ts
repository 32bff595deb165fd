import * as z from 'zod';

/** A record of the catalogue that the matcher finds for a record that is not stored. */
export const likeRecordSchema = z.strictObject({
  recordId: z.string(),
  title: z.string().exactOptional(),
  /** True when both are the same edition: the record will join it. False when the matcher is uncertain. */
  isSame: z.boolean(),
  /** The caller's own record in it. */
  sourceId: z.string().exactOptional(),
});
export type LikeRecord = z.infer<typeof likeRecordSchema>;
