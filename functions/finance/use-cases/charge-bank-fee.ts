import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { type AdjustmentStore, adjustmentWrites, withdrawalWrites } from '../data/adjustment-store.ts';
import { billingOfMonth } from '../data/billing-in-force.ts';
import { type PeriodStore, whileUnwritten } from '../data/period-store.ts';
import type { PriceBooks } from '../data/price-books.ts';
import type { StatementStore } from '../data/statement-store.ts';
import type { ChargedFee } from '../domain/bank/bank-entry.ts';
import { feeChargeOf } from '../domain/bank/fee-charge.ts';
import { adjustmentLineId } from '../domain/statements/adjustment.ts';
import { rateOf, withinBounds } from './adjustment-bounds.ts';

export type FeeDeps = {
  policies: PolicyStore;
  books: PriceBooks;
  periods: PeriodStore;
  statements: StatementStore;
  adjustments: AdjustmentStore;
};
type Fee = { memberId: string; entryId: string; amount: number; currency: string; reference: string };

/**
 * Returns the writes by which a member bears a fee of the bank: a one-off charge of the current month, whose statements cannot be written
 * yet. None where the billing policy makes the fee an expense only; refused as a charge entered by hand would be.
 */
export const feeCharged = async (deps: FeeDeps, fee: Fee, { by, now }: { by: string; now: number }) => {
  const at = iso(now);
  const month = at.slice(0, 7);
  const { body: billing } = await billingOfMonth(deps.policies, month);
  if (billing.bankFees === 'expense') return { writes: [] };
  const exchange = await rateOf(deps, billing, { month, currency: fee.currency });
  if ('refused' in exchange) return exchange;
  const adjustment = feeChargeOf(fee, billing.reminders.language, { by, at });
  const bounded = await withinBounds(deps, { month, adjustment, bounds: billing.adjustments, exchange });
  if ('refused' in bounded) return bounded;
  const charged: ChargedFee = { memberId: fee.memberId, month, lineId: adjustmentLineId(adjustment) };
  return { charged, writes: [...adjustmentWrites(month, adjustment), ...bounded.writes] };
};

/**
 * Returns the writes that withdraw the charge of a fee. None where it was withdrawn by hand, or where the statements of its month are
 * written: there the line is corrected as any other.
 */
export const feeChargeWithdrawn = async (
  { periods, adjustments }: Pick<FeeDeps, 'periods' | 'adjustments'>,
  charged: ChargedFee | undefined,
  { by, now }: { by: string; now: number },
): Promise<Write[]> => {
  if (!charged) return [];
  const { month, ...line } = charged;
  const { state } = (await periods.load(month)).period;
  if (state !== 'open' && state !== 'metered') return [];
  const isThere = (await adjustments.ofMonth(month)).some(
    (one) => one.memberId === line.memberId && adjustmentLineId(one) === line.lineId,
  );
  if (!isThere) return [];
  // The current month cannot be written; its row is checked once in a transaction, by the booking.
  const check = month === iso(now).slice(0, 7) ? [] : [whileUnwritten(month)];
  return [...check, ...withdrawalWrites(month, { ...line, by })];
};
