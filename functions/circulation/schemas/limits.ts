import * as z from 'zod';

const limit = z.strictObject({ has: z.number().int(), most: z.number().int() });

/** The use of each limit of the consortium by a patron. `owed` in minor units, with accrued fines where these count. */
export const limitsViewSchema = z.strictObject({
  loans: limit,
  holds: limit,
  owed: limit.extend({ currency: z.string() }),
  groups: z.array(limit.extend({ group: z.string() })),
});
