import * as z from 'zod';

/** A title in a list of related titles: enough to draw its cover or spine and to open its record. */
const relatedTitleSchema = z.strictObject({
  recordId: z.string(),
  title: z.string(),
  author: z.string().optional(),
  year: z.number().int().optional(),
  format: z.string(),
  /** MARC codes. */
  languages: z.array(z.string()),
  /** On the shelf: the call number by which it stands there. */
  callNumber: z.string().optional(),
});
export type RelatedTitle = z.infer<typeof relatedTitleSchema>;

/** The titles related to a record, by the reason. */
export const relatedSchema = z.strictObject({
  /** Other editions of the work, the newest first; at most 8. */
  editions: z.array(relatedTitleSchema),
  /** Titles that share subjects or the author, the most similar first, each work once; at most 8. */
  similar: z.array(relatedTitleSchema),
  /** Up to 10 titles to either side on the shelf, with the record itself; empty when it has no call number there. */
  shelf: z.array(relatedTitleSchema),
});
export type Related = z.infer<typeof relatedSchema>;
