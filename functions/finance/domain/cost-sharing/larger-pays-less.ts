import * as z from 'zod';
import type { Exact } from '../../../../layers/kernel/money/exact.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import type { Fees } from './fees.ts';
import { type FigureReading, figureText, type MemberFigures, readFigure } from './figures.ts';

const counted = z.number().int();

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

/** A member with its fee, and its values of the figures that it has reported, by figure. */
type Sized = { memberId: string; fee: number; sizes: ReadonlyMap<string, Exact> };

/** Returns the first figure in which a member is larger than another, when it is smaller in none; otherwise undefined. */
const figureLargerIn = (member: Sized, other: Sized): string | undefined => {
  const figures = [...member.sizes.keys()];
  const difference = (figure: string): bigint => (member.sizes.get(figure) ?? 0n) - (other.sizes.get(figure) ?? 0n);
  if (figures.some((figure) => difference(figure) < 0n)) return undefined;
  return figures.find((figure) => difference(figure) > 0n);
};

const cliffBetween = (larger: Sized, smaller: Sized, figure: string): Cliff => ({
  larger: larger.memberId,
  largerSize: figureText(larger.sizes.get(figure) ?? 0n),
  largerFee: larger.fee,
  smaller: smaller.memberId,
  smallerSize: figureText(smaller.sizes.get(figure) ?? 0n),
  smallerFee: smaller.fee,
});

/** Returns the cliff of a member with the smaller one that pays most; none when no smaller one pays more. */
const cliffOf = (larger: Sized, alike: readonly Sized[]): Cliff[] => {
  let dearest: { member: Sized; figure: string } | undefined;
  for (const member of alike) {
    if (member.fee <= (dearest?.member.fee ?? larger.fee)) continue;
    const figure = figureLargerIn(larger, member);
    if (figure !== undefined) dearest = { member, figure };
  }
  return dearest ? [cliffBetween(larger, dearest.member, dearest.figure)] : [];
};

const bySize = (one: Sized, other: Sized): number => {
  const [a = 0n, b = 0n] = [[...one.sizes.values()][0], [...other.sizes.values()][0]];
  return a < b ? -1 : a > b ? 1 : byId(one.memberId, other.memberId);
};

/** Members that pay less than smaller ones, and the members that could be compared with no other. */
export type MembersChecked = { warnings: Cliff[]; notCompared: string[] };

/**
 * Finds each member that pays less than some smaller one, and names the smaller one that pays most. Members are compared with those
 * that reported the same of the `sizes`: a consortium may charge universities by income and institutes by staff. By several figures, a
 * member is larger when it is smaller in none. Members of equal size are not compared.
 */
export const largerPaysLess = (
  { fees, year }: Pick<Fees, 'fees' | 'year'>,
  members: readonly MemberFigures[],
  sizes: readonly FigureReading[],
): MembersChecked => {
  const feeOf = new Map(fees.map(({ memberId, fee }) => [memberId, fee]));
  const sized = members.flatMap((member): Sized[] => {
    const fee = feeOf.get(member.memberId);
    if (fee === undefined) return [];
    const values = sizes.flatMap((size): [string, Exact][] => {
      const value = readFigure(member, size, year);
      return value === undefined ? [] : [[size.figure, value]];
    });
    return [{ memberId: member.memberId, fee, sizes: new Map(values) }];
  });
  const alike = Map.groupBy(sized, (member) => [...member.sizes.keys()].join());
  const groups = [...alike.values()].filter(([first]) => (first?.sizes.size ?? 0) > 0);
  const compared = new Set(groups.filter((group) => group.length > 1).flat());
  return {
    warnings: groups.flatMap((group) => group.toSorted(bySize).flatMap((larger) => cliffOf(larger, group))),
    notCompared: sized.flatMap((member) => (compared.has(member) ? [] : [member.memberId])).toSorted(byId),
  };
};
