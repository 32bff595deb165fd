import * as z from 'zod';
import { hitSchema } from '../views.ts';

/** A heading, or a call number, in its list. */
export const headingSchema = z.strictObject({
  /** Its position in the list, for a later request that opens the list here. */
  at: z.string(),
  heading: z.string(),
  /** The number of records of the scope under it that the caller may see; none for a reference. */
  count: z.number().int().min(0),
  /** The heading that is used instead of this one. */
  see: z.strictObject({ heading: z.string(), at: z.string() }).optional(),
  /** A related heading of other records. */
  seeAlso: z.strictObject({ heading: z.string(), at: z.string() }).optional(),
  /** The record under it, or the first by title. */
  record: z
    .strictObject({
      recordId: z.string(),
      title: z.string(),
      author: z.string().optional(),
      year: z.number().int().optional(),
    })
    .optional(),
});
export type Heading = z.infer<typeof headingSchema>;

/** A page of a list around a position. */
export const browseViewSchema = z.strictObject({
  headings: z.array(headingSchema),
  /** The index of the heading after the position; the number of headings when it is after all. */
  position: z.number().int().min(0),
  /** True when the list begins or ends with this page. */
  first: z.boolean(),
  last: z.boolean(),
});
export type BrowseView = z.infer<typeof browseViewSchema>;

/** The records under a heading. */
export const headingRecordsSchema = z.strictObject({
  total: z.strictObject({ count: z.number().int().min(0), atLeast: z.boolean() }),
  hits: z.array(hitSchema),
  /** The cursor of the next page; absent on the last. */
  next: z.string().optional(),
});
