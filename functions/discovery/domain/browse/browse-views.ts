import * as z from 'zod';
import { hitSchema } from '../views.ts';

/** A heading, or a call number, in its list. */
export const headingSchema = z.strictObject({
  /** Its place in the list: asked for again, the list opens here. */
  at: z.string(),
  heading: z.string(),
  /** How many records of the scope stand under it that the caller may see; none for a reference. */
  count: z.number().int().min(0),
  /** The heading that is used instead of this one. */
  see: z.strictObject({ heading: z.string(), at: z.string() }).optional(),
  /** A heading of other records that readers of this one may want too. */
  seeAlso: z.strictObject({ heading: z.string(), at: z.string() }).optional(),
  /** The record under it, the first by title where there are more. */
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
  /** Before which of them the position lies; their number when it lies behind all. */
  position: z.number().int().min(0),
  /** True where the list begins or ends with this page. */
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
