import * as z from 'zod';

/** The simulated partner, for scripts and tests: its page and its registration. */
export const standInSchema = z.object({
  page: z.string(),
  iso: z.string(),
  partnerId: z.string(),
  accountId: z.string(),
  secret: z.string(),
});
export type StandIn = z.infer<typeof standInSchema>;
