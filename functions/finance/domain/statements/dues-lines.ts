import { shiftedMonth } from '../../../../layers/kernel/calendar/month.ts';
import { splitByLargestRemainder } from '../../../../layers/kernel/money/split.ts';
import { paidForBy, type weightsOfFee } from '../cost-sharing/consortium-budget.ts';
import type { StatementLine } from './statement.ts';

/**
 * A member's adopted yearly fee: minor units of a currency, for the twelve months from `from` (YYYY-MM) on; `code` names the fee,
 * `reference` its scenario or decision.
 */
export type Dues = {
  memberId: string;
  code: string;
  from: string;
  amount: number;
  currency: string;
  reference: string;
  /** The lines of the consortium's budget that it pays, where the scenario has one. */
  pays?: ReturnType<typeof weightsOfFee>;
};

/** Returns the twelve months of a fiscal year that begins in a month. */
const monthsOf = (from: string): string[] => Array.from({ length: 12 }, (_, at) => shiftedMonth(from, at));

/** Returns a month's part of a yearly fee: a twelfth, so that the twelve sum to the fee; undefined in another year. Minor units. */
export const duesOfMonth = ({ amount, from }: Pick<Dues, 'amount' | 'from'>, month: string): number | undefined =>
  splitByLargestRemainder(amount, new Map(monthsOf(from).map((name) => [name, 1]))).get(month);

/** Returns a month's line of a yearly fee, in the fee's own currency; undefined in another year. */
export const duesLine = (
  dues: Dues,
  month: string,
  period: Pick<StatementLine, 'from' | 'to'>,
): Omit<StatementLine, 'mode'> | undefined => {
  const amount = duesOfMonth(dues, month);
  if (amount === undefined) return undefined;
  const months = monthsOf(dues.from);
  const evidence = { kind: 'dues' as const, reference: dues.reference, year: `${months[0]}/${months.at(-1)}` };
  return {
    ...{ lineId: `dues-${dues.code}`, block: 'dues', title: 'dues', ...period, amount },
    evidence: { ...evidence, yearly: dues.amount, ...(dues.pays && { paidFor: paidForBy(amount, dues.pays) }) },
  };
};
