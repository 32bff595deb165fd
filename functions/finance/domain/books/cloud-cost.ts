import { decimalsOf } from '../../../../layers/kernel/money/currency.ts';
import { parseExact, toMinorUnits } from '../../../../layers/kernel/money/exact.ts';
import { CONSORTIUM } from '../../../../layers/records/ledger/domain/consortium.ts';
import { endOfMonth } from '../../../../layers/records/ledger/domain/netting.ts';
import type { Posting } from '../../../../layers/records/ledger/domain/post.ts';
import type { Period } from '../periods/period.ts';

/**
 * Returns the entry of a month's cloud cost in the consortium's own books, at the end of the month: its bill, or the metered cost when
 * the month was reconciled without one. None when the cost rounds to zero.
 */
export const cloudCostPosting = ({ month, metered, reconciliation }: Period): Posting | undefined => {
  if (!metered || !reconciliation) return undefined;
  const isBilled = 'billId' in reconciliation;
  const { currency } = metered;
  const amount = toMinorUnits(parseExact(isBilled ? reconciliation.billed : metered.total), decimalsOf(currency));
  if (amount === 0) return undefined;
  const entryId = `cloud-cost-${month}`;
  return {
    ...{ entryId, causeId: entryId, at: endOfMonth(month), currency, member: CONSORTIUM, amount: Math.abs(amount) },
    kind: amount > 0 ? 'cloud-cost-booked' : 'cloud-cost-credited',
    memo: isBilled ? 'cloud-bill' : 'metered-without-bill',
  };
};
