import * as z from 'zod';
import type { Exact } from '../../../../layers/kernel/money/exact.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import type { Fees } from './fees.ts';
import { type FigureReading, figureText, type MemberFigures, readFigure } from './figures.ts';

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

const permilleOf = (before: number, change: number): number =>
  Math.sign(change) * Math.floor((Math.abs(change) * 2000 + before) / (2 * before));

const compared = (memberId: string, before: number, after: number): ComparedFee => ({
  ...{ memberId, before, after, change: after - before },
  ...(before > 0 && { permille: permilleOf(before, after - before) }),
  outcome: after < before ? 'gains' : after > before ? 'loses' : 'same',
});

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
  const [old, now] = [one, other].map(({ fees }) => new Map(fees.map(({ memberId, fee }) => [memberId, fee])));
  const ids = [...new Set([...one.fees, ...other.fees].map(({ memberId }) => memberId))];
  const rows = ids
    .map((id) => compared(id, old?.get(id) ?? 0, now?.get(id) ?? 0))
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

/** A larger member that pays less than a smaller one, with the figure in which it is larger; fees in minor units. */
export const cliffSchema = z.strictObject({
  larger: z.string(),
  largerSize: z.string(),
  largerFee: counted,
  smaller: z.string(),
  smallerSize: z.string(),
  smallerFee: counted,
});
export type Cliff = z.infer<typeof cliffSchema>;

type Sized = { memberId: string; sizes: readonly Exact[]; fee: number };

/** Returns the index of a size in which one is larger, if it is smaller in none; otherwise undefined. */
const largerIn = ({ sizes }: Sized, other: Sized): number | undefined => {
  if (sizes.some((size, at) => size < (other.sizes[at] ?? 0n))) return undefined;
  const at = sizes.findIndex((size, place) => size > (other.sizes[place] ?? 0n));
  return at < 0 ? undefined : at;
};

const cliffOf = (larger: Sized, all: readonly Sized[]): Cliff[] => {
  const smaller = all
    .filter(({ fee }) => fee > larger.fee)
    .flatMap((one) => {
      const at = largerIn(larger, one);
      return at === undefined ? [] : [{ one, at }];
    });
  const [first, ...others] = smaller;
  if (first === undefined) return [];
  const { one, at } = others.reduce((most, other) => (other.one.fee > most.one.fee ? other : most), first);
  const text = ({ sizes }: Sized): string => figureText(sizes[at] ?? 0n);
  return [
    {
      ...{ larger: larger.memberId, largerSize: text(larger), largerFee: larger.fee },
      ...{ smaller: one.memberId, smallerSize: text(one), smallerFee: one.fee },
    },
  ];
};

/**
 * Warns about each member that pays less than some smaller one (golden formulas), naming the smaller one that pays most. By several
 * figures, a member is larger when it is smaller in none. Members of equal size, or without reported sizes, are not compared.
 */
export const largerPaysLess = (
  { fees, year }: Pick<Fees, 'fees' | 'year'>,
  members: readonly MemberFigures[],
  sizes: readonly FigureReading[],
): Cliff[] => {
  const paid = new Map(fees.map(({ memberId, fee }) => [memberId, fee]));
  const sized = members.flatMap((member): Sized[] => {
    const [values, fee] = [sizes.flatMap((size) => readFigure(member, size, year) ?? []), paid.get(member.memberId)];
    return values.length < sizes.length || fee === undefined ? [] : [{ memberId: member.memberId, sizes: values, fee }];
  });
  const bySize = sized.toSorted((one, other) => {
    const [a = 0n, b = 0n] = [one.sizes[0], other.sizes[0]];
    return a < b ? -1 : a > b ? 1 : byId(one.memberId, other.memberId);
  });
  return bySize.flatMap((larger) => cliffOf(larger, bySize));
};
