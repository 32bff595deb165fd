import * as z from 'zod';
import { byId } from '../../../../layers/kernel/money/split.ts';
import type { Fees } from './fees.ts';

const counted = z.number().int();

/** A member's fees by two formulas (minor units), and the outcome: it gains when it pays less. */
const comparedFeeSchema = z.strictObject({
  memberId: z.string(),
  before: counted,
  after: counted,
  change: counted,
  /** The change in tenths of a per cent of the fee before, half away from zero; absent when that was zero. */
  permille: counted.exactOptional(),
  outcome: z.enum(['gains', 'loses', 'same']),
});
export type ComparedFee = z.infer<typeof comparedFeeSchema>;

/** A comparison of two formulas: all members, the two sums, and how many gain, lose and pay the same. */
export const comparedFeesSchema = z.strictObject({
  rows: z.array(comparedFeeSchema),
  before: counted,
  after: counted,
  gain: counted,
  lose: counted,
  same: counted,
});
export type ComparedFees = z.infer<typeof comparedFeesSchema>;

const permilleOf = (before: number, change: number): number => {
  const halfAwayFromZero = Math.floor((Math.abs(change) * 2000 + before) / (2 * before));
  return Math.sign(change) * halfAwayFromZero;
};

const outcomeOf = (change: number): ComparedFee['outcome'] => {
  if (change === 0) return 'same';
  return change < 0 ? 'gains' : 'loses';
};

const comparedFee = (memberId: string, before: number, after: number): ComparedFee => {
  const change = after - before;
  const outcome = outcomeOf(change);
  if (before <= 0) return { memberId, before, after, change, outcome };
  return { memberId, before, after, change, permille: permilleOf(before, change), outcome };
};

const feesByMember = ({ fees }: Fees): Map<string, number> => new Map(fees.map(({ memberId, fee }) => [memberId, fee]));

/**
 * Compares two formulas: the largest losses first, then by id. A member in only one of them pays nothing by the other. Refuses
 * `other-currency`, because such amounts cannot be compared.
 */
export const compareFees = (
  one: Fees,
  other: Fees,
): ComparedFees | { refused: [{ code: 'other-currency'; detail: string }] } => {
  if (one.currency !== other.currency) {
    return { refused: [{ code: 'other-currency', detail: `${one.currency} and ${other.currency} are not compared.` }] };
  }
  const before = feesByMember(one);
  const after = feesByMember(other);
  const members = [...new Set([...before.keys(), ...after.keys()])];
  const rows = members
    .map((memberId) => comparedFee(memberId, before.get(memberId) ?? 0, after.get(memberId) ?? 0))
    .toSorted((a, b) => b.change - a.change || byId(a.memberId, b.memberId));
  const count = (outcome: ComparedFee['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    rows,
    before: one.total,
    after: other.total,
    gain: count('gains'),
    lose: count('loses'),
    same: count('same'),
  };
};
