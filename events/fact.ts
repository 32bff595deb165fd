import * as z from 'zod';

/** The common fields of every published event: what happened and when, to which item and record, where, and the members concerned. */
export const factSchema = z.object({
  /** Stays the same on redelivery, so that subscribers can drop duplicates. */
  id: z.string(),
  version: z.literal(1),
  at: z.iso.datetime(),
  recordId: z.string().optional(),
  branchId: z.string().optional(),
  members: z.object({ owner: z.string().optional(), desk: z.string().optional(), patron: z.string().optional() }),
});

/** A published event about an item. */
export const itemFactSchema = factSchema.extend({ itemId: z.string() });
