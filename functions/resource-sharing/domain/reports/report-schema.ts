import * as z from 'zod';
import { waits } from './waits.ts';

const count = z.number().int();
/** A share from 0 to 1, with four decimals; absent where there is nothing to be a share of. */
const share = z.number().optional();

/** How asks ended. `filled` is counted when the item was shipped or the copy sent, all in the month in which it happened. */
const countsShape = {
  asked: count,
  filled: count,
  unfilled: count,
  timedOut: count,
  termsRefused: count,
  withdrawn: count,
  cancelled: count,
  unreachable: count,
  unusable: count,
  lost: count,
  /** Filled of those asked. */
  fillRate: share,
};

/** A timed stretch: how many, and hours. Median and 90th percentile are the upper ends of their classes: no more than that. */
const waitSchema = z.strictObject({
  wait: z.enum(waits),
  count,
  meanHours: z.number(),
  medianHours: z.number(),
  p90Hours: z.number(),
});

/** What was charged in a currency, in minor units: in all, for how many, for each of those, and for each that was filled. */
const costSchema = z.strictObject({
  currency: z.string(),
  amount: count,
  charged: count,
  perCharged: count,
  perFilled: count.optional(),
});

const reasonSchema = z.strictObject({ reason: z.string(), count });

const pairSchema = z.strictObject({
  requester: z.string(),
  supplier: z.string(),
  ...countsShape,
  medianAnswerHours: z.number().optional(),
  medianTurnaroundHours: z.number().optional(),
  costs: z.array(costSchema),
});

const sectionShape = {
  ...countsShape,
  waits: z.array(waitSchema),
  reasons: z.array(reasonSchema),
  costs: z.array(costSchema),
  /** By service: what was wanted. */
  services: z.array(z.strictObject({ service: z.enum(['loan', 'copy', 'copy-or-loan']), asked: count, filled: count })),
  /** Pairs of libraries, those with the most asks first. `pairsLeft` counts those that are not listed. */
  pairs: z.array(pairSchema),
  pairsLeft: count,
};

/**
 * Loans between libraries over some months: as requester (with how the requests themselves ended) and as supplier, how much
 * each lent and borrowed, and month by month. Libraries are ids; nothing of a patron is counted.
 */
export const loanReportSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  memberId: z.string().optional(),
  borrowing: z.strictObject({
    ...sectionShape,
    requests: z.strictObject({
      /** Those of which a first supplier was asked. */
      begun: count,
      filled: count,
      /** Every supplier was asked, and none could supply. */
      unfilled: count,
      cancelled: count,
      filledLocally: count,
      /** Filled of those that were filled or ended unfilled. */
      fillRate: share,
    }),
  }),
  lending: z.strictObject(sectionShape),
  /** By library: what it lent to and borrowed from the one reported on; for all, what each lent and borrowed. `net` is lent less borrowed. */
  balance: z.array(z.strictObject({ library: z.string(), lent: count, borrowed: count, net: count })),
  months: z.array(
    z.strictObject({
      month: z.string(),
      borrowing: z.strictObject({ asked: count, filled: count }),
      lending: z.strictObject({ asked: count, filled: count }),
    }),
  ),
});
export type LoanReport = z.infer<typeof loanReportSchema>;
