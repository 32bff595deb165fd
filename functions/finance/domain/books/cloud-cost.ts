import { decimalsOf } from '../../../../layers/kernel/money/currency.ts';
import { type Exact, parseExact, sumExact, toMinorUnits } from '../../../../layers/kernel/money/exact.ts';
import { CONSORTIUM } from '../../../../layers/records/ledger/domain/consortium.ts';
import { endOfMonth } from '../../../../layers/records/ledger/domain/netting.ts';
import type { Posting } from '../../../../layers/records/ledger/domain/post.ts';
import type { Period } from '../periods/period.ts';
import { unmeteredLineId } from '../statements/platform-lines.ts';
import type { Restatement } from '../statements/restatement-schema.ts';

/** The memo of what the provider bills for its support plan, which the budget has apart from its services. */
export const SUPPORT_MEMO = 'support';

type About = Pick<Posting, 'entryId' | 'at' | 'currency' | 'memo' | 'period'>;

const postingOf = (amount: number, about: About): Posting[] =>
  amount === 0
    ? []
    : [
        {
          ...{ ...about, causeId: about.entryId, member: CONSORTIUM, amount: Math.abs(amount) },
          kind: amount > 0 ? 'cloud-cost-booked' : 'cloud-cost-credited',
        },
      ];

/** Returns the entries of a bill's sum, which has the support plan in it. The parts in minor units sum to the rounded whole. */
const postingsOf = (whole: Exact, support: Exact, about: About): Posting[] => {
  const [all, part] = [whole, support].map((amount) => toMinorUnits(amount, decimalsOf(about.currency)));
  return [
    ...postingOf((all ?? 0) - (part ?? 0), about),
    ...postingOf(part ?? 0, { ...about, entryId: `${about.entryId}-support`, memo: SUPPORT_MEMO }),
  ];
};

/**
 * Returns the entries of a month's cloud cost in the consortium's own books, at the end of the month: its bill, the support plan apart, or
 * the metered cost when the month was reconciled without one. None for what rounds to zero.
 */
export const cloudCostPostings = ({ month, metered, reconciliation }: Period): Posting[] => {
  if (!metered || !reconciliation) return [];
  const isBilled = 'billId' in reconciliation;
  const [whole, support] = isBilled ? [reconciliation.billed, reconciliation.support ?? '0'] : [metered.total, '0'];
  const memo = isBilled ? 'cloud-bill' : 'metered-without-bill';
  const about = { entryId: `cloud-cost-${month}`, at: endOfMonth(month), currency: metered.currency, memo };
  return postingsOf(parseExact(whole), parseExact(support), about);
};

const changeOf = (rows: Restatement['rows']): Exact =>
  sumExact(rows.map(({ before, after }) => parseExact(after) - parseExact(before)));

/** Returns the entries by which a later bill changes the cloud cost of a closed month, at an instant; none for a sum that is the same. */
export const restatedCloudCosts = (
  { month, number, platformCurrency: currency, rows }: Restatement,
  at: string,
): Posting[] => {
  const support = rows.filter(({ of }) => of === unmeteredLineId('support'));
  const about = { entryId: `cloud-cost-${month}-${number}`, at, currency, memo: 'later-bill', period: month };
  return postingsOf(changeOf(rows), changeOf(support), about);
};
