import * as z from 'zod';

/** The stand-in partner as scripts and tests need to know it: its page, and how it is known to Concord. */
export const standInSchema = z.object({
  page: z.string(),
  iso: z.string(),
  partnerId: z.string(),
  accountId: z.string(),
  secret: z.string(),
});
export type StandIn = z.infer<typeof standInSchema>;
