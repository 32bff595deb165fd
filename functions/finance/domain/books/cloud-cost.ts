import { decimalsOf } from '../../../../layers/kernel/money/currency.ts';
import { parseExact, sumExact, toMinorUnits } from '../../../../layers/kernel/money/exact.ts';
import { CONSORTIUM } from '../../../../layers/records/ledger/domain/consortium.ts';
import { endOfMonth } from '../../../../layers/records/ledger/domain/netting.ts';
import type { Posting } from '../../../../layers/records/ledger/domain/post.ts';
import type { Period } from '../periods/period.ts';
import type { Restatement } from '../statements/restatement-schema.ts';

const postingOf = (
  amount: number,
  about: Pick<Posting, 'entryId' | 'at' | 'currency' | 'memo' | 'period'>,
): Posting | undefined =>
  amount === 0
    ? undefined
    : {
        ...{ ...about, causeId: about.entryId, member: CONSORTIUM, amount: Math.abs(amount) },
        kind: amount > 0 ? 'cloud-cost-booked' : 'cloud-cost-credited',
      };

/**
 * Returns the entry of a month's cloud cost in the consortium's own books, at the end of the month: its bill, or the metered cost when
 * the month was reconciled without one. None when the cost rounds to zero.
 */
export const cloudCostPosting = ({ month, metered, reconciliation }: Period): Posting | undefined => {
  if (!metered || !reconciliation) return undefined;
  const isBilled = 'billId' in reconciliation;
  const { currency } = metered;
  const amount = toMinorUnits(parseExact(isBilled ? reconciliation.billed : metered.total), decimalsOf(currency));
  const memo = isBilled ? 'cloud-bill' : 'metered-without-bill';
  return postingOf(amount, { entryId: `cloud-cost-${month}`, at: endOfMonth(month), currency, memo });
};

/** Returns the entry by which a later bill changes the cloud cost of a closed month, at an instant; none when its sum is the same. */
export const restatedCloudCost = (
  { month, number, platformCurrency: currency, rows }: Restatement,
  at: string,
): Posting | undefined => {
  const change = sumExact(rows.map(({ before, after }) => parseExact(after) - parseExact(before)));
  const about = { entryId: `cloud-cost-${month}-${number}`, at, currency, memo: 'later-bill', period: month };
  return postingOf(toMinorUnits(change, decimalsOf(currency)), about);
};
