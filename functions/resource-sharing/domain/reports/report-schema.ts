import * as z from 'zod';
import { waits } from './waits.ts';

const count = z.number().int();
/** A share from 0 to 1, with four decimals; absent when the total is zero. */
const share = z.number().optional();

/**
 * The ends of asks. `filled` counts when the item was shipped or the copy sent, all in the month in which it happened.
 */
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
  /** The share of filled asks. */
  fillRate: share,
};

/** A timed interval: count and hours. Median and 90th percentile are the upper limits of their classes. */
const waitSchema = z.strictObject({
  wait: z.enum(waits),
  count,
  meanHours: z.number(),
  medianHours: z.number(),
  p90Hours: z.number(),
});

/** The charges in a currency, in minor units: total, count, per charge, and per filled request. */
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
  /** By the requested service. */
  services: z.array(z.strictObject({ service: z.enum(['loan', 'copy', 'copy-or-loan']), asked: count, filled: count })),
  /** Pairs of libraries, those with the most asks first. `pairsLeft` counts the remaining ones. */
  pairs: z.array(pairSchema),
  pairsLeft: count,
};

/**
 * A report of interlibrary loans over some months: as requester (with the ends of the requests) and as supplier, how
 * much each lent and borrowed, and month by month. Libraries are ids; patrons are not counted.
 */
export const loanReportSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  memberId: z.string().optional(),
  borrowing: z.strictObject({
    ...sectionShape,
    requests: z.strictObject({
      /** Requests of which a first supplier was asked. */
      begun: count,
      filled: count,
      /** Every supplier was asked, and none could supply. */
      unfilled: count,
      cancelled: count,
      filledLocally: count,
      /** The share of filled ones among those filled or ended unfilled. */
      fillRate: share,
    }),
  }),
  lending: z.strictObject(sectionShape),
  /**
   * By library: loans to and from the reported one; for all, what each lent and borrowed. `net` is lent less borrowed.
   */
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
