import * as z from 'zod';
import { currencySchema } from '../../../layers/kernel/money/currency.ts';
import type { OnlinePayment } from './online-payment.ts';
import type { ReconciledPayout } from './payout.ts';

/**
 * What finance staff look at in an account: an open dispute (`on` is the day on which the payment was begun), or a payout that differs from
 * the ledger (`on` is its day of arrival). Amount in minor units.
 */
export const onlineMatterSchema = z.object({
  kind: z.enum(['dispute', 'payout']),
  matterId: z.string(),
  account: z.string(),
  paymentId: z.string().exactOptional(),
  on: z.string(),
  amount: z.int(),
  currency: currencySchema,
  since: z.string(),
});
export type OnlineMatter = z.infer<typeof onlineMatterSchema>;

const openDisputes = ({ account, paymentId, at, currency, disputes }: OnlinePayment): OnlineMatter[] =>
  disputes
    .filter(({ state }) => state === 'open')
    .map(({ disputeId, amount, at: since }) => ({
      ...{ kind: 'dispute', matterId: disputeId, account, paymentId, on: at.slice(0, 10), amount, currency, since },
    }));

/** Returns the disputes of a payment that a change opened, and those that it ended. */
export const disputeChanges = (
  before: OnlinePayment,
  after: OnlinePayment,
): { opened: OnlineMatter[]; ended: OnlineMatter[] } => {
  const [were, are] = [openDisputes(before), openDisputes(after)];
  const missing = (from: OnlineMatter[], of: OnlineMatter[]) =>
    of.filter(({ matterId }) => !from.some((one) => one.matterId === matterId));
  return { opened: missing(were, are), ended: missing(are, were) };
};

/** Returns a payout as what staff look at; undefined when nothing differs. */
export const payoutMatter = (payout: ReconciledPayout, since: string): OnlineMatter | undefined => {
  const { payoutId: matterId, account, arrivesOn: on, amount, currency, differences } = payout;
  return differences.length === 0 ? undefined : { kind: 'payout', matterId, account, on, amount, currency, since };
};
