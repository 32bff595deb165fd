import * as z from 'zod';

/** What every published fact says: what happened when, to which copy and record, where, and which members it concerns. */
export const factSchema = z.object({
  /** The same however often it is delivered: subscribers drop what they know. */
  id: z.string(),
  version: z.literal(1),
  at: z.iso.datetime(),
  recordId: z.string().optional(),
  branchId: z.string().optional(),
  members: z.object({ owner: z.string().optional(), desk: z.string().optional(), patron: z.string().optional() }),
});

/** A published fact about a copy. */
export const itemFactSchema = factSchema.extend({ itemId: z.string() });
